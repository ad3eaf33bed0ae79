import assert from 'node:assert/strict'
import type { CustomerStanding } from '../../../domain/receivables/standing-book.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import { noLongerJustified } from '../../../domain/suspension/decide-suspension.ts'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import {
  aCalendar,
  aCustomer,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  aPayment,
  aPendingSuspension,
  aPolicy,
  cny,
  fabrikam,
  identity,
  lin,
  minute,
  owing,
  wang,
} from '../../kit/builders.ts'
import { approve, overridden, wangSaidYes, withoutNotice } from './a-decision.ts'

describe('the debt is read again', () => {
  const gone = (of: CustomerStanding | null, request: SuspensionRequest = aPendingSuspension(), policy = aPolicy()) =>
    noLongerJustified(request, of, policy)
  const paid = owing({ items: [anInvoice(), aPayment(4_820_000)] })
  const partly = owing({ items: [anInvoice(), aPayment(4_800_000)] })
  const old = owing({ ledgerAsOf: '2025-03-25' })

  it('and still stands', () => assert.equal(gone(owing()), null))
  it('paid in between ends the request, and that is an outcome', () => {
    assert.deepEqual(
      approve(aPendingSuspension(), wang, { of: paid }),
      granted({ ...aPendingSuspension(), status: 'void', endedAt: minute(1), why: 'paid' }),
    )
    assert.deepEqual(
      approve(wangSaidYes, lin, { of: paid }),
      granted({ ...wangSaidYes, status: 'void', endedAt: minute(1), why: 'paid' }),
    )
  })
  it('paid down below the rung', () => {
    assert.equal(gone(partly), 'no-longer-due')
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-03-01' })] })), 'no-longer-due')
  })
  it('a notice that no longer stands ends it too', () => assert.equal(gone(withoutNotice), 'no-longer-due'))
  it('data that grew too old is refused, and the request stays', () => {
    assert.equal(gone(old), 'ledger-too-old')
    assert.deepEqual(
      approve(aPendingSuspension(), wang, { of: old }),
      refused({ code: 'ledger-too-old', asOf: '2025-03-25' }),
    )
  })
  it('old data that shows no debt any more still says paid', () => {
    assert.equal(gone(owing({ ...paidFacts(), ledgerAsOf: '2025-03-25' })), 'paid')
  })
  it('old data and a policy that calls for less is no longer due: a fresh file would not mend it', () => {
    assert.equal(gone(owing({ notices: [], ledgerAsOf: '2025-03-25' })), 'no-longer-due')
  })

  it('the customer is known to nobody any more', () => assert.equal(gone(null), 'customer-rematched'))
  it('the operator does not list the customer any more', () => {
    assert.equal(gone(owing({ customer: aCustomer({ operator: null }) })), 'customer-rematched')
    assert.deepEqual(
      approve(aPendingSuspension(), wang, { of: null }),
      granted({ ...aPendingSuspension(), status: 'void', endedAt: minute(1), why: 'customer-rematched' }),
    )
  })
  it('the debt is another operator customer’s now', () => {
    const customer = aCustomer({ operator: anOperatorCustomer({ tenantId: fabrikam }) })
    assert.equal(gone(owing({ customer })), 'customer-rematched')
    assert.equal(gone(owing({ customer }), aPendingSuspension({ reason: 'fraud' })), 'customer-rematched')
  })
  it('a ledger account on the card is somebody else’s now: nobody says that it was paid', () => {
    const customer = aCustomer({ accounts: [] })
    assert.equal(gone(owing({ customer, items: [] })), 'customer-rematched')
    const other = aCustomer({ accounts: [anAccount({ key: 'K-2', number: 'K-2' })] })
    assert.equal(gone(owing({ customer: other, items: [anInvoice({ account: 'K-2' })] })), 'customer-rematched')
  })
  it('one of two ledger accounts on the card is somebody else’s now', () => {
    const ledger = [...identity.ledger, { name: 'Contoso Beijing', number: 'K-2' }]
    assert.equal(gone(owing(), aPendingSuspension({ identity: { ...identity, ledger } })), 'customer-rematched')
  })
  it('an account that came to the customer since takes nothing away', () => {
    const customer = aCustomer({ accounts: [anAccount(), anAccount({ key: 'K-2', number: 'K-2' })] })
    assert.equal(gone(owing({ customer })), null)
  })

  it('suspicion does not end with a payment, nor with the ledger', () => {
    const fraud = aPendingSuspension({ reason: 'fraud' })
    for (const standing of [paid, old, withoutNotice, owing({ customer: aCustomer({ accounts: [] }), items: [] })])
      assert.equal(gone(standing, fraud), null)
  })

  it('an override holds for what it was given for and for nothing else', () => {
    assert.equal(gone(withoutNotice, overridden), null)
    assert.equal(gone(owing({ notices: [], ledgerAsOf: '2025-03-25' }), overridden), 'ledger-too-old')
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-03-01' })] }), overridden), 'no-longer-due')
  })

  it('agreed before the rung, it stands when the rung is reached without a notice', () => {
    const early = { reason: 'x', obstacles: [{ code: 'before-suspension-rung', stage: 'final-notice' }] } as const
    const request = aPendingSuspension({ override: early, approvalsNeeded: 2 })
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-01-31' })], notices: [] }), request), null)
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-01-30' })], notices: [] }), request), null)
  })

  it('an override does not outlive the debt: what the policy leaves alone is left alone', () => {
    const obstacles = [{ code: 'before-suspension-rung', stage: 'clear' }] as const
    const basis = { ...aPendingSuspension().basis, stage: 'clear' as const }
    const request = aPendingSuspension({ override: { reason: 'x', obstacles }, approvalsNeeded: 2, basis })
    const policy = aPolicy({ rungs: [] })
    assert.equal(gone(owing({ policy }), request, policy), null)
    assert.equal(gone(owing({ items: [anInvoice(cny(501))], policy }), request, policy), null)
    assert.equal(gone(owing({ items: [anInvoice(cny(500))], policy }), request, policy), 'no-longer-due')
    assert.equal(gone(owing({ items: [anInvoice(cny(1))], policy }), request, policy), 'no-longer-due')
    const small = { ...request, basis: { ...basis, overdue: [{ minor: 400, currency: 'CNY' }] } }
    assert.equal(gone(owing({ items: [anInvoice(cny(400))], policy }), small, policy), null)
  })

  it('holidays of the calendar count for the age of the data here as well', () => {
    const calendar = aCalendar({ holidays: ['2025-03-28'] })
    assert.equal(gone(old, aPendingSuspension(), aPolicy({ calendar })), null)
  })

  function paidFacts() {
    return { items: [anInvoice(), aPayment(4_820_000)] }
  }
})
