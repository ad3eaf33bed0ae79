import { isPassing, type SubscriptionAct } from '../acts/subscription-act.ts'
import type { Lane } from '../customers/lane.ts'
import type { HeldSubscription, HoldReason } from '../holds/hold.ts'
import type { Resumption } from '../resumption/resumption.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { SuspensionRequest } from '../suspension/suspension-request.ts'

/** What this desk did at a subscription last. */
interface OwnAct {
  readonly wanted: 'suspended' | 'active'
  readonly at: Instant
  /** Whether a look afterwards showed it; else it may have come to nothing, or come later. */
  readonly seen: boolean
}

/** What our own log says of one subscription. */
export interface OwnDoings {
  /** An act of ours is approved and has not ended: whatever the operator shows may be its doing. */
  readonly underWay: boolean
  readonly last: OwnAct | null
  readonly holds: readonly HoldReason[]
  /** All its holds were placed on something that was out of service already, and nobody here took it out. */
  readonly foundOut: boolean
}

/** What is on record of one customer. */
export interface OwnLog {
  readonly suspensions: readonly SuspensionRequest[]
  readonly resumptions: readonly Resumption[]
  readonly held: readonly HeldSubscription[]
}

/** Reads our own log about one subscription of a lane. */
export function ownDoings({ suspensions, resumptions, held }: OwnLog, lane: Lane, id: SubscriptionId): OwnDoings {
  const holds = held.find((one) => one.lane === lane && one.subscription === id)?.holds ?? []
  const ours = [
    ...suspensions
      .filter(({ identity }) => identity.lane === lane)
      .map((request) => ({ of: request, wanted: 'suspended' as const })),
    ...resumptions.filter((one) => one.lane === lane).map((request) => ({ of: request, wanted: 'active' as const })),
  ].flatMap(({ of, wanted }) =>
    ('acts' in of ? of.acts : [])
      .filter(({ subscription }) => subscription === id)
      .map((act) => ({ act, wanted, case: of.id, open: of.status === 'approved' })),
  )
  const underWay = ours.some(({ act, open }) => open && !hasEnded(act))
  const last = ours
    .flatMap(({ act, wanted }): readonly OwnAct[] => asDone(act, wanted))
    .reduce<OwnAct | null>((latest, one) => (latest === null || one.at >= latest.at ? one : latest), null)
  const foundBy = new Set(ours.filter(({ act }) => act.result.state === 'already').map((one) => one.case))
  const foundOut = holds.length > 0 && last?.wanted !== 'suspended' && holds.every((hold) => foundBy.has(hold.case))
  return { underWay, last, holds: holds.map(({ reason }) => reason), foundOut }
}

function hasEnded({ result }: SubscriptionAct): boolean {
  return result.state !== 'waiting' && result.state !== 'sent' && result.state !== 'accepted'
}

/** What an act may have changed: what was refused or left out changed nothing, and what was so already neither. */
function asDone({ result }: SubscriptionAct, wanted: OwnAct['wanted']): readonly OwnAct[] {
  switch (result.state) {
    case 'waiting':
    case 'sent':
    case 'accepted':
    case 'skipped':
      return []
    case 'already':
      // Whoever brought it back, it was seen in service then.
      return wanted === 'active' ? [{ wanted, at: result.at, seen: true }] : []
    case 'failed':
      return isPassing(result.trouble) ? [{ wanted, at: result.at, seen: false }] : []
    case 'done':
      return [{ wanted, at: result.at, seen: result.confirmed }]
  }
}
