import assert from 'node:assert/strict'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

describe('what became of the card of an alert', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await transcript(office, 'Otto in #fraud: route fraud here\nBot: From now on, news about fraud goes to #fraud.')
    await office.desk.alerts.take('global', [aSignal({ customer: null, subscription: null })])
  })
  const card = () => office.messages.filter(({ reply }) => reply.shows?.case === 'F-1').map(({ reply }) => plain(reply))

  it('is told in time without a word of it', async () => {
    await office.pass(60_000)
    assert.doesNotMatch(card().join(), /late/)
    await transcript(
      office,
      `
      Ines: delivery F-1
      Bot: Where F-1 was told
           #fraud: delivered Mar 31, 2025, 10:01 AM.
      `,
    )
  })

  it('says on itself how late it came, also once it has changed', async () => {
    office.sleep(5 * 60_000)
    await office.pass(0)
    assert.match(card().join(), /Told 5 minutes late/)
    const claimed = await office.desk.alerts.claim(
      { case: 'F-1', version: 1 },
      (await office.desk.staff.all())[3] ?? assert.fail(),
    )
    assert.equal(claimed.ok, true)
    await office.pass(60_000)
    assert.match(card().join(), /looks after it[^]*Told 5 minutes late/)
  })

  it('is refused where the channel is gone, and stands with the people instead', async () => {
    office.lose('fraud')
    await office.pass(0)
    await transcript(
      office,
      `
      Ines: where is f-1
      Bot: Where F-1 was told
           #fraud: refused Mar 31, 2025, 10:00 AM. The channel is gone, or I was removed from it.
           Ines: delivered Mar 31, 2025, 10:00 AM.
      Ines: delivery S-1
      Bot: S-1 is no fraud alert. Only of those I keep where they were told.
      `,
    )
  })

  it('is delayed once, however often the chat refuses, and says why when it came', async () => {
    const place = 'teams:partner/#fraud'
    await office.desk.cards.delayed({ case: 'F-1', place }, 'throttled')
    office.sleep(3 * 60_000)
    await office.desk.cards.delayed({ case: 'F-1', place }, 'busy')
    assert.deepEqual(await office.desk.cards.deliveries.of('F-1'), [
      { case: 'F-1', place, name: '#fraud', state: 'delayed', since: '2025-03-31T02:00:00.000Z', why: 'throttled' },
    ])
    await office.pass(0)
    assert.deepEqual(await office.desk.cards.deliveries.of('F-1'), [
      {
        case: 'F-1',
        place,
        name: '#fraud',
        state: 'delivered',
        at: '2025-03-31T02:03:00.000Z',
        lateMinutes: 3,
        why: 'throttled',
      },
    ])
  })
})
