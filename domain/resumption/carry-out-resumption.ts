import { actDetails } from '../acts/act-details.ts'
import type { Trade } from '../acts/trade.ts'
import type { ActResult, SubscriptionAct, Trouble } from '../acts/subscription-act.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { heldKey, placeHold, type HeldSubscription } from '../holds/hold.ts'
import { moveResumption } from './decide-resumption.ts'
import { ordersOf, resumptionAudit } from './resumption-consequences.ts'
import type { ApprovedResumption } from './resumption.ts'

/**
 * How service comes back: another hold placed meanwhile goes before it. What could not be brought back is held again,
 * so that somebody can ask once more and nobody says that the desk holds nothing.
 */
export function resumptionTrade({ store, now }: DeciderParts): Trade<'resumption'> {
  return {
    kind: 'resumption',
    wanted: 'active',
    laneOf: ({ lane }) => lane,
    since: ({ approvals, askedAt }) => approvals.at(-1)?.at ?? askedAt,
    async stillWanted({ lane, customer }, { subscription }) {
      const held = await store.get('held', heldKey(lane, customer, subscription))
      return held && held.value.holds.length > 0 ? { state: 'skipped', at: now(), why: 'held-again' } : null
    },
    move: moveResumption,
    async also(resumption, act, result) {
      if (!isStillOut(result)) return {}
      const key = heldKey(resumption.lane, resumption.customer, act.subscription)
      const held = await store.get('held', key)
      const before = held?.value ?? blank(resumption, act)
      const by = resumption.approvals.at(-1)?.by ?? resumption.askedBy
      const hold = { reason: resumption.reason, case: resumption.id, by, at: result.at }
      return { save: [{ kind: 'held', id: key, value: placeHold(before, hold), basedOn: held?.version ?? null }] }
    },
    after: async (next) => ({
      orders: next.status === 'approved' ? [{ kind: 'update-cards', case: next.id }] : ordersOf(next),
    }),
    audit: (next, act, result, at) => ({
      ...resumptionAudit(next, at, 'desk', `resumption.${result.state === 'sent' ? 'sent' : 'acted'}`),
      details: actDetails(act, result),
    }),
  }
}

/** What did not come back, or was not seen to, although nothing else holds it. */
export function isStillOut(result: ActResult): result is Extract<ActResult, { at: unknown }> {
  if (result.state === 'skipped') return result.why === 'too-late'
  if (result.state === 'done') return !result.confirmed
  return result.state === 'failed' && !isGone(result.trouble)
}

/** Nobody can bring back what the operator no longer has. */
function isGone({ kind, code }: Trouble): boolean {
  return kind === 'not-found' || code === 'status-deleted' || code === 'status-expired'
}

function blank({ lane, customer }: ApprovedResumption, { subscription, name }: SubscriptionAct): HeldSubscription {
  return { lane, customer, subscription, name, holds: [] }
}
