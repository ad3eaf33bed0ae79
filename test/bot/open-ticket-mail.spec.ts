import assert from 'node:assert/strict'
import { readConfig } from '../../bot/config.ts'
import { openTicketMail } from '../../bot/open-ticket-mail.ts'
import { lanes, type Lane } from '../../domain/customers/lane.ts'
import type { MailboxOf } from '../../domain/ports/ticket-mailbox.ts'
import { aTicketMail } from '../kit/a-ticket-mail.ts'
import { openMailHost, type MailHost } from '../kit/mail-server.ts'

describe('tickets by mail', () => {
  let mail: MailHost
  beforeEach(async () => {
    mail = await openMailHost()
  })
  afterEach(() => mail.close())

  const open = (settings: Readonly<Record<string, string>>): MailboxOf =>
    openTicketMail(
      readConfig({
        DESK_MODE: 'demo',
        SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        TICKETS_FROM: 'tickets@partner.example',
        ...settings,
      }).ticketMail,
    )
  const ticketOf = (lane: Lane) => aTicketMail({ ticket: { ...aTicketMail().ticket, lane } })

  it('are filed by hand where nobody set a mailbox', () => {
    const mailboxOf = openTicketMail(readConfig({}).ticketMail)
    for (const lane of lanes) assert.equal(mailboxOf(lane), null)
  })

  it('are filed by hand in a lane without one, whatever the others have', () => {
    const mailboxOf = open({ TICKETS_CHINA_TO: 'china@operator.example' })
    assert.deepEqual(
      lanes.map((lane) => mailboxOf(lane)?.address ?? null),
      [null, null, 'china@operator.example'],
    )
  })

  it('go to the mailbox of their own lane, and never to another’s', async () => {
    const mailboxOf = open({
      TICKETS_GLOBAL_TO: 'global@operator.example',
      TICKETS_US_GOVERNMENT_TO: 'us-government@operator.example',
      TICKETS_CHINA_TO: 'china@operator.example',
    })
    for (const lane of lanes) {
      const mailbox = mailboxOf(lane)
      assert.equal(mailbox?.lane, lane)
      for (const other of lanes) {
        if (other === lane) await mailbox.send(ticketOf(lane))
        else await assert.rejects(mailbox.send(ticketOf(other)), /is a ticket of/)
      }
    }
    assert.deepEqual(
      mail.received.map(({ to }) => to),
      lanes.map((lane) => [`${lane}@operator.example`]),
    )
  })
})
