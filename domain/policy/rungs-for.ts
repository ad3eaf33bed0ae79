import type { Customer } from '../customers/customer.ts'
import { capabilities } from '../customers/lane.ts'
import { daysBetween, type Day } from '../shared/time.ts'
import { workedBack } from '../shared/working-days.ts'
import type { CollectionsPolicy, PolicyRung, PolicySegment } from './collections-policy.ts'

/** What a stage is worked out by: the ladder that holds for one customer, and how it is read. */
export type Ladder = Pick<CollectionsPolicy, 'rungs' | 'tolerance' | 'countsWorkingDays' | 'calendar'>

type Segmented = Pick<CollectionsPolicy, 'rungs' | 'segments' | 'customerGroups'>

/** The first segment that covers a customer; null where the plain ladder holds. */
export function segmentOf(policy: Segmented, customer: Customer): PolicySegment | null {
  return policy.segments.find((segment) => covers(segment, policy, customer)) ?? null
}

/**
 * The rungs that hold for a customer, severest first. A rung that asks for cancelling is none where the operator is not
 * known to allow that: 21Vianet never does.
 */
export function rungsFor(policy: Segmented, customer: Customer): readonly PolicyRung[] {
  const { rungs } = segmentOf(policy, customer) ?? policy
  const { lane } = customer
  if (lane === null || capabilities[lane].cancels === 'yes') return rungs
  return rungs.filter(({ ends }) => ends !== 'cancel')
}

/** What the stage of one customer is worked out by. */
export function ladderFor(policy: Segmented & Ladder, customer: Customer): Ladder {
  const { tolerance, countsWorkingDays, calendar } = policy
  return { rungs: rungsFor(policy, customer), tolerance, countsWorkingDays, calendar }
}

const agesOn = new WeakMap<PolicyRung, { readonly day: Day; readonly calendar: object; readonly rung: PolicyRung }>()

/** The rungs with their ages in days of the calendar as of a day, whichever days the policy counts. */
export function rungsOn(day: Day, { rungs, countsWorkingDays, calendar }: Ladder): readonly PolicyRung[] {
  if (!countsWorkingDays) return rungs
  return rungs.map((rung) => {
    const known = agesOn.get(rung)
    if (known?.day === day && known.calendar === calendar) return known.rung
    const daysPastDue = daysBetween(workedBack(day, rung.daysPastDue, calendar), day)
    const found = { day, calendar, rung: { ...rung, daysPastDue } }
    agesOn.set(rung, found)
    return found.rung
  })
}

function covers(
  { lanes, countries, groups }: PolicySegment,
  { customerGroups }: Pick<CollectionsPolicy, 'customerGroups'>,
  { name, lane, operator, accounts }: Customer,
): boolean {
  if (lanes !== null && (lane === null || !lanes.includes(lane))) return false
  if (countries !== null && !accounts.some(({ country }) => country !== null && countries.includes(plain(country))))
    return false
  if (groups === null) return true
  const called = [
    name,
    ...accounts.map((account) => account.name),
    ...(operator ? [operator.tenantId, operator.name] : []),
  ]
  const names = new Set(called.map(plain))
  return groups.some((group) => (customerGroups[group] ?? []).some((member) => names.has(plain(member))))
}

/** Blanks and capitals do not tell two names apart. */
function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toUpperCase()
}
