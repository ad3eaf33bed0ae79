import { actDetails } from '../acts/act-details.ts'
import type { Trade } from '../acts/trade.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { heldKey } from '../holds/hold.ts'
import { moveEnding } from './decide-ending.ts'
import { endingAudit, ordersOf } from './ending-consequences.ts'
import type { EndingWay } from './ending-way.ts'

/**
 * How an approved ending is carried out. A cancellation that comes after the operator's window is left out, whatever
 * the operator might still say; of what is gone nothing is held any more.
 */
export function endingTrade(way: EndingWay, { store, now }: DeciderParts): Trade<'ending'> {
  return {
    kind: 'ending',
    wanted: way === 'cancel' ? 'cancelled' : 'not-renewing',
    byHand: false,
    laneOf: ({ identity }) => identity.lane,
    counted: () => null,
    since: ({ approvals, askedAt }) => approvals.at(-1)?.at ?? askedAt,
    async stillWanted({ subscriptions }, { subscription }) {
      if (way !== 'cancel') return null
      const until = subscriptions.find(({ id }) => id === subscription)?.cancellableUntil ?? null
      return until !== null && now() < until ? null : { state: 'skipped', at: now(), why: 'window-over' }
    },
    move: moveEnding,
    async also({ identity, customer }, { subscription }, result) {
      const gone = way === 'cancel' && (result.state === 'done' || result.state === 'already')
      const held = gone ? await store.get('held', heldKey(identity.lane, customer, subscription)) : null
      return held ? { remove: [{ kind: 'held', id: held.id, basedOn: held.version }] } : {}
    },
    after: async (next) => ({
      orders: next.status === 'approved' ? [{ kind: 'update-cards', case: next.id }] : ordersOf(next),
    }),
    audit: (next, act, result, at) => ({
      ...endingAudit(next, at, 'desk', result.state === 'sent' ? 'ending.sent' : 'ending.acted'),
      details: actDetails(act, result),
    }),
  }
}
