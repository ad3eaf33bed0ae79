import assert from 'node:assert/strict'
import { addressOf } from '../../../adapters/teams/address-of.ts'
import { removedFrom } from '../../../adapters/teams/removed-from.ts'
import { recorded, tenant } from './activities.ts'

const bot = '28:bbbbbbbb-0000-4000-8000-000000000002'
const team = '19:team@thread.tacv2'

/** Every kind of place, as somebody wrote from there. */
const places = {
  personal: recorded('message-personal'),
  group: recorded('message-group-mention'),
  credit: recorded('message-channel-mention'),
  general: inChannel(team, team),
  /** As an older desk kept it. */
  'of a team unsaid': recorded('message-channel-mention', { channelData: { tenant: { id: tenant } } }),
  'another team': inChannel('19:other@thread.tacv2', '19:other@thread.tacv2'),
}

function inChannel(id: string, of: string) {
  return recorded('message-channel-mention', {
    conversation: { id, conversationType: 'channel', tenantId: tenant },
    channelData: { tenant: { id: tenant }, team: { id: of } },
  })
}

function goneWith(name: string, changes: object): readonly string[] | null {
  const gone = removedFrom(recorded(name, changes))
  if (!gone) return null
  return Object.entries(places).flatMap(([place, activity]) => {
    const address = addressOf(activity, () => true)
    assert(address)
    return gone(address) ? [place] : []
  })
}

/** What Teams sends when somebody takes the desk out of the team. */
const fromTeam = {
  membersAdded: undefined,
  membersRemoved: [{ id: bot }],
  conversation: { id: team, conversationType: 'channel', tenantId: tenant },
  channelData: { tenant: { id: tenant }, team: { id: team }, eventType: 'teamMemberRemoved' },
}

describe('the desk is removed', () => {
  it('from a chat of one person', () => {
    assert.deepEqual(goneWith('installation-remove', {}), ['personal'])
  })

  it('from a group chat', () => {
    const { conversation } = places.group
    const removed = { conversation, membersAdded: undefined, membersRemoved: [{ id: bot }] }
    assert.deepEqual(goneWith('conversation-update-added', removed), ['group'])
  })

  it('from a team, and so from every channel of it', () => {
    assert.deepEqual(goneWith('conversation-update-added', fromTeam), ['credit', 'general'])
    const { conversation, channelData } = fromTeam
    const uninstalled = { conversation, channelData: { ...channelData, eventType: undefined } }
    assert.deepEqual(goneWith('installation-remove', uninstalled), ['credit', 'general'])
  })

  it('with its team, or with the channel that was deleted', () => {
    const { membersRemoved, channelData, ...rest } = fromTeam
    assert(membersRemoved)
    const deleted = (data: object) => ({ ...rest, channelData: { ...channelData, ...data } })
    assert.deepEqual(goneWith('conversation-update-added', deleted({ eventType: 'teamDeleted' })), [
      'credit',
      'general',
    ])
    const channel = { eventType: 'channelDeleted', channel: { id: '19:credit@thread.tacv2' } }
    assert.deepEqual(goneWith('conversation-update-added', deleted(channel)), ['credit', 'of a team unsaid'])
  })

  for (const [what, name, changes] of [
    ['somebody else leaves', 'conversation-update-added', { ...fromTeam, membersRemoved: [{ id: '29:1mei' }] }],
    ['somebody joins', 'conversation-update-added', {}],
    ['a channel is renamed', 'conversation-update-renamed', {}],
    ['the app is installed', 'installation-add', {}],
    ['the app is upgraded', 'installation-remove', { action: 'remove-upgrade' }],
    ['somebody writes', 'message-channel-mention', {}],
    ['nobody says of which tenant', 'installation-remove', { channelData: {}, conversation: { id: 'a:1personal' } }],
  ] as const)
    it(`from nowhere when ${what}`, () => assert.equal(goneWith(name, changes), null))

  it('not from the team of another tenant that has the same id', () => {
    const elsewhere = '22222222-2222-4222-8222-222222222222'
    const { conversation, channelData } = fromTeam
    const gone = goneWith('conversation-update-added', {
      ...fromTeam,
      conversation: { ...conversation, tenantId: elsewhere },
      channelData: { ...channelData, tenant: { id: elsewhere } },
    })
    assert.deepEqual(gone, [])
  })
})
