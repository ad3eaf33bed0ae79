import { lifting, ordersOf, resumptionAudit } from './resumption-consequences.ts'
import { resumeAtOnce } from './decide-resumption.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { caseId } from '../cases/case.ts'
import { isMatched } from '../customers/customer.ts'
import type { Hold, HeldSubscription } from '../holds/hold.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { Save, Stored } from '../ports/desk-store.ts'
import type { CustomerStanding, StandingBook } from '../receivables/standing-book.ts'
import { overdueSums } from '../receivables/standing.ts'
import type { CustomerId } from '../shared/ids.ts'
import { dayAt, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { aboveTolerance } from '../suspension/obstacles.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'

/** Why a hold for a debt has lost its ground. */
export type WhyLift = 'paid' | 'agreed' | 'rematched'

type LiftPolicy = Pick<CollectionsPolicy, 'tolerance' | 'calendar' | 'liftsWhenPaid'>

/** A hold is about what was owed when it was placed: only a later ledger can show that it was paid. */
export function whyLift(of: CustomerStanding, heldAt: Instant, policy: LiftPolicy): WhyLift | null {
  const { standing, finding, ledgerAsOf } = of
  if (ledgerAsOf === null) return null
  const disputed = standing.currencies.map(({ currency, overdue, disputed: part }) => ({
    currency,
    minor: overdue + part,
  }))
  if (!aboveTolerance(disputed, policy)) return ledgerAsOf >= dayAt(heldAt, policy.calendar.timeZone) ? 'paid' : null
  if (!aboveTolerance(overdueSums(standing), policy)) return 'agreed'
  return finding.paused && finding.stage === 'clear' ? 'agreed' : null
}

/**
 * Looks at every hold for a debt, or at one customer's: where it has lost its ground, lifting it is proposed once, or done
 * by the desk where the policy says so and the ledger shows the payment. A promise alone lifts nothing.
 */
export function paidLifter(
  parts: DeciderParts & { readonly book: StandingBook; readonly policy: LiftPolicy },
): (customer: CustomerId | null) => Promise<void> {
  const { store, book, policy, now, newId } = parts
  return async (customer) => {
    const all = (await store.list('held', customer === null ? {} : { customer })).filter(isForDebt)
    const books = all.length === 0 ? null : await book.today()
    for (const whose of new Set(all.map(({ value }) => value.customer))) {
      const of = books?.of(whose)
      if (of) await untilFresh(() => seeTo(of))
    }
  }

  async function seeTo(of: CustomerStanding): Promise<void> {
    const { customer } = of
    if (!isMatched(customer)) return
    const held = (await store.list('held', { customer: customer.id })).filter(
      (one) => isForDebt(one) && one.value.lane === customer.lane,
    )
    const since = held.flatMap(({ value }) => value.holds.filter(({ reason }) => reason === 'non-payment'))
    const newest = since
      .map(({ at }) => at)
      .sort()
      .at(-1)
    if (newest === undefined) return
    const id = `lift/${customer.lane}/${customer.id}`
    const told = await store.get('digest', id)
    const found = whyLift(of, newest, policy)
    // Whose debt went to somebody else's name paid nothing: people look at that.
    const why = found === 'paid' && (await isElsewhere(since, customer.id)) ? 'rematched' : found
    const at = now()
    if (why === null) {
      // It is owed again: should it be paid once more, that is told once more.
      if (told) await store.commit({ remove: [{ kind: 'digest', id, basedOn: told.version }] })
      return
    }
    const key = `${newest} ${why}`
    if (told?.value.told.includes(key)) return
    const noted: Save = { kind: 'digest', id, value: { told: [key] }, basedOn: told?.version ?? null }
    const alone = why === 'paid' && policy.liftsWhenPaid && !(await cameOfLifting(since))
    if (alone) return lift(held, customer, noted, at)
    const news = { kind: 'lift-proposed', customer: customer.id, name: customer.name, why } as const
    await store.commit({
      save: [noted],
      audit: [
        {
          ...{ at, by: 'desk', what: 'hold.lift-proposed', about: customer.id, customer: customer.id },
          ...{ lane: customer.lane, details: { why, overdue: overdueSums(of.standing), asOf: of.ledgerAsOf } },
        },
      ],
      outbox: [order(newId, { kind: 'announce-news', news }, at)],
    })
  }

  /** Whether an account whose debt a hold was placed for counts as another customer's today. */
  async function isElsewhere(holds: readonly Hold[], customer: CustomerId): Promise<boolean> {
    const { directory } = await book.today()
    for (const id of new Set(holds.map((hold) => hold.case))) {
      const placed = (await store.get('suspension', id)) ?? (await store.get('resumption', id))
      const owners = (placed?.value.identity.ledger ?? []).map(({ key }) =>
        key === undefined ? null : directory.ofAccount(key),
      )
      if (owners.some((owner) => owner !== null && owner.id !== customer)) return true
    }
    return false
  }

  /** Whether one of them is back because lifting it failed: to try that again at every import is nobody's wish. */
  async function cameOfLifting(holds: readonly Hold[]): Promise<boolean> {
    const found = await Promise.all(holds.map((hold) => store.get('resumption', hold.case)))
    return found.some((resumption) => resumption !== null)
  }

  async function lift(
    held: readonly Stored<HeldSubscription>[],
    customer: Parameters<typeof identityOnCard>[0],
    noted: Save,
    at: Instant,
  ): Promise<void> {
    const id = caseId('resumption', await store.nextNumber('R'))
    const identity = identityOnCard(customer)
    const intents = held.map(() => newId())
    const by = { id: 'desk' }
    const next = resumeAtOnce('non-payment', {
      ...{ id, by, identity, intents, now: at },
      held: held.map(({ value }) => value),
    })
    const { save = [], ...also } = lifting(held, next)
    await store.commit({
      ...also,
      save: [{ kind: 'resumption', id, value: next, basedOn: null }, ...save, noted],
      audit: [resumptionAudit(next, at, 'desk', 'resumption.asked')],
      outbox: [...ordersOf(next), { kind: 'post-case', case: id, askedIn: null } as const].map((each) =>
        order(newId, each, at),
      ),
    })
  }
}

function isForDebt({ value }: Stored<HeldSubscription>): boolean {
  return value.holds.some(({ reason }) => reason === 'non-payment')
}
