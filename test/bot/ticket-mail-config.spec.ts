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
const from = { TICKETS_FROM: 'Partner Desk <tickets@partner.example>' }
const china = { TICKETS_CHINA_TO: 'tickets@21v.example' }
const faultsOf = (settings: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(settings)
    return []
  } catch (fault) {
    assert(fault instanceof FaultyConfig)
    assert.doesNotMatch(fault.message, /hunter2/)
    return fault.faults
  }
}

describe('the settings of tickets by mail', () => {
  it('are none where no lane has a mailbox', () => {
    assert.equal(readConfig({}).ticketMail, null)
    assert.equal(readConfig({ ...live, ...server, ...from, DESK_MAIL_FROM: 'desk@partner.example' }).ticketMail, null)
  })

  it('name the mailbox of one lane and of no other', () => {
    const { ticketMail, pager } = readConfig({ ...live, ...server, ...from, ...china })
    assert.deepEqual(ticketMail, {
      server: {
        host: 'mail.example.com',
        port: 587,
        encryption: 'upgraded',
        auth: { user: 'desk', pass: 'hunter2' },
      },
      from: { name: 'Partner Desk', address: 'tickets@partner.example' },
      replyTo: null,
      to: { china: 'tickets@21v.example' },
    })
    assert.equal(pager.mail, null)
  })

  it('name one for each lane, and where answers go', () => {
    const { ticketMail } = readConfig({
      ...live,
      ...server,
      ...china,
      TICKETS_FROM: 'tickets@partner.example',
      TICKETS_GLOBAL_TO: 'a@distributor.example',
      TICKETS_US_GOVERNMENT_TO: 'b@distributor.example',
      TICKETS_REPLY_TO: 'team@partner.example',
    })
    assert.deepEqual(ticketMail?.to, {
      global: 'a@distributor.example',
      'us-government': 'b@distributor.example',
      china: 'tickets@21v.example',
    })
    assert.deepEqual(ticketMail.from, { name: null, address: 'tickets@partner.example' })
    assert.equal(ticketMail.replyTo, 'team@partner.example')
  })

  it('take a quoted name with a comma in it', () => {
    const settings = { ...live, ...server, ...china, TICKETS_FROM: '"Contoso, Inc." <tickets@partner.example>' }
    assert.deepEqual(readConfig(settings).ticketMail?.from, {
      name: 'Contoso, Inc.',
      address: 'tickets@partner.example',
    })
  })

  it('let a demo write to this machine', () => {
    const settings = { DESK_MODE: 'demo', SMTP_URL: 'smtp://127.0.0.1:2525', ...from, ...china }
    assert.equal(readConfig(settings).ticketMail?.server.encryption, 'none')
  })

  for (const [what, settings, faults] of [
    [
      'a mailbox without server and sender',
      { ...live, ...china },
      [
        'SMTP_URL is missing: TICKETS_CHINA_TO says that tickets go out by mail',
        'TICKETS_FROM is missing: TICKETS_CHINA_TO needs a sender',
      ],
    ],
    [
      'a server elsewhere in a demo',
      { DESK_MODE: 'demo', ...server, ...from, ...china },
      ['SMTP_URL must be a mail server on this machine in demo mode'],
    ],
    [
      'a server without a mode',
      { ...server, ...from, ...china },
      [
        'DESK_MODE must be said once credentials are set (SMTP_URL): live, or demo',
        'SMTP_URL must be a mail server on this machine in demo mode',
      ],
    ],
    [
      'two addresses for a lane',
      { ...live, ...server, ...from, TICKETS_GLOBAL_TO: 'a@x.example, hunter2@x.example' },
      ['TICKETS_GLOBAL_TO must be one address, such as support@example.com'],
    ],
    [
      'one mailbox for two lanes, however it is written',
      { ...live, ...server, ...from, ...china, TICKETS_US_GOVERNMENT_TO: 'Tickets@21V.example' },
      ['TICKETS_CHINA_TO is the mailbox of TICKETS_US_GOVERNMENT_TO: tickets of two operators never go to one'],
    ],
    [
      'a lane that is closed',
      { ...live, ...server, ...from, ...china, TICKETS_GERMANY_TO: 'a@b.example' },
      ['TICKETS_GERMANY_TO: Microsoft Cloud Germany closed on 2021-10-29 and cannot be configured'],
    ],
    [
      'a sender and a place for answers with line breaks, both at once',
      {
        ...live,
        ...server,
        ...china,
        TICKETS_FROM: 'x\r\nBcc: y <a@b.example>',
        TICKETS_REPLY_TO: 'a@b.example\r\nX: y',
      },
      [
        'TICKETS_FROM must be an address, such as tickets@example.com or Partner Desk <tickets@example.com>',
        'TICKETS_REPLY_TO must be one address, such as team@example.com',
      ],
    ],
    [
      'a server that cannot be read, in one sentence though two things need it',
      {
        ...live,
        ...from,
        ...china,
        SMTP_URL: 'https://hunter2@x.example',
        DESK_MAIL_FROM: 'd@x.example',
        DESK_PAGER_MAIL: 'o@x.example',
      },
      [
        'SMTP_URL must be smtp://user:password@host:587 or smtps://user:password@host:465, without anything behind it; characters such as @ or / in the password are written as %40 or %2F',
      ],
    ],
    [
      'calls by mail without a sender of their own',
      { ...live, ...server, ...from, ...china, DESK_PAGER_MAIL: 'oncall@partner.example' },
      ['DESK_MAIL_FROM is missing: SMTP_URL needs a sender'],
    ],
  ] as const) {
    it(`refuse ${what}`, () => {
      assert.deepEqual(faultsOf(settings), faults)
    })
  }
})
