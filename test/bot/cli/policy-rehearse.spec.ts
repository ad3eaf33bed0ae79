import assert from 'node:assert/strict'
import { policyCommand } from '../../../bot/cli/policy-command.ts'
import { policyReader } from '../../../adapters/policy-yaml/policy-reader.ts'
import type { LedgerOfDay } from '../../../domain/receivables/past-ledgers.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import { granted } from '../../../domain/shared/outcome.ts'
import { aLedger, anAccount, anInvoice } from '../../kit/builders.ts'
import { editedPolicy, firstPolicy } from '../../dialogs/policy/a-policy-office.ts'
import { anOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

/** One customer that the operator does not know owes CNY 48,200.00 since 1 January. */
async function* past(from: Day, to: Day): AsyncGenerator<LedgerOfDay> {
  const ledger = aLedger({ accounts: [anAccount()], items: [anInvoice({ due: '2025-01-01' })], matches: [] })
  for (let day = from; day <= to; day = addDays(day, 1)) yield { day, ledger }
}

async function run(file: string | null, ...args: readonly string[]) {
  const open = await anOpenDesk()
  const desk = { ...open.desk, ledger: { ...open.desk.ledger, current: () => aLedger(), past } }
  const session = aSession(file)
  const code = await policyCommand(['rehearse', ...args], session, { ...open, desk })
  return { code, seen: session.seen.map((line) => line.replaceAll('\u00a0', ' ')), saved: session.saved }
}

describe('policy rehearse at the console', () => {
  it('says who would be treated otherwise, and when', async () => {
    const { code, seen } = await run(editedPolicy, 'policy.yaml')
    assert.equal(code, 0)
    assert.match(seen[0] ?? '', /^Lived under both policies: .* to .*\. After .* nobody pays and nobody is billed\.$/)
    assert.ok(
      seen.some((line) => /^suspension: 1 customer under the policy in force, 1 customer under this one$/.test(line)),
    )
    assert.ok(
      seen.some((line) => /^Contoso Ltd: suspension on .* instead of .*$/.test(line)),
      seen.join('\n'),
    )
  })

  it('says so where nobody would', async () => {
    const { seen } = await run(firstPolicy, 'policy.yaml')
    assert.equal(seen.at(-1), 'Nobody would be treated otherwise.')
  })

  it('takes the edited file of the data folder where none is named', async () => {
    const open = await anOpenDesk()
    const policy = policyReader.read(editedPolicy, 'policy.yaml')
    const edited = async () => granted({ file: 'policy.yaml', sha256: '', policy })
    const { ledger, policies } = open.desk
    const desk = {
      ...open.desk,
      ledger: { ...ledger, current: () => aLedger(), past },
      policies: { ...policies, edited },
    }
    const session = aSession(null)
    assert.equal(await policyCommand(['rehearse'], session, { ...open, desk }), 0)
    assert.match(session.seen.join('\n'), /Contoso Ltd: suspension on .* instead of /)
  })

  it('tells the faults of a policy that has some, and what to type where none is named', async () => {
    const faulty = await run('rungs: []', 'policy.yaml')
    assert.deepEqual([faulty.code, faulty.seen.at(-1)?.includes('cannot be rehearsed')], [1, true])
    const { code, seen } = await run(null)
    assert.deepEqual([code, seen.at(-1)], [1, 'Or name a policy: npm run desk -- policy rehearse FILE.yaml'])
  })
})
