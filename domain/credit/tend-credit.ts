import type { LaneOf } from '../acts/trade.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { PlacesOf } from '../cases/audience.ts'
import { order } from '../outbox/orders.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { News } from '../outbox/news.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { StaleWrite, type Stored } from '../ports/desk-store.ts'
import type { BooksOfDay, StandingBook } from '../receivables/standing-book.ts'
import { addDays, dayAt, minutesInto, type Day } from '../shared/time.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import { judgeBreaches, type Exceeded } from './breaches.ts'
import type { CreditLine } from './credit-line.ts'
import type { ReadExposure } from './read-exposure.ts'

/** As many customers as one message names, and one commit changes. */
const atOnce = 20

/**
 * Tells what credit calls for by itself: each morning, and whenever the ledger or a limit has changed, the limits that are
 * exceeded; each morning the reviews that are due. Safe to run at any time: what was told is not told again.
 */
export function creditTender(
  parts: DeciderParts & {
    readonly book: StandingBook
    readonly policy: Pick<CollectionsPolicy, 'calendar' | 'workingHours'>
    readonly staff: StaffDesk
    readonly placesOf: PlacesOf
    readonly ledgerRevision: () => number
    readonly readExposure: ReadExposure
    readonly laneOf: LaneOf
  },
): (goOn?: () => boolean) => Promise<void> {
  const { store, now, newId, book, policy, staff, placesOf, readExposure, laneOf } = parts
  /** What each limit was compared with last, by record. */
  const looked = new Map<string, string>()
  const groundOf = ({ limits }: CreditLine, morning: Day) => JSON.stringify([morning, parts.ledgerRevision(), limits])

  return async (goOn = () => true) => {
    const { timeZone } = policy.calendar
    const at = now()
    const today = dayAt(at, timeZone)
    // Before work begins it is still yesterday's morning: nobody is told at midnight.
    const morning = minutesInto(at, timeZone) < policy.workingHours.from ? addDays(today, -1) : today
    const lines = await store.list('credit-line')
    const books = await book.today()
    const due = lines.filter(({ id, value }) => isToJudge(value) && looked.get(id) !== groundOf(value, morning))
    for (let from = 0; from < due.length && goOn(); from += atOnce)
      await look(due.slice(from, from + atOnce), books, morning)
    await remind(morning, books)
  }

  async function look(due: readonly Stored<CreditLine>[], books: BooksOfDay, morning: Day): Promise<void> {
    const at = now()
    const judged = []
    for (const stored of due) {
      const of = books.of(stored.value.customer)
      if (of?.customer.lane !== stored.value.lane) continue
      const exposure = await readExposure(of, laneOf)
      const found = judgeBreaches(stored.value, exposure, at)
      judged.push({ ...stored, ...found, name: of.customer.name })
      if (exposure.unknown.every(({ why }) => why !== 'no-answer'))
        looked.set(stored.id, groundOf(stored.value, morning))
    }
    const changed = judged.filter(({ value, breaches }) => !isSame(value.breaches, breaches))
    const rows = judged.flatMap(({ name, value: { lane, customer }, tell }) =>
      tell.map((each) => rowOf(each, { name, lane, customer })),
    )
    if (changed.length === 0) return
    await unlessFaster(
      store.commit({
        save: changed.map(({ id, value, version, breaches }) => ({
          kind: 'credit-line',
          id,
          value: { ...value, breaches },
          basedOn: version,
        })),
        audit: changed.map(({ id, value: { lane, customer }, breaches }) => ({
          at,
          by: 'desk',
          what: 'credit.judged',
          about: id,
          customer,
          lane,
          details: { breaches },
        })),
        outbox:
          rows.length === 0 ? [] : [order(newId, { kind: 'announce-news', news: { kind: 'credit-breach', rows } }, at)],
      }),
    )
  }

  /** Each of those who decided is told in person; where none of them is left, whoever decides now. */
  async function remind(morning: Day, books: BooksOfDay): Promise<void> {
    const at = now()
    for (const { id, value, version } of await store.list('credit-line')) {
      const { lane, customer, reviewOn } = value
      if (reviewOn === null || reviewOn > morning || value.reviewTold === reviewOn) continue
      const name = books.of(customer)?.customer.name ?? customer
      const news: News = { kind: 'credit-review', lane, customer, name, reviewOn }
      const people = (await staff.all()).filter((each) => value.reviewBy.includes(each.id))
      const places = people.flatMap((each) => placesOf(each).slice(0, 1))
      const orders: readonly Order[] =
        places.length === 0
          ? [{ kind: 'announce-news', news }]
          : places.map((place) => ({ kind: 'post-news', news, place }))
      await unlessFaster(
        store.commit({
          save: [{ kind: 'credit-line', id, value: { ...value, reviewTold: reviewOn }, basedOn: version }],
          audit: [{ at, by: 'desk', what: 'credit.review-told', about: id, customer, lane, details: { reviewOn } }],
          outbox: orders.map((each) => order(newId, each, at)),
        }),
      )
    }
  }
}

/** Where no limit was decided nothing can be exceeded. */
function isToJudge({ limits, breaches }: CreditLine): boolean {
  return limits.length > 0 || breaches.length > 0
}

function rowOf(
  { exposure, limit, atLeast, toldBefore }: Exceeded,
  who: { readonly name: string } & Pick<CreditLine, 'lane' | 'customer'>,
) {
  return { ...who, exposure, limit, atLeast, grown: toldBefore !== null }
}

function isSame(one: CreditLine['breaches'], other: CreditLine['breaches']): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Somebody wrote at the same moment: the next look sees what they did. */
async function unlessFaster(commit: Promise<void>): Promise<void> {
  try {
    await commit
  } catch (fault) {
    if (!(fault instanceof StaleWrite)) throw fault
  }
}
