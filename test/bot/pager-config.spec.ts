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
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const mail = { SMTP_URL: 'smtp://desk:p%40ss@mail.example.com', DESK_MAIL_FROM: 'desk@example.com' }
const webhook = { DESK_PAGER_URL: 'https://pager.example.com/in', DESK_PAGER_SECRET: secret }

describe('the settings of the pager', () => {
  it('are none where nothing is set', () => {
    assert.deepEqual(readConfig({}).pager, { mail: null, webhook: null, heartbeatUrl: null })
  })

  it('read a mail server that encrypts before anything is said', () => {
    const to = { DESK_PAGER_MAIL: 'one@example.com, two@example.com' }
    assert.deepEqual(readConfig({ ...live, ...mail, ...to }).pager.mail, {
      server: {
        host: 'mail.example.com',
        port: 587,
        encryption: 'upgraded',
        auth: { user: 'desk', pass: 'p@ss' },
      },
      from: 'desk@example.com',
      to: ['one@example.com', 'two@example.com'],
    })
  })

  for (const [url, server] of [
    ['smtps://mail.example.com', { host: 'mail.example.com', port: 465, encryption: 'at-once', auth: null }],
    ['smtp://localhost:2525', { host: 'localhost', port: 2525, encryption: 'none', auth: null }],
    ['smtps://[::1]', { host: '::1', port: 465, encryption: 'at-once', auth: null }],
  ] as const) {
    it(`read ${url}`, () => {
      const settings = { ...live, ...mail, SMTP_URL: url, DESK_PAGER_MAIL: 'one@example.com' }
      assert.deepEqual(readConfig(settings).pager.mail?.server, server)
    })
  }

  it('take mail that calls nobody for other things', () => {
    assert.equal(readConfig({ ...live, ...mail }).pager.mail, null)
  })

  it('read a webhook, both its secrets and who calls', () => {
    const settings = {
      ...live,
      ...webhook,
      DESK_PAGER_SECRET: `${secret}, ${secret}`,
      PUBLIC_URL: 'https://desk.example.com/',
    }
    assert.deepEqual(readConfig(settings).pager.webhook, {
      url: 'https://pager.example.com/in',
      secrets: [secret, secret],
      desk: 'https://desk.example.com',
    })
  })

  it('let a demo speak to this machine, once it is said to be one', () => {
    const here = {
      SMTP_URL: 'smtp://127.0.0.1:2525',
      DESK_MAIL_FROM: 'Desk <a@b.example>',
      DESK_PAGER_MAIL: 'c@d.example',
    }
    const settings = { DESK_MODE: 'demo', ...here, DESK_PAGER_URL: 'http://127.0.0.1:9/', DESK_PAGER_SECRET: secret }
    const { pager } = readConfig({ ...settings, DESK_HEARTBEAT_URL: 'http://localhost:9/beat' })
    assert.equal(pager.mail?.server.encryption, 'none')
    assert.equal(pager.webhook?.url, 'http://127.0.0.1:9/')
    assert.equal(pager.heartbeatUrl, 'http://localhost:9/beat')
  })

  for (const [what, settings, words] of [
    ['a mail address without a mode', { ...mail }, /DESK_MODE must be said once credentials are set \(SMTP_URL\)/],
    ['a secret without a mode', { DESK_PAGER_SECRET: secret }, /DESK_MODE must be said/],
    ['another scheme', { ...live, ...mail, SMTP_URL: 'https://hunter2@mail.example.com' }, /SMTP_URL must be smtp:/],
    ['no address', { ...live, ...mail, SMTP_URL: 'hunter2' }, /SMTP_URL must be smtp:/],
    [
      'options that weaken it',
      { ...live, ...mail, SMTP_URL: 'smtp://h.example/?ignoreTLS=true' },
      /without anything behind/,
    ],
    ['half a %', { ...live, ...mail, SMTP_URL: 'smtp://desk:hunter2%@h.example' }, /written as %40/],
    ['no sender', { ...live, ...mail, DESK_MAIL_FROM: '' }, /DESK_MAIL_FROM is missing/],
    [
      'a sender with a line break',
      { ...live, ...mail, DESK_MAIL_FROM: 'a\r\nBcc: x <a@b.example>' },
      /DESK_MAIL_FROM must/,
    ],
    ['no server', { ...live, DESK_PAGER_MAIL: 'a@b.example' }, /SMTP_URL is missing/],
    ['a name for an address', { ...live, ...mail, DESK_PAGER_MAIL: 'a@b.example, hunter2' }, /DESK_PAGER_MAIL must/],
    ['mail to elsewhere in a demo', { DESK_MODE: 'demo', ...mail }, /SMTP_URL must be a mail server on this machine/],
    [
      'a webhook in the clear',
      { ...live, ...webhook, DESK_PAGER_URL: 'http://hunter2.example/' },
      /DESK_PAGER_URL must be an https/,
    ],
    [
      'a password in it',
      { ...live, ...webhook, DESK_PAGER_URL: 'https://a:hunter2@b.example/' },
      /DESK_PAGER_URL must/,
    ],
    [
      'a webhook elsewhere in a demo',
      { DESK_MODE: 'demo', ...webhook },
      /DESK_PAGER_URL must be an address of this machine/,
    ],
    ['no secret', { ...live, ...webhook, DESK_PAGER_SECRET: '' }, /DESK_PAGER_SECRET is missing/],
    [
      'a short secret',
      { ...live, ...webhook, DESK_PAGER_SECRET: 'hunter2' },
      /DESK_PAGER_SECRET must be 24 to 64 bytes/,
    ],
    [
      'a file for a heartbeat',
      { ...live, DESK_HEARTBEAT_URL: 'file://localhost/hunter2' },
      /DESK_HEARTBEAT_URL must be/,
    ],
  ] as const) {
    it(`refuse ${what}, in words that tell no secret`, () => {
      assert.throws(
        () => readConfig(settings),
        (fault) => {
          assert(fault instanceof FaultyConfig)
          assert.match(fault.message, words)
          assert.doesNotMatch(fault.message, /hunter2/)
          return true
        },
      )
    })
  }
})
