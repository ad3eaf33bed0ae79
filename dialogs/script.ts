import type { ZodType } from 'zod'
import type { Talk } from './talk.ts'
import type { Inputs } from './vocabulary/action.ts'
import type { Reply } from './vocabulary/reply.ts'

/** What was typed or pressed, with what a card's inputs held. */
export interface Answer {
  readonly text: string
  readonly inputs: Inputs
  /** A button was pressed: the card it was on has been answered. */
  readonly pressed: boolean
  /** The name in it, where it reads like a command about a customer. */
  readonly named: string | null
}

/**
 * What a script does next: ask for what the draft still lacks, finish with a complete one, or end without acting. What
 * was shown with a question can be kept beside it.
 */
export type Next<Complete, Draft = never> =
  { readonly ask: Reply; readonly keep?: Draft } | { readonly ready: Complete } | { readonly stop: Reply }

/**
 * A conversation fills in a draft. There is no index of steps: the next question is whatever the draft still lacks,
 * so a release that adds a question breaks no open conversation.
 */
export interface Script<Draft, Complete> {
  readonly name: string
  /** Drafts outlive deployments, so what storage gives back is parsed. */
  readonly draft: ZodType<Draft>
  /** Looks up, never changes. */
  next(draft: Draft, talk: Talk): Promise<Next<Complete, Draft>>
  /** The draft with the answer in it; looks up, never changes. What fits nothing is kept as misheard. */
  hear(draft: Draft, answer: Answer, talk: Talk): Promise<Draft>
  /** The only place that changes the world. */
  finish(complete: Complete, talk: Talk): Promise<Reply>
  /** However it ends, left or dropped for another one too: lets go of what the draft holds outside itself. */
  ended?(draft: Draft, talk: Talk): Promise<void>
}
