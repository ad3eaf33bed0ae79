import type { Inputs } from '../../dialogs/vocabulary/action.ts'
import type { Command } from '../../dialogs/vocabulary/heard.ts'
import type { Origin } from './origin.ts'

/** What Slack brought, read: who did what, and where its answers go. */
export type Delivery =
  | ({
      readonly kind: 'typed'
      readonly text: string
      readonly trigger: string | null
      readonly command?: Command
    } & Written)
  | ({ readonly kind: 'file'; readonly file: SentFile; readonly others: number } & Written)
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
  | {
      readonly kind: 'closed'
      readonly origin: Origin
      readonly says: string
      readonly answers: string
      readonly view: string
    }
  | { readonly kind: 'opened-home'; readonly origin: Origin }
  | Removed

interface Written {
  readonly origin: Origin
  /** Slack says with it that another company reads there. */
  readonly outsiders: boolean
}

/** The desk was removed from a channel; or from all of them, as its app or its token is no longer in the workspace. */
export type Removed =
  | { readonly kind: 'removed'; readonly from: 'channel'; readonly team: string; readonly channel: string }
  | { readonly kind: 'removed'; readonly from: 'workspace'; readonly team: string }

/** A file somebody sent; fetched only when its sender may have it read. */
export interface SentFile {
  readonly name: string
  readonly size: number | null
  readonly url: string
}
