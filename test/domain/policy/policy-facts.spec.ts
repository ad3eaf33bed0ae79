import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CollectionsPolicy, PolicyRung } from '../../../domain/policy/collections-policy.ts'
import { differencesOf, factsOf } from '../../../domain/policy/policy-facts.ts'
import { aCalendar, aDetection, aPolicy } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const china = { name: 'China', lanes: ['china'], countries: null, groups: null, rungs: [] } as const

/** For each entry of a policy, another value that it may have: one that nobody is told of would change in silence. */
const others: { readonly [K in keyof CollectionsPolicy]: CollectionsPolicy[K] } = {
  rungs: [{ stage: 'reminder', daysPastDue: 2, atLeast: null }],
  segments: [china],
  customerGroups: { friends: ['Contoso'] },
  countsWorkingDays: true,
  liftsWhenPaid: true,
  tolerance: { CNY: 501 },
  finalNoticeDays: 15,
  contact: 'us',
  ledgerAgeLimit: 4,
  suspicionReviewDays: 4,
  importGuard: { closedShare: 0.5, newlyDueShare: 0.1 },
  approvals: [{ reason: 'fraud', above: null, needs: 2 }],
  stepUp: { people: 1, amounts: {} },
  breakGlass: { people: 1, amounts: {} },
  fraudDecisionHours: 5,
  fraudEscalation: { ...aPolicy().fraudEscalation, silenceMinutes: 1 },
  ticketPatience: { ...aPolicy().ticketPatience, notFoundAfterMs: 1 },
  dailyLimit: 11,
  detection: aDetection({ newSeats: 1 }),
  calendar: aCalendar({ holidays: ['2025-12-25'] }),
  workingHours: { from: 1, to: 2 },
  fridayBrakeHours: 1,
}

describe('what changes from one policy to another', () => {
  for (const [key, value] of Object.entries(others))
    it(`tells that ${key} is another`, () => {
      assert.notEqual(differencesOf(aPolicy(), aPolicy({ [key]: value })).length, 0)
      assert.deepEqual(differencesOf(aPolicy({ [key]: value }), aPolicy({ [key]: value })), [])
    })

  it('tells each part of what has several', () => {
    const changes: readonly Partial<CollectionsPolicy>[] = [
      { importGuard: { ...aPolicy().importGuard, newlyDueShare: 0.2 } },
      { fraudEscalation: { ...aPolicy().fraudEscalation, moneyAtRisk: { EUR: 1 } } },
      { fraudEscalation: { ...aPolicy().fraudEscalation, others: [] } },
      { calendar: aCalendar({ timeZone: 'UTC' }) },
      { calendar: aCalendar({ workingDays: [1] }) },
      { detection: null },
    ]
    for (const change of changes)
      assert.equal(differencesOf(aPolicy(), aPolicy(change)).length, 1, JSON.stringify(change))
  })

  it('tells of a rung what it was and what it is, and by what it calls for', () => {
    const rung = (changes: Partial<PolicyRung>): PolicyRung => ({
      stage: 'suspend',
      daysPastDue: 60,
      atLeast: null,
      ...changes,
    })
    const [difference, ...more] = differencesOf(
      aPolicy({ rungs: [rung({})] }),
      aPolicy({ rungs: [rung({ daysPastDue: 45, sendsItself: true })] }),
    )
    assert.deepEqual(more, [])
    assert.equal(difference?.before?.is === 'rung' && difference.before.days, 60)
    assert.equal(difference?.after?.is === 'rung' && difference.after.days, 45)
    const ended = differencesOf(aPolicy({ rungs: [rung({})] }), aPolicy({ rungs: [rung({ ends: 'cancel' })] }))
    assert.deepEqual(
      ended.map(({ before, after }) => [before?.is === 'rung' && before.calls, after?.is === 'rung' && after.calls]),
      [
        ['suspension', false],
        [false, 'cancel'],
      ],
    )
  })

  it('tells that two segments have changed places', () => {
    const other = { ...china, name: 'Germany', lanes: null, countries: ['DE'] }
    const differences = differencesOf(aPolicy({ segments: [china, other] }), aPolicy({ segments: [other, china] }))
    assert.deepEqual(
      differences.map(({ entry, after }) => [entry, after]),
      [['segment-order', { is: 'text', text: 'Germany, China' }]],
    )
  })

  it('is the same seen from the other side, for any two ladders', () => {
    const rungs = fc.uniqueArray(
      fc.record({
        stage: fc.constantFrom<PolicyRung['stage']>('reminder', 'final-notice', 'suspend'),
        daysPastDue: fc.integer({ min: 1, max: 9 }),
        atLeast: fc.option(fc.record({ EUR: fc.integer({ min: 1, max: 3 }) })),
      }),
      { maxLength: 4, selector: ({ daysPastDue }) => daysPastDue },
    )
    fc.assert(
      fc.property(rungs, rungs, (one, other) => {
        const [before, after] = [aPolicy({ rungs: one }), aPolicy({ rungs: other })]
        const there = differencesOf(before, after)
        const back = differencesOf(after, before).map((each) => ({ ...each, before: each.after, after: each.before }))
        const inOrder = (all: readonly object[]) =>
          all.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort()
        assert.equal(inOrder(there).length, inOrder(back).length)
        assert.equal(there.length === 0, JSON.stringify(factsOf(before)) === JSON.stringify(factsOf(after)))
      }),
      runs,
    )
  })
})
