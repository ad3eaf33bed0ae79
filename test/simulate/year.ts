import { isDeepStrictEqual } from 'node:util'
import type { Agreement } from '../../domain/agreements/agreement.ts'
import { judgeAgreement } from '../../domain/agreements/judge-agreement.ts'
import { recordAgreement, type AgreementAsk } from '../../domain/agreements/record-agreement.ts'
import { lookAt } from '../../domain/agreements/standing-under.ts'
import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import type { FinalNotice } from '../../domain/policy/final-notice.ts'
import { recordFinalNotice } from '../../domain/policy/record-final-notice.ts'
import { applyImport } from '../../domain/receivables/apply-import.ts'
import { keptFrom, knownAlready } from '../../domain/receivables/known-already.ts'
import { emptyLedger } from '../../domain/receivables/ledger.ts'
import { itemKey } from '../../domain/receivables/open-item.ts'
import {
  openBooks,
  type BookFacts,
  type BooksOfDay,
  type CustomerStanding,
} from '../../domain/receivables/standing-book.ts'
import { addDays, type Day, type Instant } from '../../domain/shared/time.ts'
import { approveSuspension, noLongerJustified } from '../../domain/suspension/decide-suspension.ts'
import { requestSuspension } from '../../domain/suspension/request-suspension.ts'
import type { PendingSuspension } from '../../domain/suspension/suspension-request.ts'
import { aPolicy, aSubscription, mei, wang } from '../kit/builders.ts'
import { chanceOf } from './chance.ts'
import { aPartner } from './partner.ts'
import { brokenBy, mayNotAsk, type Known } from './rules.ts'

interface Wanted {
  readonly seed: number
  readonly customers: number
  readonly days: number
  /** What is tried: the desk's own rules, unless a spec shows that broken ones are found out. */
  readonly rules?: typeof deskRules
}

/** What happened in a simulated time, and every rule that did not hold. */
export interface Simulated {
  readonly counts: Readonly<Record<string, number>>
  /** The first of them, each with its day and customer. */
  readonly violations: readonly string[]
}

export const deskRules = { openBooks, requestSuspension, approveSuspension, recordFinalNotice }

const start: Day = '2025-01-01'
const mostTold = 20

/**
 * A desk day by day, through its own pure rules: a partner bills and is paid in any order, lists come late or not at
 * all, the desk is down for days, the policy changes, people give notices and agree, ask and approve, or do not, also
 * where they may not. All that is found is held against rules of its own, each day.
 */
export function simulate({ seed, customers, days, rules = deskRules }: Wanted): Simulated {
  const chance = chanceOf(seed)
  const partner = aPartner(customers, chance)
  const counts: Record<string, number> = {}
  const count = (what: string, by = 1) => void (counts[what] = (counts[what] ?? 0) + by)
  const violations: string[] = []
  const open = new Map<string, PendingSuspension>()
  const suspended = new Set<string>()
  let facts: BookFacts = {
    day: start,
    ledger: emptyLedger,
    operators: partner.operators,
    confirmed: [],
    notices: [],
    agreements: [],
    policy: aPolicies[0],
  }
  let books: BooksOfDay | null = null
  let downFor = 0
  let lateFor = 0
  let ids = 0

  for (let at = 0; at < days; at += 1) {
    const day = addDays(start, at)
    const now: Instant = `${day}T02:00:00.000Z`
    count('payments', partner.live(day))
    if (downFor > 0 || chance.happens(0.03)) {
      downFor = downFor > 0 ? downFor - 1 : chance.between(0, 12)
      count('days down')
      continue
    }
    if (chance.happens(0.015)) {
      facts = { ...facts, policy: chance.oneOf(aPolicies) }
      count('policy changes')
    }
    lateFor = lateFor > 0 ? lateFor - 1 : chance.happens(0.05) ? chance.between(2, 9) : 0
    if (lateFor === 0) {
      const imported = knownAlready(partner.export(day), facts.ledger)
      facts = { ...facts, ledger: keptFrom(facts.ledger, applyImport(facts.ledger, imported)) }
      count('imports')
    }
    if (facts.ledger.asOf === null) continue
    facts = judged({ ...facts, day }, now, count)
    books = rules.openBooks(facts, books)
    const known = knowing(facts)
    check(books)
    for (const of of books.withItems) work(of, books)
    decide(books)

    /** Every customer's standing by rules of its own; from time to time all of it against books from scratch. */
    function check(today: BooksOfDay): void {
      for (const of of today.withItems) {
        count(of.finding.stage)
        for (const broken of brokenBy(of, known(of))) tell(of, broken)
      }
      if (at % 30 !== 0 && downFor === 0) return
      const fresh = rules.openBooks(facts)
      if (!isDeepStrictEqual(today.withItems, fresh.withItems))
        violations.push(`${day}: kept books differ from fresh ones`)
    }

    function tell({ customer }: CustomerStanding, broken: string): void {
      if (violations.length < mostTold) violations.push(`${day} ${customer.name}: ${broken}`)
    }

    /** What somebody does about one customer, if anybody does anything; most of it is what the stage calls for. */
    function work(of: CustomerStanding, today: BooksOfDay): void {
      const { id } = of.customer
      const { stage } = of.finding
      if (stage === 'final-notice' && of.finding.gap?.code !== 'notice-running' && chance.happens(0.2)) {
        const givenOn = addDays(day, -chance.between(0, 2))
        const given = rules.recordFinalNotice({ by: mei, of, givenOn, deadline: null, now }, facts.policy)
        if (given.ok) facts = { ...facts, notices: [...facts.notices, given.value] }
        count(given.ok ? 'notices' : `notice refused: ${given.refusal.code}`)
      }
      if (stage !== 'clear' && chance.happens(0.01)) agree(of)
      if (open.has(id) || suspended.has(id) || !chance.happens(stage === 'suspend' ? 0.4 : 0.005)) return
      const asked = rules.requestSuspension(
        { reason: 'non-payment', subscriptions: [seats.id], note: null, override: null },
        { id: `S-${(ids += 1)}`, by: mei, of, subscriptions: [seats], held: [], policy: facts.policy, now },
      )
      if (!asked.ok) return count(`not asked: ${asked.refusal.code}`)
      count('asked')
      for (const broken of mayNotAsk(known(of))) tell(of, `asked although: ${broken}`)
      open.set(id, asked.value)
      if (rules.approveSuspension(asked.value, { by: mei, of: today.of(id), policy: facts.policy, now, intents }).ok)
        tell(of, 'approved by who asked')
    }

    function agree(of: CustomerStanding): void {
      const owed = chance.oneOf(of.standing.currencies)
      const amount = { minor: chance.between(1, Math.max(1, owed.overdue)), currency: owed.currency }
      const invoice = owed.overdueInvoices[0]?.invoice
      const asks: readonly AgreementAsk[] = [
        { kind: 'promise', amount, day: addDays(day, chance.between(-1, 30)) },
        { kind: 'paid-mark', amount },
        { kind: 'exemption', of: { what: 'customer' }, until: addDays(day, chance.between(0, 60)), reason: 'pilot' },
        ...(invoice
          ? [{ kind: 'dispute' as const, invoice: itemKey(invoice), amount: null, reason: 'never ordered' }]
          : []),
      ]
      const { items, policy } = known(of)
      const said = recordAgreement(chance.oneOf(asks), {
        ...{ id: `A-${(ids += 1)}`, by: mei, of, items, past: known(of).agreements, policy, now },
      })
      if (said.ok) facts = { ...facts, agreements: [...facts.agreements, said.value] }
      count(said.ok ? said.value.kind : `not agreed: ${said.refusal.code}`)
    }

    /** Requests that lost their ground end; of the rest some are answered. What is paid comes back. */
    function decide(today: BooksOfDay): void {
      for (const [id, request] of open) {
        const of = today.of(id)
        const why = noLongerJustified(request, of, facts.policy)
        const outcome = chance.happens(0.5)
          ? rules.approveSuspension(request, { by: wang, of, policy: facts.policy, now, intents })
          : null
        if (outcome?.ok && outcome.value.status === 'approved') {
          count('approved')
          suspended.add(id)
          if (of) for (const broken of mayNotAsk(known(of))) tell(of, `approved although: ${broken}`)
        }
        if (outcome && !outcome.ok) count(`not approved: ${outcome.refusal.code}`)
        if (outcome?.ok || (why !== null && why !== 'ledger-too-old') || now >= request.expiresAt) open.delete(id)
        if (outcome?.ok && outcome.value.status === 'void') count(`void: ${outcome.value.why}`)
      }
      for (const id of suspended) {
        const of = today.of(id)
        if (of?.standing.currencies.some(({ overdue, disputed }) => overdue + disputed > 0)) continue
        if (of && of.finding.stage !== 'clear') tell(of, 'paid, and not back')
        suspended.delete(id)
        count('came back')
      }
    }
  }
  return { counts, violations }
}

const seats = aSubscription()
const intents = ['00000000-0000-4000-8000-000000000001']

const aPolicies: readonly [CollectionsPolicy, ...CollectionsPolicy[]] = [
  aPolicy(),
  aPolicy({ ledgerAgeLimit: 1, finalNoticeDays: 7, tolerance: { CNY: 5_000, EUR: 5_000 } }),
  aPolicy({
    rungs: [
      { stage: 'suspend', daysPastDue: 40, atLeast: { CNY: 50_000, EUR: 50_000, JPY: 50_000 } },
      { stage: 'final-notice', daysPastDue: 10, atLeast: null },
      { stage: 'reminder', daysPastDue: 1, atLeast: null },
    ],
  }),
]

/** What was promised or disputed is judged on a working morning, however many were missed. */
function judged(facts: BookFacts, now: Instant, count: (what: string) => void): BookFacts {
  const { day, ledger, policy } = facts
  const known = knowing(facts)
  const agreements = facts.agreements.map((one): Agreement => {
    if (one.state.status !== 'open') return one
    const { items } = known({ customer: { id: one.customer } })
    const next = judgeAgreement(one, lookAt(day, { asOf: ledger.asOf, toldUntil: ledger.asOf }, items, policy), {
      now,
      calendar: policy.calendar,
    })
    if (next) count(`${one.kind}: ${next.state.status}`)
    return next ?? one
  })
  return {
    ...facts,
    agreements: agreements.every((one, at) => one === facts.agreements[at]) ? facts.agreements : agreements,
  }
}

/** What was really imported, given and agreed of a customer. */
function knowing(facts: BookFacts): (of: { readonly customer: { readonly id: string } }) => Known {
  const { day, ledger, policy } = facts
  const notices = Map.groupBy(facts.notices, ({ customer }) => customer)
  const agreements = Map.groupBy(facts.agreements, ({ customer }) => customer)
  return ({ customer: { id } }) => ({
    day,
    asOf: ledger.asOf ?? day,
    items: ledger.items.get(id.replace('tenant', 'K'))?.map(({ item }) => item) ?? [],
    notices: notices.get(id) ?? ([] as readonly FinalNotice[]),
    agreements: agreements.get(id) ?? [],
    policy,
  })
}
