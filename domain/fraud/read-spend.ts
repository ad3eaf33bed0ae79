import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import { StaleWrite } from '../ports/desk-store.ts'
import type { SpendingOf } from '../ports/spending.ts'
import type { Money } from '../shared/money.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { alertAudit, ordersOf } from './alert-consequences.ts'
import type { OpenAlert } from './fraud-alert.ts'
import { spendRead } from './spend-since.ts'

interface SpendParts extends DeciderParts {
  readonly spendingOf: SpendingOf
}

/**
 * Reads what the customers of open alerts about Azure have used this month, once each, and keeps what changed. What
 * cannot be read is left unknown, and read again at the next pass.
 */
export function spendReader({ store, now, newId, spendingOf }: SpendParts): () => Promise<void> {
  return async () => {
    const asked = new Map<string, Promise<Money | null>>()
    for (const { id, value, version } of await store.list('fraud-alert', { open: true })) {
      if (value.status !== 'pending' || value.isTest || value.subscription?.kind !== 'azure') continue
      const key = `${value.lane}/${value.customer}`
      const reading = asked.get(key) ?? used(value)
      asked.set(key, reading)
      const read = await reading
      const moment = now()
      const next = read && spendRead(value, read, moment)
      if (next === null) continue
      await store
        .commit({
          save: [saveOf('fraud-alert', id, next, version)],
          audit: [alertAudit(next, moment, 'desk', 'fraud-alert.spend-read')],
          outbox: ordersOf(next, 'fraud-alert.spend-read').map((each) => order(newId, each, moment)),
        })
        .catch(unlessStale)
    }
  }

  async function used({ lane, customer }: OpenAlert): Promise<Money | null> {
    const spending = spendingOf(lane)
    // Who is not known by name here is no customer to ask about.
    if (spending === null || customer === null) return null
    try {
      return (await spending.budget(customer))?.used ?? null
    } catch (fault) {
      if (fault instanceof OutsideFault) return null
      throw fault
    }
  }
}

/** Somebody was faster: the next pass counts it. */
function unlessStale(fault: unknown): void {
  if (!(fault instanceof StaleWrite)) throw fault
}
