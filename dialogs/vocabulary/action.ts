import { z } from 'zod'
import { verdicts } from '../../domain/fraud/fraud-alert.ts'
import { holdReasons } from '../../domain/holds/hold.ts'
import { letterKinds } from '../../domain/reminders/letter.ts'
import { listFilters } from './list-filters.ts'
import type { Instant } from '../../domain/shared/time.ts'

const letter = { customer: z.string().max(250), kind: z.enum(letterKinds), mark: z.string().max(40) }
const caseAt = { case: z.string().max(20), version: z.number().int().positive() }

/** Which page of which list a button stood under, so that it can be shown anew. */
const listed = {
  page: z.number().int().positive().max(100_000),
  filters: listFilters,
}

/**
 * Every button's meaning, `subject.verb`. A button names the object and the version its card showed, so that people
 * decide what they saw; what it may do is decided again by the rules, for clients can send anything.
 */
export const action = z.discriminatedUnion('act', [
  z.object({ act: z.literal('suspension.approve'), ...caseAt }),
  z.object({ act: z.literal('suspension.reject'), ...caseAt }),
  z.object({ act: z.literal('suspension.question'), ...caseAt }),
  z.object({ act: z.literal('suspension.answer'), ...caseAt }),
  z.object({ act: z.literal('suspension.withdraw'), ...caseAt }),
  z.object({ act: z.literal('suspension.call-off'), ...caseAt }),
  z.object({ act: z.literal('suspension.break-glass'), ...caseAt }),
  z.object({ act: z.literal('suspension.confirm-glass'), ...caseAt }),
  z.object({ act: z.literal('suspension.reverse-glass'), ...caseAt }),
  z.object({
    act: z.literal('resumption.ask'),
    customer: z.string().max(80),
    reason: z.enum(holdReasons),
  }),
  z.object({ act: z.literal('resumption.approve'), ...caseAt }),
  z.object({ act: z.literal('resumption.reject'), ...caseAt }),
  z.object({ act: z.literal('ending.approve'), ...caseAt }),
  z.object({ act: z.literal('ending.reject'), ...caseAt }),
  z.object({ act: z.literal('ending.withdraw'), ...caseAt }),
  z.object({ act: z.literal('budget.approve'), ...caseAt }),
  z.object({ act: z.literal('budget.reject'), ...caseAt }),
  z.object({ act: z.literal('budget.withdraw'), ...caseAt }),
  z.object({ act: z.literal('credit.hold'), customer: z.string().max(80) }),
  z.object({ act: z.literal('credit.release'), customer: z.string().max(80) }),
  z.object({ act: z.literal('credit-change.approve'), ...caseAt }),
  z.object({ act: z.literal('credit-change.reject'), ...caseAt }),
  z.object({ act: z.literal('credit-change.withdraw'), ...caseAt }),
  z.object({ act: z.literal('resumption.tick'), ...caseAt, item: z.string().max(120) }),
  z.object({
    act: z.literal('hold.keep'),
    lane: z.enum(['global', 'us-government', 'china']),
    customer: z.string().max(80),
    reason: z.enum(['fraud', 'misuse']),
  }),
  z.object({ act: z.literal('by-hand.done'), ...caseAt }),
  z.object({ act: z.literal('by-hand.not-done'), ...caseAt }),
  z.object({ act: z.literal('ticket.filed'), ...caseAt }),
  z.object({ act: z.literal('ticket.not-filed'), ...caseAt }),
  z.object({ act: z.literal('ticket.note'), ...caseAt }),
  z.object({ act: z.literal('ticket.severity'), ...caseAt }),
  z.object({ act: z.literal('ticket.close'), ...caseAt }),
  z.object({ act: z.literal('ticket.answer'), ...caseAt }),
  z.object({ act: z.literal('ticket.reopen'), ...caseAt }),
  z.object({ act: z.literal('ticket.done'), ...caseAt, change: z.number().int().positive() }),
  z.object({ act: z.literal('ticket.take-over'), ...caseAt }),
  z.object({ act: z.literal('role-change.confirm'), ...caseAt }),
  z.object({ act: z.literal('role-change.reject'), ...caseAt }),
  z.object({
    act: z.literal('role-change.ask'),
    account: z.string().max(200),
    role: z.enum(['collector', 'approver', 'support', 'fraud-lead', 'administrator']),
  }),
  z.object({ act: z.literal('policy-change.activate'), ...caseAt }),
  z.object({ act: z.literal('policy-change.reject'), ...caseAt }),
  z.object({ act: z.literal('ledger-import.confirm'), ...caseAt }),
  z.object({ act: z.literal('ledger-import.reject'), ...caseAt }),
  z.object({ act: z.literal('ledger-import.undo'), ...caseAt }),
  z.object({ act: z.literal('lane-switch.confirm'), ...caseAt }),
  z.object({ act: z.literal('lane-switch.reject'), ...caseAt }),
  z.object({ act: z.literal('daily-brake.let-go'), ...caseAt }),
  z.object({ act: z.literal('daily-brake.call-off'), ...caseAt }),
  z.object({ act: z.literal('lane-trouble.retry'), ...caseAt }),
  z.object({
    act: z.literal('match.confirm'),
    account: z.string().max(200),
    lane: z.enum(['global', 'us-government', 'china']),
    tenantId: z.string().max(80),
  }),
  z.object({ act: z.literal('sighting.record'), ...caseAt, cause: z.enum(['colleague', 'operator', 'customer']) }),
  z.object({ act: z.literal('countdown.let-go'), ...caseAt }),
  z.object({ act: z.literal('countdown.want-back'), ...caseAt }),
  z.object({ act: z.literal('fraud-alert.claim'), ...caseAt }),
  z.object({ act: z.literal('fraud-alert.hand-over'), ...caseAt }),
  z.object({ act: z.literal('fraud-alert.suspend'), ...caseAt }),
  z.object({ act: z.literal('fraud-alert.ask-customer'), ...caseAt }),
  z.object({ act: z.literal('fraud-alert.ticket'), ...caseAt }),
  z.object({ act: z.literal('fraud-alert.preview-snooze'), ...caseAt }),
  z.object({
    act: z.literal('fraud-alert.snooze'),
    ...caseAt,
    until: z.custom<Instant>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.test(value)),
  }),
  z.object({ act: z.literal('fraud-alert.wake'), ...caseAt }),
  /** `verdict`: as it was chosen a press ago, where its source lacks the word and is told `ignore` instead; else an input's. */
  z.object({ act: z.literal('fraud-alert.decide'), ...caseAt, verdict: z.enum(verdicts).optional() }),
  z.object({ act: z.literal('fraud-alert.tell-again'), ...caseAt }),
  z.object({ act: z.literal('link.confirm'), link: z.string().max(80) }),
  z.object({ act: z.literal('link.deny'), link: z.string().max(80) }),
  z.object({ act: z.literal('due.preview') }),
  z.object({ act: z.literal('due.ask') }),
  z.object({ act: z.literal('due.open') }),
  z.object({ act: z.literal('due.remind') }),
  z.object({ act: z.literal('due.promise') }),
  z.object({ act: z.literal('due.skip'), ...listed }),
  z.object({ act: z.literal('step.undo'), step: z.string().max(80) }),
  /** `mark`: what the letter said, and to whom it would go. */
  z.object({ act: z.literal('reminder.mail'), ...letter }),
  z.object({ act: z.literal('reminder.given'), ...letter }),
  z.object({ act: z.literal('address.confirm'), customer: z.string().max(250), address: z.string().max(254) }),
  z.object({ act: z.literal('agreement.undo'), agreement: z.string().max(20) }),
  z.object({ act: z.literal('agreement.end'), agreement: z.string().max(20) }),
  z.object({ act: z.literal('final-notice.record'), customer: z.string().max(250) }),
])

export type Action = z.infer<typeof action>

/** What came back from a card's inputs, by their id. Several picks of one choice are joined by commas. */
export type Inputs = Readonly<Record<string, string>>
