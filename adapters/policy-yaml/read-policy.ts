import { LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import type { ApprovalRule, CollectionsPolicy, Limits, PolicyRung } from '../../domain/policy/collections-policy.ts'
import { minorDigits } from '../../domain/shared/money.ts'
import { asDay } from '../../domain/shared/time.ts'
import type { Weekday } from '../../domain/shared/working-days.ts'
import { FaultyPolicy, faultAt, faultsOf, plainly } from './policy-faults.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const stages = { reminder: 'reminder', 'final notice': 'final-notice', suspension: 'suspend' } as const
const knownCurrencies = new Set(Intl.supportedValuesOf('currency'))

const amounts = z
  .record(
    z.string().refine((code) => knownCurrencies.has(code), { error: 'is no currency code such as EUR' }),
    z.number().nonnegative(),
  )
  .transform((given) =>
    Object.fromEntries(
      Object.entries(given).map(([code, amount]) => [code, Math.round(amount * 10 ** minorDigits(code))]),
    ),
  )
const someAmounts = amounts.refine((given) => Object.keys(given).length > 0, {
  error: 'must name a currency: without one it never holds',
})
const aShare = { error: 'must be a share such as 10%' }
const share = z
  .string(aShare)
  .regex(/^\d{1,3}(\.\d+)?%$/, aShare)
  .transform((text) => Number(text.slice(0, -1)) / 100)
const wholeDays = (least: number) => z.number().int().min(least).max(3650)

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

// What an older policy does not name is as it was before it could be named.
const policyFile = z.strictObject({
  'time zone': z.string().refine(isTimeZone, { error: 'is no time zone such as Europe/Berlin' }),
  'working days': z.array(z.enum(weekdays)).min(1),
  holidays: z.array(z.string().refine((text) => asDay(text) !== null, { error: 'is no day such as 2026-12-25' })),
  ladder: z
    .array(
      z.strictObject({
        'call for': z.enum(Object.keys(stages) as (keyof typeof stages)[]),
        'days past due': wholeDays(1),
        amounts: someAmounts.optional(),
      }),
    )
    .min(1),
  tolerance: amounts,
  'final notice days': wholeDays(0),
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
  'working hours': hours.default({ from: 9 * 60, to: 17 * 60 }),
  'friday brake': z.strictObject({ hours: z.number().min(0).max(24) }).default({ hours: 4 }),
})

/** Reads a policy; throws {@link FaultyPolicy} naming every fault with its line. */
export function readPolicy(text: string, file: string): CollectionsPolicy {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message}`)
    throw new FaultyPolicy(file, faults)
  }
  const parsed = policyFile.safeParse(valueOf(document, file), { error: plainly })
  if (!parsed.success) throw new FaultyPolicy(file, faultsOf(parsed.error.issues, document, lines))
  const disorder = outOfOrder(parsed.data.ladder)
  if (disorder) throw new FaultyPolicy(file, [faultAt(['ladder', disorder.at], disorder.what, document, lines)])
  return policyOf(parsed.data)
}

function valueOf(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (fault) {
    // An alias of nothing is found only here, and without its line.
    throw new FaultyPolicy(file, [fault instanceof Error ? fault.message : String(fault)])
  }
}

function policyOf(file: z.infer<typeof policyFile>): CollectionsPolicy {
  return {
    rungs: file.ladder
      .map((rung): PolicyRung => ({
        stage: stages[rung['call for']],
        daysPastDue: rung['days past due'],
        atLeast: rung.amounts ?? null,
      }))
      .reverse(),
    tolerance: file.tolerance,
    finalNoticeDays: file['final notice days'],
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
    workingHours: file['working hours'],
    fridayBrakeHours: file['friday brake'].hours,
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

/** A ladder is climbed: each rung stands once, later and no milder than the one below. */
function outOfOrder(
  ladder: z.infer<typeof policyFile>['ladder'],
): { readonly at: number; readonly what: string } | null {
  const order = Object.keys(stages)
  for (const [at, rung] of ladder.entries()) {
    const below = ladder[at - 1]
    if (!below) continue
    if (order.indexOf(rung['call for']) <= order.indexOf(below['call for'])) {
      return {
        at,
        what: `(${rung['call for']}) cannot follow ${below['call for']}: the ladder goes from mild to severe`,
      }
    }
    if (rung['days past due'] <= below['days past due']) {
      return {
        at,
        what: `(${rung['call for']}) must come later than ${below['call for']}, after day ${below['days past due']}`,
      }
    }
  }
  return null
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
