import assert from 'node:assert/strict'
import { desklessOf } from '../../../bot/cli/deskless-commands.ts'
import { policyCheck } from '../../../bot/cli/policy-check.ts'
import { policyFileIn } from '../../../bot/cli/policy-words.ts'
import { defaultPolicy, ownPolicy } from '../../adapters/policy-yaml/a-policy-file.ts'
import { aSession } from './a-session.ts'

async function check(text: string | null) {
  const session = { ...aSession(text) }
  const code = await policyCheck([], session, {})
  return { code, seen: session.seen }
}

describe('policy check', () => {
  it('says that a sound policy can be activated', async () => {
    const { code, seen } = await check(defaultPolicy)
    assert.equal(code, 0)
    assert.deepEqual(seen, [
      'open.csv can be activated. What it would change is said by: npm run desk -- policy propose open.csv --as NAME',
    ])
  })

  it('names every fault with its line, and cannot be read as a yes', async () => {
    const { code, seen } = await check(ownPolicy.replace('tolerance:', 'tolerances: {}\ntolerance:'))
    assert.equal(code, 1)
    assert.deepEqual(seen, [
      'fault  line 10: tolerances is no entry of a policy',
      'open.csv cannot be activated: 1 fault.',
    ])
  })

  it('asks for a file', async () => assert.equal((await check(null)).code, 2))

  it('needs no desk; what stands behind it names the file', () => {
    assert.equal(desklessOf(['policy', 'check', 'p.yaml'])?.command, policyCheck)
    assert.equal(desklessOf(['policy', 'propose', 'p.yaml']), null)
    assert.deepEqual(desklessOf(['manifest', '--out', 'x'])?.args, ['--out', 'x'])
    assert.equal(policyFileIn(['check', 'p.yaml']), 'p.yaml')
    assert.equal(policyFileIn(['check', '--as', 'mei']), null)
    assert.equal(policyFileIn(['print']), null)
  })
})
