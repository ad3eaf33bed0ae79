import assert from 'node:assert/strict'
import { beginAt } from '../../../domain/suspension/begin-at.ts'
import type { Day, Instant } from '../../../domain/shared/time.ts'
import { aPendingSuspension, aPolicy, morning } from '../../kit/builders.ts'

const friday: Instant = '2025-04-04T07:00:00.000Z'
const begin = (notBefore: Day | null, now: Instant, yeses = 1, reason: 'non-payment' | 'fraud' = 'non-payment') =>
  beginAt(
    aPendingSuspension({ reason, ...(notBefore === null ? {} : { notBefore }) }),
    yeses,
    now,
    aPolicy(),
    (day) => day === '2025-04-10',
  )

describe('when an approved suspension begins', () => {
  it('is at once, where nothing stands against it', () => assert.equal(begin(null, morning), null))

  it('is when work begins on the day it was asked for', () =>
    assert.deepEqual(begin('2025-04-03', morning), { at: '2025-04-03T01:00:00.000Z', why: 'asked-for' }))

  it('is at once, where that has passed', () => assert.equal(begin('2025-03-31', morning), null))

  it('is after the weekend, within the Friday brake', () =>
    assert.deepEqual(begin(null, friday), { at: '2025-04-07T01:00:00.000Z', why: 'friday-brake' }))

  it('is after the days off on which it was asked for', () => {
    assert.deepEqual(begin('2025-04-05', morning), { at: '2025-04-07T01:00:00.000Z', why: 'friday-brake' })
    assert.deepEqual(begin('2025-04-10', morning), { at: '2025-04-11T01:00:00.000Z', why: 'friday-brake' })
  })

  it('is at once, brake or not, where two people say so', () => assert.equal(begin(null, friday, 2), null))

  it('is at once for a suspicion', () => assert.equal(begin(null, friday, 1, 'fraud'), null))
})
