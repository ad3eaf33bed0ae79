import assert from 'node:assert/strict'
import { subscriptionId } from '../../bot/demo/world/operator-seed.ts'
import {
  customerCalled,
  failedTurns,
  newFolder,
  removeFolder,
  startDesk,
  startOperator,
  type DeskProcess,
  type Operator,
} from '../kit/demo-desk.ts'
import type { LogEntry } from '../../adapters/simulators/partner-center/log.ts'
import { endAll, eventually, runScript } from '../kit/processes.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson, type TeamsPerson } from '../kit/teams-person.ts'

const fabrikam = customerCalled('Fabrikam Inc')

describe('a suspension over real HTTP', function () {
  this.timeout(400_000)
  let folder: string
  let operator: Operator
  let connector: TeamsConnector
  let desk: DeskProcess
  let mei: TeamsPerson
  let wang: TeamsPerson

  beforeEach(async () => {
    folder = await newFolder()
    ;[operator, connector] = await Promise.all([startOperator('global', folder), openTeamsConnector()])
    desk = await startDesk(folder, [operator])
    await sitDown()
  })
  afterEach(async () => {
    await endAll()
    await connector.close()
    await removeFolder(folder)
  })

  async function sitDown(): Promise<void> {
    mei = teamsPerson(desk.url, connector, 'Mei', 'aad-mei')
    wang = teamsPerson(desk.url, connector, 'Wang', 'aad-wang')
    await wang.say('be approver')
    await wang.sees(/You are now Wang/)
  }
  const suspended = async () => {
    const { entries } = await operator.control<{ entries: readonly LogEntry[] }>('GET', 'log')
    return entries.flatMap((entry) =>
      entry.kind === 'transition' && entry.to === 'suspended' ? entry.subscription : [],
    )
  }
  const askForFabrikam = async () => {
    await mei.say('suspend fabrikam for non-payment')
    await mei.sees(/Suspend Fabrikam Inc for non-payment\?/)
    const unpaid = [subscriptionId(fabrikam, 1), subscriptionId(fabrikam, 2)].join(',')
    await mei.press('Ask a second person', { subscriptions: unpaid, note: 'Nobody picks up.' })
    await wang.sees(/S-1: suspend Fabrikam Inc\?/)
  }

  it('goes from the question to the ticket: overdue, customer, suspend, approve, confirmed, ticket', async () => {
    await mei.say('overdue')
    await mei.sees(/\d+ customers are overdue/)
    await mei.say('customer fabrikam')
    await mei.sees(/The policy calls for: suspension/)
    await askForFabrikam()
    await mei.press('Approve')
    await mei.sees(/You had a hand in this yourself/)
    await wang.press('Approve')

    for (const person of [mei, wang])
      await person.sees(/Approved by Wang; carried out\.[^]*confirmed by Partner Center/)
    assert.deepEqual((await suspended()).sort(), [subscriptionId(fabrikam, 1), subscriptionId(fabrikam, 2)].sort())

    await mei.say('ticket fabrikam about the invoice names a product they never had')
    await mei.press('Open the ticket', { topic: 'billing', severity: '' })
    await mei.sees(/Choose how severe it is\./)
    await mei.press('Open the ticket', { topic: 'billing', severity: 'moderate' })
    await mei.sees(/PD-1: ticket with Partner Center for Fabrikam Inc/)
    await mei.press('I filed it', { number: '2611210040001234' })
    await mei.sees(/Filed with Partner Center as 2611210040001234 by Mei/)
    assert.deepEqual(await failedTurns(desk), [])
  })

  it('keeps its promise exactly once when it is killed between approval and execution', async () => {
    await askForFabrikam()
    await operator.control('POST', 'faults', { path: '/v1/customers/', times: 1_000, then: { kind: 'hang' } })
    await wang.press('Approve')
    await wang.sees(/Approved by Wang; being carried out/)
    await desk.end('SIGKILL')
    assert.deepEqual(await suspended(), [])

    await operator.control('DELETE', 'faults')
    desk = await startDesk(folder, [operator])
    await sitDown()
    await wang.sees(/carried out\.[^]*confirmed by Partner Center/)
    assert.deepEqual((await suspended()).sort(), [subscriptionId(fabrikam, 1), subscriptionId(fabrikam, 2)].sort())
  })

  it('does not suspend twice when the answer was lost and the desk was killed', async () => {
    await askForFabrikam()
    await operator.control('POST', 'faults', { method: 'PATCH', times: 2, when: 'after', then: { kind: 'hang' } })
    await wang.press('Approve')
    await eventually(async () => (await suspended()).length === 2)
    await desk.end('SIGKILL')

    await operator.control('DELETE', 'faults')
    desk = await startDesk(folder, [operator])
    await sitDown()
    const card = await wang.sees(/carried out\.[^]*confirmed by Partner Center/)
    assert.doesNotMatch(card, /was suspended already/)
    assert.equal((await suspended()).length, 2)
  })

  it('keeps an audit that anybody can check while the desk runs', async () => {
    await askForFabrikam()
    const { code, output } = await runScript('bot/cli/index.ts', ['audit', 'verify'], desk.env)
    assert.match(output, /The audit is whole/)
    assert.equal(code, 0)
  })
})
