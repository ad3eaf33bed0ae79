import type { SlackSays } from '../adapters/slack/slack-says.ts'
import { cutWords } from './card-words.ts'
import type { Languages } from '../dialogs/words/languages.ts'

/** What the Slack side says by itself, in the language a client names or else the desk's own. */
export function slackSays(languages: Languages): (locale: string | null) => SlackSays {
  return (locale) => {
    const words = languages.best(locale)
    return {
      ...cutWords(words),
      fillIn: words.say('slack.fill-in'),
      share: words.say('slack.share'),
      oneMoment: words.say('slack.one-moment'),
      desk: words.say('slack.desk'),
      inYourChat: (title) => words.say('slack.in-your-chat', { title }),
      notAmongOutsiders: words.say('slack.outsiders'),
      tooBusy: words.say('slack.too-busy'),
      offline: words.say('slack.offline'),
      stranger: words.say('stranger.refused'),
      apology: (reference) => words.say('apology', { reference }),
    }
  }
}
