import assert from 'node:assert/strict'
import { addressOf } from '../../../adapters/teams/address-of.ts'
import { messageToken, tokenIds } from '../../../adapters/teams/message-token.ts'
import { readTeamsActivity } from '../../../adapters/teams/read-teams-activity.ts'
import { teamsCloud, trustsOrigins } from '../../../adapters/teams/teams-cloud.ts'
import { mei, recorded, tenant } from './activities.ts'

const trusts = trustsOrigins(teamsCloud('')?.serviceOrigins ?? [])
const serviceUrl = `https://smba.trafficmanager.net/emea/${tenant}/`
const bot = '28:bbbbbbbb-0000-4000-8000-000000000002'
const reference = { serviceUrl, channelId: 'msteams', tenantId: tenant, bot, conversation: 'a:1personal' }

describe('an address in Teams', () => {
  it('is a person for a one-to-one chat', () => {
    assert.deepEqual(addressOf(recorded('message-personal'), trusts), {
      place: `teams:${tenant}/${mei}`,
      channel: 'teams',
      kind: 'personal',
      name: 'Mei Tan',
      locale: 'zh-TW',
      reference,
      dead: false,
    })
  })

  it('is the channel, not the thread', () => {
    assert.deepEqual(addressOf(recorded('message-channel-mention'), trusts), {
      place: `teams:${tenant}/19:credit@thread.tacv2`,
      channel: 'teams',
      kind: 'channel',
      name: 'Finance / Credit',
      locale: null,
      reference: { ...reference, conversation: '19:credit@thread.tacv2', team: '19:team@thread.tacv2' },
      dead: false,
    })
  })

  it('is called by its team where the channel says no name, and by its id where nothing is said', () => {
    assert.equal(addressOf(recorded('conversation-update-added'), trusts)?.name, 'Finance')
    const group = addressOf(recorded('message-group-mention'), trusts)
    assert.deepEqual([group?.kind, group?.name], ['group', '19:group@thread.v2'])
    const thread = addressOf(recorded('message-channel-mention', { channelData: { tenant: { id: tenant } } }), trusts)
    assert.equal(thread?.name, '19:credit@thread.tacv2')
  })

  it('is where a speaker speaks from', () => {
    for (const name of ['message-personal', 'message-group-mention', 'message-channel-mention', 'execute-acts']) {
      const reading = readTeamsActivity(
        recorded(name),
        () => Promise.reject(new Error('nothing was sent')),
        async () => undefined,
      )
      assert(reading?.kind === 'heard')
      assert.equal(addressOf(recorded(name), trusts)?.place, reading.heard.by.place)
    }
  })

  it('is not taken from a foreign service URL, nor without a tenant', () => {
    assert.equal(addressOf(recorded('message-personal', { serviceUrl: 'https://evil.example/' }), trusts), null)
    assert.equal(
      addressOf(recorded('message-personal', { channelData: {}, conversation: { id: 'a:1' } }), trusts),
      null,
    )
  })

  it('survives being stored', () => {
    const address = addressOf(recorded('message-channel-mention'), trusts)
    assert.deepEqual(JSON.parse(JSON.stringify(address)), address)
  })
})

describe('what is remembered of a message', () => {
  for (const [conversation, message, token] of [
    ['a:1personal', '1700', '1700'],
    ['19:credit@thread.tacv2;messageid=1700', '1700', '1700'],
    ['19:credit@thread.tacv2;messageid=1600', '1700', '1700;in=1600'],
    ['19:credit@thread.tacv2;messageid=1600', '', ''],
  ] as const) {
    it(`is '${token}' for '${message}' in ${conversation}`, () => {
      assert.equal(messageToken(conversation, message), token)
    })
  }

  it('leads back to the message and its thread', () => {
    assert.deepEqual(tokenIds('1700'), { message: '1700', thread: '1700' })
    assert.deepEqual(tokenIds('1700;in=1600'), { message: '1700', thread: '1600' })
  })
})
