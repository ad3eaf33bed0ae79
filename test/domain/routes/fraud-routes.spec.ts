import assert from 'node:assert/strict'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Severity } from '../../../domain/fraud/signal.ts'
import { countingRoutes, uncovered } from '../../../domain/routes/fraud-routes.ts'
import { chatOf, routeId, type Route, type RouteOnly } from '../../../domain/routes/route.ts'
import { contoso, fabrikam, morning } from '../../kit/builders.ts'

function aRoute(placeName: string, only: Partial<RouteOnly> | null, chat: 'teams' | 'slack' = 'teams'): Route {
  return {
    topic: 'fraud',
    ...(chat === 'slack' && { chat }),
    ...(only && { only: { lane: null, severity: null, hours: null, ...only } }),
    place: placeName,
    placeName,
    setBy: 'otto',
    setAt: morning,
  }
}

const night = { from: 22 * 60, to: 6 * 60 }
const all = aRoute('#all', null)
const china = aRoute('#china', { lane: 'china' })
const high = aRoute('#high', { severity: 'high' })
const atNight = aRoute('#night', { severity: 'high', hours: night })
const medium = aRoute('#medium', { severity: 'medium' })
const late = aRoute('#late', { hours: { from: 23 * 60, to: 60 } })
const slack = aRoute('#slack', null, 'slack')
const own = aRoute('#contoso', { customer: contoso, lane: 'china' })
const ownHigh = aRoute('#contoso-high', { customer: contoso, lane: 'china', severity: 'high' })
const ownAtNight = aRoute('#contoso-night', { customer: contoso, lane: 'china', hours: night })
const ownInSlack = aRoute('#contoso-slack', { customer: contoso, lane: 'china' }, 'slack')

describe('which channel hears of an alert', () => {
  const cases: readonly (readonly [
    why: string,
    routes: readonly Route[],
    alert: readonly [Lane, Severity, customer?: string],
    at: string,
    heard: readonly string[],
  ])[] = [
    ['without any, none', [], ['global', 'high'], '12:00', []],
    ['one for everything', [all], ['global', 'unknown'], '12:00', ['#all']],
    ['the lane’s own before that', [all, china], ['china', 'low'], '12:00', ['#china']],
    ['another lane’s never', [china], ['global', 'high'], '12:00', []],
    ['a lane before a severity', [high, china], ['china', 'high'], '12:00', ['#china']],
    ['at least so grave', [medium], ['global', 'high'], '12:00', ['#medium']],
    ['nothing milder', [medium], ['global', 'low'], '12:00', []],
    ['nothing whose severity nobody knows', [medium], ['global', 'unknown'], '12:00', []],
    ['the graver of two', [medium, high], ['global', 'high'], '12:00', ['#high']],
    ['the milder of two where the graver does not hold', [medium, high], ['global', 'medium'], '12:00', ['#medium']],
    ['before the first minute of its hours', [atNight], ['global', 'high'], '21:59', []],
    ['from the first minute of its hours', [high, atNight], ['global', 'high'], '22:00', ['#night']],
    ['over midnight', [high, atNight], ['global', 'high'], '00:00', ['#night']],
    ['to the last minute', [high, atNight], ['global', 'high'], '05:59', ['#night']],
    ['and not at their end', [high, atNight], ['global', 'high'], '06:00', ['#high']],
    ['a severity before hours', [late, high], ['global', 'high'], '23:30', ['#high']],
    ['the shorter of two hours', [aRoute('#long', { hours: night }), late], ['global', 'low'], '23:30', ['#late']],
    [
      'hours from a time to the same are the whole day',
      [aRoute('#day', { hours: { from: 60, to: 60 } })],
      ['global', 'low'],
      '00:30',
      ['#day'],
    ],
    ['the narrowest in each chat by itself', [all, china, slack], ['china', 'low'], '12:00', ['#china', '#slack']],
    ['a customer’s own', [own], ['china', 'low', contoso], '12:00', ['#contoso']],
    ['never another customer’s', [own], ['china', 'high', fabrikam], '12:00', []],
    ['never a customer’s where nobody knows whom it is about', [own], ['china', 'high'], '12:00', []],
    ['nor where another lane calls somebody by the same id', [own], ['global', 'high', contoso], '12:00', []],
    [
      'a customer’s own before one of lane, severity and hours',
      [own, aRoute('#narrow', { lane: 'china', severity: 'high', hours: night })],
      ['china', 'high', contoso],
      '23:30',
      ['#contoso'],
    ],
    ['the graver of a customer’s two', [own, ownHigh], ['china', 'high', contoso], '12:00', ['#contoso-high']],
    [
      'a severity before hours among a customer’s',
      [ownAtNight, ownHigh],
      ['china', 'high', contoso],
      '23:30',
      ['#contoso-high'],
    ],
    [
      'the lane’s where a customer’s own does not hold',
      [china, ownHigh],
      ['china', 'low', contoso],
      '12:00',
      ['#china'],
    ],
    [
      'a customer’s own in one chat leaves the other as it is',
      [all, slack, ownInSlack],
      ['china', 'low', contoso],
      '12:00',
      ['#all', '#contoso-slack'],
    ],
  ]
  for (const [why, routes, [lane, severity, customer = null], at, heard] of cases) {
    it(why, () => {
      const [hours = 0, minutes = 0] = at.split(':').map(Number)
      for (const order of [routes, [...routes].reverse()])
        assert.deepEqual(
          countingRoutes(order, { lane, severity, customer }, hours * 60 + minutes).map(({ place }) => place),
          heard,
        )
    })
  }

  it('what is about no alert in particular goes where everything goes', () => {
    assert.deepEqual(countingRoutes([china, high, all], null, 0), [all])
    assert.deepEqual(countingRoutes([china, high, own], null, 0), [])
  })
})

describe('what no channel hears of', () => {
  it('is everything without a route, and nothing with one for everything', () => {
    assert.deepEqual(uncovered([], 'china'), ['high', 'medium', 'low', 'informational', 'unknown'])
    assert.deepEqual(uncovered([china], 'global'), ['high', 'medium', 'low', 'informational', 'unknown'])
    assert.deepEqual(uncovered([china], 'china'), [])
    assert.deepEqual(uncovered([slack], 'china'), [])
  })

  it('is everything where only customers have channels of their own', () => {
    assert.deepEqual(uncovered([own, ownInSlack], 'china'), ['high', 'medium', 'low', 'informational', 'unknown'])
    assert.deepEqual(uncovered([own, ownAtNight, china], 'china'), [])
  })

  it('is what is too mild, or comes outside the hours', () => {
    assert.deepEqual(uncovered([medium], 'global'), ['low', 'informational', 'unknown'])
    assert.deepEqual(uncovered([medium, atNight], 'global'), ['low', 'informational', 'unknown'])
    assert.deepEqual(uncovered([atNight], 'global'), ['high', 'medium', 'low', 'informational', 'unknown'])
    const byDay = aRoute('#day', { hours: { from: 6 * 60, to: 22 * 60 } })
    assert.deepEqual(uncovered([byDay, aRoute('#dark', { hours: night })], 'global'), [])
  })
})

describe('the id of a channel for fraud', () => {
  it('tells each narrowing apart, and each chat', () => {
    const ids = [all, china, own, ownHigh, ownInSlack].map((route) =>
      routeId('fraud', chatOf(route), route.only ?? null),
    )
    assert.deepEqual(ids, [
      'fraud',
      'fraud/china/-/-',
      `fraud/china/-/-/${contoso}`,
      `fraud/china/high/-/${contoso}`,
      `fraud/china/-/-/${contoso}/slack`,
    ])
  })
})
