import { audienceOf, peopleFor, type PlacesOf } from '../cases/audience.ts'
import { caseId } from '../cases/case.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { PagingDesk } from '../paging/paging-desk.ts'
import type { PagerWay } from '../paging/pager-call.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { CaseId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import { alertAudit } from './alert-consequences.ts'
import type { DecidedAlert } from './fraud-alert.ts'
import { reportedSignal } from './reported-signal.ts'
import { openAlert } from './take-signal.ts'

/** How long the chats have until whoever tries the channels is told what came of it. */
export const toldAfterMs = 30_000

export type TestRefusal = { readonly code: 'not-allowed' }

/** Tries the roads an alert takes before a real one does. */
export interface RouteTester {
  /**
   * A test goes to every channel that was ever chosen for fraud, or to each fraud lead; what came of it is told where
   * it was asked.
   */
  test(by: Staff, askedIn: PlaceId): Promise<Outcome<{ readonly case: CaseId; readonly places: number }, TestRefusal>>
  /** Whoever is on duty is called as a test; gives the ways there are. */
  testPager(by: Staff): Promise<Outcome<readonly PagerWay[], TestRefusal>>
}

export function createRouteTester(
  parts: DeciderParts & {
    readonly routes: RouteDesk
    readonly staff: StaffDesk
    readonly placesOf: PlacesOf
    readonly paging: Pick<PagingDesk, 'pagers'>
    readonly lanes: readonly Lane[]
  },
): RouteTester {
  const { store, now, newId, routes, paging } = parts
  return {
    async test(by, askedIn) {
      if (!mayAsk(by.roles, 'test route')) return refused({ code: 'not-allowed' })
      const at = now()
      const id = caseId('fraud-alert', await store.nextNumber('F'))
      const signal = { ...reportedSignal('', parts.lanes[0] ?? 'global', 'fraud', '', newId(), at), customer: null }
      const opened = openAlert(
        { ...signal, type: 'routeTest', severity: 'informational', description: null, isTest: true },
        { id, identity: null, before: null, by: by.id, now: at },
      )
      // Nobody has to answer it: it is over as it begins, and stands in nobody's list.
      const alert: DecidedAlert = {
        ...opened,
        status: 'decided',
        verdict: 'ignore',
        because: '',
        decidedBy: by.id,
        intent: newId(),
        asIgnore: false,
        reported: { state: 'nobody-to-tell' },
        endedAt: at,
      }
      const chosen = (await routes.list()).filter(({ topic }) => topic === 'fraud').map(({ place }) => place)
      const places = new Set(
        chosen.length > 0 ? chosen : await peopleFor(audienceOf({ kind: 'fraud-alert', value: alert }), parts),
      )
      await store.commit({
        save: [saveOf('fraud-alert', id, alert, null)],
        audit: [alertAudit(alert, at, by.id, 'fraud-alert.routes-tested')],
        outbox: [
          ...[...places].map((place) => order(newId, { kind: 'post-card', case: id, place, reminder: false }, at)),
          order(newId, { kind: 'tell-delivery', case: id, place: askedIn }, later(at, toldAfterMs)),
        ],
      })
      return granted({ case: id, places: places.size })
    },

    async testPager(by) {
      if (!mayAsk(by.roles, 'test route')) return refused({ code: 'not-allowed' })
      const at = now()
      const call = { id: newId(), kind: 'test', case: null, lane: null, severity: null, since: at, at } as const
      const ways = paging.pagers.map(({ way }) => way)
      if (ways.length > 0)
        await store.commit({
          audit: [{ at, by: by.id, what: 'page.asked', about: 'page:test' }],
          outbox: [order(newId, { kind: 'page', call }, at)],
        })
      return granted(ways)
    },
  }
}
