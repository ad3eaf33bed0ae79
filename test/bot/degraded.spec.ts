import assert from 'node:assert/strict'
import { degraded } from '../../bot/degraded.ts'
import { anOffice } from '../dialogs/an-office.ts'
import { fakeFeed } from '../kit/fake-feed.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { transcript } from '../kit/transcript.ts'

describe('what works only in part', () => {
  it('is a lane whose alerts no channel is for, until one is for all of them', async () => {
    const office = await anOffice()
    assert.deepEqual(await degraded(office.desk), ['fraud-route:china'])
    await transcript(office, 'Otto in #f: route fraud high here\nBot: From now on, news about fraud, high goes to #f.')
    assert.deepEqual(await degraded(office.desk), ['fraud-route:china'])
    await transcript(office, 'Otto in #f: route fraud here\nBot: From now on, news about fraud goes to #f.')
    assert.deepEqual(await degraded(office.desk), [])
    await office.desk.cards.lose('teams:partner/#f')
    assert.deepEqual(await degraded(office.desk), ['fraud-route:china'])
  })

  it('is a feed that fell silent', async () => {
    const feed = fakeFeed('china', 'graph')
    const office = await anOffice({ feeds: [feed], timetable: true })
    for (let minute = 0; minute < 20; minute += 1) {
      feed.spoil(new OutsideFault({ service: 'partner-center:china', kind: 'unreachable' }))
      await office.pass(60_000)
    }
    assert.deepEqual(await degraded(office.desk), ['fraud-route:china', 'feed:china/graph'])
  })
})
