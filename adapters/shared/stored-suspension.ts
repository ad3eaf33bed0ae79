import { z } from 'zod'
import { suspensionReasons, type Approval, type SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import { storedAct } from './stored-act.ts'
import { storedHold } from './stored-held.ts'
import { storedImpact } from './stored-impact.ts'
import {
  commercialModel,
  day,
  dunningStage,
  exactly,
  holdReason,
  instant,
  lane,
  listOf,
  money,
} from './stored-values.ts'

export const storedIdentity = z.object({
  lane,
  operatorName: z.string(),
  domain: z.string(),
  tenantId: z.string(),
  knownFrom: z.literal('ledger').exactOptional(),
  ledger: listOf(z.object({ name: z.string(), number: z.string(), key: z.string().exactOptional() })),
})

export const storedApproval = exactly<Approval>()(z.object({ by: z.string(), at: instant }))

const obstacle = z.discriminatedUnion('code', [
  z.object({ code: z.literal('before-suspension-rung'), stage: dunningStage }),
  z.object({ code: z.literal('no-final-notice') }),
  z.object({ code: z.literal('notice-running'), deadline: day }),
  z.object({
    code: z.literal('under-agreement'),
    agreement: z.string(),
    kind: z.enum(['promise', 'plan', 'exemption']),
    until: day,
  }),
  z.object({ code: z.literal('said-to-be-paid'), agreement: z.string(), amount: money, until: day }),
  z.object({ code: z.literal('ledger-too-old'), asOf: day, workingDays: z.number(), limit: z.number() }),
])

export const storedVoidReason = z.enum([
  'paid',
  'no-longer-due',
  'ledger-too-old',
  'customer-rematched',
  'too-late',
  'called-off',
  'watch-only',
  'over-limit',
  'overtaken',
])

const excess = [
  z.object({ over: z.literal('people'), people: z.number(), limit: z.number() }),
  z.object({ over: z.literal('amount'), amount: money, limit: z.number() }),
] as const

const said = { by: z.string(), at: instant, text: z.string() }

const beside = z.object({ case: z.string(), reason: z.enum(suspensionReasons) })

const asked = z.object({
  id: z.string(),
  customer: z.string(),
  identity: storedIdentity,
  reason: z.enum(suspensionReasons),
  subscriptions: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      quantity: z.number(),
      parent: z.string().nullable(),
      model: commercialModel,
      commitmentEnd: instant.nullable(),
      addOns: listOf(z.string()),
      heldFor: listOf(holdReason).exactOptional(),
      plan: z.string().exactOptional(),
      holds: listOf(storedHold).exactOptional(),
      unseen: z.literal(true).exactOptional(),
    }),
  ),
  scope: z.object({ ledgerTells: z.boolean(), wider: listOf(z.string()) }).exactOptional(),
  changes: listOf(
    z.object({ by: z.string(), at: instant, added: listOf(z.string()), removed: listOf(z.string()) }),
  ).exactOptional(),
  notBefore: day.exactOptional(),
  braked: instant.exactOptional(),
  start: z.object({ at: instant, why: z.enum(['asked-for', 'friday-brake']) }).exactOptional(),
  note: z.string().nullable(),
  impact: storedImpact.exactOptional(),
  basis: z.object({
    overdue: listOf(money),
    oldestDaysPastDue: z.number(),
    stage: dunningStage,
    notice: z.object({ givenOn: day, deadline: day, recordedBy: z.string() }).nullable(),
    ledgerAsOf: day.nullable(),
    summary: z.literal(true).exactOptional(),
  }),
  override: z.object({ reason: z.string(), obstacles: listOf(obstacle) }).nullable(),
  askedBy: z.string(),
  askedAt: instant,
  expiresAt: instant,
  approvalsNeeded: z.number(),
  approvalsWhy: z.discriminatedUnion('over', [...excess, z.object({ over: z.literal('reason') })]).exactOptional(),
  stepUp: z.discriminatedUnion('over', excess).exactOptional(),
  approvals: listOf(storedApproval),
  questions: listOf(z.object({ ...said, answer: z.object(said).nullable() })),
  escalatedAt: instant.exactOptional(),
  alerted: z.string().exactOptional(),
  brokenGlass: z
    .object({
      by: z.string(),
      at: instant,
      reason: z.string(),
      confirmBy: instant,
      escalatedAt: instant.exactOptional(),
      ended: z
        .object({
          by: z.string(),
          at: instant,
          how: z.enum(['confirmed', 'reversed']),
          resumption: z.string().exactOptional(),
        })
        .exactOptional(),
    })
    .exactOptional(),
  beside: listOf(beside).exactOptional(),
  calledOff: storedApproval.exactOptional(),
})

export const storedSuspension = exactly<SuspensionRequest>()(
  z.discriminatedUnion('status', [
    asked.extend({ status: z.literal('pending') }),
    asked.extend({ status: z.literal('questioned') }),
    asked.extend({ status: z.literal('approved'), acts: listOf(storedAct) }),
    asked.extend({ status: z.literal('carried-out'), acts: listOf(storedAct), endedAt: instant }),
    asked.extend({
      status: z.literal('rejected'),
      rejectedBy: z.string(),
      endedAt: instant,
      because: z.string(),
    }),
    asked.extend({ status: z.literal('withdrawn'), endedAt: instant }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
    asked.extend({
      status: z.literal('void'),
      endedAt: instant,
      why: storedVoidReason,
      overtakenBy: beside.exactOptional(),
      undone: z.string().exactOptional(),
    }),
  ]),
)
