import type { Consequences } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { NewId } from '../shared/ids.ts'
import type { SuspensionRequest } from './suspension-request.ts'

/** What follows from an approval: acts that may not begin yet are promised for when they may. */
export function inTime(next: SuspensionRequest, all: Consequences, newId: NewId): Consequences {
  const { start } = next
  if (next.status !== 'approved' || start === undefined) return all
  const isAct = ({ kind }: Order) => kind === 'suspend-subscription'
  return {
    ...all,
    orders: all.orders.filter((each) => !isAct(each)),
    later: [...(all.later ?? []), ...all.orders.filter(isAct).map((each) => order(newId, each, start.at))],
  }
}
