import type { SlackWords } from './slack-words.ts'

/** What the Slack side says by itself, in one reader's language. */
export interface SlackSays extends SlackWords {
  /** The button that says an answer again, to everybody in the channel. */
  readonly share: string
  /** While a form is being looked up. */
  readonly oneMoment: string
  /** The title of a small window. */
  readonly desk: string
  /** Of a card that was put into the reader's own chat. */
  inYourChat(title: string): string
  /** In a channel of which Slack tells the desk nothing, as it is not in it. */
  readonly notHere: string
  /** In a channel that another company reads. */
  readonly notAmongOutsiders: string
  readonly tooBusy: string
  /** Slack does not say who somebody is, so nobody can be answered. */
  readonly offline: string
  readonly stranger: string
  apology(reference: string): string
}
