import assert from 'node:assert/strict'
import { slackChannels } from '../../adapters/slack/channels.ts'
import { slackPeople } from '../../adapters/slack/people.ts'
import { slackRoster } from '../../adapters/slack/slack-roster.ts'
import { addressOf } from '../../adapters/teams/address-of.ts'
import { LoopbackAuthentication } from '../../adapters/teams/loopback-auth.ts'
import { teamsRoster } from '../../adapters/teams/teams-roster.ts'
import type { Membership } from '../../dialogs/vocabulary/roster.ts'
import type { Address } from '../../domain/cases/placed-card.ts'
import { anApi } from '../adapters/slack/an-api.ts'
import { mei, recorded, tenant } from '../adapters/teams/activities.ts'
import type { SlackUser } from '../kit/fake-slack.ts'
import { openTeamsConnector, type Failure, type Member } from '../kit/teams-connector.ts'
import { rosterContract } from './roster.contract.ts'

describe('roster contract: Teams', () => {
  const failures: Readonly<Record<string, Failure>> = {
    down: { status: 503 },
    removed: { status: 403, code: 'BotNotInConversationRoster' },
    throttled: { status: 429 },
  }
  const says: Readonly<Record<Membership, Member | null>> = {
    member: { userRole: 'user', tenantId: tenant },
    guest: { userRole: 'guest', tenantId: tenant },
    gone: null,
  }
  rosterContract(async () => {
    const teams = await openTeamsConnector()
    const authentication = new LoopbackAuthentication(undefined)
    const at = (name: string): Address => {
      const address = addressOf(recorded(name, { serviceUrl: teams.serviceUrl }), authentication.trusts)
      assert(address)
      return address
    }
    teams.setMember(mei, says.member)
    return {
      roster: teamsRoster({ authentication, now: () => '2026-03-31T02:00:00.000Z' }),
      mei: { channel: 'teams', tenant, user: mei },
      own: at('message-personal'),
      channel: at('message-channel-mention'),
      becomes: (membership) => teams.setMember(mei, says[membership]),
      letOutsidersIn: () => teams.setMember('eve', { userRole: 'guest', tenantId: tenant }),
      trouble: (kind) => teams.fail(failures[kind] ?? null),
      close: () => teams.close(),
    }
  })
})

describe('roster contract: Slack', () => {
  const says: Readonly<Record<Membership, SlackUser>> = {
    member: {},
    guest: { is_restricted: true },
    gone: { deleted: true },
  }
  const own: Address = {
    place: 'slack:partner/UMEI',
    channel: 'slack',
    kind: 'personal',
    name: 'Mei',
    locale: null,
    reference: { channel: 'UMEI' },
    dead: false,
  }
  rosterContract(async () => {
    const world = await anApi()
    const { slack, api, now } = world
    slack.users.set('UMEI', {})
    slack.channels.set('CMONEY', { name: 'money' })
    return {
      roster: slackRoster(slackPeople(api, now), slackChannels(api, now)),
      mei: { channel: 'slack', tenant: 'partner', user: 'UMEI' },
      own,
      channel: { ...own, place: 'slack:partner/CMONEY', kind: 'channel', reference: { channel: 'CMONEY' } },
      becomes: (membership) => void slack.users.set('UMEI', says[membership]),
      letOutsidersIn: () => void slack.channels.set('CMONEY', { name: 'money', is_ext_shared: true }),
      trouble(kind) {
        if (kind === 'removed') slack.channels.clear()
        else slack.fail(kind === 'down' ? { status: 503 } : { status: 429, retryAfter: 2 })
      },
      close: () => world.close(),
    }
  })
})
