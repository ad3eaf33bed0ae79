import type { Cases } from '../cases/case.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import type { Stored } from '../ports/desk-store.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { asShown } from './as-shown.ts'
import type { ActResult, SubscriptionAct } from './subscription-act.ts'
import type { Acting, ActingKind, LaneOf, Trade } from './trade.ts'

const minutes = 60_000
const days = 24 * 60 * minutes

/** How soon after somebody did an act by hand the operator is looked at, in ms. */
export const firstLookMs = minutes

/** How soon it is looked at again, in ms: less and less often; null once it is looked at no more. */
export function nextLookMs(since: Instant, now: Instant): number | null {
  const past = msOf(now) - msOf(since)
  if (past > 30 * days) return null
  return past < 60 * minutes ? 5 * minutes : past < days ? 30 * minutes : 360 * minutes
}

type DoneByHand = Extract<ActResult, { state: 'done' }> &
  Required<Pick<Extract<ActResult, { state: 'done' }>, 'byHand'>>

/**
 * Looks whether the operator shows what was done by hand, and only looks: a lane without access, or one that does not
 * answer, is looked at again for a month. What is seen is confirmed, in an act that has long been settled.
 */
export function lookAgain({ store, now, newId, laneOf }: DeciderParts & { readonly laneOf: LaneOf }) {
  return async <K extends ActingKind>(
    trade: Trade<K>,
    entry: OutboxEntry,
    { case: id, subscription }: { readonly case: CaseId; readonly subscription: SubscriptionId },
  ): Promise<Tried> => {
    const asked: Stored<Cases[K]> | null = await store.get(trade.kind, id)
    const reported = asked && unconfirmed(asked.value, subscription)
    const since = reported?.result.byHand.at
    if (!asked || !reported || !since) {
      await store.commit({ settle: [entry.id] })
      return 'kept'
    }
    const seen = await look(asked.value, reported)
    const wait = seen === 'gone' ? null : nextLookMs(since, now())
    if (seen !== true) {
      await store.commit(
        wait === null ? { settle: [entry.id] } : { postpone: [{ ...entry, dueAt: later(now(), wait) }] },
      )
      return wait === null ? 'kept' : 'postponed'
    }
    await untilFresh(async () => {
      const found: Stored<Cases[K]> | null = await store.get(trade.kind, id)
      const act = found && unconfirmed(found.value, subscription)
      if (!found || !act) return store.commit({ settle: [entry.id] })
      const at = now()
      const result: DoneByHand = { ...act.result, at, confirmed: true }
      const next = withResult(found.value, subscription, result)
      await store.commit({
        save: [saveOf(trade.kind, id, next, found.version)],
        audit: [{ ...trade.audit(next, act, result, at), what: `${trade.kind}.confirmed` }],
        settle: [entry.id],
        outbox: [order(newId, { kind: 'update-cards', case: id }, at)],
      })
    })
    return 'kept'

    /** Whether the subscription is as it was wanted; `gone` where the operator does not know it. */
    async function look(value: Cases[K], act: SubscriptionAct): Promise<boolean | 'gone'> {
      // Whatever its status, a case that has acts has a lane and a customer.
      const lane = laneOf(trade.laneOf(value as Acting<K>))
      if (!lane) return false
      try {
        return (await asShown(lane, value.customer, act)).status === trade.wanted
      } catch (fault) {
        if (!(fault instanceof OutsideFault)) throw fault
        return fault.facts.kind === 'not-found' ? 'gone' : false
      }
    }
  }
}

/** The act that somebody did by hand and that nobody has seen yet. */
function unconfirmed(
  value: Cases[ActingKind],
  subscription: SubscriptionId,
): (SubscriptionAct & { readonly result: DoneByHand }) | null {
  const acts = 'acts' in value ? value.acts : []
  const act = acts.find((one) => one.subscription === subscription)
  return act && isUnconfirmed(act) ? act : null
}

/** Whether somebody did an act by hand and the operator was not seen to show it. */
export function isUnconfirmed(act: SubscriptionAct): act is SubscriptionAct & { readonly result: DoneByHand } {
  return act.result.state === 'done' && !act.result.confirmed && act.result.byHand !== undefined
}

function withResult<Value extends Cases[ActingKind]>(value: Value, subscription: SubscriptionId, result: ActResult) {
  if (!('acts' in value)) return value
  return { ...value, acts: value.acts.map((act) => (act.subscription === subscription ? { ...act, result } : act)) }
}
