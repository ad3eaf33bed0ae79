import assert from 'node:assert/strict'
import type { DunningStage } from '../../domain/policy/collections-policy.ts'
import type { StageFinding } from '../../domain/policy/dunning-stage.ts'
import { deskRules, simulate } from './year.ts'

const small = { customers: 40, days: 200 }

describe('a simulated partner', () => {
  for (const seed of [1, 2, 3])
    it(`has customers for whom every rule holds each day (seed ${seed})`, () => {
      const { counts, violations } = simulate({ seed, ...small })
      assert.deepEqual(violations, [])
      // Nothing was held for want of anything happening.
      for (const what of ['asked', 'approved', 'came back', 'notices', 'days down', 'imports', 'promise', 'dispute'])
        assert.ok((counts[what] ?? 0) > 0, `no ${what} in seed ${seed}`)
    })

  it('lives the same days for the same seed, and others for another', () => {
    assert.deepEqual(simulate({ seed: 4, ...small }), simulate({ seed: 4, ...small }))
    assert.notDeepEqual(simulate({ seed: 5, ...small }).counts, simulate({ seed: 4, ...small }).counts)
  })
})

describe('what a simulation is held against', () => {
  const told = (rules: Partial<typeof deskRules>) =>
    simulate({ seed: 1, ...small, rules: { ...deskRules, ...rules } }).violations.join('\n')

  const restaged = (stageOf: (finding: StageFinding) => DunningStage): string =>
    told({
      openBooks(facts) {
        const books = deskRules.openBooks(facts)
        const withItems = books.withItems.map((of) => ({
          ...of,
          finding: { ...of.finding, stage: stageOf(of.finding) },
        }))
        return { ...books, withItems }
      },
    })

  it('finds a stage that skips a rung', () => {
    assert.match(
      restaged(({ byDebt }) => byDebt),
      /no notice that named it/,
    )
  })

  it('finds a stage that does not move back', () => {
    assert.match(
      restaged(({ stage }) => (stage === 'clear' ? 'reminder' : stage)),
      /reminder without anything overdue/,
    )
  })

  it('finds a request that no notice stands behind', () => {
    const request: typeof deskRules.requestSuspension = (ask, facts) =>
      deskRules.requestSuspension({ ...ask, override: 'because I say so' }, facts)
    assert.match(told({ requestSuspension: request }), /asked although/)
  })

  it('finds a notice whose time is taken to be over', () => {
    const books: typeof deskRules.openBooks = (facts) =>
      deskRules.openBooks({ ...facts, notices: facts.notices.map((one) => ({ ...one, deadline: one.givenOn })) })
    assert.match(told({ openBooks: books }), /its time is not over/)
  })

  it('finds an asker who approves', () => {
    const approve: typeof deskRules.approveSuspension = (request, facts) =>
      deskRules.approveSuspension(
        { ...request, askedBy: 'nobody' },
        {
          ...facts,
          by: { ...facts.by, roles: ['approver'] },
        },
      )
    assert.match(told({ approveSuspension: approve }), /approved by who asked/)
  })

  it('finds books that were kept although facts changed', () => {
    const stale: typeof deskRules.openBooks = (facts, before) =>
      deskRules.openBooks({ ...facts, notices: before ? [] : facts.notices }, before)
    assert.match(told({ openBooks: stale }), /kept books differ/)
  })
})
