import assert from 'node:assert/strict'
import { OutsideFault, type FaultKind } from '../../../domain/shared/outside-fault.ts'

describe('a fault of the outside', () => {
  const passes: Readonly<Record<FaultKind, boolean>> = {
    unreachable: true,
    throttled: true,
    busy: true,
    refused: false,
    unauthorised: false,
    'not-found': false,
  }
  for (const kind of Object.keys(passes) as FaultKind[])
    it(`${kind} ${passes[kind] ? 'may pass by itself' : 'needs somebody'}`, () =>
      assert.equal(new OutsideFault({ service: 'partner-center:china', kind }).retryable, passes[kind]))

  it('says who failed and how in its message, and never the outside’s own words', () => {
    const cause = new Error('socket hang up')
    const facts = { service: 'teams', kind: 'refused', code: '900329', description: 'Contoso Ltd owes', cause } as const
    const fault = new OutsideFault(facts)
    assert.equal(fault.name, 'OutsideFault')
    assert.equal(fault.message, 'teams refused 900329')
    assert.equal(fault.cause, cause)
    assert.equal(fault.facts, facts)
    assert.equal(new OutsideFault({ service: 'teams', kind: 'busy' }).message, 'teams busy')
  })
})
