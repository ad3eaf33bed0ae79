import type { Activity } from 'botbuilder-core'
import type { ChannelAccount } from '../../domain/staff/staff.ts'
import type { Action, Inputs } from './action.ts'
import type { FileWanted, MadeFile } from './file.ts'
import type { PlaceId } from '../../domain/shared/ids.ts'

/** Who speaks, and from where. */
export interface Speaker {
  readonly account: ChannelAccount
  readonly name: string
  /** BCP 47 tag the chat client says; null when it says nothing. */
  readonly locale: string | null
  readonly place: PlaceId
  /** A one-to-one chat with the desk; anything else is heard by others too. */
  readonly personal: boolean
  /** The channel in which it was typed, where the answer is for the speaker alone. */
  readonly typedIn?: PlaceId
}

/** A file that somebody sent. Nothing of it is fetched until it is read. */
export interface SentFile {
  readonly name: string
  /** In bytes; null where the chat does not say. */
  readonly size: number | null
  /** Throws `OutsideFault`; with {@link tooLarge} as its code where there are more than {@link largestFile} bytes. */
  read(): Promise<Uint8Array>
}

/**
 * In bytes: a list of some hundred thousand invoices. Reading one holds everything else up for a second, and the chats
 * want an answer within three; larger ones are for the console.
 */
export const largestFile = 6 * 1024 * 1024
/** Why a file of more than {@link largestFile} was not read to its end. */
export const tooLarge = 'too-large'

/** A verb by its English name, and what was typed behind it: in any language. */
export interface Command {
  readonly verb: string
  readonly rest: string
}

/** What a person did, in no channel's dialect. A door puts it into the Activity; the turn takes it out. */
export type Heard =
  | {
      readonly kind: 'said'
      readonly by: Speaker
      readonly text: string
      readonly inputs: Inputs
      /** Said by a button: the answer may stand where its card was. */
      readonly pressed: boolean
      /** The question under which that button stood; a button without one is a command. */
      readonly answers?: string
      /** The command it was typed behind, where there was one; `text` has its English verb before the rest. */
      readonly command?: Command
    }
  /** Somebody wants to fill in the form of a question: it is asked again. */
  | { readonly kind: 'asked-again'; readonly by: Speaker; readonly question: string }
  | { readonly kind: 'acted'; readonly by: Speaker; readonly action: Action; readonly inputs: Inputs }
  /** `others`: how many more files came with it; people are asked to send one at a time. */
  | { readonly kind: 'file'; readonly by: Speaker; readonly file: SentFile; readonly others?: number }
  /** Somebody takes a file they were offered; one that was given already is not given again. Giving throws `OutsideFault`. */
  | {
      readonly kind: 'file-taken'
      readonly by: Speaker
      readonly wanted: FileWanted
      give(made: MadeFile): Promise<void>
    }
  | { readonly kind: 'file-declined'; readonly by: Speaker; readonly name: string }
  /** The desk was added to a chat, or somebody joined one. */
  | { readonly kind: 'arrived'; readonly by: Speaker }
  /** Somebody opened the page the desk keeps for each of them, where a chat has one. */
  | { readonly kind: 'home'; readonly by: Speaker }
  /** A button whose meaning is unknown: an old card, or a forged one. */
  | { readonly kind: 'unknown-button'; readonly by: Speaker }

const key = 'deskHeard'

/** For doors. */
export function putHeard(activity: Partial<Activity>, heard: Heard): void {
  activity.channelData = { ...(activity.channelData as object | undefined), [key]: heard }
}

/** For the turn; null where no door put anything in. */
export function heardIn(activity: Partial<Activity>): Heard | null {
  return ((activity.channelData as Record<string, unknown> | undefined)?.[key] as Heard | undefined) ?? null
}
