import type { Inputs } from '../../dialogs/vocabulary/action.ts'
import type { Origin } from './origin.ts'

/** What Slack brought, read: who did what, and where its answers go. */
export type Delivery =
  | { readonly kind: 'typed'; readonly origin: Origin; readonly text: string; readonly trigger: string | null }
  | { readonly kind: 'file'; readonly origin: Origin; readonly file: SentFile; readonly others: number }
  | {
      readonly kind: 'pressed'
      readonly origin: Origin
      readonly button: string
      readonly value: string
      readonly inputs: Inputs
      readonly trigger: string | null
    }
  | {
      readonly kind: 'filled-in'
      readonly origin: Origin
      readonly says: string
      readonly answers: string
      readonly inputs: Inputs
      readonly view: string
    }
  /** The window of a form was closed, and no message is left to go on from. */
  | { readonly kind: 'closed'; readonly origin: Origin; readonly says: string; readonly answers: string }
  | { readonly kind: 'opened-home'; readonly origin: Origin }
  /** The desk was removed from a channel. */
  | { readonly kind: 'removed'; readonly team: string; readonly channel: string }

/** A file somebody sent; fetched only when its sender may have it read. */
export interface SentFile {
  readonly name: string
  readonly size: number | null
  readonly url: string
}
