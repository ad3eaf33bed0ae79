import type { LaneOf } from '../../acts/trade.ts'
import type { DeciderParts } from '../../cases/decide-case.ts'
import { capabilities, type Lane } from '../../customers/lane.ts'
import { isSuspicion } from '../../holds/hold.ts'
import type { DeskStore } from '../../ports/desk-store.ts'
import { StaleWrite } from '../../ports/desk-store.ts'
import type { SpendingOf } from '../../ports/spending.ts'
import type { StandingBook } from '../../receivables/standing-book.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { granted, refused, type Outcome } from '../../shared/outcome.ts'
import { OutsideFault } from '../../shared/outside-fault.ts'
import { addDays, dayAt, type TimeZone } from '../../shared/time.ts'
import { mayAsk } from '../../staff/powers.ts'
import type { Staff } from '../../staff/staff.ts'
import { answeredReader } from '../read-answers.ts'
import { chargesOf } from './charges-of.ts'
import { chargedDays, firstSeen, type Charges, type Dossier, type DossierAct, type Estimate } from './dossier.ts'
import type { HandedIn, HandInRefusal } from './handed-in.ts'
import { refundChance } from './refund-chance.ts'

/** Dossiers for the operator's one-time refund after fraud. */
export interface DossierDesk {
  /** Everything known just now; null for an unknown customer. What cannot be read is told as unknown. */
  of(customer: CustomerId): Promise<Dossier | null>
  /** It was given to the operator: there is no second one for this customer. */
  handIn(customer: CustomerId, by: Staff): Promise<Outcome<HandedIn, HandInRefusal>>
}

interface DossierParts extends DeciderParts {
  readonly book: StandingBook
  readonly laneOf: LaneOf
  readonly spendingOf: SpendingOf
  readonly policy: { readonly calendar: { readonly timeZone: TimeZone } }
}

export function createDossierDesk(parts: DossierParts): DossierDesk {
  const { store, book, now, policy, laneOf, spendingOf } = parts
  const answered = answeredReader(store)
  const handedInOf = async (lane: Lane, customer: CustomerId) =>
    (await store.get('dossier', `${lane}/${customer}`))?.value ?? null

  return {
    async of(id) {
      const customer = (await book.today()).of(id)?.customer
      if (!customer) return null
      const { lane } = customer
      const at = now()
      const alerts = (await store.list('fraud-alert', { customer: id }))
        .map(({ value }) => value)
        .filter(({ isTest, lane: its }) => !isTest && its === lane)
        .sort((one, other) => (one.firstSeenAt < other.firstSeenAt ? -1 : 1))
      const since = firstSeen(alerts)
      const from = since && dayAt(since, policy.calendar.timeZone)
      const days = from && { from, to: addDays(from, chargedDays - 1) }
      const [charges, estimate] = await Promise.all([
        days === null ? nothingSeen : readCharges(lane, id, days),
        readEstimate(lane, id),
      ])
      return {
        customer,
        writtenAt: at,
        chance: refundChance(alerts, { lane, handedIn: lane && (await handedInOf(lane, id)), now: at }),
        alerts: await Promise.all(alerts.map(answered)),
        timeline: (await store.auditOf(id)).filter(
          (entry) => since !== null && entry.at >= since && (entry.lane ?? lane) === lane,
        ),
        days,
        charges,
        estimate,
        acts: await actsAbout(id, store),
        tickets: (await store.list('service-request', { customer: id }))
          .map(({ value }) => value)
          .filter(({ topic, openedAt }) => topic === 'fraud' || (since !== null && openedAt >= since)),
      }
    },

    async handIn(customer, by) {
      if (!mayAsk(by.roles, 'see dossier')) return refused({ code: 'not-allowed' })
      const lane = (await book.today()).of(customer)?.customer.lane ?? null
      if (lane === null) return refused({ code: 'unknown-customer' })
      if (capabilities[lane].azurePlans !== 'yes') return refused({ code: 'not-offered' })
      const before = await handedInOf(lane, customer)
      if (before) return refused({ code: 'handed-in-before', handedIn: before })
      const value: HandedIn = { customer, lane, by: by.id, at: now() }
      const id = `${lane}/${customer}`
      try {
        await store.commit({
          save: [{ kind: 'dossier', id, value, basedOn: null }],
          audit: [{ at: value.at, by: by.id, what: 'dossier.handed-in', about: id, customer, lane }],
        })
      } catch (fault) {
        const faster = fault instanceof StaleWrite ? await handedInOf(lane, customer) : null
        if (faster === null) throw fault
        return refused({ code: 'handed-in-before', handedIn: faster })
      }
      return granted(value)
    },
  }

  async function readCharges(
    lane: Lane | null,
    customer: CustomerId,
    days: NonNullable<Dossier['days']>,
  ): Promise<Charges> {
    const operator = lane && laneOf(lane)
    if (!operator) return { known: false, why: 'no-access' }
    const costs = await orNoAnswer(operator.costs(customer))
    if (costs === 'no-answer' || costs === null) return { known: false, why: costs ?? 'not-said' }
    return chargesOf(costs, days)
  }

  async function readEstimate(lane: Lane | null, customer: CustomerId): Promise<Estimate> {
    const spending = lane && spendingOf(lane)
    if (!spending) return { known: false, why: 'no-access' }
    const budget = await orNoAnswer(spending.budget(customer))
    return budget === 'no-answer' || budget === null
      ? { known: false, why: budget ?? 'not-said' }
      : { known: true, budget }
  }
}

const nothingSeen: Charges = { known: true, lines: [], sums: [], told: null }

/** Suspensions on suspicion, and what was brought back of them, in the order they were asked. */
async function actsAbout(customer: CustomerId, store: DeskStore): Promise<readonly DossierAct[]> {
  const suspensions = (await store.list('suspension', { customer })).map(({ value }) => value)
  const resumptions = (await store.list('resumption', { customer })).map(({ value }) => value)
  return [
    ...suspensions.flatMap((each) =>
      isSuspicion(each.reason) && 'acts' in each
        ? [{ case: each.id, wanted: 'suspended' as const, at: each.askedAt, acts: each.acts }]
        : [],
    ),
    ...resumptions.flatMap((each) =>
      isSuspicion(each.reason) && 'acts' in each
        ? [{ case: each.id, wanted: 'active' as const, at: each.askedAt, acts: each.acts }]
        : [],
    ),
  ]
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ case: id, wanted, acts }) => ({ case: id, wanted, acts }))
}

async function orNoAnswer<Answer>(asked: Promise<Answer>): Promise<Answer | 'no-answer'> {
  try {
    return await asked
  } catch (fault) {
    if (fault instanceof OutsideFault) return 'no-answer'
    throw fault
  }
}
