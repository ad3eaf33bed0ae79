import assert from 'node:assert/strict'
import { calledByName, isNamedOnly, namedInLedger } from '../../../domain/suspension/known-by-hand.ts'
import { maySuspend } from '../../../domain/suspension/suspendable.ts'
import { aCustomer, aLedger, anInvoice, contoso, morning, phones, seats } from '../../kit/builders.ts'

describe('subscriptions that nobody has asked the operator for', () => {
  const lines = (...subscriptions: readonly (string | null)[]) =>
    subscriptions.map((subscription) => ({ text: 'Seats', amount: { minor: 1, currency: 'CNY' }, subscription }))

  it('are those that the ledger names by id, each once, with status and model unknown or the operator’s own', () => {
    const items = [
      anInvoice({ lines: lines(seats, null, phones) }),
      anInvoice({ number: 'INV-2', lines: [{ ...lines(seats)[0]!, text: 'Seats again' }] }),
      anInvoice({ number: 'INV-3', account: 'K-9', lines: lines('of-another') }),
    ]
    const found = namedInLedger(aCustomer(), 'china', aLedger({ items }))
    assert.deepEqual(
      found.map(({ id, name, status, model, unseen }) => [id, name, status, model, unseen]),
      [
        [seats, 'Seats', 'unknown', '21vianet', true],
        [phones, 'Seats', 'unknown', '21vianet', true],
      ],
    )
    assert.equal(namedInLedger(aCustomer(), 'global', aLedger({ items }))[0]?.model, 'unknown')
    assert(!isNamedOnly(found[0]?.id ?? ''))
  })

  it('are those that somebody called by name, one a line, each once', () => {
    const found = calledByName(' Microsoft 365 E3 \n\nTeams Phone\nMicrosoft 365 E3', 'global')
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Microsoft 365 E3', 'Teams Phone'],
    )
    assert(found.every(({ id }) => isNamedOnly(id)))
    assert.deepEqual(calledByName(' \n ', 'global'), [])
  })

  it('may be suspended, and not twice for one reason', () => {
    const [one] = calledByName('Teams Phone', 'china')
    assert(one)
    const hold = { reason: 'non-payment', case: 'S-1', by: 'wang', at: morning } as const
    const held = [{ lane: 'china', customer: contoso, subscription: one.id, name: one.name, holds: [hold] }] as const
    assert.deepEqual(
      [
        maySuspend(one, 'non-payment', 'china', []),
        maySuspend(one, 'non-payment', 'china', held),
        maySuspend(one, 'fraud', 'china', held),
      ],
      [true, false, true],
    )
  })
})
