import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import type { Answers } from './answers.ts'
import { homeView } from './home-view.ts'
import type { SlackApi } from './slack-api.ts'
import type { SlackSays } from './slack-says.ts'

/** The home tab is what is said to somebody who opens it. */
export function homeAnswers(user: string, api: SlackApi, words: SlackSays): Answers {
  const show = async (reply: Reply): Promise<null> => {
    await api.publishHome(user, homeView(reply, words))
    return null
  }
  return { say: show, replace: show }
}
