import type { Activity, TurnContext } from 'botbuilder-core'
import type { Heard, Speaker } from '../../../dialogs/vocabulary/heard.ts'
import type { Messenger } from '../../../dialogs/vocabulary/messenger.ts'
import type { Address } from '../../../domain/cases/placed-card.ts'
import type { Message, Said } from '../screens.ts'

/** What somebody did, and by which button of which card, where it was a button. */
export interface Deed {
  readonly heard: Heard
  readonly card?: string
  readonly label?: string
  /** What was put into the fields, as the transcript says it: `note=Nobody answers; subscriptions=1,3`. */
  readonly fields?: string
}

/** A chat as an office sees it, over whichever wire: what is done is sent, what is shown is read. */
export interface Wire {
  readonly messages: readonly Message[]
  readonly messenger: Messenger
  /** One deed, until it is answered. */
  hear(deed: Deed, turn: (context: TurnContext) => Promise<void>): Promise<void>
  /** How places are reached, as the door says it of an activity, or of somebody who has written before. */
  addressesOf(activity: Activity): readonly Address[]
  addressOf(speaker: Speaker): Address
  /** What was shown since it was last asked, in order. */
  flush(): readonly Said[]
  /** Nothing arrives in a place any more. */
  lose(place: string): void
  /** Somebody deletes the newest message that shows a case in a place. */
  deleteCard(id: string, place: string): void
  close(): Promise<void>
}

/** What a button would carry that somebody makes up, or that another release wrote; null for what needs none. */
export function madeUp(heard: Heard): object | null {
  if (heard.kind === 'unknown-button') return { from: 'another release' }
  if (heard.kind === 'acted') return { acts: heard.action }
  if (heard.kind !== 'said' || !heard.pressed) return null
  return { says: heard.text, ...(heard.answers === undefined ? {} : { answers: heard.answers }) }
}
