import assert from 'node:assert/strict'
import { FaultyConfig, readConfig } from '../../bot/config.ts'

const live = {
  DESK_MODE: 'live',
  DESK_KEY: 'k'.repeat(32),
  DESK_ADMINS: 'teams:a1, teams:a2',
  MicrosoftAppId: '00000000-0000-0000-0000-0000000000b0',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: '00000000-0000-0000-0000-000000000001',
}
const server = { SMTP_URL: 'smtp://desk:hunter2@mail.example.com' }
const partner = { PARTNER_NAME: 'Northwind Cloud', PARTNER_CONTACT: 'billing@northwind.example' }
const from = { REMINDERS_FROM: 'Northwind Cloud <billing@northwind.example>' }
const faultsOf = (settings: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(settings)
    return []
  } catch (fault) {
    assert(fault instanceof FaultyConfig)
    return fault.faults
  }
}

describe('the settings of letters to customers', () => {
  it('send nothing unless a sender is named', () => {
    const { customerMail, partner: us } = readConfig({
      ...live,
      ...server,
      ...partner,
      DESK_MAIL_FROM: 'desk@northwind.example',
    })
    assert.equal(customerMail, null)
    assert.deepEqual(us, { name: 'Northwind Cloud', contact: 'billing@northwind.example' })
    assert.deepEqual(readConfig({}).partner, { name: null, contact: null })
  })

  it('name who writes and where answers go', () => {
    const { customerMail } = readConfig({
      ...live,
      ...server,
      ...partner,
      ...from,
      REMINDERS_REPLY_TO: 'a@northwind.example',
    })
    assert.deepEqual(customerMail, {
      server: { host: 'mail.example.com', port: 587, encryption: 'upgraded', auth: { user: 'desk', pass: 'hunter2' } },
      from: { name: 'Northwind Cloud', address: 'billing@northwind.example' },
      replyTo: 'a@northwind.example',
    })
  })

  it('are told what is missing or faulty, all at once', () => {
    assert.deepEqual(faultsOf({ ...live, ...from }), [
      'SMTP_URL is missing: REMINDERS_FROM says that letters to customers go out by mail',
      'PARTNER_NAME is missing: letters to customers that go out by mail are signed with it',
    ])
    const faulty = { REMINDERS_FROM: 'a@b.example, c@d.example', REMINDERS_REPLY_TO: 'nobody' }
    assert.deepEqual(faultsOf({ ...live, ...server, ...faulty, PARTNER_NAME: 'A\nB' }), [
      'REMINDERS_FROM must be an address, such as billing@example.com or Northwind Cloud <billing@example.com>',
      'REMINDERS_REPLY_TO must be one address, such as accounts@example.com',
      'PARTNER_NAME must be one line',
    ])
  })
})
