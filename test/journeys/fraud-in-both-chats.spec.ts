import assert from 'node:assert/strict'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { customerCalled, failedTurns, isQuiet } from '../kit/demo-desk.ts'
import { readBooks } from '../kit/desk-books.ts'
import { azureFlips, fraudAt } from '../kit/fraud-at.ts'
import { eventually, runScript } from '../kit/processes.ts'

const importers = customerCalled('Wide World Importers')

describe('an alert over real HTTP in Teams and in Slack', function () {
  this.timeout(400_000)
  let chats: BothChats

  beforeEach(async () => {
    chats = await openBothChats()
    await chats.start()
    await chats.route('fraud')
  })
  afterEach(() => chats.close())

  it('is claimed in Slack and suspended with approval in Teams; one card in each chat tells all of it', async () => {
    const fraud = fraudAt(chats.operator)
    await fraud.registered()
    await chats.operator.control('POST', 'switches', { entitlementLagMs: 0 })
    const inSlack = chats.inSlack('Ines', approvals.slack)
    const inTeams = chats.inTeams('Ines', approvals.teams)
    const wang = chats.inTeams('Wang')
    await wang.say('be approver')
    await wang.sees(/You are now Wang/)

    await fraud.raise({ customer: importers.tenantId })
    const [incident] = await fraud.incidents()
    assert(incident)
    await inTeams.sees(/^F-1: [^]*Nobody looks after it yet/)
    await inSlack.reads(/^F-1: [^]*Nobody looks after it yet/)
    await inSlack.press('Claim', {}, /^F-1: /)
    await inTeams.sees(/^F-1: [^]*Ines looks after it\.[^]*asks for an answer by/)
    await inSlack.press('Stop Azure subscription (compromise)', {}, /^F-1: /)
    await wang.sees(/^S-1: suspend Wide World Importers\?/)
    await wang.press('Approve', {}, /^S-1: suspend/)
    const done = /^S-1: [^]*Approved by Wang; carried out\.[^]*: suspended, confirmed by Partner Center/
    await wang.sees(done)
    await inSlack.reads(done)
    const answered = /^F-1: [^]*Answered after less than a minute, by S-1\.[^]*wideworldimporters-production/
    await inTeams.sees(answered)
    await inSlack.reads(answered)
    await eventually(() => isQuiet(chats.desk))

    for (const cards of [inTeams.chat(), inSlack.sees()])
      assert.equal(cards.filter((text) => text.startsWith('F-1: ')).length, 1)
    assert.deepEqual(await failedTurns(chats.desk), [])
    const flips = await azureFlips(chats.operator)
    assert.deepEqual(
      flips.map(({ subscription, to, by }) => [subscription, to, by]),
      [[incident.subscription, 'inactive', 'partner']],
    )
    const { output } = await runScript('bot/cli/index.ts', ['audit', 'verify'], chats.desk.env)
    assert.match(output, /The audit is whole/)
    await chats.desk.end('SIGTERM')
    const { audit } = await readBooks(chats.folder)
    const deeds = audit.filter(({ about }) => about === 'F-1').map(({ what, by }) => `${what} by ${by}`)
    // Both feeds tell of it, each in its turn.
    assert.deepEqual(
      deeds.filter((deed) => !deed.startsWith('fraud-alert.repeated')),
      ['fraud-alert.opened by desk', 'fraud-alert.claimed by ines', 'fraud-alert.acted-on by desk'],
    )
  })
})
