import assert from 'node:assert/strict'
import type { OpenAlert } from '../../../domain/fraud/fraud-alert.ts'
import { spendRead } from '../../../domain/fraud/spend-since.ts'
import { hasGrown, isAbove, atRisk } from '../../../domain/fraud/take-signal.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { anOpenAlert } from '../../kit/an-alert.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })

/** What an alert says of its spend after these readings of the month's use, in minor units. */
function after(...readings: readonly (readonly [at: Instant, used: number, currency?: string])[]): OpenAlert {
  return readings.reduce<OpenAlert>(
    (alert, [at, minor, currency = 'EUR']) => spendRead(alert, { minor, currency }, at) ?? alert,
    anOpenAlert('F-1', '2025-03-31T02:00:00.000Z'),
  )
}

describe('what an alert has cost', () => {
  it('is nothing at the first reading, and what was added from then on', () => {
    assert.deepEqual(after(['2025-03-30T10:00:00.000Z', 10_000]).spend, {
      amounts: [eur(0)],
      perHour: [],
      readAt: '2025-03-30T10:00:00.000Z',
    })
    const { spend } = after(
      ['2025-03-30T10:00:00.000Z', 10_000],
      ['2025-03-30T11:00:00.000Z', 12_000],
      ['2025-03-30T14:00:00.000Z', 18_000],
    )
    assert.deepEqual(spend, { amounts: [eur(8_000)], perHour: [eur(2_000)], readAt: '2025-03-30T14:00:00.000Z' })
  })

  it('tells no sum per hour before there was an hour', () => {
    const { spend } = after(['2025-03-30T10:00:00.000Z', 10_000], ['2025-03-30T10:59:00.000Z', 12_000])
    assert.deepEqual([spend?.amounts, spend?.perHour], [[eur(2_000)], []])
  })

  it('goes on over the turn of a month, also where the operator falls back to nought a day late', () => {
    const { spend, reading } = after(
      ['2025-03-31T22:00:00.000Z', 10_000],
      ['2025-03-31T23:00:00.000Z', 11_000],
      ['2025-04-01T05:00:00.000Z', 11_500],
      ['2025-04-02T05:00:00.000Z', 700],
      ['2025-04-02T06:00:00.000Z', 900],
    )
    assert.deepEqual(spend?.amounts, [eur(1_000 + 500 + 700 + 200)])
    assert.deepEqual(reading, { since: '2025-03-31T22:00:00.000Z', used: eur(900), month: '2025-04' })
  })

  it('takes an estimate that falls within the month for a correction, and never says less than nothing', () => {
    const { spend } = after(
      ['2025-03-10T10:00:00.000Z', 10_000],
      ['2025-03-10T12:00:00.000Z', 13_000],
      ['2025-03-10T14:00:00.000Z', 12_000],
    )
    assert.deepEqual(spend?.amounts, [eur(2_000)])
    const below = after(['2025-03-10T10:00:00.000Z', 10_000], ['2025-03-10T12:00:00.000Z', 4_000])
    assert.deepEqual(below.spend?.amounts, [eur(0)])
  })

  it('falls back once at a turn: a second fall in the new month is a correction again', () => {
    const { spend } = after(
      ['2025-03-31T10:00:00.000Z', 10_000],
      ['2025-04-01T10:00:00.000Z', 500],
      ['2025-04-01T12:00:00.000Z', 400],
    )
    assert.deepEqual(spend?.amounts, [eur(400)])
  })

  it('says nothing new where nothing changed, and begins anew in another currency', () => {
    const once = after(['2025-03-10T10:00:00.000Z', 10_000])
    assert.equal(spendRead(once, eur(10_000), '2025-03-10T11:00:00.000Z'), null)
    const dollars = after(
      ['2025-03-10T10:00:00.000Z', 10_000],
      ['2025-03-10T11:00:00.000Z', 12_000],
      ['2025-03-10T12:00:00.000Z', 15_000, 'USD'],
    )
    assert.deepEqual(dollars.spend?.amounts, [{ minor: 0, currency: 'USD' }])
  })

  it('is seen as grown by the rule that tells people', () => {
    const alert = after(['2025-03-10T10:00:00.000Z', 10_000], ['2025-03-10T11:00:00.000Z', 16_000])
    assert(hasGrown(atRisk(alert), { ...alert.told, spend: [eur(3_000)] }))
    assert(!hasGrown(atRisk(alert), { ...alert.told, spend: [eur(3_001)] }))
  })

  it('is nobody’s news while it is what anybody spends', () => {
    const alert = after(['2025-03-10T10:00:00.000Z', 10_000], ['2025-03-10T11:00:00.000Z', 14_999])
    assert(!hasGrown(atRisk(alert), alert.told))
    assert(!isAbove(atRisk(alert), alert.told))
    const more = after(['2025-03-10T10:00:00.000Z', 10_000], ['2025-03-10T11:00:00.000Z', 15_000])
    assert(hasGrown(atRisk(more), more.told))
    assert(isAbove(atRisk(more), more.told))
  })
})
