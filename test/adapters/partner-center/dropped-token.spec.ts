import assert from 'node:assert/strict'
import { openAccess } from '../../../adapters/partner-center/client.ts'
import { aConfig, instantDeps, scriptedFetch } from './a-lane.ts'

describe('a token the operator no longer takes', () => {
  it('is dropped once, and not with it the one that has replaced it: two calls may learn of it, one after the other', async () => {
    const { fetch, signIns } = scriptedFetch(null)
    const { tokens } = openAccess(aConfig, instantDeps({ fetch }).deps)
    const first = await tokens.current()
    tokens.drop(first)
    assert.equal(await tokens.current(), 'token-2')
    tokens.drop(first)
    assert.equal(await tokens.current(), 'token-2')
    assert.equal(signIns.length, 2)
  })
})
