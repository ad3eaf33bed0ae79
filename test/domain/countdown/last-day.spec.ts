import assert from 'node:assert/strict'
import { lastDay, type LastDay } from '../../../domain/countdown/last-day.ts'
import type { CommercialModel } from '../../../domain/ports/operator-lane.ts'
import type { Day, Instant } from '../../../domain/shared/time.ts'

describe('the last day of a suspended subscription', () => {
  const zone = 'Asia/Shanghai'
  const suspended = '2025-03-31'

  // facts/partner-center 6.3 and 6.4
  const table: readonly (readonly [string, CommercialModel, Day | null, Instant | null, LastDay])[] = [
    [
      'new commerce: the end of its term, in the partner’s zone',
      'new-commerce',
      suspended,
      '2025-06-30T23:59:59Z',
      { day: '2025-07-01', ground: 'term-end' },
    ],
    [
      'a term that ends at midnight ends with the day before',
      'new-commerce',
      suspended,
      '2025-06-30T16:00:00Z',
      { day: '2025-06-30', ground: 'term-end' },
    ],
    [
      'new commerce whose day of suspension nobody knows: still its term',
      'new-commerce',
      null,
      '2025-06-30T12:00:00Z',
      { day: '2025-06-30', ground: 'term-end' },
    ],
    ['new commerce without a term’s end', 'new-commerce', suspended, null, { day: null, why: 'term-end' }],
    ['legacy: ninety days', 'legacy', suspended, null, { day: '2025-06-29', ground: 'legacy-ninety-days' }],
    [
      'legacy: ninety days, where the term goes on for longer',
      'legacy',
      suspended,
      '2025-12-01T00:00:00Z',
      { day: '2025-06-29', ground: 'legacy-ninety-days' },
    ],
    [
      'legacy: not past the end of its term',
      'legacy',
      suspended,
      '2025-05-10T12:00:00Z',
      { day: '2025-05-10', ground: 'term-end' },
    ],
    [
      'legacy whose term was over before: never before it was suspended',
      'legacy',
      suspended,
      '2025-01-10T12:00:00Z',
      { day: '2025-03-31', ground: 'term-end' },
    ],
    ['legacy, suspended nobody knows when', 'legacy', null, null, { day: null, why: 'suspended-on' }],
    [
      '21Vianet: sixty days, whatever its term',
      '21vianet',
      suspended,
      '2025-04-10T12:00:00Z',
      { day: '2025-05-30', ground: '21vianet-sixty-days' },
    ],
    ['21Vianet, suspended nobody knows when', '21vianet', null, null, { day: null, why: 'suspended-on' }],
    [
      'an Azure plan: no number is published',
      'azure-plan',
      suspended,
      '2025-06-30T12:00:00Z',
      { day: null, why: 'model' },
    ],
    ['a model this desk does not know', 'unknown', suspended, '2025-06-30T12:00:00Z', { day: null, why: 'model' }],
  ]
  for (const [name, model, on, end, expected] of table)
    it(name, () => assert.deepEqual(lastDay(model, on, end, zone), expected))
})
