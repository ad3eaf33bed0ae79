import assert from 'node:assert/strict'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { customerCalled, failedTurns, isQuiet, kept, movable } from '../kit/demo-desk.ts'
import { readBooks } from '../kit/desk-books.ts'
import { fraudAt, type OperatorFraud } from '../kit/fraud-at.ts'
import { eventually } from '../kit/processes.ts'

const importers = customerCalled('Wide World Importers')
const foods = customerCalled('Harbor Lane Foods')
const minutes = 60_000
/** Where nobody listens. */
const nowhere = 'http://127.0.0.1:9/webhooks/partner-center/global'

describe('the operator’s events', function () {
  this.timeout(400_000)
  let chats: BothChats
  let fraud: OperatorFraud

  beforeEach(async () => {
    chats = await openBothChats(movable)
    fraud = fraudAt(chats.operator)
    await chats.operator.control('POST', 'switches', { deliveryPauseMs: 5 })
    await chats.start()
    await chats.route('fraud')
    await fraud.registered()
    // The road counts as proven once the test has been followed: from then on the feeds are asked every five minutes.
    await eventually(async () => (await kept(chats.desk, 'follow-event')) > 0)
  })
  afterEach(() => chats.close())

  const cards = (of: string) =>
    chats
      .inTeams('Ines', approvals.teams)
      .chat()
      .filter((text) => text.startsWith('F-') && text.includes(of))
  const both = async (words: RegExp) => {
    await chats.inTeams('Ines', approvals.teams).sees(words)
    await chats.inSlack('Ines', approvals.slack).reads(words)
  }
  const attempts = async () =>
    (await fraud.webhook()).deliveries.filter(({ event }) => event === 'azure-fraud-event-detected')
  const closeTheBooks = async () => {
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    return readBooks(chats.folder)
  }

  it('that reach nobody are made up for by a look at the feeds, and come again once the desk has registered anew', async () => {
    const before = (await fraud.webhook()).registration
    assert(before)
    await chats.operator.control('POST', 'register-elsewhere', { url: nowhere, events: before.events })
    await fraud.raise({ customer: importers.tenantId })
    await eventually(async () => (await attempts()).every(({ state }) => state === 'queued'))
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(cards(importers.name), [])

    await chats.desk.advance(5 * minutes)
    await both(/^F-\d+: Suspicious use at Wide World Importers/)
    await chats.desk.advance(11 * minutes)
    await eventually(async () => (await fraud.webhook()).registration?.url === before.url)
    await fraud.raise({ customer: foods.tenantId })
    await both(/^F-\d+: Suspicious use at Harbor Lane Foods/)
    // What that look left over of the other feed is read a moment later.
    await chats.desk.advance(20_000)
    await both(/^F-\d+: Suspicious use at Harbor Lane Foods[^]*serviceName/)

    const { alerts } = await closeTheBooks()
    const incidents = await fraud.incidents()
    assert.deepEqual(
      alerts.map(({ items }) => items.map(({ id }) => id).sort()),
      incidents.map(({ graphId, eventId }) => [graphId, eventId].sort()),
    )
  })

  it('that were taken are followed although the desk was killed before it could', async () => {
    // Nothing of the feeds is answered: the event is kept, the look hangs.
    for (const path of ['/graph/', '/v1/fraudEvents'])
      await chats.operator.control('POST', 'faults', { path, times: 1_000, then: { kind: 'hang' } })
    await fraud.raise({ customer: importers.tenantId })
    await eventually(async () => (await attempts()).every(({ state }) => state === 'delivered'))
    await chats.desk.end('SIGKILL')
    assert.equal((await readBooks(chats.folder)).alerts.length, 0)

    await chats.operator.control('DELETE', 'faults')
    await chats.start()
    await both(/^F-\d+: Suspicious use at Wide World Importers/)
    const { alerts, owed, audit } = await closeTheBooks()
    assert.equal(alerts.length, 1)
    assert.equal(audit.filter(({ what }) => what === 'fraud-alert.opened').length, 1)
    assert.deepEqual(
      owed.filter(({ kind }) => kind === 'follow-event'),
      [],
    )
    assert.equal(cards(importers.name).length, 1)
  })
})
