import assert from 'node:assert/strict'
import { addressOf } from '../../../adapters/teams/address-of.ts'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import { teamsRoster } from '../../../adapters/teams/teams-roster.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { ChannelAccount } from '../../../domain/staff/staff.ts'
import { openTeamsConnector, type Member, type TeamsConnector } from '../../kit/teams-connector.ts'
import { mei, recorded, tenant } from './activities.ts'

const account: ChannelAccount = { channel: 'teams', tenant, user: mei }
const elsewhere = '99999999-9999-4999-8999-999999999999'

describe('the Teams roster', () => {
  const authentication = new LoopbackAuthentication(undefined)
  const roster = teamsRoster({ authentication, now: () => '2026-03-31T02:00:00.000Z' })
  let teams: TeamsConnector
  beforeEach(async () => {
    teams = await openTeamsConnector()
  })
  afterEach(() => teams.close())

  const at = (name: string) => {
    const address = addressOf(recorded(name, { serviceUrl: teams.serviceUrl }), authentication.trusts)
    assert(address)
    return address
  }
  const faultOf = async (call: Promise<unknown>) => {
    const fault: unknown = await call.catch((cause: unknown) => cause)
    assert(fault instanceof OutsideFault, String(fault))
    return [fault.facts.service, fault.facts.kind]
  }

  describe('of one person', () => {
    const cases: readonly (readonly [string, Member | null, 'member' | 'guest' | 'gone'])[] = [
      ['one of our people', { userRole: 'user', tenantId: tenant }, 'member'],
      ['one of ours in capital letters', { userRole: 'User', tenantId: tenant.toUpperCase() }, 'member'],
      ['one of whom Teams says no more', {}, 'member'],
      ['a guest', { userRole: 'guest', tenantId: tenant }, 'guest'],
      ['a guest in capital letters', { userRole: 'Guest' }, 'guest'],
      ['somebody who did not sign in', { userRole: 'anonymous' }, 'guest'],
      ['somebody of another organisation', { userRole: 'user', tenantId: elsewhere }, 'guest'],
      ['somebody whom Teams does not find', null, 'gone'],
    ]
    for (const [who, member, membership] of cases)
      it(`${who} is ${membership}`, async () => {
        teams.setMember(mei, member)
        assert.equal(await roster.membership(account, at('message-personal')), membership)
      })

    it('is asked by object id where they spoke, in a channel without the thread', async () => {
      await roster.membership(account, at('message-personal'))
      await roster.membership(account, at('message-channel-mention'))
      assert.deepEqual(
        teams.requests.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`),
        [
          `GET /v3/conversations/a:1personal/members/${mei}`,
          `GET /v3/conversations/19:credit@thread.tacv2/members/${mei}`,
        ],
      )
    })

    it('is asked anew each time', async () => {
      assert.equal(await roster.membership(account, at('message-personal')), 'member')
      teams.setMember(mei, null)
      assert.equal(await roster.membership(account, at('message-personal')), 'gone')
    })

    for (const [what, failure, kind] of [
      ['a conversation that is gone', { status: 404, code: 'ConversationNotFound' }, 'not-found'],
      ['a desk that was removed', { status: 403, code: 'BotNotInConversationRoster' }, 'refused'],
      ['too many questions', { status: 429 }, 'throttled'],
      ['trouble at Teams', { status: 503 }, 'unreachable'],
    ] as const)
      it(`is not known after ${what}`, async () => {
        teams.fail(failure)
        assert.deepEqual(await faultOf(roster.membership(account, at('message-personal'))), ['teams', kind])
      })
  })

  describe('of a place', () => {
    const ours = ['a', 'b', 'c', 'd', 'e']
    beforeEach(() => {
      for (const id of ours) teams.setMember(id, { userRole: 'user', tenantId: tenant })
    })

    it('has no outsiders when everybody is one of ours, however many pages there are', async () => {
      assert.equal(await roster.hasOutsiders(at('message-channel-mention')), false)
      assert.equal(teams.requests.length, 3)
    })
    for (const [who, member] of [
      ['a guest', { userRole: 'guest', tenantId: tenant }],
      ['somebody of another organisation', { userRole: 'user', tenantId: elsewhere }],
    ] as const)
      it(`has outsiders with ${who} on the last page`, async () => {
        teams.setMember('f', member)
        assert.equal(await roster.hasOutsiders(at('message-channel-mention')), true)
      })
    it('is not known when Teams fails', async () => {
      teams.fail({ status: 503 })
      assert.deepEqual(await faultOf(roster.hasOutsiders(at('message-channel-mention'))), ['teams', 'unreachable'])
    })
  })
})
