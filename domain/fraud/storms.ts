import { order } from '../outbox/orders.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { lanes, type Lane } from '../customers/lane.ts'
import type { Stored } from '../ports/desk-store.ts'
import type { News } from '../outbox/news.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { CustomerId } from '../shared/ids.ts'
import { later } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { alertAudit } from './alert-consequences.ts'
import type { FraudAlert, OpenAlert } from './fraud-alert.ts'
import { isGraver } from './signal.ts'

/** So many new alerts of one lane within so long are a storm: nobody reads a card for each. */
const stormFrom = 10
const stormWindowMs = 10 * 60_000
/** What is to stand in a digest is collected for so long. */
const collectMs = 60_000
/** As many as one message shows; the others are counted, and stand in the list of alerts. */
const mostListed = 20

/** What keeps a storm readable: cards for what matters, digests for the rest. */
export interface Storms {
  /** High alerts, and the first of each customer, have a card of their own whatever the weather. */
  hasCard(alert: OpenAlert): Promise<boolean>
  /** Whether its customer has no open alert with a card yet. */
  isFirstOf(alert: OpenAlert): Promise<boolean>
  /** Tells of what was collected: one digest for a lane, and one for each customer whose own channel hears of it. */
  digest(open: readonly Stored<FraudAlert>[]): Promise<void>
}

export function createStorms({
  store,
  now,
  newId,
  routes,
}: DeciderParts & { readonly routes: Pick<RouteDesk, 'list' | 'placesFor'> }): Storms {
  const isFirst = ({ lane, customer }: OpenAlert, open: readonly FraudAlert[]) =>
    customer === null ||
    !open.some((each) => each.lane === lane && each.customer === customer && each.digested === undefined)
  return {
    isFirstOf: async (alert) =>
      isFirst(
        alert,
        (await store.list('fraud-alert', { open: true })).map(({ value }) => value),
      ),
    async hasCard(alert) {
      if (alert.severity === 'high') return true
      const since = later(now(), -stormWindowMs)
      const open = (await store.list('fraud-alert', { open: true })).map(({ value }) => value)
      const lately = open.filter(({ lane, openedAt }) => lane === alert.lane && openedAt >= since)
      return lately.length < stormFrom || isFirst(alert, open)
    },

    async digest(open) {
      for (const lane of lanes) {
        const waiting = open.filter(({ value }) => value.lane === lane && value.digested === 'waiting')
        const oldest = waiting[0]?.value.openedAt
        if (oldest === undefined || later(oldest, collectMs) > now()) continue
        await tell(lane)
      }
    },
  }

  function tell(lane: Lane): Promise<void> {
    return untilFresh(async () => {
      const at = now()
      const waiting = (await store.list('fraud-alert', { open: true })).filter(
        ({ value }) => value.lane === lane && value.digested === 'waiting',
      )
      if (waiting.length === 0) return
      const told = waiting.map(({ id, value, version }) => ({
        id,
        version,
        value: { ...value, digested: 'told' } as const,
      }))
      const groups = await byHearers(told.map(({ value }) => value).sort(gravestFirst))
      await store.commit({
        save: told.map(({ id, value, version }) => ({ kind: 'fraud-alert', id, value, basedOn: version })),
        audit: told.map(({ value }) => alertAudit(value, at, 'desk', 'fraud-alert.digested')),
        outbox: [...groups].map(([customer, alerts]) =>
          order(newId, { kind: 'announce-news', news: digestOf(lane, customer, alerts) }, at),
        ),
      })
    })
  }

  /** Alerts of a lane, gravest first, by the customer whose own channel hears of theirs; null: as the lane's do. */
  async function byHearers(alerts: readonly FraudAlert[]): Promise<ReadonlyMap<CustomerId | null, FraudAlert[]>> {
    const owners = new Set((await routes.list()).map(({ only }) => only?.customer))
    const apart = new Set<CustomerId>()
    for (const { lane, customer, severity } of alerts) {
      if (customer === null || !owners.has(customer) || apart.has(customer)) continue
      const [own, others] = await Promise.all(
        [customer, null].map((of) => routes.placesFor('fraud', { lane, customer: of, severity })),
      )
      if (own?.join() !== others?.join()) apart.add(customer)
    }
    return Map.groupBy(alerts, ({ customer }) => (customer !== null && apart.has(customer) ? customer : null))
  }
}

function digestOf(lane: Lane, customer: CustomerId | null, alerts: readonly FraudAlert[]): News {
  return {
    kind: 'fraud-digest',
    lane,
    ...(customer !== null && { customer }),
    rows: alerts.slice(0, mostListed).map(({ id, identity, calledThere, customer: about, type, severity, hits }) => ({
      case: id,
      customer: identity?.operatorName ?? calledThere ?? about ?? '',
      type,
      severity,
      hits,
    })),
    more: Math.max(0, alerts.length - mostListed),
  }
}

function gravestFirst(one: FraudAlert, other: FraudAlert): number {
  return isGraver(other.severity, one.severity) ? 1 : isGraver(one.severity, other.severity) ? -1 : 0
}
