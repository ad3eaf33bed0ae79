import type { DeciderParts } from '../cases/decide-case.ts'
import { operatorHours } from '../policy/ticket-patience.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { TicketsOf } from '../ports/operator-tickets.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { dayAt, daysBetween, timeOn, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { isWorkingDay } from '../shared/working-days.ts'
import type { WorkingHours } from '../shared/working-hours.ts'
import type { ServiceRequest, TicketQuestion } from './service-request.ts'
import { questionDue } from './ticket-questions.ts'
import { openTickets, step, ticketWriter, unlessStale } from './write-ticket.ts'

/** As many as one message shows. */
const mostListed = 20
const digestMinutes = 9 * 60

interface TenderParts extends DeciderParts {
  readonly ticketsOf: TicketsOf
  readonly holidays: HolidayCalendar
  readonly policy: Pick<CollectionsPolicy, 'calendar' | 'workingHours' | 'ticketPatience'>
  /** Looks at a lane's operator; throws `OutsideFault`. */
  readonly follow: (lane: Lane) => Promise<void>
}

/** What falls due by itself about tickets. Both may be run at any time: what was asked or told is not asked again. */
export interface TicketTender {
  /**
   * Asks whoever opened a ticket what the desk cannot see, when it is due. Nothing is said of an operator that was not
   * looked at just before: one that does not answer now is neither silent nor without the ticket.
   */
  ask(): Promise<void>
  /** The day's digest, once, on working days from nine: tickets about which somebody was asked without an answer. */
  digest(): Promise<void>
}

export function ticketTender(parts: TenderParts): TicketTender {
  const { store, now, newId, policy, holidays, ticketsOf, follow } = parts
  const write = ticketWriter(parts)

  const isSeen = async (lane: Lane): Promise<boolean> => {
    try {
      await follow(lane)
      return true
    } catch (fault) {
      if (fault instanceof OutsideFault) return false
      throw fault
    }
  }

  return {
    async ask() {
      const { calendar, workingHours, ticketPatience: patience } = policy
      const ours: WorkingHours = { calendar, ...workingHours }
      const isHoliday = await holidays.in(['CN'])
      const due = (request: ServiceRequest, at: Instant) => {
        const { lane } = request
        const theirs = operatorHours(lane, calendar.timeZone, isHoliday, at)
        return questionDue(request, { now: at, followed: ticketsOf(lane) !== null, patience, ours, theirs })
      }
      const looks = new Map<Lane, Promise<boolean>>()
      for (const listed of await openTickets(store)) {
        const question = due(listed, now())
        if (question === null) continue
        const { id, lane } = listed
        if (isOfTheOperator(question)) {
          const seen = looks.get(lane) ?? isSeen(lane)
          looks.set(lane, seen)
          if (!(await seen)) continue
        }
        await write(id, (request, at) => {
          const still = due(request, at)
          return still?.about === question.about ? step({ ...request, question: still }, 'ticket.asked-about') : []
        }).catch(unlessStale)
      }
    },

    digest: () =>
      untilFresh(async () => {
        const at = now()
        const { calendar } = policy
        const today = dayAt(at, calendar.timeZone)
        if (!isWorkingDay(today, calendar) || at < timeOn(today, digestMinutes, calendar.timeZone)) return
        const found = await store.get('digest', 'tickets')
        if (found?.value.told.includes(today)) return
        // Asked today for the first time is news of its own; what is asked day after day would else never stand here.
        const stale = (await openTickets(store)).filter(
          ({ question }) => question !== null && (question.asked > 1 || dayAt(question.at, calendar.timeZone) < today),
        )
        const rows = stale
          .toSorted((one, other) => (one.openedAt < other.openedAt ? -1 : 1))
          .map(({ id, lane, customer, severity, question, openedAt }) => ({
            case: id,
            lane,
            customer: customer?.name ?? '',
            severity,
            about: question?.about ?? 'number',
            days: daysBetween(dayAt(openedAt, calendar.timeZone), today),
          }))
        await store.commit({
          save: [{ kind: 'digest', id: 'tickets', value: { told: [today] }, basedOn: found?.version ?? null }],
          audit: [{ at, by: 'desk', what: 'tickets.digested', about: 'tickets', details: { count: rows.length } }],
          outbox:
            rows.length === 0
              ? []
              : [
                  order(
                    newId,
                    {
                      kind: 'announce-news',
                      news: {
                        kind: 'tickets',
                        rows: rows.slice(0, mostListed),
                        more: Math.max(0, rows.length - mostListed),
                      },
                    },
                    at,
                  ),
                ],
        })
      }),
  }
}

/** Whether it is about what the operator shows. */
function isOfTheOperator({ about }: TicketQuestion): boolean {
  return about === 'not-visible' || about === 'silence'
}
