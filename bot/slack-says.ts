import type { Reader } from '../adapters/slack/hear-delivery.ts'
import type { SlackSays } from '../adapters/slack/slack-says.ts'
import type { Languages } from '../dialogs/words/languages.ts'
import type { Words } from '../dialogs/words/words.ts'
import type { Staff } from '../domain/staff/staff.ts'
import { cutWords } from './card-words.ts'

/** What the Slack side says by itself, to whoever reads it. */
export function slackSaysTo(
  languages: Languages,
  whoIs: (account: Reader['account']) => Promise<Staff | null>,
): (to: Reader | null) => Promise<SlackSays> {
  return async (to) => {
    const staff = to && (await whoIs(to.account))
    return slackSays(languages.best(staff?.language ?? null, to?.locale ?? null))
  }
}

export function slackSays(words: Words): SlackSays {
  return {
    ...cutWords(words),
    fillIn: words.say('slack.fill-in'),
    share: words.say('slack.share'),
    oneMoment: words.say('slack.one-moment'),
    desk: words.say('slack.desk'),
    inYourChat: (title) => words.say('slack.in-your-chat', { title }),
    notAmongOutsiders: words.say('slack.outsiders'),
    notHere: words.say('slack.not-here'),
    tooBusy: words.say('slack.too-busy'),
    offline: words.say('slack.offline'),
    stranger: words.say('stranger.refused'),
    apology: (reference) => words.say('apology', { reference }),
  }
}
