import type { Trouble } from '../acts/subscription-act.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Approval } from '../suspension/suspension-request.ts'

/** What a suspension may have taken, or what somebody may have changed since. */
export type RestoreWhat = 'service' | 'auto-renew' | 'scheduled-change' | 'quantity' | 'term' | 'everything'

export const restoreWhats: readonly RestoreWhat[] = [
  'service',
  'auto-renew',
  'scheduled-change',
  'quantity',
  'term',
  'everything',
]

/** Why something is not as it was before the suspension. */
export type LeftWhy =
  /** The operator said no. */
  | 'refused'
  /** The operator took the change, and no look has shown it since. */
  | 'unconfirmed'
  /** Somebody changed it while it was suspended, and it stays as they want it. */
  | 'changed'
  /** Two people decided meanwhile that it ends at its term: what would renew it stays off. */
  | 'ending'
  /** The operator has it no more. */
  | 'gone'
  /** Nobody kept what it was before. */
  | 'unknown'
  /** Another hold keeps the add-on out of service; its own resume puts the rest back. */
  | 'held'
  /** It is out of service again; the next resume puts the rest back. */
  | 'suspended'

/** One thing a suspension took, and what came of putting it back. */
export type RestorePoint =
  | { readonly what: RestoreWhat; readonly state: 'back' }
  | {
      readonly what: RestoreWhat
      readonly state: 'left'
      readonly why: LeftWhy
      readonly trouble: Trouble | null
      /** Who saw to it; null while nobody has. */
      readonly done: Approval | null
    }

/** Putting one subscription back as it was, once it is in service again. */
export interface Restoring {
  readonly subscription: SubscriptionId
  readonly name: string
  /** The base with which an add-on fell and must return; null for what the resumption itself brought back. */
  readonly base: SubscriptionId | null
  readonly since: Instant
  /** The `MS-RequestId` of each call that may be needed. */
  readonly intents: { readonly service: string; readonly renewal: string }
  /** Which calls the operator has accepted: from then on it is only looked at. */
  readonly accepted: readonly ('service' | 'renewal')[]
  /** What came of it; null while it is under way. */
  readonly points: readonly RestorePoint[] | null
  /** What keeps it from going on; it is tried again by itself. */
  readonly delay: Trouble | null
}

/** Left as it is on purpose, or seen to by another resume. */
const forNobody: readonly LeftWhy[] = ['held', 'suspended', 'ending']

/** What a person must still see to. */
export function isToDo(point: RestorePoint): boolean {
  return point.state === 'left' && point.done === null && !forNobody.includes(point.why)
}

/** Whether nothing of it is left otherwise than before. */
export function isWhole({ points }: Restoring): boolean {
  return points !== null && points.every(({ state }) => state === 'back')
}
