import type { ChannelAccount } from '../../domain/staff/staff.ts'
import type { Action } from './action.ts'
import type { OfferedFile } from './file.ts'

/** What the desk says, in no channel's dialect. Text is plain: each renderer escapes for its own. */
export interface Reply {
  readonly title?: string
  /** Coloured by meaning, never by colour alone: the words say it too. */
  readonly tone?: Tone
  readonly parts: readonly Part[]
  readonly buttons?: readonly Button[]
  /** Files that come with it, each made when the chat takes it. */
  readonly files?: readonly OfferedFile[]
  /** The sentence that asks for this again, set where nothing changes by asking: it can be said to others too. */
  readonly again?: string
  /** Set on the card of a case: it is brought up to date wherever it was posted. */
  readonly shows?: { readonly case: string; readonly version: number }
}

/** What a colour would say: all is well, look at it, this cannot easily be taken back. */
export type Tone = 'plain' | 'good' | 'warning' | 'danger'

/** One piece of a Reply; a renderer shows them from top to bottom. */
export type Part =
  | ({ readonly kind: 'text'; readonly text: string } & LineStyle)
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | Table
  | Bars
  /** Text to be copied as it is: every space and line break counts. */
  | { readonly kind: 'copyable'; readonly text: string }
  | Choices
  | TextInput

interface LineStyle {
  readonly tone?: Tone
  readonly weight?: 'strong' | 'quiet'
  /** The field it complains of, by its id: a chat that can puts it there. */
  readonly about?: string
  /** Counts in a line that stands by itself: on cards a name is a name. */
  readonly mention?: Mention
}

/** Somebody who is to be rung by a line that names them. */
export interface Mention {
  /** Where the name begins in the text; nothing else that reads so is a mention. */
  readonly at: number
  readonly name: string
  /** Of the chat in which it is said. */
  readonly account: ChannelAccount
}

/** At most five columns: more cannot be read in a narrow chat. */
export interface Table {
  readonly kind: 'table'
  readonly columns: readonly { readonly title: string; readonly align?: 'end'; readonly width?: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** A bar chart: `share` from 0 to 1 of the longest bar. */
export interface Bars {
  readonly kind: 'bars'
  readonly bars: readonly {
    readonly label: string
    readonly value: string
    readonly share: number
    readonly tone?: Tone
  }[]
}

/** Something to pick; its value comes back under `id` with whichever button is pressed. */
export interface Choices {
  readonly kind: 'choices'
  readonly id: string
  readonly label: string
  readonly multiple: boolean
  readonly options: readonly { readonly label: string; readonly value: string }[]
  readonly chosen: readonly string[]
}

/** Something to write; its value comes back under `id` with whichever button is pressed. */
export interface TextInput {
  readonly kind: 'input'
  readonly id: string
  readonly label: string
  readonly value: string
  readonly multiline: boolean
  /** A code that counts once: hidden while it is typed where a chat can, and never shown again by the desk. */
  readonly secret?: true
}

/** A button either says something, as if typed, or acts on a domain object. */
export type Button =
  | {
      readonly label: string
      readonly tone?: Tone
      readonly says: string
      /** The question it answers: it counts while that very one is open, whatever else was asked since. */
      readonly answers?: string
    }
  | { readonly label: string; readonly tone?: Tone; readonly acts: Action }

export function line(text: string, style: LineStyle = {}): Part {
  return { kind: 'text', text, ...style }
}

/** A Reply of one line. */
export function said(text: string, style: LineStyle = {}): Reply {
  return { parts: [line(text, style)] }
}
