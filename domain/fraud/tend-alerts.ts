import { order } from '../outbox/orders.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { FraudEscalation } from '../policy/fraud-escalation.ts'
import { StaleWrite, type Stored } from '../ports/desk-store.ts'
import { alertAudit, ordersSince } from './alert-consequences.ts'
import type { FraudAlert } from './fraud-alert.ts'
import type { Storms } from './storms.ts'
import { tendAlert } from './tend-alert.ts'

interface TenderParts extends DeciderParts {
  readonly policy: { readonly fraudEscalation: FraudEscalation }
}

/**
 * Goes through the open alerts and does what has fallen due, a commit a step; then tells what a storm has collected.
 */
export function alertTender({ store, now, newId, policy }: TenderParts, storms: Storms): () => Promise<void> {
  return async () => {
    const open = await store.list('fraud-alert', { open: true })
    for (const each of open) await tendOne(each).catch(unlessStale)
    await storms.digest(open)
  }

  async function tendOne({ id, value, version }: Stored<FraudAlert>): Promise<void> {
    if (value.status !== 'pending') return
    const stands = (await store.list('card', { case: id })).length > 0
    let alert = value
    let at = version
    for (;;) {
      const moment = now()
      const tended = tendAlert(alert, { now: moment, escalation: policy.fraudEscalation, stands })
      if (!tended) return
      await store.commit({
        save: [saveOf('fraud-alert', id, tended.alert, at)],
        audit: [alertAudit(tended.alert, moment, 'desk', tended.deed)],
        outbox: ordersSince(alert, tended.alert, tended.deed).map((each) => order(newId, each, moment)),
      })
      alert = tended.alert
      at += 1
    }
  }
}

/** Somebody was faster: the next look sees what they did. */
function unlessStale(fault: unknown): void {
  if (!(fault instanceof StaleWrite)) throw fault
}
