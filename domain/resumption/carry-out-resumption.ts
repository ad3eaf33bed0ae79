import { actDetails } from '../acts/act-details.ts'
import type { Trade } from '../acts/trade.ts'
import type { ActResult, Trouble } from '../acts/subscription-act.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { heldKey, type Hold } from '../holds/hold.ts'
import { holdPlaced, reviewOf, reviewPromised } from '../holds/place-hold.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { cameBack, moveResumption } from './decide-resumption.ts'
import type { Stored } from '../ports/desk-store.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { snapshotsGone, snapshotsOf } from '../snapshots/take-snapshot.ts'
import { addOnsBack } from './plan-restoring.ts'
import { ordersOf, resumptionAudit } from './resumption-consequences.ts'

interface ResumptionTradeParts extends DeciderParts {
  readonly policy: Pick<CollectionsPolicy, 'suspicionReviewDays'>
}

/**
 * How service comes back: another hold placed meanwhile goes before it. What could not be brought back is held again,
 * so that somebody can ask once more and nobody says that the desk holds nothing.
 */
export function resumptionTrade({ store, now, policy }: ResumptionTradeParts): Trade<'resumption'> {
  return {
    kind: 'resumption',
    wanted: 'active',
    byHand: true,
    laneOf: ({ lane }) => lane,
    counted: () => null,
    since: ({ approvals, askedAt }) => approvals.at(-1)?.at ?? askedAt,
    async stillWanted({ lane, customer }, { subscription }) {
      const held = await store.get('held', heldKey(lane, customer, subscription))
      return held && held.value.holds.length > 0 ? { state: 'skipped', at: now(), why: 'held-again' } : null
    },
    move: moveResumption,
    async also(resumption, act, result) {
      const what = { lane: resumption.lane, customer: resumption.customer, subscription: act.subscription }
      if (cameBack(result)) {
        // Of an Azure subscription nothing was kept: there is nothing to put back.
        if (act.plan !== undefined) return {}
        const addOns = await addOnsBack(resumption, act.subscription, store)
        const back = [act.subscription, ...addOns.map(({ subscription }) => subscription)]
        return restoringBegun(resumption.id, back, await snapshotsOf(what, store))
      }
      if (result.state === 'failed' && isGone(result.trouble)) return { remove: await snapshotsGone(what, store) }
      if (!isStillOut(result)) return {}
      const key = heldKey(resumption.lane, resumption.customer, act.subscription)
      const held = await store.get('held', key)
      const by = resumption.approvals.at(-1)?.by ?? resumption.askedBy
      const { reason, id, lane, customer } = resumption
      const review = reviewOf(reason, result.at, policy.suspicionReviewDays)
      const hold: Hold = { reason, case: id, by, at: result.at, ...(review === null ? {} : { review }) }
      const { subscription, name, plan } = act
      const which = { lane, customer, subscription, name, ...(plan !== undefined && { plan }) }
      return { save: [holdPlaced(held, which, hold)], later: reviewPromised(held, which, hold) }
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

/** From here on the snapshots are this resumption's to put back; a suspension that comes between keeps them. */
function restoringBegun(id: CaseId, back: readonly SubscriptionId[], kept: readonly Stored<Snapshot>[]) {
  return {
    save: kept.map(
      ({ id: key, value, version }) =>
        ({ kind: 'snapshot', id: key, value: { ...value, restoring: id }, basedOn: version }) as const,
    ),
    orders: back.map((subscription) => ({ kind: 'restore-subscription', case: id, subscription }) as const),
  }
}

/** What did not come back, or was not seen to, although nothing else holds it. */
export function isStillOut(result: ActResult): result is Extract<ActResult, { at: unknown }> {
  if (result.state === 'skipped') return result.why === 'too-late' || result.why === 'watch-only'
  // What somebody brought back by hand is back by their word.
  if (result.state === 'done') return !result.confirmed && result.byHand === undefined
  return result.state === 'failed' && !isGone(result.trouble)
}

/** Nobody can bring back what the operator no longer has. */
function isGone({ kind, code }: Trouble): boolean {
  return kind === 'not-found' || code === 'status-deleted' || code === 'status-expired' || code === 'term-ended'
}
