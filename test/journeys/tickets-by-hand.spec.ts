import assert from 'node:assert/strict'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { customerCalled, failedTurns, isQuiet, movable } from '../kit/demo-desk.ts'
import { hoursUntil } from '../kit/days-passing.ts'
import { readBooks } from '../kit/desk-books.ts'
import { fillIn } from '../kit/fill-in.ts'
import { eventually, runScript } from '../kit/processes.ts'
import type { SlackPerson } from '../kit/slack-person.ts'
import type { TeamsPerson } from '../kit/teams-person.ts'
import { ticketsAt, type OperatorsTickets } from '../kit/tickets-at.ts'

const fabrikam = customerCalled('Fabrikam Inc')
const hour = 3_600_000

describe('tickets that a person files, in Teams and in Slack', function () {
  this.timeout(400_000)
  let chats: BothChats
  let portal: OperatorsTickets
  let inTeams: TeamsPerson
  let inSlack: SlackPerson

  beforeEach(async () => {
    chats = await openBothChats({ ...movable, PARTNER_CENTER_GLOBAL_REQUESTS_PER_MINUTE: '1000000' })
    portal = ticketsAt(chats.operator)
    await chats.operator.control('POST', 'switches', { requestsPerMinute: 1_000_000 })
    await chats.start()
    await chats.route('tickets')
    inTeams = chats.inTeams('Ines', approvals.teams)
    inSlack = chats.inSlack('Ines', approvals.slack)
  })
  afterEach(() => chats.close())

  /** What stands in the channel of each chat. */
  const channels = () => [inTeams.chat(), inSlack.sees()]
  const everywhere = (words: RegExp) => channels().every((all) => all.some((text) => words.test(text)))
  async function bothSee(words: RegExp): Promise<void> {
    await inTeams.sees(words)
    await inSlack.reads(words)
  }
  /** The desk has ended well; what happened to a ticket, in order. */
  async function deedsOf(ticket: string): Promise<readonly string[]> {
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    const { NODE_OPTIONS: _, ...env } = chats.desk.env
    assert.match((await runScript('bot/cli/index.ts', ['audit', 'verify'], env)).output, /The audit is whole/)
    const { audit, owed } = await readBooks(chats.folder)
    assert(!owed.some(({ kind }) => kind === 'change-ticket' || kind === 'mail-ticket'))
    return audit.filter(({ about }) => about === ticket).map(({ what, by }) => `${what} by ${by}`)
  }

  it('of 21Vianet is asked about until its number is brought back two days later, from the other chat', async () => {
    const mei = chats.inTeams('Mei')
    await mei.say('ticket Contoso Ltd about Invoice 2026-11 charges seats twice')
    await mei.sees(/^Ticket with 21Vianet for Contoso Ltd$/m)
    const filled = { topic: 'billing', severity: 'minimal', text: 'Charged twice.', tried: 'Read the invoice again.' }
    await mei.press('Open the ticket', filled, /^Ticket with 21Vianet/)
    await bothSee(/^PD-1: ticket with 21Vianet for Contoso Ltd[^]*New request/)
    await mei.press('I filed it', { number: '' }, /^PD-1: /)
    await bothSee(/^PD-1: [^]*Filed with 21Vianet by Mei; its number is not known yet/)

    const asked = /^PD-1: [^]*[Ww]hich number/
    assert(!everywhere(asked))
    const waited = await hoursUntil(chats.desk, () => everywhere(asked))
    assert(mei.chat().some((text) => asked.test(text)))
    await chats.desk.advance(Math.max(0, 48 - waited) * hour)
    await eventually(() => isQuiet(chats.desk))
    const inTheOther = chats.inSlack('Mei')
    await inTheOther.say('filed PD-1 SR20261124-0017')
    await inTheOther.reads(/SR20261124-0017/)
    await bothSee(/^PD-1: [^]*Filed with 21Vianet as SR20261124-0017 by Mei/)
    await eventually(() => isQuiet(chats.desk))
    assert(!everywhere(asked))

    const [opened, filed, first, ...later] = await deedsOf('PD-1')
    assert.deepEqual(
      [opened, filed, first, later.at(-1)],
      ['ticket.opened by mei', 'ticket.filed by mei', 'ticket.asked-about by desk', 'ticket.filed by mei'],
    )
    // No call of the operator's shows them: nothing was found, read or sent.
    assert(later.slice(0, -1).every((deed) => deed === 'ticket.asked-about by desk'))
  })

  it('at Partner Center is found by itself in the operator’s list, and answered there', async () => {
    const mei = chats.inSlack('Mei')
    await mei.say('ticket Fabrikam Inc about a credit note')
    await mei.reads(/^Ticket with Partner Center for Fabrikam Inc$/m)
    const filled = { topic: 'billing', severity: 'moderate', text: 'The credit note of March is missing.' }
    await fillIn(chats.slack, mei, /^Ticket with Partner Center/, filled)
    await bothSee(/^PD-1: ticket with Partner Center for Fabrikam Inc/)
    // Nobody tells the desk that it was filed.
    const title = '[PD-1] The credit note of March is missing.'
    const number = await portal.file({ title, customer: fabrikam.tenantId, openedBy: 'desk' })
    await aMinute()
    await bothSee(new RegExp(`^PD-1: [^]*Found at Partner Center as ${number}`))

    await portal.note(number, 'Which invoice is it about?')
    await portal.status(number, 'attention_needed')
    await aMinute()
    await bothSee(/Support Engineer[^]*Which invoice is it about\?/)
    const inTheOther = chats.inTeams('Mei')
    await inTheOther.say('note PD-1 It is about G-2026-03.')
    const ours = async () =>
      ((await portal.all()).find(({ id }) => id === number)?.notes ?? []).filter(({ by }) => by === 'desk')
    await eventually(async () => (await ours()).length > 0)
    await portal.note(number, 'The credit is on its way.')
    await portal.status(number, 'closed')
    await aMinute()
    await bothSee(/The credit is on its way\./)
    await bothSee(/^PD-1: [^]*Closed by Partner Center/)

    assert.deepEqual(
      (await ours()).map(({ text }) => text),
      ['It is about G-2026-03.\n(PD-1/1)'],
    )
    assert.deepEqual(await deedsOf('PD-1'), [
      'ticket.opened by mei',
      'ticket.found by desk',
      'ticket.read by desk',
      'ticket.heard by desk',
      'ticket.attention-needed by desk',
      'ticket.change-asked by mei',
      'ticket.change-done by desk',
      'ticket.heard by desk',
      'ticket.closed-there by desk',
    ])
  })

  async function aMinute(): Promise<void> {
    await eventually(() => isQuiet(chats.desk))
    await chats.desk.advance(60_000)
  }
})
