import assert from 'node:assert/strict'
import { policyReader } from '../../../adapters/policy-yaml/policy-reader.ts'
import { createStandingBook } from '../../../domain/receivables/standing-book.ts'
import { openPolicyInForce } from '../../../domain/policy/policy-in-force.ts'
import type { PolicyVersion } from '../../../domain/policy/policy-version.ts'
import { defaultPolicy, ownPolicy } from '../../adapters/policy-yaml/a-policy-file.ts'
import { aLedger, anOperatorCustomer, morning } from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'

const text = defaultPolicy.replace('time zone: UTC', 'time zone: Asia/Shanghai')

function opening(store = memoryStore(), first = text) {
  return {
    store,
    reader: policyReader,
    now: () => morning,
    first: async () => ({ from: 'file', file: 'policy.yaml', text: first }) as const,
  }
}

function aVersion(number: number, changed: string): PolicyVersion {
  return {
    ...{ number, text: changed, sha256: policyReader.hash(changed), from: 'activated', file: 'policy.yaml' },
    ...{ since: morning, by: ['mei', 'wang'], case: 'V-1' },
  }
}

describe('the policy in force', () => {
  it('is found at the first start, on record, and is the same version ever after', async () => {
    const parts = opening()
    const first = await openPolicyInForce(parts)
    assert.equal(first.version().number, 1)
    const again = await openPolicyInForce({ ...parts, first: async () => assert.fail('asked for another') })
    assert.deepEqual(again.version(), first.version())
    const trail = await parts.store.auditOf('policy')
    assert.deepEqual(
      trail.map(({ what, by }) => [what, by]),
      [['policy.found', 'desk']],
    )
  })

  it('is not kept where it cannot be read', async () => {
    const store = memoryStore()
    await assert.rejects(openPolicyInForce(opening(store, 'nonsense')), /policy\.yaml is no usable collections policy/)
    assert.deepEqual(await store.list('policy-version'), [])
    assert.equal((await openPolicyInForce(opening(store))).version().number, 1)
  })

  it('is the highest number, as numbers count', async () => {
    const store = memoryStore()
    for (const number of [1, 2, 9, 10, 3]) {
      const value = aVersion(number, text.replace('final notice days: 10', `final notice days: ${number}`))
      await store.commit({ save: [{ kind: 'policy-version', id: `v${number}`, value, basedOn: null }] })
    }
    const inForce = await openPolicyInForce(opening(store))
    assert.deepEqual([inForce.version().number, inForce.policy.finalNoticeDays], [10, 10])
  })

  it('changes under whoever holds on to it, but for the time zone', async () => {
    const inForce = await openPolicyInForce(opening())
    const { policy } = inForce
    const changed = text
      .replace('final notice days: 10', 'final notice days: 11')
      .replace('time zone: Asia/Shanghai', 'time zone: UTC')
      .replace('holidays: []', 'holidays: [2025-05-01]')
    inForce.takeOver(aVersion(2, changed))
    assert.equal(policy.finalNoticeDays, 11)
    assert.deepEqual(policy.calendar.holidays, ['2025-05-01'])
    assert.equal(policy.calendar.timeZone, 'Asia/Shanghai')
    assert.deepEqual(Object.keys({ ...policy }).sort(), Object.keys(policyReader.read(changed, 'policy.yaml')).sort())
    inForce.takeOver(aVersion(1, text))
    assert.equal(policy.finalNoticeDays, 11)
  })

  it('has the books of the day worked out anew', async () => {
    const inForce = await openPolicyInForce(opening())
    const book = createStandingBook({
      ledger: () => ledger,
      operators: { revision: 1, customers: () => customers, readAt: () => morning },
      store: memoryStore(),
      policy: inForce.policy,
      now: () => morning,
    })
    const ledger = aLedger()
    const customers = [anOperatorCustomer()]
    const stage = async () => (await book.today()).withItems[0]?.finding.byDebt
    const before = await book.today()
    assert.equal(before, await book.today())
    assert.equal(await stage(), 'suspend')
    inForce.takeOver(aVersion(2, text.replace('days past due: 45', 'days past due: 450')))
    assert.equal(await stage(), 'final-notice')
  })

  it('is told what an older policy looked like when it cannot be read any more', async () => {
    const store = memoryStore()
    const value = aVersion(3, ownPolicy.replace('Asia/Shanghai', 'Mars'))
    await store.commit({ save: [{ kind: 'policy-version', id: 'v3', value, basedOn: null }] })
    await assert.rejects(
      openPolicyInForce(opening(store)),
      /^FaultyPolicy: version 3 of the policy \(policy\.yaml\) is no/,
    )
  })
})
