import assert from 'node:assert/strict'
import { administratorsOf, strangersAmong } from '../../bot/config/administrators.ts'
import { chatsOf } from '../../bot/config/chats.ts'

describe('the first administrators', () => {
  it('are named by chat, tenant and person, as each chat writes them', () => {
    const faults: string[] = []
    assert.deepEqual(administratorsOf('teams:A1, teams:Other/a2 slack:t01/u01,Slack:T1', 'Own', faults), [
      { channel: 'teams', tenant: 'own', user: 'a1' },
      { channel: 'teams', tenant: 'other', user: 'a2' },
      { channel: 'slack', tenant: 'T01', user: 'U01' },
    ])
    assert.equal(faults.length, 1)
    assert.match(faults[0] ?? '', /“Slack:T1” is not written like/)
  })

  it('are known where people are known', () => {
    const slack = administratorsOf('slack:T1/U1', '', [])
    const teams = administratorsOf('teams:a1', '', [])
    assert.deepEqual(strangersAmong(slack, false), [])
    assert.deepEqual(strangersAmong(teams, true), [])
    assert.equal(strangersAmong([...slack, ...teams], true).length, 1)
    assert.equal(strangersAmong([...slack, ...teams], false).length, 1)
  })
})

describe('the chat people are known in', () => {
  it('is Teams wherever there is Teams', () => {
    assert.deepEqual(chatsOf({ teams: true, slack: true }), { root: 'teams', other: 'slack' })
    assert.deepEqual(chatsOf({ teams: true, slack: false }), { root: 'teams', other: null })
    assert.deepEqual(chatsOf({ teams: false, slack: true }), { root: 'slack', other: null })
  })
})
