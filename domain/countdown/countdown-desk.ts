import { caseId } from '../cases/case.ts'
import type { CountdownDeed } from '../cases/case-deed.ts'
import { decider, saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { AuditDraft } from '../audit/audit-entry.ts'
import { isMatched } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Outcome } from '../shared/outcome.ts'
import { dayAt, daysBetween, later, startOfDay, type Instant } from '../shared/time.ts'
import { untilFresh, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import { isWorkingDay } from '../shared/working-days.ts'
import type { Staff } from '../staff/staff.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import type { WatchMemory } from '../watch/watch-memory.ts'
import { daysLeft, notchOf, type Countdown, type OpenCountdown } from './countdown.ts'
import { counted, countedToday, isDue, letGo, wantBack, type CountdownRefusal } from './decide-countdown.ts'
import { heldToday, type HeldOf } from './held-today.ts'

/** When the working day begins where the partner works. */
const digestAfterMs = 9 * 3_600_000
/** In the digest so many days before; a card follows seven days before. */
const digestDays = [30, 14] as const
const cardDays = 7
/** As many as one message shows. */
const mostListed = 20

export interface CountdownDeskParts extends DeciderParts {
  readonly book: StandingBook
  readonly memory: WatchMemory
  readonly operators: Pick<OperatorDirectory, 'customers'>
  readonly policy: CollectionsPolicy
}

/** A subscription on hold with the name of its customer. */
export type CountedHeld = HeldOf & { readonly customerName: string }

type Decided = Promise<Outcome<Countdown, CountdownRefusal | VersionRefusal>>

/** What is on hold and will be lost for good. The desk tells, and never brings back or lets go by itself. */
export interface CountdownDesk {
  /** Brings each customer's case up to today: opened, counted on, passed or over. Safe to run at any time. */
  tend(): Promise<void>
  /** The day's digest, once, on working days from nine: what is thirty or fourteen days away, and what nobody can date. */
  digest(): Promise<void>
  /** Everything on hold and out of service, the first to be lost first. */
  all(): Promise<readonly CountedHeld[]>
  letGo(at: CaseAt, because: string, by: Staff): Decided
  wantBack(at: CaseAt, by: Staff): Decided
}

export function createCountdownDesk(parts: CountdownDeskParts): CountdownDesk {
  const { store, book, memory, operators, policy, now, newId } = parts
  const zone = policy.calendar.timeZone
  const decide = decider('countdown', parts)
  const pointerTo = (lane: Lane, customer: CustomerId) => `countdown/${lane}/${customer}`
  const read = () => heldToday(store, memory, zone)

  async function tendOne(lane: Lane, customer: CustomerId, held: readonly HeldOf[]): Promise<void> {
    const at = now()
    const today = dayAt(at, zone)
    const earlier = (await store.list('countdown', { customer })).map(({ value }) => value)
    const pointer = await store.get('open-case', pointerTo(lane, customer))
    const found = pointer && (await store.get('countdown', pointer.value.case))
    const open = found?.value.status === 'pending' ? found.value : null
    const before = open ?? (await opened())
    const next = before && countedToday(before, held, { today, now: at, earlier })
    // A case that is opened is written as it stands; one that is counted on, only where that changed it.
    const upToDate = next ?? (open ? null : before)
    if (!before || !upToDate) return
    const escalates = upToDate.status === 'pending' && upToDate.notch < (open?.notch ?? 7)
    const closes = upToDate.status !== 'pending'
    const orders: readonly Order[] = [
      open ? { kind: 'update-cards', case: upToDate.id } : { kind: 'post-case', case: upToDate.id, askedIn: null },
      ...(escalates ? [{ kind: 'escalate-case', case: upToDate.id } as const] : []),
    ]
    await store.commit({
      save: [
        saveOf('countdown', upToDate.id, upToDate, open && found ? found.version : null),
        ...(open || closes
          ? []
          : [
              {
                kind: 'open-case',
                id: pointerTo(lane, customer),
                value: { case: upToDate.id, customer },
                basedOn: pointer?.version ?? null,
              } as const,
            ]),
      ],
      remove: open && closes && pointer ? [{ kind: 'open-case', id: pointer.id, basedOn: pointer.version }] : [],
      audit: [countdownAudit(upToDate, at, 'desk', deedOf(open, upToDate, escalates))],
      outbox: orders.map((what) => order(newId, what, at)),
    })

    async function opened(): Promise<OpenCountdown | null> {
      const due = held.filter((one) => isDue(one, today, earlier))
      const of = due.length === 0 ? null : (await book.today()).of(customer)
      if (!of || !isMatched(of.customer)) return null
      const subscriptions = due.flatMap((one) => counted(one, today))
      return {
        status: 'pending',
        id: caseId('countdown', await store.nextNumber('D')),
        customer,
        lane,
        identity: identityOnCard(of.customer),
        openedAt: at,
        subscriptions,
        countedOn: today,
        notch: notchOf(daysLeft({ subscriptions, countedOn: today }) ?? 0),
        wanted: null,
      }
    }
  }

  return {
    async tend() {
      const held = await read()
      const open = (await store.list('countdown', { open: true })).map(({ value }) => value)
      const whose = new Map([...held, ...open].map(({ lane, customer }) => [`${lane}/${customer}`, { lane, customer }]))
      for (const { lane, customer } of whose.values()) {
        const own = held.filter((one) => one.lane === lane && one.customer === customer)
        await untilFresh(() => tendOne(lane, customer, own))
      }
    },

    digest: () =>
      untilFresh(async () => {
        const at = now()
        const today = dayAt(at, zone)
        if (!isWorkingDay(today, policy.calendar) || at < later(startOfDay(today, zone), digestAfterMs)) return
        const found = await store.get('digest', 'countdown')
        const told = new Set(found?.value.told)
        const names = nameBook()
        const due: { readonly key: readonly string[]; readonly one: HeldOf; readonly days: number | null }[] = []
        const current: string[] = []
        for (const one of await read()) {
          if (one.last === 'unread' || one.gone) continue
          const key = `${one.lane}/${one.customer}/${one.id}@${one.last.day ?? 'unknown'}`
          const days = one.last.day === null ? null : daysBetween(today, one.last.day)
          const keys = days === null ? [key] : digestDays.filter((most) => days <= most).map((most) => `${key}#${most}`)
          current.push(...keys)
          if (days !== null && days <= cardDays) continue
          if (keys.some((each) => !told.has(each))) due.push({ key: keys, one, days })
        }
        if (due.length === 0) return
        const rows = due
          .toSorted((a, b) => (a.days ?? Infinity) - (b.days ?? Infinity))
          .map(({ one, days }) => ({
            customer: names(one),
            subscription: one.name,
            lane: one.lane,
            day: one.last === 'unread' ? null : one.last.day,
            days,
          }))
        const news = {
          kind: 'countdown',
          rows: rows.slice(0, mostListed),
          more: Math.max(0, rows.length - mostListed),
        } as const
        await store.commit({
          save: [
            {
              kind: 'digest',
              id: 'countdown',
              value: { told: current },
              basedOn: found?.version ?? null,
            },
          ],
          audit: [
            { at, by: 'desk', what: 'countdown.digested', about: 'digest:countdown', details: { rows: rows.length } },
          ],
          outbox: [order(newId, { kind: 'announce-news', news }, at)],
        })
      }),

    async all() {
      const names = nameBook()
      const day = ({ last }: HeldOf) => (last === 'unread' ? null : last.day) ?? '9999-12-31'
      return (await read())
        .map((one) => ({ ...one, customerName: names(one) }))
        .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    },

    letGo: (at, because, by) =>
      decide(
        at,
        (countdown, moment) => letGo(countdown, { by, because, now: moment }),
        async (next, moment) => {
          const pointer = await store.get('open-case', pointerTo(next.lane, next.customer))
          return {
            audit: [countdownAudit(next, moment, by.id, 'countdown.let-go')],
            orders: [{ kind: 'update-cards', case: next.id }],
            also: {
              remove:
                pointer?.value.case === next.id
                  ? [{ kind: 'open-case', id: pointer.id, basedOn: pointer.version }]
                  : [],
            },
          }
        },
      ),
    wantBack: (at, by) =>
      decide(
        at,
        (countdown, moment) => wantBack(countdown, { by, now: moment }),
        (next, moment) => ({
          audit: [countdownAudit(next, moment, by.id, 'countdown.wanted-back')],
          orders: [{ kind: 'update-cards', case: next.id }],
        }),
      ),
  }

  /** The names of customers, as their operators call them. */
  function nameBook(): (one: HeldOf) => string {
    const names = new Map(operators.customers().map(({ lane, tenantId, name }) => [`${lane}/${tenantId}`, name]))
    return ({ lane, customer }) => names.get(`${lane}/${customer}`) ?? customer
  }
}

function deedOf(before: OpenCountdown | null, next: Countdown, escalates: boolean): CountdownDeed {
  const passed = (of: Countdown | null) => of?.subscriptions.filter((one) => one.passed).length ?? 0
  if (passed(next) > passed(before)) return 'countdown.passed'
  if (next.status === 'over') return 'countdown.ended'
  if (!before) return 'countdown.opened'
  return escalates ? 'countdown.escalated' : 'countdown.counted'
}

function countdownAudit(next: Countdown, at: Instant, by: string, what: CountdownDeed): AuditDraft {
  return {
    at,
    by,
    what,
    about: next.id,
    customer: next.customer,
    lane: next.lane,
    details: {
      status: next.status,
      subscriptions: next.subscriptions.map(({ id, day, passed }) => ({ id, day, passed })),
      wanted: next.wanted?.by ?? null,
      ...(next.status === 'let-go' ? { because: next.because } : {}),
    },
  }
}
