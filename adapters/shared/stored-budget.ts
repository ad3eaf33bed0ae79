import { z } from 'zod'
import type { BudgetChange } from '../../domain/budget/budget.ts'
import { storedActResult, storedTroubleFacts } from './stored-act.ts'
import { storedApproval, storedIdentity } from './stored-suspension.ts'
import { exactly, instant, listOf, money } from './stored-values.ts'

const asked = z.object({
  id: z.string(),
  customer: z.string(),
  identity: storedIdentity,
  amount: money,
  before: money.nullable(),
  used: money.nullable(),
  askedBy: z.string(),
  askedAt: instant,
  expiresAt: instant,
  approvals: listOf(storedApproval),
})
const act = z.object({
  intent: z.string(),
  result: storedActResult,
  delay: z.object({ trouble: storedTroubleFacts, since: instant }).nullable(),
})

export const storedBudget = exactly<BudgetChange>()(
  z.discriminatedUnion('status', [
    asked.extend({ status: z.literal('pending') }),
    asked.extend({ status: z.literal('approved'), act }),
    asked.extend({ status: z.literal('carried-out'), act, endedAt: instant }),
    asked.extend({ status: z.literal('rejected'), rejectedBy: z.string(), endedAt: instant, rejection: z.string() }),
    asked.extend({ status: z.literal('withdrawn'), endedAt: instant }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
  ]),
)
