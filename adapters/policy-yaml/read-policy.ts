import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import type { CollectionsPolicy, PolicyRung } from '../../domain/policy/collections-policy.ts'
import { minorDigits } from '../../domain/shared/money.ts'
import { asDay } from '../../domain/shared/time.ts'
import type { Weekday } from '../../domain/shared/working-days.ts'

/** What is wrong with a policy file, line by line, in plain words. */
export class FaultyPolicy extends Error {
  readonly faults: readonly string[]

  constructor(file: string, faults: readonly string[]) {
    super(`${file} is no usable collections policy:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'FaultyPolicy'
    this.faults = faults
  }
}

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
const share = z
  .string()
  .regex(/^\d{1,3}(\.\d+)?%$/, { error: 'must be a share such as 10%' })
  .transform((text) => Number(text.slice(0, -1)) / 100)
const wholeDays = z.number().int().nonnegative().max(3650)

const policyFile = z.strictObject({
  'time zone': z.string().refine(isTimeZone, { error: 'is no time zone such as Europe/Berlin' }),
  'working days': z.array(z.enum(weekdays)).min(1),
  holidays: z.array(z.string().refine((text) => asDay(text) !== null, { error: 'is no day such as 2026-12-25' })),
  ladder: z
    .array(
      z.strictObject({
        'call for': z.enum(Object.keys(stages) as (keyof typeof stages)[]),
        'days past due': wholeDays.min(1),
        amounts: amounts.optional(),
      }),
    )
    .min(1),
  tolerance: amounts,
  'final notice days': wholeDays,
  'ledger age limit': wholeDays,
  'import guard': z.strictObject({ closed: share, 'newly due': share }),
})

/** Reads a policy; throws {@link FaultyPolicy} naming every fault with its line. */
export function readPolicy(text: string, file: string): CollectionsPolicy {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const faults = document.errors.map(
      ({ message, linePos }) => `line ${linePos?.[0].line ?? '?'}: ${message.split('\n')[0] ?? ''}`,
    )
    throw new FaultyPolicy(file, faults)
  }
  const parsed = policyFile.safeParse(document.toJS())
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `line ${lineOf(document, path, lines)}: ${path.map(String).join(' › ')} ${message}`,
    )
    throw new FaultyPolicy(file, faults)
  }
  const disorder = outOfOrder(parsed.data.ladder)
  if (disorder !== null) throw new FaultyPolicy(file, [`line ${lineOf(document, ['ladder'], lines)}: ${disorder}`])
  return policyOf(parsed.data)
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
    importGuard: { closedShare: file['import guard'].closed, newlyDueShare: file['import guard']['newly due'] },
    calendar: {
      timeZone: file['time zone'],
      workingDays: file['working days'].map((day) => (weekdays.indexOf(day) + 1) as Weekday),
      holidays: file.holidays.flatMap((text) => asDay(text) ?? []),
    },
  }
}

/** A ladder is climbed: each rung stands once, later and no milder than the one below. */
function outOfOrder(ladder: z.infer<typeof policyFile>['ladder']): string | null {
  const order = Object.keys(stages)
  for (const [at, rung] of ladder.entries()) {
    const below = ladder[at - 1]
    if (!below) continue
    if (order.indexOf(rung['call for']) <= order.indexOf(below['call for'])) {
      return `the ladder goes from mild to severe: “${rung['call for']}” cannot follow “${below['call for']}”`
    }
    if (rung['days past due'] <= below['days past due']) {
      return `“${rung['call for']}” must come later than “${below['call for']}” (${below['days past due']} days)`
    }
  }
  return null
}

function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
