import assert from 'node:assert/strict'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { fakeFeed, type FakeFeed } from '../../kit/fake-feed.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

const minuteMs = 60_000

describe('silence', () => {
  let office: Office
  let feed: FakeFeed
  beforeEach(async () => {
    feed = fakeFeed('china', 'graph')
    office = await anOffice({ feeds: [feed], timetable: true })
    await office.pass(minuteMs)
  })
  /** What was said of it so far, and to whom. */
  const alarms = () =>
    office.messages
      .map(({ place, reply }) => `${place.replace(/^.*[/]/, '')}: ${plain(reply)}`)
      .filter((text) => /silent since|can be read from|cannot be posted|reach #fraud again/.test(text))
  const minutes = async (count: number, spoilt?: OutsideFault) => {
    for (let each = 0; each < count; each += 1) {
      if (spoilt) feed.spoil(spoilt)
      await office.pass(minuteMs)
    }
  }
  const down = new OutsideFault({ service: 'partner-center:china', kind: 'unreachable' })

  it('of a feed is told once, to administrators and fraud leads, and so is its end', async () => {
    await minutes(14, down)
    assert.deepEqual(alarms(), [])
    await minutes(20, down)
    assert.deepEqual(
      alarms().map((text) => text.split('.')[0]),
      ['ines', 'otto'].map(
        (name) => `${name}: Nothing can be read from the security alerts of 21Vianet since Mar 31, 2025, 10:01 AM`,
      ),
    )
    assert.deepEqual(
      (await office.desk.silences.told()).map(({ of }) => of.kind),
      ['feed'],
    )
    await minutes(1)
    assert.equal(alarms().filter((text) => text.includes('silent since')).length, 2)
    assert.deepEqual(await office.desk.silences.told(), [])
    await minutes(20)
    assert.equal(alarms().length, 4)
  })

  it('of a few minutes is nobody’s alarm, nor is a feed that does not exist there', async () => {
    await minutes(10, down)
    await minutes(10)
    await minutes(30, new OutsideFault({ service: 'partner-center:china', kind: 'not-found' }))
    assert.deepEqual(alarms(), [])
  })

  it('is seen in routes, with how often each feed is looked at', async () => {
    await minutes(1, down)
    await transcript(
      office,
      `
      Otto: routes
      Bot: Which channel gets which news
           approvals: no channel; each person concerned is told
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           administration: no channel; each person concerned is told
           fraud: no channel; each fraud lead is told
           Cannot be read: the security alerts of 21Vianet, last read Mar 31, 2025, 10:01 AM. Looked at every minute.
           In a channel, say “route approvals here”.
      `,
    )
  })

  it('survives a restart', async () => {
    await minutes(10, down)
    await office.restart()
    await minutes(8, down)
    assert.equal(alarms().length, 2)
    await office.restart()
    await minutes(8, down)
    assert.equal(alarms().length, 2)
  })

  it('of a channel that is gone is told to people in person, until another is chosen', async () => {
    await transcript(office, 'Otto in #fraud: route fraud here\nBot: From now on, news about fraud goes to #fraud.')
    await office.desk.cards.lose('teams:partner/#fraud')
    await minutes(20)
    assert.deepEqual(
      alarms().map((text) => text.split('.')[0]?.replace(/ since.*/, '')),
      ['ines', 'otto'].map((name) => `${name}: Fraud alerts cannot be posted in #fraud`),
    )
    await transcript(office, 'Otto in #fraud: thanks\nBot: You are welcome.')
    await minutes(1)
    assert.equal(alarms().filter((text) => text.includes('reach #fraud again')).length, 2)
  })
})
