import { z } from 'zod'
import type { ApprovalRule, CollectionsPolicy, Limits, PurchaseLimits } from '../../domain/policy/collections-policy.ts'
import { asDay } from '../../domain/shared/time.ts'
import type { Weekday } from '../../domain/shared/working-days.ts'
import { escalationOf, fraudEscalationBlock } from './fraud-escalation-block.ts'
import { ladderBlock, rungsOf, segmentsBlock, segmentsOf } from './ladder-block.ts'
import { amounts, someAmounts, wholeDays } from './policy-amounts.ts'
import { ticketPatienceOf, ticketsBlock } from './tickets-block.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const aShare = { error: 'must be a share such as 10%' }
const share = z
  .string(aShare)
  .regex(/^\d{1,3}(\.\d+)?%$/, aShare)
  .transform((text) => Number(text.slice(0, -1)) / 100)

const headcount = z.number().int().nonnegative()
const someLimit = { error: 'must name people, amounts or both' }
const limits = z
  .strictObject({ people: headcount.optional(), amounts: someAmounts.optional() })
  .refine(({ people, amounts: sums }) => people !== undefined || sums !== undefined, someLimit)
const approvalRule = z.strictObject({
  for: z.enum(['non-payment', 'fraud', 'misuse']),
  above: someAmounts.optional(),
  'people above': headcount.optional(),
  needs: z.number().int().min(1).max(5),
})

const someHours = { error: 'must be hours such as 09:00-17:00, the end after the beginning' }
const hours = z
  .string(someHours)
  .regex(/^([01]?\d|2[0-3]):[0-5]\d ?- ?([01]?\d|2[0-3]):[0-5]\d$/, someHours)
  .transform((text) => {
    const [from = 0, to = 0] = text.split('-').map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      return hour * 60 + minute
    })
    return { from, to }
  })
  .refine(({ from, to }) => from < to, someHours)

const seats = z.number().int().min(0).max(10_000_000)
const aJump = z.strictObject({ times: z.number().min(1).max(1000), seats })
const usualPurchases = {
  'new subscription above': 100,
  jump: { times: 3, seats: 50 },
  'new customer days': 30,
  'first purchase above': 25,
  'while on hold or overdue': true,
}
const purchases = z.strictObject(
  {
    'new subscription above': seats.default(usualPurchases['new subscription above']),
    jump: aJump.default(usualPurchases.jump),
    'new customer days': wholeDays(0).default(usualPurchases['new customer days']),
    'first purchase above': seats.default(usualPurchases['first purchase above']),
    'while on hold or overdue': z.boolean().default(usualPurchases['while on hold or overdue']),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be off, or a list of named limits' : undefined) },
)
const fraud = z.strictObject({
  'suspicious purchases': z
    .preprocess((given) => (given === 'off' ? null : given), purchases.nullable())
    .default(usualPurchases),
})

/** A policy as it is written. What an older one does not name is as it was before it could be named. */
export const policyFile = z.strictObject({
  'time zone': z.string().refine(isTimeZone, { error: 'is no time zone such as Europe/Berlin' }),
  'working days': z.array(z.enum(weekdays)).min(1),
  holidays: z.array(z.string().refine((text) => asDay(text) !== null, { error: 'is no day such as 2026-12-25' })),
  ladder: ladderBlock,
  segments: segmentsBlock.default([]),
  'customer groups': z.record(z.string(), z.array(z.string().trim().min(1)).min(1)).default({}),
  count: z.enum(['calendar days', 'working days', 'business days']).default('calendar days'),
  'lift by itself when paid': z.boolean().default(false),
  tolerance: amounts,
  'final notice days': wholeDays(0),
  contact: z.string().trim().min(1).max(300).optional(),
  'ledger age limit': wholeDays(0),
  // Left out of policies that are older than it.
  'review suspicion after days': wholeDays(1).default(3),
  // Left out by policies of an older desk.
  'daily limit': z.number().int().min(0).max(100_000).optional(),
  'import guard': z.strictObject({ closed: share, 'newly due': share }),
  approvals: z.array(approvalRule).default([]),
  'step-up': limits.optional(),
  'break-glass': z.strictObject({ people: headcount, amounts }).optional(),
  'fraud decision hours': z.number().int().min(1).max(72).default(4),
  'fraud escalation': fraudEscalationBlock.optional(),
  tickets: ticketsBlock.optional(),
  'working hours': hours.default({ from: 9 * 60, to: 17 * 60 }),
  'friday brake': z.strictObject({ hours: z.number().min(0).max(24) }).default({ hours: 4 }),
  fraud: fraud.default({ 'suspicious purchases': usualPurchases }),
})

export type PolicyFile = z.infer<typeof policyFile>

/** The policy that a file says. */
export function policyOf(file: PolicyFile): CollectionsPolicy {
  return {
    rungs: rungsOf(file.ladder),
    segments: segmentsOf(file.segments),
    customerGroups: file['customer groups'],
    countsWorkingDays: file.count !== 'calendar days',
    liftsWhenPaid: file['lift by itself when paid'],
    tolerance: file.tolerance,
    finalNoticeDays: file['final notice days'],
    contact: file.contact ?? null,
    ledgerAgeLimit: file['ledger age limit'],
    suspicionReviewDays: file['review suspicion after days'],
    dailyLimit: file['daily limit'] ?? 10,
    importGuard: { closedShare: file['import guard'].closed, newlyDueShare: file['import guard']['newly due'] },
    approvals: file.approvals.map(({ for: reason, above, 'people above': people, needs }): ApprovalRule => ({
      reason,
      above: above === undefined && people === undefined ? null : limitsOf({ amounts: above, people }),
      needs,
    })),
    stepUp: file['step-up'] ? limitsOf(file['step-up']) : null,
    breakGlass: file['break-glass'] ?? null,
    fraudDecisionHours: file['fraud decision hours'],
    fraudEscalation: escalationOf(file['fraud escalation']),
    ticketPatience: ticketPatienceOf(file.tickets),
    workingHours: file['working hours'],
    fridayBrakeHours: file['friday brake'].hours,
    detection: detectionOf(file.fraud['suspicious purchases']),
    calendar: {
      timeZone: file['time zone'],
      workingDays: file['working days'].map((day) => (weekdays.indexOf(day) + 1) as Weekday),
      holidays: file.holidays.flatMap((text) => asDay(text) ?? []),
    },
  }
}

function limitsOf(given: z.infer<typeof limits>): Limits {
  return { amounts: given.amounts ?? {}, people: given.people ?? null }
}

function detectionOf(given: z.infer<typeof purchases> | null): PurchaseLimits | null {
  return (
    given && {
      newSeats: given['new subscription above'],
      jump: given.jump,
      newCustomerDays: given['new customer days'],
      firstSeats: given['first purchase above'],
      whileInTrouble: given['while on hold or overdue'],
    }
  )
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
