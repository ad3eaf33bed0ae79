import assert from 'node:assert/strict'
import { outsiderWatch } from '../../../dialogs/routes/outsiders.ts'
import type { Roster } from '../../../dialogs/vocabulary/roster.ts'
import type { Address } from '../../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { minute, morning } from '../../kit/builders.ts'

const channel: Address = {
  place: 'slack:T01/C01',
  channel: 'slack',
  kind: 'channel',
  name: '#money',
  locale: null,
  reference: {},
  dead: false,
}

describe('the watch for outsiders', () => {
  let now: Instant
  let asked: string[]
  let answer: () => Promise<boolean>
  beforeEach(() => {
    now = morning
    asked = []
    answer = async () => true
  })
  const roster: Roster = {
    membership: async () => 'member',
    hasOutsiders(place) {
      asked.push(place.place)
      return answer()
    },
  }
  const watch = () => outsiderWatch({ slack: roster }, () => now)

  it('asks once in ten minutes for each place while nobody from outside is there', async () => {
    const outsiders = watch()
    const other = { ...channel, place: 'slack:T01/C02' }
    answer = async () => false
    assert.deepEqual(await Promise.all([channel, other].map(outsiders)), [false, false])
    answer = async () => true
    now = later(minute(10), -1)
    assert.equal(await outsiders(channel), false)
    assert.deepEqual(asked, [channel.place, other.place])
    now = minute(10)
    assert.equal(await outsiders(channel), true)
    assert.equal(asked.length, 3)
  })

  it('asks again at once where somebody was: they may have been taken out', async () => {
    const outsiders = watch()
    assert.equal(await outsiders(channel), true)
    answer = async () => false
    assert.equal(await outsiders(channel), false)
  })

  it('remembers nothing of a chat that did not answer', async () => {
    const outsiders = watch()
    answer = () => Promise.reject(new OutsideFault({ service: 'slack', kind: 'unreachable' }))
    await assert.rejects(outsiders(channel), OutsideFault)
    answer = async () => false
    assert.equal(await outsiders(channel), false)
  })

  it('asks about group chats, and never about somebody’s own', async () => {
    const outsiders = watch()
    assert.equal(await outsiders({ ...channel, kind: 'personal', place: 'p' }), false)
    assert.equal(await outsiders({ ...channel, kind: 'group', place: 'g' }), true)
    assert.deepEqual(asked, ['g'])
  })

  it('trusts a chat that has nobody to ask', async () => {
    assert.equal(await watch()({ ...channel, channel: 'teams' }), false)
    assert.deepEqual(asked, [])
  })
})
