import assert from 'node:assert/strict'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import { later } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import {
  answerQuestion,
  expireSuspension,
  questionSuspension,
  rejectSuspension,
  withdrawSuspension,
} from '../../../domain/suspension/decide-suspension.ts'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import { aPendingSuspension, ines, lin, mei, minute, sam, wang } from '../../kit/builders.ts'
import { answeredBy, asked, decided, questioned, wangSaidYes } from './a-decision.ts'

describe('rejecting a suspension', () => {
  const reject = (request: SuspensionRequest, by: Staff, because = 'they called') =>
    rejectSuspension(request, { by, because, now: minute(3) })

  it('is an approver’s no, in their words', () => {
    for (const request of [aPendingSuspension(), questioned, wangSaidYes])
      assert.deepEqual(
        reject(request, lin),
        granted({ ...request, status: 'rejected', rejectedBy: 'lin', endedAt: minute(3), because: 'they called' }),
      )
  })
  it('is refused to who is no approver, without words, and once it is decided', () => {
    assert.deepEqual(reject(aPendingSuspension(), mei), refused({ code: 'not-an-approver', reason: 'non-payment' }))
    assert.deepEqual(reject(aPendingSuspension(), ines), refused({ code: 'not-an-approver', reason: 'non-payment' }))
    assert.deepEqual(reject(aPendingSuspension(), wang, ''), refused({ code: 'words-needed' }))
    assert.deepEqual(reject(aPendingSuspension(), wang, ' \t'), refused({ code: 'words-needed' }))
    for (const request of decided)
      assert.deepEqual(reject(request, wang), refused({ code: 'already-decided', request }))
  })
})

describe('asking something back', () => {
  const question = (request: SuspensionRequest, by: Staff, text = 'All of them?') =>
    questionSuspension(request, { by, text, now: minute(1) })
  const answer = (request: SuspensionRequest, by: Staff, text = 'Yes.') =>
    answerQuestion(request, { by, text, now: minute(2) })

  it('makes the request wait for an answer', () =>
    assert.deepEqual(question(aPendingSuspension(), wang), granted(questioned)))

  it('keeps what was asked before', () => {
    const outcome = question(answeredBy(mei), lin, 'Since when?')
    assert.deepEqual(
      outcome.ok && outcome.value.questions.map(({ by, text, answer }) => [by, text, answer?.text ?? null]),
      [
        ['wang', 'All of them?', 'Yes.'],
        ['lin', 'Since when?', null],
      ],
    )
  })

  it('takes the yeses so far away: they were to another state', () => {
    const outcome = question(wangSaidYes, lin)
    assert(outcome.ok)
    assert.deepEqual(outcome.value.approvals, [])
  })

  it('is refused to who is no approver, without words, and once it is decided', () => {
    assert.deepEqual(question(aPendingSuspension(), mei), refused({ code: 'not-an-approver', reason: 'non-payment' }))
    assert.deepEqual(question(aPendingSuspension(), wang, ''), refused({ code: 'words-needed' }))
    assert.deepEqual(question(aPendingSuspension(), wang, '  '), refused({ code: 'words-needed' }))
    for (const request of decided)
      assert.deepEqual(question(request, wang), refused({ code: 'already-decided', request }))
  })

  it('an answer lets it go on', () => assert.deepEqual(answer(questioned, mei), granted(answeredBy(mei))))

  it('one answer answers all that was asked, and leaves earlier answers alone', () => {
    const first = { ...asked, answer: { by: 'mei', at: minute(1), text: 'Earlier.' } }
    const request = { ...questioned, questions: [first, asked, { ...asked, by: 'lin' }] }
    const outcome = answer(request, mei)
    assert(outcome.ok)
    assert.deepEqual(
      outcome.value.questions.map(({ answer }) => answer?.text),
      ['Earlier.', 'Yes.', 'Yes.'],
    )
  })

  it('anybody who might have asked for it may answer', () => {
    assert(answer(questioned, wang).ok)
    assert.deepEqual(answer(questioned, sam), refused({ code: 'not-allowed', reason: 'non-payment' }))
    assert(answer({ ...questioned, reason: 'fraud' }, sam).ok)
  })

  it('an answer is refused without a question, without words, and once it is decided', () => {
    assert.deepEqual(answer(aPendingSuspension(), mei), refused({ code: 'no-question' }))
    assert.deepEqual(answer(questioned, mei, ''), refused({ code: 'words-needed' }))
    assert.deepEqual(answer(questioned, mei, '\n'), refused({ code: 'words-needed' }))
    for (const request of decided) assert.deepEqual(answer(request, mei), refused({ code: 'already-decided', request }))
  })
})

describe('taking a request back', () => {
  const withdraw = (request: SuspensionRequest, by: Staff) => withdrawSuspension(request, { by, now: minute(4) })

  it('is for the person who asked', () => {
    for (const request of [aPendingSuspension(), questioned, wangSaidYes])
      assert.deepEqual(withdraw(request, mei), granted({ ...request, status: 'withdrawn', endedAt: minute(4) }))
  })
  it('is for nobody else, and not once it is decided', () => {
    assert.deepEqual(withdraw(aPendingSuspension(), wang), refused({ code: 'not-yours' }))
    for (const request of decided)
      assert.deepEqual(withdraw(request, mei), refused({ code: 'already-decided', request }))
  })
})

describe('expiring', () => {
  const { expiresAt } = aPendingSuspension()

  it('ends what nobody decided in time, a questioned one too, at the very moment', () => {
    for (const request of [aPendingSuspension(), questioned, wangSaidYes]) {
      assert.equal(expireSuspension(request, later(expiresAt, -1)), null)
      assert.deepEqual(expireSuspension(request, expiresAt), { ...request, status: 'expired', endedAt: expiresAt })
    }
  })
  it('leaves alone what was decided', () => {
    for (const request of decided) assert.equal(expireSuspension(request, later(expiresAt, 1)), null)
  })
})
