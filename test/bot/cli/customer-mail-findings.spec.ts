import assert from 'node:assert/strict'
import { customerMailFindings } from '../../../bot/cli/customer-mail-findings.ts'
import { readConfig } from '../../../bot/config.ts'
import { openMailHost, type MailHost } from '../../kit/mail-server.ts'

describe('the doctor on letters to customers', () => {
  let mail: MailHost
  beforeEach(async () => {
    mail = await openMailHost()
  })
  afterEach(() => mail.close())

  const lines = async (settings: Readonly<Record<string, string>>) =>
    (await customerMailFindings({ config: readConfig({ DESK_MODE: 'demo', ...settings }) })).map(
      ({ state, line }) => `${state} ${line}`,
    )
  const by = (user: string) => ({
    ...{ PARTNER_NAME: 'Northwind Cloud', REMINDERS_FROM: 'billing@northwind.example' },
    SMTP_URL: `smtp://desk:${user}@127.0.0.1:${mail.port}`,
  })

  it('says that people send them, and that nobody signs', async () => {
    assert.deepEqual(await lines({}), [
      'ok letters to customers: copied and sent by people; to mail them, set REMINDERS_FROM; they are not signed: set PARTNER_NAME and PARTNER_CONTACT',
    ])
  })

  it('looks at the mail server without sending any', async () => {
    assert.deepEqual(await lines(by('pa%20ss%3Aword')), [
      'ok letters to customers: by mail from billing@northwind.example; the mail server answers',
    ])
    const [line = ''] = await lines(by('wrong'))
    assert.match(line, /^wrong letters to customers: by mail from billing@northwind\.example: .*check SMTP_URL/)
    assert.deepEqual(mail.received, [])
  })
})
