import { z } from 'zod'
import type { CreditChange } from '../../domain/credit/credit-change.ts'
import type { CreditLine } from '../../domain/credit/credit-line.ts'
import { storedApproval, storedIdentity } from './stored-suspension.ts'
import { day, exactly, instant, lane, listOf, money } from './stored-values.ts'

const hold = z.object({
  id: z.string(),
  alert: z.string().nullable(),
  by: z.string(),
  at: instant,
  because: z.string(),
})

export const storedCreditLine = exactly<CreditLine>()(
  z.object({
    lane,
    customer: z.string(),
    limits: listOf(money),
    reviewOn: day.nullable(),
    reviewBy: listOf(z.string()),
    reviewTold: day.nullable(),
    holds: listOf(hold),
    log: listOf(
      z.object({
        what: z.enum(['limit-set', 'hold-placed', 'hold-released']),
        at: instant,
        by: z.string(),
        approvedBy: z.string().nullable(),
        because: z.string(),
        case: z.string().nullable(),
        limit: money.nullable(),
        reviewOn: day.nullable(),
      }),
    ),
    breaches: listOf(
      z.object({ currency: z.string(), told: z.int(), toldAt: instant, atLeast: z.boolean(), since: instant }),
    ),
  }),
)

const exposure = z.object({
  day,
  ledgerAsOf: day.nullable(),
  currencies: listOf(
    z.object({
      currency: z.string(),
      lines: listOf(
        z.object({
          part: z.enum(['overdue', 'not-due', 'disputed', 'in-credit', 'azure-use', 'licences', 'committed']),
          minor: z.int(),
          source: z.enum(['ledger', 'operator-estimate', 'operator-bills', 'ledger-lines']),
          subscriptions: z.int().exactOptional(),
        }),
      ),
      sum: z.int(),
    }),
  ),
  unknown: listOf(
    z.object({
      part: z.enum(['open', 'azure-use', 'licences', 'committed']),
      why: z.enum([
        'no-account',
        'no-ledger',
        'no-access',
        'not-said',
        'no-answer',
        'no-price',
        'no-term',
        'model-unknown',
      ]),
      subscriptions: z.int().nullable(),
    }),
  ),
})

const asked = z.object({
  id: z.string(),
  customer: z.string(),
  identity: storedIdentity,
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('limit'), limit: money, before: money.nullable(), reviewOn: day }),
    z.object({ kind: z.literal('release'), holds: listOf(hold) }),
  ]),
  because: z.string(),
  exposure: exposure.nullable(),
  askedBy: z.string(),
  askedAt: instant,
  expiresAt: instant,
})

export const storedCreditChange = exactly<CreditChange>()(
  z.discriminatedUnion('status', [
    asked.extend({ status: z.literal('pending') }),
    asked.extend({ status: z.literal('approved'), approval: storedApproval, endedAt: instant }),
    asked.extend({ status: z.literal('rejected'), rejectedBy: z.string(), rejection: z.string(), endedAt: instant }),
    asked.extend({ status: z.literal('withdrawn'), endedAt: instant }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
  ]),
)
