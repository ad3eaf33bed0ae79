import type { LaneOf } from '../acts/trade.ts'
import { troubleOf } from '../acts/take-step.ts'
import type { Lane } from '../customers/lane.ts'
import type { OperatorLane } from '../ports/operator-lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { LaneWaits } from './lane-waits.ts'
import { everyCallRefused, isRefusal, speaksOfUs, type RefusedCall } from './own-account.ts'
import type { TroubleDesk } from './trouble-desk.ts'

/**
 * Listens to every answer of every lane for what it says of our own account, and opens the case about ourselves. What
 * was refused in a row is counted in this process only: each process that is refused finds out by itself.
 */
export function laneWatch(troubles: Pick<TroubleDesk, 'opened'>): {
  /** Lanes for people, who hear the fault as it is. */
  readonly forPeople: (laneOf: LaneOf) => LaneOf
  /** Lanes for acts: what is our own trouble makes them wait instead of failing. */
  readonly forActs: (laneOf: LaneOf) => LaneOf
} {
  const refusals = new Map<Lane, RefusedCall[]>()

  /** The case about ourselves, where this fault belongs to it. */
  const heard = async (lane: Lane, customer: CustomerId | null, fault: OutsideFault) => {
    const { facts } = fault
    if (!isRefusal(facts) && !speaksOfUs(facts)) {
      if (!fault.retryable) refusals.delete(lane)
      return null
    }
    const inARow = [...(refusals.get(lane) ?? []), { customer }].slice(-50)
    refusals.set(lane, inARow)
    if (!speaksOfUs(facts) && !everyCallRefused(inARow)) return null
    return troubles.opened(lane, { trouble: troubleOf(fault), customer })
  }

  const watched = (operator: OperatorLane, waits: boolean): OperatorLane => {
    const { lane } = operator
    const listening = async <Result>(customer: CustomerId | null, call: () => Promise<Result>): Promise<Result> => {
      try {
        const result = await call()
        refusals.delete(lane)
        return result
      } catch (fault) {
        const about = fault instanceof OutsideFault ? await heard(lane, customer, fault) : null
        if (waits && about !== null) throw new LaneWaits('lane-paused', about)
        throw fault
      }
    }
    return {
      ...operator,
      async *customers() {
        const pages = operator.customers()[Symbol.asyncIterator]()
        for (;;) {
          const page = await listening(null, () => pages.next())
          if (page.done) return
          yield page.value
        }
      },
      subscriptions: (customer) => listening(customer, () => operator.subscriptions(customer)),
      subscription: (customer, id) => listening(customer, () => operator.subscription(customer, id)),
      suspend: (customer, id, intent) => listening(customer, () => operator.suspend(customer, id, intent)),
      reactivate: (customer, id, intent) => listening(customer, () => operator.reactivate(customer, id, intent)),
      setRenewal: (customer, id, renewal, intent) =>
        listening(customer, () => operator.setRenewal(customer, id, renewal, intent)),
      cancel: (customer, id, intent) => listening(customer, () => operator.cancel(customer, id, intent)),
    }
  }
  const among = (laneOf: LaneOf, waits: boolean): LaneOf => {
    const made = new WeakMap<OperatorLane, OperatorLane>()
    return (lane) => {
      const operator = laneOf(lane)
      if (!operator) return null
      const known = made.get(operator) ?? watched(operator, waits)
      made.set(operator, known)
      return known
    }
  }
  return { forPeople: (laneOf) => among(laneOf, false), forActs: (laneOf) => among(laneOf, true) }
}
