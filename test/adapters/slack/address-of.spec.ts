import assert from 'node:assert/strict'
import { addressesOf } from '../../../adapters/slack/address-of.ts'
import type { Origin } from '../../../adapters/slack/origin.ts'
import { removedFrom } from '../../../adapters/slack/removed-from.ts'

const mei = { name: 'Mei Tan', locale: 'zh-TW', standing: 'member' } as const
const origin: Origin = {
  team: 'partner',
  user: 'UMEI',
  at: null,
  chat: { channel: 'D1', thread: '3.1' },
  privately: null,
  pressed: null,
  typedIn: null,
}
const own = {
  place: 'slack:partner/UMEI',
  channel: 'slack',
  kind: 'personal',
  name: 'Mei Tan',
  locale: 'zh-TW',
  reference: { channel: 'UMEI' },
  dead: false,
}
const money = {
  place: 'slack:partner/CMONEY',
  channel: 'slack',
  kind: 'channel',
  name: '#money',
  locale: null,
  reference: { channel: 'CMONEY' },
  dead: false,
}

describe('how to answer later in Slack', () => {
  it('is the person, where they wrote to the desk', () => assert.deepEqual(addressesOf(origin, mei), [own]))
  it('is the channel alone, where they wrote there: whoever mentions the desk may never have written to it', () => {
    const at = { channel: 'CMONEY', name: 'money', thread: '7.1' }
    assert.deepEqual(addressesOf({ ...origin, chat: null, at }, mei), [money])
  })
  it('is the person, and the channel a command was typed in', () => {
    const typedIn = { channel: 'CMONEY', name: 'money' }
    assert.deepEqual(addressesOf({ ...origin, chat: null, typedIn }, mei), [own, money])
  })
  it('calls a channel by its id where Slack does not say its name', () => {
    const [, channel] = addressesOf({ ...origin, typedIn: { channel: 'G1', name: '' } }, mei)
    assert.equal(channel?.name, 'G1')
  })
})

describe('what the desk was removed from', () => {
  const [mine] = addressesOf(origin, mei)
  const [channel] = addressesOf({ ...origin, at: { channel: 'CMONEY', name: 'money', thread: null } }, mei)
  const [foreign] = addressesOf({ ...origin, team: 'partner2' }, mei)
  const inTeams = { ...own, channel: 'teams', kind: 'personal', place: 'teams:partner/UMEI' } as const
  assert(mine && channel && foreign)
  const goneOf = (gone: ReturnType<typeof removedFrom>) => [mine, channel, foreign, inTeams].map(gone)

  it('is one channel', () => {
    const gone = removedFrom({ kind: 'removed', from: 'channel', team: 'partner', channel: 'CMONEY' })
    assert.deepEqual(goneOf(gone), [false, true, false, false])
  })
  it('is every place of the workspace, and of no other', () => {
    const gone = removedFrom({ kind: 'removed', from: 'workspace', team: 'partner' })
    assert.deepEqual(goneOf(gone), [true, true, false, false])
  })
})
