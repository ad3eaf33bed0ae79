import assert from 'node:assert/strict'
import type { Activity } from 'botbuilder-core'
import { readTeamsActivity } from '../../../adapters/teams/read-teams-activity.ts'
import { mei, recorded, tenant } from './activities.ts'

const by = {
  account: { channel: 'teams', tenant, user: mei },
  name: 'Mei Tan',
  locale: 'zh-TW',
  place: `teams:${tenant}/${mei}`,
  personal: true,
}

/** Which addresses were fetched. */
let fetched: string[] = []
const read = (activity: Activity) =>
  readTeamsActivity(
    activity,
    async (address) => {
      fetched.push(address)
      return new TextEncoder().encode('a list')
    },
    async () => undefined,
  )

describe('reading a Teams activity', () => {
  beforeEach(() => {
    fetched = []
  })

  it('hears what was typed, decoded', () => {
    assert.deepEqual(read(recorded('message-personal')), {
      kind: 'heard',
      heard: { kind: 'said', by, text: 'overdue & <due> today', inputs: {}, pressed: false },
    })
  })

  it('leaves its own mention out and keeps the names of others', () => {
    assert.deepEqual(read(recorded('message-group-mention')), {
      kind: 'heard',
      heard: {
        kind: 'said',
        by: { ...by, locale: 'en-US', place: `teams:${tenant}/19:group@thread.v2`, personal: false },
        text: 'assign contoso to Lin Wei',
        inputs: {},
        pressed: false,
      },
    })
  })

  it('calls all threads of a channel one place', () => {
    const reading = read(recorded('message-channel-mention'))
    assert(reading?.kind === 'heard')
    assert.equal(reading.heard.by.place, `teams:${tenant}/19:credit@thread.tacv2`)
    assert.equal(reading.heard.by.personal, false)
  })

  it('hears a pressed execute as an act, with the inputs apart', () => {
    assert.deepEqual(read(recorded('execute-acts')), {
      kind: 'heard',
      heard: {
        kind: 'acted',
        by,
        action: { act: 'suspension.approve', case: 'S-12', version: 3 },
        inputs: { reason: 'checked with Lin', subscriptions: 's1,s2' },
      },
    })
  })

  it('hears a pressed submit that says something as if it were typed', () => {
    assert.deepEqual(read(recorded('submit-says')), {
      kind: 'heard',
      heard: { kind: 'said', by, text: 'overdue page 2', inputs: { only: 'mine' }, pressed: true },
    })
  })

  it('hears which question a pressed answer stood under', () => {
    const value = { desk: { says: 'ask', answers: 'q-1' } }
    const reading = read({ ...recorded('submit-says'), value })
    assert(reading?.kind === 'heard' && reading.heard.kind === 'said')
    assert.equal(reading.heard.answers, 'q-1')
  })

  for (const name of ['installation-add', 'conversation-update-added']) {
    it(`hears an arrival: ${name}`, () => {
      const reading = read(recorded(name))
      assert(reading?.kind === 'heard')
      assert.equal(reading.heard.kind, 'arrived')
    })
  }

  for (const name of [
    'installation-remove',
    'conversation-update-renamed',
    'message-reaction',
    'message-update',
    'typing',
  ]) {
    it(`ignores ${name}`, () => assert.equal(read(recorded(name)), null))
  }

  for (const [what, data] of [
    ['an act nobody knows', { desk: { acts: { act: 'money.send', case: 'S-1', version: 1 } } }],
    ['an act with too much', { desk: { acts: { act: 'suspension.approve', case: 'S-1', version: 1 }, says: 'x' } }],
    ['a version that is no number', { desk: { acts: { act: 'suspension.approve', case: 'S-1', version: '1' } } }],
    ['data of another app', { command: 'go' }],
    ['no data at all', undefined],
    ['a list', [1]],
  ] as const) {
    it(`knows that a button is unknown: ${what}`, () => {
      const reading = read(recorded('execute-acts', { value: { action: { data } } }))
      assert(reading?.kind === 'heard')
      assert.deepEqual(reading.heard, { kind: 'unknown-button', by })
    })
  }

  it('hears what was typed even where a value of somebody else rides along', () => {
    const reading = read(recorded('message-personal', { text: 'help', value: { other: 1 } }))
    assert(reading?.kind === 'heard' && reading.heard.kind === 'said')
    assert.deepEqual([reading.heard.text, reading.heard.inputs], ['help', {}])
  })

  it('takes inputs as text and drops what is none', () => {
    const value = {
      desk: { says: 'x' },
      count: 3,
      on: true,
      deep: { a: 1 },
      none: null,
      msteams: { type: 'task/fetch' },
    }
    const reading = read(recorded('submit-says', { value }))
    assert(reading?.kind === 'heard' && reading.heard.kind === 'said')
    assert.deepEqual(reading.heard.inputs, { count: '3', on: 'true' })
  })

  describe('what was typed', () => {
    for (const [typed, text] of [
      ['  overdue\u00A0 in   china ', 'overdue in china'],
      ['a&#x1F600;b &#39;c&#39; &unknown; &#9999999;', "a\u{1F600}b 'c' &unknown; &#9999999;"],
      ['line one\r\n  line two', 'line one\nline two'],
      ['\u200Boverdue\uFEFF', 'overdue'],
      ['&lt;at&gt;x&lt;/at&gt;', '<at>x</at>'],
      [null, ''],
    ] as const) {
      it(JSON.stringify(typed), () => {
        const reading = read(recorded('message-personal', { text: typed }))
        assert(reading?.kind === 'heard' && reading.heard.kind === 'said')
        assert.equal(reading.heard.text, text)
      })
    }

    it('is read in no time however it is made', () => {
      const started = performance.now()
      read(recorded('message-personal', { text: '<at'.repeat(60_000) }))
      read(recorded('message-personal', { text: '<at>&#'.repeat(40_000) }))
      assert(performance.now() - started < 10_000)
    })
  })

  describe('who speaks', () => {
    const from = recorded('message-personal').from
    for (const [what, changes, why] of [
      ['nobody with an object id', { from: { ...from, aadObjectId: undefined } }, 'no-object-id'],
      ['nobody at all', { from: undefined }, 'no-object-id'],
      ['an anonymous guest of a meeting', { from: { ...from, userRole: 'anonymous' } }, 'anonymous'],
      ['another bot', { from: { ...from, role: 'bot' } }, 'not-a-person'],
      ['somebody of another tenant', { from: { ...from, tenantId: 'elsewhere' } }, 'other-tenant'],
      ['a tenant at odds with itself', { channelData: { tenant: { id: 'elsewhere' } } }, 'other-tenant'],
      ['no tenant', { channelData: {}, conversation: { id: 'a:1' } }, 'other-tenant'],
    ] as const) {
      it(`refuses ${what}`, () => {
        assert.deepEqual(read(recorded('message-personal', changes)), { kind: 'refused', why })
        assert.equal(read(recorded('installation-add', changes)), null)
      })
    }

    it('takes the language from the client when the activity has none', () => {
      const entities = [{ type: 'clientInfo', locale: 'ru-RU' }]
      const reading = read(recorded('message-personal', { locale: undefined, entities }))
      assert(reading?.kind === 'heard')
      assert.equal(reading.heard.by.locale, 'ru-RU')
    })
  })

  it('hears a file, and fetches nothing until somebody reads it', async () => {
    const reading = read(recorded('message-file'))
    assert(reading?.kind === 'heard' && reading.heard.kind === 'file')
    const { file, others } = reading.heard
    assert.deepEqual([reading.heard.by, file.name, file.size, others], [by, 'open-items.csv', null, undefined])
    assert.deepEqual(fetched, [])
    assert.equal(new TextDecoder().decode(await file.read()), 'a list')
    assert.deepEqual(fetched, ['https://contoso-my.sharepoint.com/download.aspx?UniqueId=1150&tempauth=once'])
  })

  it('hears how many files came at once', () => {
    const { attachments = [] } = recorded('message-file')
    const file = attachments.find(({ contentType }) => contentType.endsWith('file.download.info'))
    const reading = read(recorded('message-file', { attachments: [file, file, file] }))
    assert(reading?.kind === 'heard' && reading.heard.kind === 'file')
    assert.equal(reading.heard.others, 2)
  })

  it('hears what was typed beside what is no file to fetch', () => {
    const contentType = 'application/vnd.microsoft.teams.file.download.info'
    for (const attachments of [
      null,
      {},
      [null],
      [{ contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/image' }],
      [{ contentType: 'reference', contentUrl: 'https://contoso.sharepoint.com/a.csv', name: 'a.csv' }],
      [{ contentType, name: 'a.csv' }],
      [{ contentType, name: 'a.csv', content: { downloadUrl: 7 } }],
      [{ contentType, name: 'a.csv', content: { downloadUrl: `https://x/${'x'.repeat(9_000)}` } }],
    ]) {
      const reading = read(recorded('message-personal', { attachments }))
      assert(reading?.kind === 'heard' && reading.heard.kind === 'said', JSON.stringify(attachments))
      assert.equal(reading.heard.text, 'overdue & <due> today')
    }
  })

  it('calls a file without a name by its type', () => {
    const contentType = 'application/vnd.microsoft.teams.file.download.info'
    const content = { downloadUrl: 'https://contoso.sharepoint.com/a', fileType: 'csv' }
    const reading = read(recorded('message-personal', { attachments: [{ contentType, content }] }))
    assert(reading?.kind === 'heard' && reading.heard.kind === 'file')
    assert.equal(reading.heard.file.name, 'file.csv')
  })
})
