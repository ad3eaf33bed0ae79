import assert from 'node:assert/strict'
import fc from 'fast-check'
import { granted, refused, type Outcome } from '../../../domain/shared/outcome.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { mayApprove } from '../../../domain/staff/powers.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import {
  answerQuestion,
  expireSuspension,
  questionSuspension,
  rejectSuspension,
  withdrawSuspension,
} from '../../../domain/suspension/decide-suspension.ts'
import {
  isOpen,
  type ApprovedSuspension,
  type SuspensionRequest,
} from '../../../domain/suspension/suspension-request.ts'
import {
  anInvoice,
  aPayment,
  aPendingSuspension,
  ines,
  lin,
  mei,
  morning,
  otto,
  owing,
  rosa,
  sam,
  wang,
} from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'
import { approve, override, withoutNotice } from './a-decision.ts'

describe('whatever random people do in a random order', () => {
  const people: readonly Staff[] = [mei, wang, lin, ines, rosa, sam, otto]
  const standings = [
    owing(),
    withoutNotice,
    owing({ items: [anInvoice(), aPayment(4_820_000)] }),
    owing({ ledgerAsOf: '2025-03-20' }),
    owing({ items: [anInvoice({ due: '2025-03-01' })] }),
    null,
  ]
  const aStep = fc.record({
    does: fc.constantFrom(
      'approve',
      'approve',
      'approve',
      'reject',
      'question',
      'answer',
      'answer',
      'withdraw',
      'expire',
    ),
    by: fc.constantFrom(...people),
    of: fc.constantFrom(...standings, owing(), owing(), withoutNotice),
    passes: fc.integer({ min: 0, max: 600 }),
    text: fc.constantFrom('words', 'words', ''),
  })
  type Step = typeof aStep extends fc.Arbitrary<infer Value> ? Value : never
  const aRequest = fc
    .record({
      reason: fc.constantFrom('non-payment' as const, 'fraud' as const, 'misuse' as const),
      askedBy: fc.constantFrom(...people.map(({ id }) => id)),
      two: fc.boolean(),
    })
    .map(({ reason, askedBy, two }) =>
      aPendingSuspension({ reason, askedBy, note: 'seen', ...(two ? { override, approvalsNeeded: 2 } : {}) }),
    )

  function take(request: SuspensionRequest, { does, by, of, text }: Step, now: Instant) {
    switch (does) {
      case 'approve':
        return approve(request, by, { of, now })
      case 'reject':
        return rejectSuspension(request, { by, because: text, now })
      case 'question':
        return questionSuspension(request, { by, text, now })
      case 'answer':
        return answerQuestion(request, { by, text, now })
      case 'withdraw':
        return withdrawSuspension(request, { by, now })
      case 'expire': {
        const expired = expireSuspension(request, now)
        return expired === null ? refused({ code: 'not-due' }) : granted(expired)
      }
    }
  }

  it('it is approved only by as many different approvers as it needs, none of whom had a hand in it', () => {
    let approved = 0
    fc.assert(
      fc.property(aRequest, fc.array(aStep, { maxLength: 25 }), (first, steps) => {
        let request: SuspensionRequest = first
        let now: Instant = morning
        // Kept beside the request, by whoever watches: who has added words, who said yes to the words as they stand.
        const contributed = new Set([first.askedBy])
        let yes = new Set<string>()
        for (const step of steps) {
          now = later(now, step.passes * 60_000)
          const before: SuspensionRequest = request
          const outcome: Outcome<SuspensionRequest, unknown> = take(before, step, now)
          if (!outcome.ok) continue
          request = outcome.value
          assert(isOpen(before), 'what is decided stays decided')
          if (step.does === 'answer') contributed.add(step.by.id)
          if (step.does === 'question') yes = new Set()
          if (step.does === 'approve') {
            assert(now < first.expiresAt)
            yes.add(step.by.id)
          }
          if (request.status === 'approved') {
            approved += 1
            checkApproved(request, yes, contributed)
            assert.equal(before.status, 'pending')
            assert(step.of !== null)
            if (request.reason === 'non-payment') {
              assert(step.of.standing.currencies.some(({ overdue }) => overdue > 0))
              assert.notEqual(step.of.ledgerAsOf, '2025-03-20')
            }
          }
        }
        if (!isOpen(request)) assert(request.approvals.length <= request.approvalsNeeded)
      }),
      { ...runs, numRuns: 3000 },
    )
    assert(approved > 100, `only ${approved} were approved: the property says little`)
  })

  function checkApproved(request: ApprovedSuspension, yes: ReadonlySet<string>, contributed: ReadonlySet<string>) {
    assert(yes.size >= request.approvalsNeeded)
    assert.deepEqual(new Set(request.approvals.map(({ by }) => by)), yes)
    assert.equal(request.approvals.length, yes.size)
    for (const id of yes) {
      assert(!contributed.has(id))
      const roles = people.find((person) => person.id === id)?.roles ?? []
      assert(mayApprove(roles, `suspend for ${request.reason}`))
    }
    assert.equal(request.approvalsNeeded, request.override === null ? 1 : 2)
    assert.deepEqual(
      request.acts.map(({ subscription, result }) => [subscription, result.state]),
      request.subscriptions.map(({ id }) => [id, 'waiting']),
    )
  }
})
