import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { policyReader } from '../../../adapters/policy-yaml/policy-reader.ts'
import { policyCommand } from '../../../bot/cli/policy-command.ts'
import { createPolicyDesk } from '../../../domain/policy/policy-desk.ts'
import { openPolicyInForce } from '../../../domain/policy/policy-in-force.ts'
import { mei, morning, wang } from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'
import { editedPolicy, firstPolicy } from '../../dialogs/policy/a-policy-office.ts'
import { anOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

async function aConsole() {
  const open = await anOpenDesk()
  const parts = { store: memoryStore(), now: () => morning, newId: randomUUID, reader: policyReader }
  const first = async () => ({ from: 'file', file: 'policy.yaml', text: firstPolicy }) as const
  const inForce = await openPolicyInForce({ ...parts, first })
  const policies = createPolicyDesk({
    ...parts,
    inForce,
    policies: { ...parts, draft: async () => null },
    secondFactors: { prove: async () => assert.fail('no code') },
  })
  const desk = { ...open.desk, policy: inForce.policy, policies }
  return {
    policies,
    store: parts.store,
    run: async (file: string | null, ...args: readonly string[]) => {
      const session = aSession(file)
      const code = await policyCommand(args, session, { ...open, desk, policy: inForce.policy })
      return { code, seen: session.seen, saved: session.saved }
    },
  }
}

describe('policy at the console', () => {
  it('asks for a second person’s yes, and says what would change', async () => {
    const { run, policies, store } = await aConsole()
    const { code, seen } = await run(editedPolicy, 'propose', 'open.csv', '--as', 'Mei')
    assert.equal(code, 0)
    assert.deepEqual(
      [seen[0], seen[1]?.replaceAll('\u00a0', ' '), seen.at(-1)],
      [
        '5 things change against version 1',
        '  Ladder: Suspension after 90 days, instead of Suspension after 60 days (from CNY 1,000.00)',
        "V-1 waits for a second person's yes in chat; until then version 1 holds.",
      ],
    )
    assert.equal(policies.inForce().number, 1)
    assert.equal((await store.auditOf('V-1'))[0]?.by, 'console:root')
    assert.equal((await policies.activate({ case: 'V-1', version: 1 }, '', mei)).ok, false)
    assert.equal((await policies.activate({ case: 'V-1', version: 1 }, '', wang)).ok, true)
    const listed = await run(null, 'versions')
    assert.match(listed.seen.join('\n'), /^2 {2}Mar 31, 2025, 10:00 AM {2}V-1 {2}\w{12}\n1 {2}.* {2}policy\.yaml {2}/)
  })

  it('says line by line what must be mended first', async () => {
    const { run } = await aConsole()
    const { code, seen } = await run(firstPolicy.replace('Asia/Shanghai', 'Mars'), 'propose', 'x.yaml', '--as', 'Mei')
    assert.equal(code, 1)
    assert.deepEqual(seen.slice(1), ['line 1: time zone is no time zone such as Europe/Berlin'])
  })

  it('asks who somebody is, and for the file', async () => {
    const { run } = await aConsole()
    assert.match((await run(editedPolicy, 'propose', 'x.yaml')).seen.join(), /--as NAME/)
    assert.match((await run(editedPolicy, 'propose', 'x.yaml', '--as', 'Nobody')).seen.join(), /Nobody at this desk/)
    assert.match((await run(null, 'propose', '--as', 'Mei')).seen.join(), /Name a policy/)
    assert.equal((await run(null, 'burn')).code, 2)
    assert.equal((await run(null, 'print', '--loud')).code, 2)
  })

  it('prints the text for customers in each language, into a file where one is named', async () => {
    const { run } = await aConsole()
    assert.equal((await run(null, 'print')).seen[0], 'What happens when an invoice is not paid in time')
    const chinese = await run(null, 'print', '--language', 'zh-hant')
    assert.equal(chinese.seen[0], '發票逾期未付時的處理方式')
    const { saved, seen } = await run(null, 'print', '--out', 'policy.txt', '--for', 'contoso')
    assert.deepEqual(seen, [])
    assert.match(saved[0] ?? '', /^What happens.*deletes the data of what stays suspended for 60 days/s)
    const unknown = await run(null, 'print', '--language', 'tlh')
    assert.deepEqual([unknown.code, unknown.seen], [1, ['The desk does not speak tlh; it speaks en, zh-Hant-TW.']])
    assert.equal((await run(null, 'print', '--for', 'nobody inc')).code, 1)
  })
})
