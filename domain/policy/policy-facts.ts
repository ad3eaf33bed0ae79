import type { Lane } from '../customers/lane.ts'
import { canonical } from '../audit/audit-entry.ts'
import type { Currency } from '../shared/money.ts'
import type { ApprovalRule, CollectionsPolicy, Limits, PolicyRung } from './collections-policy.ts'

/** What a policy says on one matter, ready to be told in any language. Amounts are minor units. */
export type PolicyValue =
  | {
      readonly is: 'rung'
      readonly calls: 'reminder' | 'final-notice' | 'suspension' | 'at-term' | 'cancel'
      readonly days: number
      readonly working: boolean
      readonly amounts: Readonly<Record<Currency, number>> | null
      readonly invoices: number
      readonly sends: boolean
    }
  | {
      readonly is: 'cover'
      readonly lanes: readonly Lane[]
      readonly countries: readonly string[]
      readonly groups: readonly string[]
    }
  | { readonly is: 'amounts'; readonly amounts: Readonly<Record<Currency, number>> }
  | {
      readonly is: 'number'
      readonly of: 'days' | 'working-days' | 'hours' | 'minutes' | 'suspensions'
      readonly n: number
    }
  | { readonly is: 'share'; readonly share: number }
  | { readonly is: 'yes'; readonly yes: boolean }
  | {
      readonly is: 'limits'
      readonly amounts: Readonly<Record<Currency, number>>
      readonly people: number | null
    }
  | {
      readonly is: 'approval'
      readonly reason: ApprovalRule['reason']
      readonly above: { readonly amounts: Readonly<Record<Currency, number>>; readonly people: number | null } | null
      readonly needs: number
    }
  /** As the file has it: names, days, hours. */
  | { readonly is: 'text'; readonly text: string }

/** What a fact is about. */
export type PolicyEntry =
  | 'rung'
  | 'segment'
  | 'segment-order'
  | 'group'
  | 'working-days-count'
  | 'lifts-when-paid'
  | 'tolerance'
  | 'final-notice-days'
  | 'contact'
  | 'ledger-age'
  | 'review-days'
  | 'daily-limit'
  | 'import-closed'
  | 'import-newly-due'
  | 'approvals'
  | 'step-up'
  | 'break-glass'
  | 'fraud-decision'
  | 'fraud-escalation'
  | 'money-at-risk'
  | 'tickets'
  | 'working-hours'
  | 'friday-brake'
  | 'detection'
  | 'time-zone'
  | 'week'
  | 'holidays'

export interface PolicyFact {
  readonly entry: PolicyEntry
  /** Whose it is: a segment's or a group's name; null for everybody's. */
  readonly of: string | null
  readonly value: PolicyValue
}

/** One matter on which two policies differ; null where one of them says nothing. */
export interface PolicyDifference {
  readonly entry: PolicyEntry
  readonly of: string | null
  readonly before: PolicyValue | null
  readonly after: PolicyValue | null
}

const calls = { 'at-term': 'at-term', cancel: 'cancel' } as const
const stages = { reminder: 'reminder', 'final-notice': 'final-notice', suspend: 'suspension' } as const

/** One rung as a fact. */
export function rungValue(rung: PolicyRung, working: boolean): Extract<PolicyValue, { is: 'rung' }> {
  return {
    is: 'rung',
    calls: rung.ends === undefined ? stages[rung.stage] : calls[rung.ends],
    days: rung.daysPastDue,
    working,
    amounts: rung.atLeast,
    invoices: rung.invoices ?? 1,
    sends: rung.sendsItself === true,
  }
}

/** Everything a policy says, in the order of its file; rungs mildest first. */
export function factsOf(policy: CollectionsPolicy): readonly PolicyFact[] {
  const { calendar, workingHours, importGuard, fraudEscalation, ticketPatience, detection } = policy
  const fact = (entry: PolicyEntry, value: PolicyValue, of: string | null = null): PolicyFact => ({ entry, of, value })
  const number = (entry: PolicyEntry, of: Extract<PolicyValue, { is: 'number' }>['of'], n: number) =>
    fact(entry, { is: 'number', of, n })
  const text = (entry: PolicyEntry, what: string, of: string | null = null) =>
    fact(entry, { is: 'text', text: what }, of)
  const rungs = (all: readonly PolicyRung[], of: string | null) =>
    all.toReversed().map((rung) => fact('rung', rungValue(rung, policy.countsWorkingDays), of))
  return [
    ...policy.segments.flatMap(({ name, lanes, countries, groups, rungs: own }) => [
      fact('segment', { is: 'cover', lanes: lanes ?? [], countries: countries ?? [], groups: groups ?? [] }, name),
      ...rungs(own, name),
    ]),
    ...(policy.segments.length > 1 ? [text('segment-order', policy.segments.map(({ name }) => name).join(', '))] : []),
    ...rungs(policy.rungs, null),
    ...Object.entries(policy.customerGroups).map(([name, members]) => text('group', members.join(', '), name)),
    fact('working-days-count', { is: 'yes', yes: policy.countsWorkingDays }),
    fact('lifts-when-paid', { is: 'yes', yes: policy.liftsWhenPaid }),
    fact('tolerance', { is: 'amounts', amounts: policy.tolerance }),
    number('final-notice-days', 'days', policy.finalNoticeDays),
    ...(policy.contact === null ? [] : [text('contact', policy.contact)]),
    number('ledger-age', 'working-days', policy.ledgerAgeLimit),
    number('review-days', 'days', policy.suspicionReviewDays),
    fact('import-closed', { is: 'share', share: importGuard.closedShare }),
    fact('import-newly-due', { is: 'share', share: importGuard.newlyDueShare }),
    ...policy.approvals.map(({ reason, above, needs }) =>
      fact('approvals', { is: 'approval', reason, above: above && limits(above), needs }),
    ),
    ...(policy.stepUp ? [fact('step-up', { is: 'limits', ...limits(policy.stepUp) })] : []),
    ...(policy.breakGlass ? [fact('break-glass', { is: 'limits', ...limits(policy.breakGlass) })] : []),
    number('daily-limit', 'suspensions', policy.dailyLimit),
    number('friday-brake', 'hours', policy.fridayBrakeHours),
    number('fraud-decision', 'hours', policy.fraudDecisionHours),
    text('fraud-escalation', escalation(fraudEscalation)),
    fact('money-at-risk', { is: 'amounts', amounts: fraudEscalation.moneyAtRisk }),
    text('tickets', canonical(ticketPatience)),
    text('detection', detection === null ? 'off' : canonical(detection)),
    text('time-zone', calendar.timeZone),
    text('week', calendar.workingDays.join(', ')),
    text('working-hours', `${clock(workingHours.from)}-${clock(workingHours.to)}`),
    text('holidays', calendar.holidays.join(', ')),
  ]
}

/** What somebody who knows the one policy should hear of the other, matter by matter. */
export function differencesOf(before: CollectionsPolicy, after: CollectionsPolicy): readonly PolicyDifference[] {
  const [was, is] = [keyed(factsOf(before)), keyed(factsOf(after))]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, next] = [was.get(key), is.get(key)]
    const fact = next ?? old
    if (!fact || (old && next && canonical(old.value) === canonical(next.value))) return []
    return [{ entry: fact.entry, of: fact.of, before: old?.value ?? null, after: next?.value ?? null }]
  })
}

/** Facts of the same matter are told apart by what they call for, and then by their order. */
function keyed(facts: readonly PolicyFact[]): ReadonlyMap<string, PolicyFact> {
  const found = new Map<string, PolicyFact>()
  for (const fact of facts) {
    const { entry, of, value } = fact
    const kind = value.is === 'rung' ? value.calls : value.is === 'approval' ? value.reason : ''
    let nth = 1
    const key = () => [entry, of ?? '', kind, nth].join('/')
    while (found.has(key())) nth += 1
    found.set(key(), fact)
  }
  return found
}

function limits({ amounts, people }: Limits) {
  return { amounts, people }
}

function escalation({ high, others, silenceMinutes }: CollectionsPolicy['fraudEscalation']): string {
  const steps = (all: typeof high) => all.map(({ afterMinutes, to }) => `${afterMinutes}: ${to.join(', ')}`).join('; ')
  return `high: ${steps(high)} | others: ${steps(others)} | silence: ${silenceMinutes}`
}

/** Minutes after midnight as `09:00`. */
function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
