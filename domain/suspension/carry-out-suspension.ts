import { actDetails } from '../acts/act-details.ts'
import type { Trade } from '../acts/trade.ts'
import { isByHand } from '../acts/hand-over.ts'
import { isPassing, isSettled, type ActResult, type SubscriptionAct } from '../acts/subscription-act.ts'
import type { SuspensionDeed } from '../cases/case-deed.ts'
import { heldKey, isSuspicion, type Hold } from '../holds/hold.ts'
import { holdPlaced, reviewOf, reviewPromised, type HeldWhich } from '../holds/place-hold.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import { snapshotsAfter, snapshotsBefore, snapshotsGone } from '../snapshots/take-snapshot.ts'
import { noLongerJustified } from './decide-suspension.ts'
import { moveAct } from './move-act.ts'
import { standingNow } from './standing-now.ts'
import { ordersOf, pointerToRemove, suspensionAudit } from './suspension-consequences.ts'
import type { SuspensionDeskParts } from './suspension-desk.ts'
import { contributors, wordOn, type ApprovedSuspension } from './suspension-request.ts'

/** How an approved suspension is carried out: the debt is read again before each call, and what is held is recorded. */
export function suspensionTrade(parts: SuspensionDeskParts): Trade<'suspension'> {
  const { store, policy, now } = parts
  const heldNow = (request: ApprovedSuspension, subscription: SubscriptionId) =>
    store.get('held', keyOf(request, subscription))

  /** Whether an add-on is out of service because we suspended its base, with this request or before. */
  const fellWithItsBase = async (request: ApprovedSuspension, { subscription }: SubscriptionAct): Promise<boolean> => {
    const parent = request.subscriptions.find(({ id }) => id === subscription)?.parent ?? null
    if (parent === null) return false
    // In this order: a turn that ends in between has left its hold.
    const turn = await store.get('turn', keyOf(request, parent))
    return (turn?.value.case ?? null) !== null || (await heldNow(request, parent)) !== null
  }

  /** Whether an act of ours is to bring it back: until that begins, it is out by our doing. */
  const returning = async ({ customer }: ApprovedSuspension, { subscription }: SubscriptionAct): Promise<boolean> =>
    (await store.list('resumption', { customer, open: true })).some(
      ({ value }) =>
        value.status === 'approved' && value.acts.some((act) => act.subscription === subscription && !isSettled(act)),
    )

  /**
   * Whether what was out of service already is ours to hold. What somebody else took out is theirs to bring back, and
   * not for one press of one person; a suspicion is held in any case, since lifting it takes two people who look. Where
   * people were asked to do it by hand, somebody did.
   */
  const isOurs = async (request: ApprovedSuspension, act: SubscriptionAct): Promise<boolean> =>
    isSuspicion(request.reason) ||
    isByHand(act) ||
    (await fellWithItsBase(request, act)) ||
    (await returning(request, act))

  return {
    kind: 'suspension',
    wanted: 'suspended',
    byHand: true,
    laneOf: ({ identity }) => identity.lane,
    // The limit is there against a ledger gone wrong; who is suspected of fraud or misuse is never let wait for it.
    counted(request) {
      const { id, customer, identity, askedBy, reason, acts } = request
      if (reason !== 'non-payment' || acts.some(wasCalled)) return null
      const others = [...contributors(request)].filter((by) => by !== askedBy)
      return {
        ...{ case: id, customer, lane: identity.lane, name: identity.operatorName, askedBy },
        ...(others.length > 0 && { contributors: others }),
      }
    },
    // What was to wait is not late by having waited.
    since: (request) => request.start?.at ?? wordOn(request).at,
    async stillWanted(request) {
      if (request.calledOff) return { state: 'skipped', at: now(), why: 'called-off' }
      const why = noLongerJustified(request, await standingNow(request, parts), policy)
      return why === null ? null : { state: 'skipped', at: now(), why }
    },
    move: moveAct,
    before: (request, { subscription }, seen, at) => snapshotsBefore(whatOf(request, subscription), seen, at, store),
    async also(request, act, result, seen) {
      const what = whatOf(request, act.subscription)
      if (result.state === 'waiting') return {}
      // A call that left may still be carried out: what was before it is kept as long as anybody may have to put it back.
      if (!mayBeOut(act, result)) return { remove: await snapshotsGone(what, store) }
      const after = seen ? await snapshotsAfter(what, seen, store) : []
      // Asked before the record is read: a request that ends in between has left its hold there.
      const ours = result.state !== 'already' || (await isOurs(request, act))
      const held = await heldNow(request, act.subscription)
      if (!held && !ours) return {}
      const review = reviewOf(request.reason, result.at, policy.suspicionReviewDays)
      const { reason, id, note } = request
      const hold: Hold = {
        ...{ reason, case: id, by: wordOn(request).by, at: result.at },
        ...(note === null ? {} : { note }),
        ...(review === null ? {} : { review }),
      }
      return {
        save: [holdPlaced(held, whichOf(request, act), hold), ...after],
        later: reviewPromised(held, whichOf(request, act), hold),
      }
    },
    async after(next) {
      if (next.status === 'approved') return { orders: [{ kind: 'update-cards', case: next.id }] }
      return { orders: ordersOf(next), remove: await pointerToRemove(next, store) }
    },
    audit: (next, act, result, at) => ({
      ...suspensionAudit(next, at, 'desk', deedOf(result)),
      details: actDetails(act, result),
    }),
  }
}

/** Whether a call left for it: what was found as it was wanted, or left out, was never begun. */
function wasCalled({ result: { state } }: SubscriptionAct): boolean {
  return state !== 'waiting' && state !== 'already' && state !== 'skipped'
}

function deedOf({ state }: ActResult): SuspensionDeed {
  return state === 'sent' || state === 'accepted' ? `suspension.${state}` : 'suspension.acted'
}

/**
 * Whether the subscription may be out of service by our own doing. A call that left and was given up on counts: nobody
 * could bring back what the desk says it does not hold.
 */
function mayBeOut(act: SubscriptionAct, result: ActResult): boolean {
  if (result.state === 'failed') return act.result.state === 'sent' && isPassing(result.trouble)
  return result.state === 'done' || result.state === 'already'
}

function keyOf({ identity, customer }: ApprovedSuspension, subscription: SubscriptionId): string {
  return heldKey(identity.lane, customer, subscription)
}

function whatOf({ id, identity, customer }: ApprovedSuspension, subscription: SubscriptionId) {
  return { case: id, lane: identity.lane, customer, subscription }
}

function whichOf({ identity, customer }: ApprovedSuspension, { subscription, name, plan }: SubscriptionAct): HeldWhich {
  return { lane: identity.lane, customer, subscription, name, ...(plan !== undefined && { plan }) }
}
