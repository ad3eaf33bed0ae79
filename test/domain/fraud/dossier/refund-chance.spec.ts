import assert from 'node:assert/strict'
import type { FraudAlert } from '../../../../domain/fraud/fraud-alert.ts'
import { refundChance } from '../../../../domain/fraud/dossier/refund-chance.ts'
import { later, type Instant } from '../../../../domain/shared/time.ts'
import { anOpenAlert, decidedOn } from '../../../kit/an-alert.ts'
import { morning } from '../../../kit/builders.ts'

const days = (count: number) => count * 86_400_000
const seen = (firstSeenAt: Instant): FraudAlert => anOpenAlert('F-1', firstSeenAt)
const chance = (alerts: readonly FraudAlert[], now: Instant, lane: 'global' | 'us-government' | 'china' = 'global') =>
  refundChance(alerts, { lane, handedIn: null, now })

describe('whether the operator’s one refund can still be asked for', () => {
  it('is until sixty days after the first sighting, to the very moment', () => {
    const until = later(morning, days(60))
    assert.deepEqual(chance([seen(morning)], until), { code: 'open', since: morning, until, found: false })
    assert.deepEqual(chance([seen(morning)], later(until, 1)), {
      code: 'too-late',
      since: morning,
      until,
      newest: null,
    })
  })

  it('counts from the earliest of all, and names a newer one that is within the days', () => {
    const newest = later(morning, days(50))
    const late = chance([seen(newest), seen(morning)], later(morning, days(61)))
    assert.deepEqual([late.code, 'newest' in late && late.newest], ['too-late', newest])
  })

  it('leaves out tests, seats and what a person found harmless', () => {
    const harmless = [
      { ...seen(morning), isTest: true },
      anOpenAlert('F-2', morning, {}, { source: 'desk' }),
      decidedOn(seen(morning), morning, { verdict: 'legitimate' }),
      decidedOn(seen(morning), morning, { verdict: 'ignore' }),
      { ...seen(morning), status: 'resolved-elsewhere', reason: 'legitimate', endedAt: morning } as const,
    ]
    assert.deepEqual(chance(harmless, morning), { code: 'no-fraud-seen' })
    assert.equal(chance([...harmless, seen(morning)], morning).code, 'open')
  })

  it('says whether anybody has found it to be fraud', () => {
    const found = chance([decidedOn(seen(morning), morning)], morning)
    assert.equal('found' in found && found.found, true)
  })

  it('is there for Azure of Microsoft’s own clouds alone', () => {
    assert.equal(chance([seen(morning)], morning, 'us-government').code, 'open')
    assert.equal(chance([seen(morning)], morning, 'china').code, 'not-offered')
    assert.equal(refundChance([seen(morning)], { lane: null, handedIn: null, now: morning }).code, 'not-offered')
  })

  it('is used up by a dossier that was handed in', () => {
    const handedIn = { customer: 'c', lane: 'global', by: 'rosa', at: morning } as const
    assert.deepEqual(refundChance([seen(morning)], { lane: 'global', handedIn, now: morning }), {
      code: 'used',
      handedIn,
    })
  })
})
