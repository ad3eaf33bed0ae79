import assert from 'node:assert/strict'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { customerCalled, failedTurns, isQuiet, movable } from '../kit/demo-desk.ts'
import { readBooks } from '../kit/desk-books.ts'
import { fraudAt, type OperatorFraud } from '../kit/fraud-at.ts'
import { eventually } from '../kit/processes.ts'
import type { TeamsPerson } from '../kit/teams-person.ts'

const importers = customerCalled('Wide World Importers')
const alerts = '/graph/beta/security/partner/securityAlerts/'
const events = '/v1/fraudEvents/subscription/'

describe('a verdict that the operator does not take', function () {
  this.timeout(400_000)
  let chats: BothChats
  let fraud: OperatorFraud
  let ines: TeamsPerson

  beforeEach(async () => {
    chats = await openBothChats(movable)
    fraud = fraudAt(chats.operator)
    await chats.start()
    await chats.route('fraud')
    await fraud.registered()
    ines = chats.inTeams('Ines', approvals.teams)
    await fraud.raise({ customer: importers.tenantId })
    // Both feeds have told of it, the second one with the name.
    await ines.sees(/^F-1: [^]*wideworldimporters-production/)
    await chats.inSlack('Ines', approvals.slack).reads(/^F-1: [^]*wideworldimporters-production/)
  })
  afterEach(() => chats.close())

  const trouble = (fault: object) => chats.operator.control('POST', 'faults', fault)
  const decide = () => ines.press('Give the verdict', { verdict: 'fraud', words: 'Miners.' }, /^F-1: /)
  const toldOnce = /^F-1: [^]*Partner Center was told [^]*: fraud/
  const tries = async (path: string) =>
    (await fraud.calls()).filter((call) => call.method !== 'GET' && call.path.startsWith(path))
  const told = async () =>
    (await fraud.verdicts()).map(({ by, status, reason }) => `${by}: ${status}, ${reason}`).sort()
  /** What the audit tells of the alert, once the desk has ended. */
  const deeds = async () => {
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    const { audit } = await readBooks(chats.folder)
    return audit.filter(({ about }) => about === 'F-1').map(({ what, by }) => `${what} by ${by}`)
  }

  it('is shown with its words and told again by one press, each feed once', async () => {
    const said = { error: { code: 'Forbidden', message: 'PartnerSecurity.ReadWrite.All is missing.' } }
    await trouble({ method: 'PATCH', path: alerts, then: { kind: 'answer', status: 403, body: said } })
    await decide()
    await ines.sees(/^F-1: [^]*did not accept the verdict[^]*PartnerSecurity\.ReadWrite\.All is missing/)
    assert.deepEqual(await told(), [])
    await ines.press('Tell again', {}, /^F-1: /)
    await ines.sees(toldOnce)
    await chats.inSlack('Ines', approvals.slack).reads(toldOnce)
    assert.deepEqual(await told(), ['fraud-events: resolved, fraud', 'graph: resolved, fraud'])
    assert.deepEqual(await deeds(), [
      'fraud-alert.opened by desk',
      'fraud-alert.repeated by desk',
      'fraud-alert.decided by ines',
      'fraud-alert.verdict-refused by desk',
      'fraud-alert.told-again by ines',
      'fraud-alert.verdict-partly-told by desk',
      'fraud-alert.verdict-told by desk',
    ])
  })

  it('or of which it loses the answer is told by itself, under the same request, also after a crash', async () => {
    await trouble({ method: 'POST', path: events, times: 1_000, when: 'after', then: { kind: 'error', status: 500 } })
    await decide()
    await ines.sees(/^F-1: [^]*is being told/)
    await eventually(async () => (await tries(events)).length > 0)
    await chats.desk.end('SIGKILL')
    await chats.operator.control('DELETE', 'faults')
    await chats.start()
    await chats.desk.advance(60_000)
    await ines.sees(toldOnce)
    assert.deepEqual(await told(), ['fraud-events: resolved, fraud', 'graph: resolved, fraud'])
    const requests = (await tries(events)).map(({ requestId }) => requestId)
    assert(requests.length > 1)
    assert.equal(new Set(requests).size, 1)
    assert.equal((await deeds()).filter((deed) => deed.startsWith('fraud-alert.verdict-told')).length, 1)
  })
})
