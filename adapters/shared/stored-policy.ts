import { z } from 'zod'
import type { PolicyChange } from '../../domain/policy/policy-change.ts'
import type { PolicyDifference, PolicyEntry, PolicyValue } from '../../domain/policy/policy-facts.ts'
import { givingWays, type PolicyGiven } from '../../domain/policy/policy-given.ts'
import type { PolicyVersion } from '../../domain/policy/policy-version.ts'
import { day, exactly, instant, lane, listOf } from './stored-values.ts'

export const storedPolicyVersion = exactly<PolicyVersion>()(
  z.object({
    number: z.number(),
    text: z.string(),
    sha256: z.string(),
    from: z.enum(['default', 'file', 'activated']),
    file: z.string(),
    since: instant,
    by: listOf(z.string()),
    case: z.string().nullable(),
  }),
)

export const storedPolicyGiven = exactly<PolicyGiven>()(
  z.object({
    id: z.string(),
    customer: z.string(),
    version: z.number(),
    on: day,
    how: z.enum(givingWays).nullable(),
    by: z.string(),
    at: instant,
  }),
)

const amounts = z.record(z.string(), z.number())
const limits = z.object({ amounts, people: z.number().nullable() })

const value = exactly<PolicyValue>()(
  z.discriminatedUnion('is', [
    z.object({
      is: z.literal('rung'),
      calls: z.enum(['reminder', 'final-notice', 'suspension', 'at-term', 'cancel']),
      days: z.number(),
      working: z.boolean(),
      amounts: amounts.nullable(),
      invoices: z.number(),
      sends: z.boolean(),
    }),
    z.object({
      is: z.literal('cover'),
      lanes: listOf(lane),
      countries: listOf(z.string()),
      groups: listOf(z.string()),
    }),
    z.object({ is: z.literal('amounts'), amounts }),
    z.object({
      is: z.literal('number'),
      of: z.enum(['days', 'working-days', 'hours', 'minutes', 'suspensions']),
      n: z.number(),
    }),
    z.object({ is: z.literal('share'), share: z.number() }),
    z.object({ is: z.literal('yes'), yes: z.boolean() }),
    limits.extend({ is: z.literal('limits') }),
    z.object({
      is: z.literal('approval'),
      reason: z.enum(['non-payment', 'fraud', 'misuse']),
      above: limits.nullable(),
      needs: z.number(),
    }),
    z.object({ is: z.literal('text'), text: z.string() }),
  ]),
)

// A table, not a list: a new entry does not compile until it is here.
const entries: Readonly<Record<PolicyEntry, true>> = {
  rung: true,
  segment: true,
  'segment-order': true,
  group: true,
  'working-days-count': true,
  'lifts-when-paid': true,
  tolerance: true,
  'final-notice-days': true,
  contact: true,
  'ledger-age': true,
  'review-days': true,
  'daily-limit': true,
  'import-closed': true,
  'import-newly-due': true,
  approvals: true,
  'step-up': true,
  'break-glass': true,
  'fraud-decision': true,
  'fraud-escalation': true,
  'money-at-risk': true,
  tickets: true,
  'working-hours': true,
  'friday-brake': true,
  detection: true,
  'time-zone': true,
  week: true,
  holidays: true,
}

const difference = exactly<PolicyDifference>()(
  z.object({
    entry: z.enum(Object.keys(entries) as [PolicyEntry, ...PolicyEntry[]]),
    of: z.string().nullable(),
    before: value.nullable(),
    after: value.nullable(),
  }),
)

const asked = z.object({
  id: z.string(),
  file: z.string(),
  text: z.string(),
  sha256: z.string(),
  basis: z.number(),
  differences: listOf(difference),
  remarks: listOf(z.string()),
  stepUp: z.literal(true).exactOptional(),
  askedBy: z.string(),
  askedAt: instant,
})

export const storedPolicyChange = exactly<PolicyChange>()(
  z.discriminatedUnion('status', [
    asked.extend({ status: z.literal('pending') }),
    asked.extend({
      status: z.literal('activated'),
      version: z.number(),
      confirmedBy: z.string(),
      endedAt: instant,
    }),
    asked.extend({ status: z.literal('rejected'), rejectedBy: z.string(), endedAt: instant }),
    asked.extend({ status: z.literal('withdrawn'), endedAt: instant }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
  ]),
)
