import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import { chatOf, type RouteTopic } from '../../../domain/routes/route.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { ines, minute, morning, otto, wang } from '../../kit/builders.ts'

const channel = { chat: 'teams', place: 'place-1', name: '#collections', personal: false } as const

describe('the route desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const set = (
    here: Parameters<ADesk['desk']['routes']['set']>[1] = channel,
    by = ines,
    topic: RouteTopic = 'approvals',
  ) => office.desk.routes.set(topic, here, by)

  it('without a route the people concerned are told each', async () => {
    assert.deepEqual(await office.desk.routes.placesFor('approvals'), [])
    assert.deepEqual(await office.desk.routes.list(), [])
  })

  it('sends a topic to a channel, in one commit with who said so', async () => {
    const route = {
      topic: 'approvals',
      place: 'place-1',
      placeName: '#collections',
      setBy: 'ines',
      setAt: morning,
    } as const
    assert.deepEqual(await set(), { ok: true, value: route })
    assert.deepEqual(office.commits, [
      {
        save: [{ kind: 'route', id: 'approvals', value: route, basedOn: null }],
        audit: [
          { at: morning, by: 'ines', what: 'route.set', about: 'route:approvals', details: { place: 'place-1' } },
        ],
      },
    ])
    assert.deepEqual(await office.desk.routes.placesFor('approvals'), ['place-1'])
    assert.deepEqual(await office.desk.routes.placesFor('tickets'), [])
  })

  it('the newest word counts', async () => {
    await set()
    office.world.now = minute(1)
    await set({ ...channel, place: 'place-2', name: '#approvals' }, otto)
    const [route, ...more] = await office.desk.routes.list()
    assert.deepEqual([route?.place, route?.setBy, route?.setAt, more], ['place-2', 'otto', minute(1), []])
  })

  it('is for administrators, and for channels', async () => {
    assert.deepEqual(await set(channel, wang), refused({ code: 'not-allowed' }))
    assert.deepEqual(await set({ ...channel, personal: true }), refused({ code: 'not-a-channel' }))
    assert.deepEqual(await office.desk.routes.clear('approvals', 'teams', wang), refused({ code: 'not-allowed' }))
    assert.deepEqual(office.commits, [])
  })

  it('is taken away again', async () => {
    await set()
    const cleared = await office.desk.routes.clear('approvals', 'teams', otto)
    assert.equal(cleared.ok && cleared.value.place, 'place-1')
    assert.deepEqual(await office.desk.routes.placesFor('approvals'), [])
    assert.deepEqual(await office.audited('route:approvals'), ['route.set by ines', 'route.cleared by otto'])
    assert.deepEqual(await office.desk.routes.clear('approvals', 'teams', otto), refused({ code: 'no-route' }))
  })

  describe('of two chats', () => {
    const inSlack = { ...channel, chat: 'slack', place: 'slack-1', name: '#money' } as const

    it('has a channel in each, and takes away only that of the chat it is told', async () => {
      await set()
      await set(inSlack, otto)
      assert.deepEqual(await office.desk.routes.placesFor('approvals'), ['place-1', 'slack-1'])
      assert.deepEqual(
        (await office.desk.routes.list()).map((route) => [route.place, chatOf(route)]),
        [
          ['place-1', 'teams'],
          ['slack-1', 'slack'],
        ],
      )
      assert.deepEqual(await office.audited('route:approvals/slack'), ['route.set by otto'])
      await office.desk.routes.clear('approvals', 'teams', ines)
      assert.deepEqual(await office.desk.routes.placesFor('approvals'), ['slack-1'])
      assert.deepEqual(await office.desk.routes.clear('approvals', 'teams', ines), refused({ code: 'no-route' }))
      await office.desk.routes.clear('approvals', 'slack', ines)
      assert.deepEqual(await office.desk.routes.list(), [])
    })

    it('knows those that an older desk kept as Teams’ own', async () => {
      const older = { topic: 'approvals', place: 'place-9', placeName: '#old', setBy: 'ines', setAt: morning } as const
      await office.store.commit({ save: [{ kind: 'route', id: 'approvals', value: older, basedOn: null }] })
      await set(inSlack)
      assert.deepEqual(await office.desk.routes.placesFor('approvals'), ['place-9', 'slack-1'])
      await set()
      assert.deepEqual(await office.desk.routes.placesFor('approvals'), ['place-1', 'slack-1'])
    })
  })

  it('of two at the same instant one counts and the other is told', async () => {
    const two = await Promise.all([set(), set({ ...channel, place: 'place-2' }, otto)])
    assert.deepEqual(
      two.filter(({ ok }) => !ok),
      [refused({ code: 'changed-since' })],
    )
    const gone = await Promise.all([1, 2].map(() => office.desk.routes.clear('approvals', 'teams', otto)))
    assert.equal(gone.filter(({ ok }) => ok).length, 1)
  })
})
