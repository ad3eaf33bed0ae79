import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { ticketMailFindings } from '../../../bot/cli/ticket-mail-findings.ts'
import { readConfig } from '../../../bot/config.ts'
import { openMailHost, type MailHost } from '../../kit/mail-server.ts'

describe('the doctor on tickets by mail', () => {
  let mail: MailHost
  beforeEach(async () => {
    mail = await openMailHost()
  })
  afterEach(() => mail.close())

  const lines = async (changes: Readonly<Record<string, string>> = {}) => {
    const config = readConfig({
      DESK_MODE: 'demo',
      SMTP_URL: `smtp://desk:pa%20ss%3Aword@127.0.0.1:${mail.port}`,
      TICKETS_FROM: 'tickets@partner.example',
      TICKETS_CHINA_TO: 'tickets@21v.example',
      ...changes,
    })
    return (await ticketMailFindings({ config })).map(({ state, line }) => `${state} ${line}`)
  }

  it('looks without sending any', async () => {
    assert.deepEqual(await lines(), [
      'ok tickets china: by mail to tickets@21v.example; the mail server answers, and whether that mailbox takes them shows with the first',
      'ok tickets global, us-government: filed by hand; where an operator or distributor takes them by mail, set TICKETS_GLOBAL_TO, TICKETS_US_GOVERNMENT_TO',
    ])
    assert.deepEqual(mail.received, [])
  })

  it('says nothing of filing by hand where every lane has a mailbox', async () => {
    const found = await lines({ TICKETS_GLOBAL_TO: 'a@b.example', TICKETS_US_GOVERNMENT_TO: 'c@d.example' })
    assert.deepEqual(
      found.map((line) => line.slice(0, line.indexOf(';'))),
      [
        'ok tickets global: by mail to a@b.example',
        'ok tickets us-government: by mail to c@d.example',
        'ok tickets china: by mail to tickets@21v.example',
      ],
    )
  })

  it('tells a password that is wrong, and not the password', async () => {
    const [line] = await lines({ SMTP_URL: `smtp://desk:hunter2@127.0.0.1:${mail.port}` })
    assert.equal(
      line,
      'wrong tickets china: by mail to tickets@21v.example: unauthorised, 535, EAUTH; check user and password in SMTP_URL',
    )
  })

  it('tells a server that is not there', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const [line] = await lines({ SMTP_URL: `smtp://127.0.0.1:${port}` })
    assert.match(line ?? '', /^wrong tickets china: .*: unreachable, ECONNREFUSED; check host and port in SMTP_URL/)
  })

  it('tells in a server’s own words why it lets nobody in', async () => {
    await mail.close()
    mail = await openMailHost({
      onConnect: (_session, answer) =>
        answer(Object.assign(new Error('5.7.1 Your network is not welcome'), { responseCode: 554 })),
    })
    const [line] = await lines()
    assert.match(
      line ?? '',
      /^wrong tickets china: .*: refused, 554, 5\.7\.1 \(“Your network is not welcome”\); ask whoever runs the mail server/,
    )
  })
})
