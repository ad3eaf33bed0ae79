import assert from 'node:assert/strict'
import { askEnding, endableNow, isNameOf, type EndingAsk } from '../../../domain/ending/ask-ending.ts'
import { approveEnding, expireEnding, rejectEnding, withdrawEnding } from '../../../domain/ending/decide-ending.ts'
import type { PendingEnding } from '../../../domain/ending/ending.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import {
  aCustomer,
  aPolicy,
  aSubscription,
  anOperatorCustomer,
  fabrikam,
  lin,
  mei,
  morning,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'

const operator = anOperatorCustomer({ lane: 'global', tenantId: fabrikam, name: 'Fabrikam Inc' })
const customer = { ...aCustomer({ operator }), lane: 'global', operator } as const
const until: Instant = '2025-03-31T10:00:00.000Z'
const ask: EndingAsk = { way: 'cancel', subscriptions: [seats], because: 'Twice.', typedName: 'Fabrikam Inc' }
const subscriptions = [aSubscription({ cancellableUntil: until, commitmentEnd: '2025-11-30T23:59:59.000Z' })]
const facts = { id: 'E-1', by: mei, customer, subscriptions, policy: aPolicy(), now: morning }

const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  outcome.ok ? 'granted' : outcome.refusal?.code

function pending(changes: Partial<EndingAsk> = {}): PendingEnding {
  const outcome = askEnding({ ...ask, ...changes }, facts)
  assert(outcome.ok)
  return outcome.value
}

describe('asking for an ending', () => {
  const china = anOperatorCustomer({ name: 'Fabrikam Inc' })
  for (const [what, changed, given, code] of [
    ['as it should be', {}, {}, 'granted'],
    ['by somebody in support', {}, { by: sam }, 'not-allowed'],
    ['in China, for good', {}, { customer: { ...customer, lane: 'china', operator: china } as const }, 'no-cancelling'],
    ['of nothing', { subscriptions: [] }, {}, 'nothing-chosen'],
    ['of what is not there', { subscriptions: ['gone'] }, {}, 'not-endable'],
    ['after the window', {}, { now: until }, 'not-endable'],
    ['without a reason', { because: '  ' }, {}, 'because-needed'],
    ['without the name', { typedName: null }, {}, 'name-differs'],
    ['under another name', { typedName: 'Fabrikam' }, {}, 'name-differs'],
    ['at the term, without the name', { way: 'at-term', typedName: null }, {}, 'granted'],
  ] as const)
    it(`${what}: ${code}`, () => assert.equal(codeOf(askEnding({ ...ask, ...changed }, { ...facts, ...given })), code))

  it('waits no longer than the operator lets it be cancelled', () => {
    assert.equal(pending().expiresAt, until)
    assert(pending({ way: 'at-term' }).expiresAt > until)
  })
})

describe('what can be ended', () => {
  for (const [what, changes, cancel, atTerm] of [
    ['in service, renewing, in the window', { cancellableUntil: until }, true, true],
    ['suspended, in the window', { cancellableUntil: until, status: 'suspended' }, true, false],
    ['in service, no window named', {}, false, true],
    ['not renewing', { autoRenew: false }, false, false],
    ['of unknown renewal', { autoRenew: null }, false, false],
    ['gone', { cancellableUntil: until, status: 'deleted' }, false, false],
  ] as const)
    it(`${what}: ${cancel ? '' : 'not '}for good, ${atTerm ? '' : 'not '}at the term`, () => {
      const all = [aSubscription(changes)]
      assert.equal(endableNow('cancel', all, morning).length, cancel ? 1 : 0)
      assert.equal(endableNow('at-term', all, morning).length, atTerm ? 1 : 0)
    })
})

describe('a customer’s name, typed', () => {
  for (const [typed, is] of [
    ['Fabrikam Inc', true],
    ['  fabrikam   INC ', true],
    ['Ｆａｂｒｉｋａｍ Inc', true],
    ['Fabrikam', false],
    ['Fabrikam Inc.', false],
    ['', false],
    [null, false],
  ] as const)
    it(`${JSON.stringify(typed)}: ${is}`, () => assert.equal(isNameOf(typed, 'Fabrikam Inc'), is))
})

describe('deciding on an ending', () => {
  const yes = { by: wang, typedName: 'Fabrikam Inc', intents: ['i-1'], now: morning }
  it('begins one act for each subscription on the card', () => {
    const outcome = approveEnding(pending(), yes)
    assert(outcome.ok)
    assert.deepEqual(
      outcome.value.acts.map(({ subscription, intent }) => [subscription, intent]),
      [[seats, 'i-1']],
    )
  })
  for (const [what, changes, code] of [
    ['the asker', { by: { ...mei, roles: ['approver'] } }, 'own-request'],
    ['somebody in support', { by: sam }, 'not-an-approver'],
    ['an approver without the name', { typedName: null }, 'name-differs'],
    ['an approver after the window', { now: until }, 'expired'],
  ] as const)
    it(`${what}: ${code}`, () => assert.equal(codeOf(approveEnding(pending(), { ...yes, ...changes })), code))
  it('needs no name for an end at the term', () =>
    assert.equal(codeOf(approveEnding(pending({ way: 'at-term' }), { ...yes, typedName: null })), 'granted'))
  it('is decided once', () => {
    const outcome = approveEnding(pending(), yes)
    assert(outcome.ok)
    assert.equal(codeOf(approveEnding(outcome.value, { ...yes, by: lin })), 'already-decided')
    assert.equal(codeOf(rejectEnding(outcome.value, { by: lin, because: 'No.', now: morning })), 'already-decided')
    assert.equal(codeOf(withdrawEnding(outcome.value, { by: mei, now: morning })), 'already-decided')
  })
  it('is rejected with words only, by an approver', () => {
    assert.equal(codeOf(rejectEnding(pending(), { by: wang, because: ' ', now: morning })), 'words-needed')
    assert.equal(codeOf(rejectEnding(pending(), { by: mei, because: 'No.', now: morning })), 'not-an-approver')
    assert.equal(codeOf(rejectEnding(pending(), { by: wang, because: 'No.', now: morning })), 'granted')
  })
  it('is withdrawn by its asker alone', () => {
    assert.equal(codeOf(withdrawEnding(pending(), { by: wang, now: morning })), 'not-yours')
    assert.equal(codeOf(withdrawEnding(pending(), { by: mei, now: morning })), 'granted')
  })
  it('ends by itself when nobody decided in time', () => {
    assert.equal(expireEnding(pending(), morning), null)
    assert.equal(expireEnding(pending(), until)?.status, 'expired')
  })
})
