import assert from 'node:assert/strict'
import { addressOf } from '../../../adapters/teams/address-of.ts'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import { teamsMessenger } from '../../../adapters/teams/teams-messenger.ts'
import type { Messenger } from '../../../dialogs/vocabulary/messenger.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import type { Address } from '../../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { openTeamsConnector, type TeamsConnector } from '../../kit/teams-connector.ts'
import { recorded, tenant } from './activities.ts'

const line: Reply = { parts: [{ kind: 'text', text: 'Contoso owes EUR 5.' }] }
const card: Reply = { title: 'S-12 was approved', parts: [] }
const bot = '28:bbbbbbbb-0000-4000-8000-000000000002'

describe('the Teams messenger', () => {
  const authentication = new LoopbackAuthentication(undefined)
  let teams: TeamsConnector
  let messenger: Messenger
  let ms: number
  let waited: number[]
  beforeEach(async () => {
    teams = await openTeamsConnector()
    ms = Date.parse('2026-03-31T02:00:00Z')
    waited = []
    const wait = async (span: number) => {
      waited.push(span)
      ms += span
    }
    messenger = teamsMessenger({ authentication, now: () => instantOf(ms), wait })
  })
  afterEach(() => teams.close())

  const at = (name: string): Address => {
    const address = addressOf(recorded(name, { serviceUrl: teams.serviceUrl }), authentication.trusts)
    assert(address)
    return address
  }
  const faultOf = async (call: Promise<unknown>): Promise<OutsideFault> => {
    const outcome: unknown = await call.catch((cause: unknown) => cause)
    assert(outcome instanceof OutsideFault, String(outcome))
    return outcome
  }

  it('speaks as the bot', async () => {
    const { message } = await messenger.post(at('message-personal'), line)
    const [shown] = teams.shown
    assert.deepEqual([shown?.id, shown?.conversation], [message, 'a:1personal'])
    const { from, text, channelId } = shown?.versions[0] ?? {}
    assert.deepEqual([from, text, channelId], [{ id: bot, name: '' }, 'Contoso owes EUR 5.', 'msteams'])
  })

  it('begins a thread in a channel, and finds it again', async () => {
    const place = at('message-channel-mention')
    const { message } = await messenger.post(place, card)
    assert.deepEqual(teams.asked[0]?.['channelData'], {
      channel: { id: '19:credit@thread.tacv2' },
      tenant: { id: tenant },
    })
    assert.equal(teams.asked[0]?.['isGroup'], true)
    await messenger.replace(place, message, line)
    assert.equal(teams.shown.length, 1)
    assert.equal(teams.shown[0]?.conversation, `19:credit@thread.tacv2;messageid=${message}`)
    assert.equal(teams.shown[0]?.versions.length, 2)
  })

  it('finds what was said in somebody else’s thread', async () => {
    const place = at('message-channel-mention')
    await messenger.post(place, card)
    const [root] = teams.shown
    assert(root)
    await fetch(`${teams.serviceUrl}/v3/conversations/${encodeURIComponent(root.conversation)}/activities`, {
      method: 'POST',
      body: JSON.stringify({ type: 'message', text: 'said in a turn' }),
    })
    await messenger.replace(place, `${teams.shown[1]?.id};in=${root.id}`, line)
    assert.equal(teams.shown[1]?.versions.length, 2)
  })

  it('answers in the thread of a channel post, of its own or somebody else’s', async () => {
    const place = at('message-channel-mention')
    const { message } = await messenger.post(place, card)
    await messenger.reply(place, message, line)
    await messenger.reply(place, '1700;in=1600', line)
    assert.deepEqual(
      teams.shown.slice(1).map(({ conversation, versions: [said] }) => [conversation, said?.['text']]),
      [
        [`19:credit@thread.tacv2;messageid=${message}`, 'Contoso owes EUR 5.'],
        ['19:credit@thread.tacv2;messageid=1600', 'Contoso owes EUR 5.'],
      ],
    )
    assert.equal(teams.asked.length, 1, 'no thread of its own')
  })

  it('answers below, where there are no threads', async () => {
    const { message } = await messenger.post(at('message-group-mention'), card)
    await messenger.reply(at('message-group-mention'), message, line)
    const [first, second] = teams.shown
    assert.equal(second?.conversation, first?.conversation)
  })

  it('keeps a card a card when it is replaced by a line', async () => {
    const { message } = await messenger.post(at('message-personal'), card)
    await messenger.replace(at('message-personal'), message, line)
    assert(Array.isArray(teams.shown[0]?.versions[1]?.['attachments']))
  })

  it('sends its token nowhere but to Teams, whatever was stored', async () => {
    const address = at('message-personal')
    const tampered = { ...address, reference: { ...address.reference, serviceUrl: 'https://evil.example/' } }
    for (const call of [
      messenger.post(tampered, line),
      messenger.replace(tampered, '1', line),
      messenger.reply(tampered, '1', line),
    ]) {
      const fault = await faultOf(call)
      assert.deepEqual([fault.facts.kind, fault.facts.code], ['refused', 'UntrustedServiceUrl'])
    }
    assert.equal(teams.requests.length, 0)
  })

  it('does not understand an address of another channel', async () => {
    await assert.rejects(messenger.post({ ...at('message-personal'), reference: { team: 'T1' } }, line))
  })

  it('calls an empty reply a mistake', async () => {
    await assert.rejects(messenger.post(at('message-personal'), { parts: [] }), /says nothing/)
    await assert.rejects(messenger.reply(at('message-personal'), '1', { parts: [] }), /says nothing/)
  })

  describe('when Teams says no', () => {
    for (const [status, code, kind] of [
      [401, 'Unauthorized', 'unauthorised'],
      [403, 'MessageWritesBlocked', 'refused'],
      [403, 'BotNotInConversationRoster', 'refused'],
      [404, 'ConversationNotFound', 'not-found'],
      [412, 'PreconditionFailed', 'throttled'],
      [429, 'TooManyRequests', 'throttled'],
      [500, 'ServiceError', 'unreachable'],
      [502, 'BadGateway', 'unreachable'],
      [503, 'ServiceUnavailable', 'unreachable'],
      [504, 'GatewayTimeout', 'unreachable'],
    ] as const) {
      it(`takes ${status} ${code} for ${kind}, asking once`, async () => {
        teams.fail({ status, code })
        const fault = await faultOf(messenger.post(at('message-personal'), line))
        assert.deepEqual([fault.facts.kind, fault.facts.status, fault.facts.code], [kind, status, code])
        assert.equal(fault.facts.service, 'teams')
        assert.equal(teams.requests.length, 1)
      })
    }

    for (const [status, code] of [
      [400, 'BadArgument'],
      [413, 'MessageSizeTooBig'],
    ] as const) {
      it(`takes ${status} ${code} for our own mistake, not for the end of the place`, async () => {
        teams.fail({ status, code })
        await assert.rejects(messenger.post(at('message-personal'), line), (cause: Error) => {
          assert(!(cause instanceof OutsideFault))
          assert.match(cause.message, new RegExp(`${status} ${code}`))
          return true
        })
      })
    }

    for (const [retryAfter, retryAfterMs] of [
      ['3', 3_000],
      ['Tue, 31 Mar 2026 02:00:09 GMT', 9_000],
      ['Tue, 31 Mar 2026 01:00:00 GMT', 0],
      ['99999', 3_600_000],
      ['soon', 0],
    ] as const) {
      it(`waits as long as '${retryAfter}' asks`, async () => {
        teams.fail({ status: 429, retryAfter })
        const fault = await faultOf(messenger.post(at('message-personal'), line))
        assert.equal(fault.facts.retryAfterMs, retryAfterMs)
      })
    }

    it('calls silence something that passes', async () => {
      await teams.close()
      const fault = await faultOf(messenger.post(at('message-personal'), line))
      assert.deepEqual([fault.facts.kind, fault.retryable], ['unreachable', true])
      teams = await openTeamsConnector()
    })

    it('leaves the place alone for as long as it was told to, and only that place', async () => {
      teams.fail({ status: 429, retryAfter: '20', times: 1 })
      await faultOf(messenger.post(at('message-personal'), line))
      const fault = await faultOf(messenger.post(at('message-personal'), line))
      assert.deepEqual([fault.facts.kind, fault.facts.code], ['throttled', 'pace'])
      assert.equal(teams.requests.length, 1)
      await messenger.post(at('message-group-mention'), line)
      ms += 20_000
      await messenger.post(at('message-personal'), line)
      assert.equal(teams.shown.length, 2)
    })

    it('says when it is our secret that is no good, and when only the network is', async () => {
      for (const [errorCode, kind] of [
        ['invalid_client', 'unauthorised'],
        ['network_error', 'unreachable'],
      ] as const) {
        const broken = new LoopbackAuthentication(undefined)
        broken.connect = () => Promise.reject(Object.assign(new Error('AADSTS7000215'), { errorCode }))
        const mute = teamsMessenger({ authentication: broken, now: () => instantOf(ms), wait: async () => undefined })
        assert.equal((await faultOf(mute.post(at('message-personal'), line))).facts.kind, kind)
      }
    })
  })

  it('paces itself: five at once, then one a second, then not now', async () => {
    const place = at('message-personal')
    for (let nth = 0; nth < 7; nth += 1) await messenger.post(place, line)
    assert.deepEqual(waited, [1_000, 1_000])
    const stuck = teamsMessenger({ authentication, now: () => instantOf(ms), wait: async () => undefined })
    for (let nth = 0; nth < 10; nth += 1) await stuck.post(place, line)
    for (let nth = 0; nth < 2; nth += 1) {
      const fault = await faultOf(stuck.post(place, line))
      assert.deepEqual([fault.facts.kind, fault.facts.retryAfterMs], ['throttled', 6_000])
    }
    assert.equal(teams.shown.length, 17)
  })

  it('paces each thread of a channel by itself, and the posts that begin them together', async () => {
    const place = at('message-channel-mention')
    const first = (await messenger.post(place, card)).message
    const second = (await messenger.post(place, card)).message
    for (let nth = 0; nth < 5; nth += 1) {
      await messenger.replace(place, first, line)
      await messenger.reply(place, second, line)
    }
    assert.deepEqual(waited, [])
    await messenger.replace(place, first, line)
    assert.deepEqual(waited, [1_000])
    for (let nth = 0; nth < 5; nth += 1) await messenger.post(place, card)
    assert.deepEqual(waited, [1_000, 1_000])
  })

  it('leaves a thread alone that it was told to, and no other of the channel', async () => {
    const place = at('message-channel-mention')
    const [first, second] = [(await messenger.post(place, card)).message, (await messenger.post(place, card)).message]
    teams.fail({ status: 429, retryAfter: '20', times: 1 })
    await faultOf(messenger.replace(place, first, line))
    assert.equal((await faultOf(messenger.reply(place, first, line))).facts.code, 'pace')
    await messenger.replace(place, second, line)
    assert.deepEqual(waited, [])
  })

  it('says no more than 25 a second, wherever that is', async () => {
    const place = at('message-channel-mention')
    const still = teamsMessenger({
      authentication,
      now: () => instantOf(ms),
      wait: async (span) => void waited.push(span),
    })
    for (let nth = 0; nth < 23; nth += 1) await still.reply(place, `${nth}`, line)
    assert.deepEqual(waited, [40, 80, 120])
  })

  it('does not hide a slip of our own behind the network', async () => {
    const broken = new LoopbackAuthentication(undefined)
    broken.connect = () => Promise.reject(new TypeError('x is not a function'))
    const mute = teamsMessenger({ authentication: broken, now: () => instantOf(ms), wait: async () => undefined })
    await assert.rejects(mute.post(at('message-personal'), line), TypeError)
  })
})
