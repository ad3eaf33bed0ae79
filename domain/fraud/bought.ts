import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import { daysBetween, type Day } from '../shared/time.ts'

/** How many seats of one subscription are known, and raise no question any more. */
interface KnownSeats {
  readonly id: SubscriptionId
  /** The most that were ever seen: what dips and returns is no purchase. */
  readonly seats: number
  /** Grown on this day, from so many, and nobody was told: what is bought on one day counts together. */
  readonly risen: { readonly from: number; readonly on: Day; readonly isNew: boolean } | null
}

/** What one customer is known to have bought. */
export interface Bought {
  /** When this desk began to look at them. */
  readonly since: Day
  /** When they bought something for the first time; null where they had something before, or have nothing yet. */
  readonly firstOn: Day | null
  readonly subscriptions: readonly KnownSeats[]
}

/** More seats than were ever seen. */
export interface Purchase {
  readonly subscription: OperatorSubscription
  /** Seats before; 0 where the subscription is new. */
  readonly before: number
  readonly after: number
  /** The subscription is new. */
  readonly isNew: boolean
}

/** A customer who appeared after the first look at the lane, and had nothing until then. */
export function newcomer(today: Day): Bought {
  return { since: today, firstOn: null, subscriptions: [] }
}

/** What a customer had when they were looked at for the first time: no purchase, whatever it is. */
export function hadBefore(shown: readonly OperatorSubscription[], today: Day): Bought {
  const known = shown.filter(isCounted).map(({ id, quantity }): KnownSeats => ({ id, seats: quantity, risen: null }))
  return { since: today, firstOn: null, subscriptions: known }
}

/** What was bought since the last look. Fewer seats are none, nor is what is gone already. */
export function purchasesSince(
  { subscriptions }: Bought,
  shown: readonly OperatorSubscription[],
  today: Day,
): readonly Purchase[] {
  return shown.flatMap((subscription): readonly Purchase[] => {
    const { id, quantity: after, status } = subscription
    if (!isCounted(subscription) || status === 'deleted' || status === 'expired') return []
    const known = subscriptions.find((one) => one.id === id)
    if (!known) return [{ subscription, before: 0, after, isNew: true }]
    if (after <= known.seats) return []
    const start = known.risen?.on === today ? known.risen : { from: known.seats, isNew: false }
    return [{ subscription, before: start.from, after, isNew: start.isNew }]
  })
}

/** The same with what was seen now; `told` are the purchases that people hear of. */
export function withPurchases(
  bought: Bought,
  facts: {
    readonly shown: readonly OperatorSubscription[]
    readonly purchases: readonly Purchase[]
    readonly told: readonly Purchase[]
    readonly today: Day
  },
): Bought {
  const { shown, purchases, told, today } = facts
  const now = shown.filter(isCounted).map(({ id, quantity }): KnownSeats => {
    const known = bought.subscriptions.find((one) => one.id === id)
    const purchase = purchases.find(({ subscription }) => subscription.id === id)
    const most = Math.max(known?.seats ?? 0, quantity)
    if (!purchase) return { id, seats: most, risen: known?.risen?.on === today ? known.risen : null }
    const isTold = told.includes(purchase)
    return { id, seats: most, risen: isTold ? null : { from: purchase.before, on: today, isNew: purchase.isNew } }
  })
  const seen = new Set(now.map(({ id }) => id))
  const isFirst = bought.subscriptions.length === 0 && purchases.length > 0
  return {
    ...bought,
    firstOn: isFirst ? today : bought.firstOn,
    // A list may leave one out for a while: it is no purchase when it returns.
    subscriptions: [...now, ...bought.subscriptions.filter(({ id }) => !seen.has(id))],
  }
}

/** Whether a customer has bought nothing yet, or began to in the last so many days. */
export function isNewBuyer({ firstOn, subscriptions }: Bought, today: Day, days: number): boolean {
  return subscriptions.length === 0 || (firstOn !== null && daysBetween(firstOn, today) < days)
}

/**
 * As one line of text: fifty thousand subscriptions are remembered, and as objects they would take several times as
 * much memory. A day, the day of the first purchase, then seats and id of each.
 */
export function packBought({ since, firstOn, subscriptions }: Bought): string {
  const rows = subscriptions.map(({ id, seats, risen }) =>
    [seats, ...(risen ? [risen.from, risen.on, risen.isNew ? 'new' : 'more'] : []), encodeURIComponent(id)].join(' '),
  )
  return [`${since} ${firstOn ?? '-'}`, ...rows].join(';')
}

export function unpackBought(text: string): Bought {
  const [head = '', ...rows] = text.split(';')
  const [since, firstOn] = head.split(' ')
  return {
    since: since as Day,
    firstOn: firstOn === '-' ? null : (firstOn as Day),
    subscriptions: rows.map((row): KnownSeats => {
      const fields = row.split(' ')
      const [seats, from, on, how] = fields
      const risen = fields.length > 2 ? { from: Number(from), on: on as Day, isNew: how === 'new' } : null
      return { id: decodeURIComponent(fields.at(-1) ?? ''), seats: Number(seats), risen }
    }),
  }
}

/** How many seats there are is not known of what nobody has asked the operator about. */
function isCounted({ unseen }: OperatorSubscription): boolean {
  return unseen !== true
}
