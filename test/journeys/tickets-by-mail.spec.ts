import assert from 'node:assert/strict'
import PostalMime, { type Email } from 'postal-mime'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { hoursUntil } from '../kit/days-passing.ts'
import { customerCalled, failedTurns, isQuiet, movable } from '../kit/demo-desk.ts'
import { readBooks } from '../kit/desk-books.ts'
import { fraudAt } from '../kit/fraud-at.ts'
import { fillIn } from '../kit/fill-in.ts'
import { openMailHost, type MailHost } from '../kit/mail-server.ts'
import { eventually, runScript } from '../kit/processes.ts'
import type { SlackPerson } from '../kit/slack-person.ts'
import type { TeamsPerson } from '../kit/teams-person.ts'

const contoso = customerCalled('Contoso Ltd')
const importers = customerCalled('Wide World Importers')
const mailboxes = { china: 'support@21vianet.example', global: 'tickets@distributor.example' }

describe('tickets that go by mail, in Teams and in Slack', function () {
  this.timeout(400_000)
  let chats: BothChats
  let mail: MailHost
  let inTeams: TeamsPerson
  let inSlack: SlackPerson

  beforeEach(async () => {
    mail = await openMailHost()
    chats = await openBothChats({
      ...movable,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      TICKETS_CHINA_TO: mailboxes.china,
      TICKETS_GLOBAL_TO: mailboxes.global,
      TICKETS_FROM: 'Partner Desk <tickets@partner.example>',
      PARTNER_CENTER_GLOBAL_REQUESTS_PER_MINUTE: '1000000',
    })
    await chats.operator.control('POST', 'switches', { requestsPerMinute: 1_000_000 })
    await chats.start()
    inTeams = chats.inTeams('Ines', approvals.teams)
    inSlack = chats.inSlack('Ines', approvals.slack)
  })
  afterEach(async () => {
    await chats.close()
    await mail.close()
  })

  async function bothSee(words: RegExp): Promise<void> {
    await inTeams.sees(words)
    await inSlack.reads(words)
  }
  /** The mail with this place among all, as another program than ours reads it; that it went to this mailbox alone. */
  async function mailed(at: number, to: string): Promise<Email> {
    await eventually(async () => mail.received.length > at)
    const received = mail.received[at]
    assert(received)
    assert.deepEqual(received.to, [to])
    return PostalMime.parse(received.raw)
  }
  /** The desk has ended well; what happened to a ticket, in order, but for what was asked meanwhile. */
  async function deedsOf(ticket: string): Promise<readonly string[]> {
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    const { NODE_OPTIONS: _, ...env } = chats.desk.env
    assert.match((await runScript('bot/cli/index.ts', ['audit', 'verify'], env)).output, /The audit is whole/)
    const { audit } = await readBooks(chats.folder)
    return audit.filter(({ about }) => about === ticket).map(({ what, by }) => `${what} by ${by}`)
  }

  it('reach 21Vianet in Chinese and in English, with a note in their thread, until the answer is recorded', async () => {
    await chats.route('tickets')
    const mei = chats.inSlack('Mei')
    await mei.say('ticket Contoso Ltd about Charged twice')
    await mei.reads(/^Ticket with 21Vianet for Contoso Ltd$/m)
    const filled = {
      topic: 'billing',
      severity: 'minimal',
      title: '重复计费 / Charged twice',
      text: 'Twenty seats are charged twice in November.',
      inChinese: '十一月有二十个席位被重复计费。',
      tried: 'Compared the invoice with the portal.',
    }
    await fillIn(chats.slack, mei, /^Ticket with 21Vianet/, filled)
    const first = await mailed(0, mailboxes.china)
    await bothSee(/^PD-1: ticket with 21Vianet for Contoso Ltd[^]*Mailed to 21Vianet/)
    assert.equal(first.subject, '[PD-1] 重复计费 / Charged twice')
    const [chinese = '', english = '', ...others] = (first.text ?? '').split('\n----------\n')
    assert.deepEqual(others, [])
    assert(chinese.includes(filled.inChinese) && !chinese.includes(filled.text))
    assert(english.includes(filled.text) && english.includes(filled.tried) && !english.includes(filled.inChinese))
    for (const each of [chinese, english]) assert(each.includes(contoso.tenantId))

    const inTheOther = chats.inTeams('Mei')
    await inTheOther.say('note PD-1 December is charged twice as well.')
    const second = await mailed(1, mailboxes.china)
    assert.equal(second.subject, `Re: ${first.subject}`)
    assert.equal(second.inReplyTo, first.messageId)
    assert.equal(second.references, first.messageId)
    assert.match(second.text ?? '', /补充说明[^]*December is charged twice as well\./)
    await bothSee(/^PD-1: [^]*December is charged twice as well\./)

    // Nobody can look it up, so whoever opened it is asked.
    const asked = /^PD-1: [^]*Has the operator answered\?/
    await hoursUntil(chats.desk, () => mei.sees().some((text) => asked.test(text)))
    await mei.say('answer PD-1 The seats are credited in January.')
    await bothSee(/^PD-1: [^]*Closed by Mei\.[^]*The seats are credited in January\./)
    const deeds = await deedsOf('PD-1')
    assert.deepEqual(
      deeds.filter((deed) => deed !== 'ticket.asked-about by desk'),
      [
        'ticket.opened by mei',
        'ticket.mailed by desk',
        'ticket.change-asked by mei',
        'ticket.change-done by desk',
        'ticket.answered by mei',
      ],
    )
    assert.equal(mail.received.length, 2)
  })

  it('ask for the refund after fraud, with what is on record of the alert and the dossier attached', async () => {
    await chats.route('fraud', 'tickets')
    const fraud = fraudAt(chats.operator)
    await fraud.registered()
    await fraud.raise({ customer: importers.tenantId })
    const [incident] = await fraud.incidents()
    assert(incident)
    await bothSee(/^F-1: [^]*Nobody looks after it yet/)
    await inTeams.press('Claim', {}, /^F-1: /)
    await inSlack.reads(/^F-1: [^]*Ines looks after it\./)
    await inTeams.press('Ticket', {}, /^F-1: /)
    await inTeams.sees(/^Ticket with Partner Center for Wide World Importers$/m)
    const filled = { severity: 'critical', tried: 'The subscription is stopped.' }
    await inTeams.press('Open the ticket', filled, /^Ticket with Partner Center/)

    const { subject, text, attachments } = await mailed(0, mailboxes.global)
    await bothSee(/^PD-1: ticket with Partner Center for Wide World Importers[^]*Mailed to Partner Center/)
    assert.match(subject ?? '', /^\[PD-1\] /)
    for (const each of [importers.tenantId, incident.subscription, '[F-1]', filled.tried])
      assert((text ?? '').includes(each), each)
    assert.deepEqual(
      attachments.map(({ filename, mimeType }) => [filename, mimeType]),
      [
        ['dossier-PD-1.html', 'text/html'],
        ['dossier-PD-1.md', 'text/markdown'],
      ],
    )
    for (const { content } of attachments) {
      const dossier = Buffer.from(content as ArrayBuffer).toString('utf8')
      assert(dossier.includes('Wide World Importers') && dossier.includes(incident.subscription))
    }

    await chats.inTeams('Ines').say('answer PD-1 The refund is granted.')
    await bothSee(/^PD-1: [^]*Closed by Ines\.[^]*The refund is granted\./)
    assert.deepEqual(await deedsOf('PD-1'), [
      'ticket.opened by ines',
      'ticket.mailed by desk',
      'ticket.answered by ines',
    ])
    assert.equal(mail.received.length, 1)
  })
})
