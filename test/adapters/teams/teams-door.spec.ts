import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import { heardIn } from '../../../dialogs/vocabulary/heard.ts'
import { replyActivity, replyOf } from '../../../dialogs/vocabulary/reply-activity.ts'
import { later } from '../../../domain/shared/time.ts'
import { openTeamsConnector, type TeamsConnector } from '../../kit/teams-connector.ts'
import { mei, recorded, tenant } from './activities.ts'
import { now, openDoor, type OpenDoor } from './open-door.ts'

describe('POST /api/messages', () => {
  let teams: TeamsConnector
  let door: OpenDoor
  const limits = { waiting: 1, waitMs: 5_000, turnMs: 5_000 }
  beforeEach(async () => {
    teams = await openTeamsConnector()
    door = await openDoor(new LoopbackAuthentication(undefined), limits)
  })
  afterEach(() => Promise.all([door.close(), teams.close()]))
  const activity = (name: string, changes: object = {}) => recorded(name, { serviceUrl: teams.serviceUrl, ...changes })

  it('hands over what was heard', async () => {
    assert.equal((await door.post(activity('message-personal'))).status, 200)
    const [turn] = door.turns
    assert(turn)
    assert.deepEqual(heardIn(turn), {
      kind: 'said',
      by: {
        account: { channel: 'teams', tenant, user: mei },
        name: 'Mei Tan',
        locale: 'zh-TW',
        place: `teams:${tenant}/${mei}`,
        personal: true,
      },
      text: 'overdue & <due> today',
      inputs: {},
      pressed: false,
    })
  })

  it('believes nothing that came as its own words', async () => {
    const forged = {
      deskHeard: { kind: 'said', by: { account: 'wang' } },
      deskReply: { parts: [] },
      tenant: { id: tenant },
    }
    await door.post(activity('message-personal', { channelData: forged }))
    const [turn] = door.turns
    assert(turn)
    const heard = heardIn(turn)
    assert.equal(heard?.by.account.user, mei)
    assert.equal(replyOf(turn), null)
  })

  describe('bodies', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    for (const [what, body, headers, status] of [
      ['nothing', '', {}, 400],
      ['no JSON', '{', {}, 400],
      ['a list', '[]', {}, 400],
      ['a number', '7', {}, 400],
      ['null', 'null', {}, 400],
      ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}, 400],
      ['gzip', new Uint8Array(gzipSync('{}')), { 'Content-Encoding': 'gzip' }, 415],
      ['five megabytes', `{"text":"${'x'.repeat(5 * 1024 * 1024)}"}`, {}, 413],
      ['an empty object', '{}', {}, 400],
      ['a form', bytes('type=message'), { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
      ['JSON that does not say so', bytes('{"type":"message"}'), { 'Content-Type': 'text/plain' }, 415],
    ] as const) {
      it(`answers ${status} to ${what}`, async () => {
        const response = await door.post(body, headers)
        assert.equal(response.status, status)
        assert.equal(await response.text(), '')
        assert.deepEqual([door.turns.length, door.failures.length], [0, 0])
      })
    }
  })

  describe('activities', () => {
    for (const [what, changes, status] of [
      ['no type', { type: undefined }, 400],
      ['a type that is no text', { type: 7 }, 400],
      ['no channel', { channelId: undefined }, 400],
      ['no service URL', { serviceUrl: undefined }, 400],
      ['no conversation', { conversation: undefined }, 400],
      ['a conversation without an id', { conversation: {} }, 400],
      ['a sender that is text', { from: 'Mei' }, 400],
      ['channel data that is text', { channelData: 'deskHeard' }, 400],
      ['entities that are none', { entities: 'none' }, 400],
      ['text that is none', { text: { a: 1 } }, 400],
      ['a sender left out', { from: null, type: 'event' }, 200],
      ['a type nobody knows', { type: 'frobnicate' }, 200],
      ['an invoke nobody knows', { type: 'invoke', name: 'composeExtension/query' }, 501],
      ['an invoke without a name', { type: 'invoke' }, 501],
    ] as const) {
      it(`answers ${status} to ${what}`, async () => {
        const response = await door.post(activity('message-personal', changes))
        assert.equal(response.status, status)
        assert.equal(await response.text(), '')
        assert.deepEqual([door.turns.length, door.failures.length], [0, 0])
      })
    }

    it('does not let the sender choose where answers go', async () => {
      door.turn = async (context) => void (await context.sendActivity('hello'))
      const response = await door.post(activity('message-personal', { deliveryMode: 'expectReplies' }))
      assert.equal(await response.text(), '')
      assert.equal(teams.shown.length, 1)
    })

    it('keeps a prototype to itself', async () => {
      const text = JSON.stringify(activity('message-personal')).replace(/^\{/, '{"__proto__":{"polluted":true},')
      await door.post(text)
      assert.equal(({} as { polluted?: boolean }).polluted, undefined)
    })
  })

  it('tells strangers that it does not talk with them', async () => {
    const from = { id: '29:1guest', name: 'Guest' }
    assert.equal((await door.post(activity('message-personal', { from }))).status, 200)
    assert.equal(door.turns.length, 0)
    assert.equal(teams.shown[0]?.versions[0]?.['text'], 'Not for you (no-object-id, zh-TW)')
  })

  it('hears that it was removed, and answers nothing', async () => {
    const response = await door.post(activity('installation-remove'))
    assert.deepEqual([response.status, door.turns.length, door.removals.length], [200, 0, 1])
    await door.post(activity('message-personal'))
    assert.equal(door.removals.length, 1)
  })

  it('apologises with a reference and nothing else when a turn fails', async () => {
    door.turn = () => Promise.reject(new Error('secret: at Object.<anonymous> (/srv/desk.ts:1)'))
    const response = await door.post(activity('message-personal'))
    assert.deepEqual([response.status, await response.text()], [200, ''])
    assert.deepEqual(
      teams.shown.map(({ versions }) => versions[0]?.['text']),
      ['Sorry, zh-TW: ref-1'],
    )
    assert.equal(door.failures[0]?.reference, 'ref-1')
    assert.match(String(door.failures[0]?.cause), /secret/)
  })

  it('apologises under the card when a pressed button fails', async () => {
    door.turn = () => Promise.reject(new Error('secret'))
    const response = await door.post(activity('execute-acts'))
    assert.equal(response.status, 200)
    assert.deepEqual(await response.json(), {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Sorry, zh-TW: ref-1',
    })
    assert.equal(teams.shown.length, 0)
  })

  it('says nothing of a failure to whoever only arrived', async () => {
    door.turn = () => Promise.reject(new Error('secret'))
    assert.equal((await door.post(activity('installation-add'))).status, 200)
    assert.deepEqual([teams.shown.length, door.failures.length], [0, 1])
  })

  it('survives that even the apology cannot be sent', async () => {
    teams.fail({ status: 502 })
    door.turn = async (context) => void (await context.sendActivity('hello'))
    const response = await door.post(activity('message-personal'))
    assert.deepEqual([response.status, await response.text()], [200, ''])
    assert.equal(door.failures.length, 2)
    assert.equal(new Set(door.failures.map(({ reference }) => reference)).size, 1)
  })

  describe('one turn at a time', () => {
    /** Turns that wait to be let go, and how many ran at once. */
    function gate() {
      const { promise, resolve } = Promise.withResolvers<void>()
      const seen = { running: 0, most: 0 }
      door.turn = async () => {
        seen.running += 1
        seen.most = Math.max(seen.most, seen.running)
        await promise
        seen.running -= 1
      }
      return { seen, open: resolve }
    }

    it('runs turns of one person in one conversation one after the other, and turns away a crowd', async () => {
      const { seen, open } = gate()
      const posts = [1, 2, 3].map((nth) => door.post(activity('message-personal', { id: `m-${nth}` })))
      // One runs, one waits: whichever came third is answered at once.
      assert.equal((await Promise.race(posts)).status, 429)
      open()
      assert.deepEqual((await Promise.all(posts)).map(({ status }) => status).sort(), [200, 200, 429])
      assert.equal(seen.most, 1)
      assert.deepEqual(door.failures, [])
    })

    it('hears again what it turned away', async () => {
      const { open } = gate()
      const posts = [1, 2, 3].map(async (nth) => {
        const response = await door.post(activity('message-personal', { id: `m-${nth}` }))
        return { nth, status: response.status }
      })
      const { nth } = await Promise.race(posts)
      open()
      await Promise.all(posts)
      assert.equal((await door.post(activity('message-personal', { id: `m-${nth}` }))).status, 200)
      assert.equal(door.turns.filter(({ id }) => id === `m-${nth}`).length, 1)
    })

    it('does not make others wait, nor the same person elsewhere', async () => {
      const { seen, open } = gate()
      const { promise: all, resolve } = Promise.withResolvers<void>()
      const held = door.turn
      door.turn = async (context) => {
        if (seen.running === 2) resolve()
        await held(context)
      }
      const from = { id: '29:1lin', name: 'Lin', aadObjectId: 'aaaaaaaa-0000-4000-8000-00000000000f' }
      const posts = [
        activity('message-group-mention'),
        activity('message-group-mention', { id: 'm-2', from }),
        activity('message-personal'),
      ].map((each) => door.post(each))
      await all
      open()
      for (const { status } of await Promise.all(posts)) assert.equal(status, 200)
      assert.equal(seen.most, 3)
      assert.deepEqual(door.failures, [])
    })
  })

  describe('a delivery that comes twice', () => {
    it('is answered without being run again', async () => {
      for (let nth = 0; nth < 3; nth += 1) assert.equal((await door.post(activity('message-personal'))).status, 200)
      assert.equal(door.turns.length, 1)
    })

    it('gets the same answer to a pressed button', async () => {
      door.turn = async (context) => {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { nth: door.turns.length } } })
      }
      const answers = [await door.post(activity('execute-acts')), await door.post(activity('execute-acts'))]
      assert.deepEqual(await Promise.all(answers.map((response) => response.json())), [{ nth: 1 }, { nth: 1 }])
    })

    it('is a new one in another conversation, of another type, without an id, or much later', async () => {
      await door.post(activity('message-personal'))
      await door.post(activity('message-group-mention', { id: activity('message-personal').id }))
      await door.post(activity('submit-says', { id: activity('message-personal').id, replyToId: 'x' }))
      assert.equal(door.turns.length, 2)
      for (let nth = 0; nth < 2; nth += 1) await door.post(activity('message-personal', { id: undefined }))
      assert.equal(door.turns.length, 4)
      door.clock = () => later(now(), 11 * 60_000)
      await door.post(activity('message-personal'))
      assert.equal(door.turns.length, 5)
    })

    it('is not remembered of strangers', async () => {
      const foreign = activity('message-personal', { serviceUrl: 'https://evil.example' })
      assert.equal((await door.post(foreign)).status, 401)
      assert.equal((await door.post(activity('message-personal'))).status, 200)
      assert.equal(door.turns.length, 1)
    })
  })

  it('asks a turn that overran for nothing more', async () => {
    const quick = await openDoor(new LoopbackAuthentication(undefined), { ...limits, turnMs: 5 })
    const { promise, resolve } = Promise.withResolvers<void>()
    let late: unknown
    const after = Promise.withResolvers<void>()
    quick.turn = async (context) => {
      await promise
      late = await Promise.resolve()
        .then(() => context.sendActivity(replyActivity({ parts: [{ kind: 'text', text: 'too late' }] })))
        .catch((cause: unknown) => cause)
      after.resolve()
    }
    assert.equal((await quick.post(activity('message-personal'))).status, 200)
    resolve()
    await after.promise
    assert(late instanceof TypeError, 'a revoked turn sends nothing')
    assert.deepEqual(
      teams.shown.map(({ versions }) => versions[0]?.['text']),
      ['Sorry, zh-TW: ref-1'],
    )
    await quick.close()
  })
})
