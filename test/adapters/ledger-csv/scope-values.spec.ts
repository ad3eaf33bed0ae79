import assert from 'node:assert/strict'
import { countryOf, laneOf, scopeOf } from '../../../adapters/ledger-csv/scope-values.ts'

describe('a scope', () => {
  it('is one company in whatever spelling', () => {
    assert.deepEqual(scopeOf({ kind: 'company', value: ' Nimbus  Gmbh' }), { kind: 'company', value: 'NIMBUS GMBH' })
  })
  it('is one country by code or name', () => {
    for (const text of ['DE', 'de', 'Germany', 'Deutschland']) assert.equal(countryOf(text), 'DE')
    assert.equal(countryOf('UK'), 'GB')
    assert.equal(countryOf('Atlantis'), 'ATLANTIS')
  })
  it('is a lane in our word or the usual one, and no other', () => {
    assert.equal(laneOf('us-government'), 'us-government')
    assert.equal(laneOf('GCC High'), 'us-government')
    assert.equal(laneOf('21Vianet'), 'china')
    assert.equal(laneOf('germany'), null)
    assert.equal(scopeOf({ kind: 'lane', value: 'moon' }), null)
  })
})
