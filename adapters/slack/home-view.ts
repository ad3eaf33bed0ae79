import type { HomeView } from '@slack/types'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { fitsView } from './fits.ts'
import { fittedBlocks } from './slack-message.ts'
import type { SlackWords } from './slack-words.ts'

/** A Reply on the Home tab of a person. Its tables are lines: a view has no others. */
export function homeView(reply: Reply, words: SlackWords): HomeView {
  return { type: 'home', blocks: [...fittedBlocks(reply, words, 'sections', fitsView)] }
}
