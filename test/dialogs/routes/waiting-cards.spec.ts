import assert from 'node:assert/strict'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

const minutes = 60_000

describe('cards of an alert that waited together', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ timetable: true })
    await transcript(office, 'Otto in #fraud: route fraud here\nBot: From now on, news about fraud goes to #fraud.')
    await office.desk.alerts.take('global', [aSignal({ customer: null, subscription: null, severity: 'high' })])
  })
  const cardsIn = (place: string) =>
    office.messages.flatMap(({ place: at, reply }) =>
      at.endsWith(place) && reply.shows?.case === 'F-1' ? [plain(reply)] : [],
    )

  it('are told once in each place, although three steps of the escalation came due meanwhile', async () => {
    office.sleep(40 * minutes)
    await office.pass(0)
    for (const place of ['#fraud', '/otto', '/ines', '/wang']) assert.equal(cardsIn(place).length, 1, place)
    const [inChannel = ''] = cardsIn('#fraud')
    assert.match(inChannel, /Told 40 minutes late/)
  })

  it('are told again where the escalation comes after them', async () => {
    await office.pass(0)
    await office.pass(5 * minutes)
    assert.equal(cardsIn('#fraud').length, 2)
    assert.doesNotMatch(cardsIn('#fraud').join(), /late/)
    await office.pass(10 * minutes)
    assert.equal(cardsIn('/ines').length, 1)
    assert.doesNotMatch(cardsIn('/ines').join(), /late/)
  })

  it('say how late they are where the reminder is the first that comes', async () => {
    const promisedAt = office.now()
    await office.store.commit({
      settle: (await office.store.takeDue(promisedAt, 50)).map(({ id }) => id),
      outbox: ['teams:partner/#fraud', 'teams:partner/otto'].map((place) => ({
        id: place,
        order: { kind: 'post-card', case: 'F-1', place, reminder: true, promisedAt },
        dueAt: promisedAt,
        attempts: 0,
      })),
    })
    office.sleep(4 * minutes)
    await office.pass(0)
    for (const place of ['#fraud', '/otto']) assert.match(cardsIn(place).join(), /Told 4 minutes late/, place)
    assert.equal((await office.desk.cards.deliveries.of('F-1')).length, 2)
  })
})
