import type { DeciderParts } from '../cases/decide-case.ts'
import { lanes, type Lane } from '../customers/lane.ts'
import type { News } from '../outbox/news.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { StaleWrite } from '../ports/desk-store.ts'
import type { OwnInvoicesOf } from '../ports/own-invoices.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { addDays, dayAt, minutesInto, type Day } from '../shared/time.ts'
import { operatorTerms, ownStanding, warningDue, type OwnStanding } from './own-standing.ts'

/** What is known of the partner's own standing in a lane, or why nothing is. */
export type OwnStandingRead =
  | { readonly kind: 'known'; readonly standing: OwnStanding }
  | { readonly kind: 'no-access' | 'not-said' }
  | { readonly kind: 'no-answer'; readonly fault: OutsideFault }

/** What the partner itself owes its operators: one lane never knows of another's. */
export interface OwnInvoicesDesk {
  /** Read at the operator now. */
  read(lane: Lane): Promise<OwnStandingRead>
  /** Warns administrators and whoever decides about credit as own invoices grow overdue; safe to run at any time. */
  tend(): Promise<void>
}

/** As many invoices as one message names. */
const mostNamed = 5
/** As many warnings as are remembered. */
const mostTold = 100

export function createOwnInvoicesDesk({
  store,
  now,
  newId,
  policy,
  ownInvoicesOf,
}: DeciderParts & {
  readonly policy: Pick<CollectionsPolicy, 'calendar' | 'workingHours'>
  readonly ownInvoicesOf: OwnInvoicesOf
}): OwnInvoicesDesk {
  /** The morning for which a lane was looked at. */
  const looked = new Map<Lane, Day>()

  async function read(lane: Lane): Promise<OwnStandingRead> {
    const operator = ownInvoicesOf(lane)
    if (!operator) return { kind: 'no-access' }
    try {
      const invoices = await operator.invoices()
      if (invoices === null) return { kind: 'not-said' }
      const balances = await operator.balances()
      const day = dayAt(now(), policy.calendar.timeZone)
      return { kind: 'known', standing: ownStanding(lane, day, { invoices, balances }) }
    } catch (fault) {
      if (fault instanceof OutsideFault) return { kind: 'no-answer', fault }
      throw fault
    }
  }

  async function warn(standing: OwnStanding): Promise<void> {
    const step = warningDue(standing)
    const [oldest] = standing.open
    if (step === null || oldest === undefined) return
    const id = `own-invoices/${standing.lane}`
    const before = await store.get('digest', id)
    const told = before?.value.told ?? []
    const key = `${oldest.id}:${step}`
    if (told.includes(key)) return
    const at = now()
    const news = (audience: 'administration' | 'approvals'): News => ({ ...newsOf(standing), audience })
    await store.commit({
      save: [
        { kind: 'digest', id, value: { told: [...told, key].slice(-mostTold) }, basedOn: before?.version ?? null },
      ],
      audit: [
        {
          at,
          by: 'desk',
          what: 'own-invoices.warned',
          about: id,
          lane: standing.lane,
          details: { oldest, daysOverdue: standing.daysOverdue, overdue: standing.overdue },
        },
      ],
      outbox: [
        order(newId, { kind: 'announce-news', news: news('administration') }, at),
        order(newId, { kind: 'announce-news', news: news('approvals') }, at),
      ],
    })
  }

  return {
    read,
    async tend() {
      const { timeZone } = policy.calendar
      const today = dayAt(now(), timeZone)
      // Nobody is warned at midnight.
      const morning = minutesInto(now(), timeZone) < policy.workingHours.from ? addDays(today, -1) : today
      for (const lane of lanes) {
        if (looked.get(lane) === morning) continue
        const found = await read(lane)
        // Whoever gave no answer is asked again the next time.
        if (found.kind === 'no-answer') continue
        try {
          if (found.kind === 'known') await warn(found.standing)
          looked.set(lane, morning)
        } catch (fault) {
          // Another process was faster; the next look finds it told.
          if (!(fault instanceof StaleWrite)) throw fault
        }
      }
    },
  }
}

function newsOf({
  lane,
  daysOverdue,
  overdue,
  open,
}: OwnStanding): Omit<Extract<News, { kind: 'own-overdue' }>, 'audience'> {
  const late = open.filter((each) => each.daysOverdue > 0)
  return {
    kind: 'own-overdue',
    lane,
    days: daysOverdue,
    bears: operatorTerms[lane].bearsOverdue,
    overdue,
    invoices: late.slice(0, mostNamed).map(({ id, dueOn, open: left }) => ({ id, dueOn, open: left })),
    more: Math.max(0, late.length - mostNamed),
  }
}
