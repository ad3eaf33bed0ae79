import assert from 'node:assert/strict'
import { addressOf } from '../../adapters/teams/address-of.ts'
import { LoopbackAuthentication } from '../../adapters/teams/loopback-auth.ts'
import { teamsMessenger } from '../../adapters/teams/teams-messenger.ts'
import { recorded } from '../adapters/teams/activities.ts'
import { openTeamsConnector, type Failure } from '../kit/teams-connector.ts'
import { messengerContract, type Trouble } from './messenger.contract.ts'

const failures: Readonly<Record<Trouble, Failure>> = {
  removed: { status: 403, code: 'MessageWritesBlocked' },
  deleted: { status: 404, code: 'ActivityNotFoundInConversation' },
  throttled: { status: 429, code: 'TooManyRequests', retryAfter: '2' },
  down: { status: 503 },
}

for (const place of ['message-personal', 'message-group-mention', 'message-channel-mention']) {
  describe(`messenger contract: Teams, ${place}`, () => {
    messengerContract(async () => {
      const teams = await openTeamsConnector()
      const authentication = new LoopbackAuthentication(undefined)
      const here = addressOf(recorded(place, { serviceUrl: teams.serviceUrl }), authentication.trusts)
      assert(here)
      return {
        messenger: teamsMessenger({
          authentication,
          now: () => '2026-03-31T02:00:00.000Z',
          wait: async () => undefined,
        }),
        here,
        seen: () => teams.shown.map(({ versions }) => JSON.stringify(versions.at(-1))),
        trouble: (kind) => teams.fail(failures[kind]),
        close: () => teams.close(),
      }
    })
  })
}
