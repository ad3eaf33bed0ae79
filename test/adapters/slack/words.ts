import type { SlackWords } from '../../../adapters/slack/slack-words.ts'

export const words: SlackWords = {
  notShown: (count) => `${count} more are not shown`,
  charactersNotShown: (count) => `${count} characters are missing`,
  fillIn: 'Fill in…',
}
