import type { CutWords } from '../shared/fitted.ts'

/** What the renderer itself says, in the reader's language. */
export interface SlackWords extends CutWords {
  /** The button of a message that opens its form. */
  readonly fillIn: string
}
