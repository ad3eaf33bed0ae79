import { actDetails } from '../acts/act-details.ts'
import type { Trade } from '../acts/carry-out.ts'
import { isSettled, type SubscriptionAct } from '../acts/subscription-act.ts'
import { heldKey, placeHold, type HeldSubscription } from '../holds/hold.ts'
import { noLongerJustified } from './decide-suspension.ts'
import { moveAct } from './move-act.ts'
import { standingNow } from './standing-now.ts'
import { ordersOf, pointerToRemove, suspensionAudit } from './suspension-consequences.ts'
import type { SuspensionDeskParts } from './suspension-desk.ts'
import type { ApprovedSuspension } from './suspension-request.ts'

/** How an approved suspension is carried out: the debt is read again before each call, and what is held is recorded. */
export function suspensionTrade(parts: SuspensionDeskParts): Trade<'suspension'> {
  const { store, policy, now } = parts
  return {
    kind: 'suspension',
    wanted: 'suspended',
    laneOf: ({ identity }) => identity.lane,
    since: ({ approvals, askedAt }) => approvals.at(-1)?.at ?? askedAt,
    async stillWanted(request) {
      const why = noLongerJustified(request, await standingNow(request, parts), policy)
      return why === null ? null : { state: 'skipped', at: now(), why }
    },
    move: moveAct,
    async also(request, act, result) {
      if (result.state !== 'done' && result.state !== 'already') return {}
      const key = heldKey(request.identity.lane, request.customer, act.subscription)
      const held = await store.get('held', key)
      const before = held?.value ?? blank(request, act)
      const approver = request.approvals.at(-1)?.by ?? request.askedBy
      const hold = { reason: request.reason, case: request.id, by: approver, at: result.at }
      return { save: [{ kind: 'held', id: key, value: placeHold(before, hold), basedOn: held?.version ?? null }] }
    },
    async after(next) {
      if (next.status === 'approved') return { orders: [{ kind: 'update-cards', case: next.id }] }
      return { orders: ordersOf(next), remove: await pointerToRemove(next, store) }
    },
    audit: (next, act, result, at) => ({
      ...suspensionAudit(next, at, 'desk', `suspension.${isSettled({ ...act, result }) ? 'acted' : result.state}`),
      details: actDetails(act, result),
    }),
  }
}

function blank({ identity, customer }: ApprovedSuspension, { subscription, name }: SubscriptionAct): HeldSubscription {
  return { lane: identity.lane, customer, subscription, name, holds: [] }
}
