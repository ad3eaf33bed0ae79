import assert from 'node:assert/strict'
import type { DunningStage } from '../../domain/policy/collections-policy.ts'
import type { StageFinding } from '../../domain/policy/dunning-stage.ts'
import type { Agreement } from '../../domain/agreements/agreement.ts'
import type { FinalNotice } from '../../domain/policy/final-notice.ts'
import { itemKey } from '../../domain/receivables/open-item.ts'
import { anInvoice, aPolicy } from '../kit/builders.ts'
import { mayNotAsk, type Known } from './rules.ts'
import { simulateRequests } from './requests.ts'
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

describe('a simulated year of requests', () => {
  const few = { customers: 6, days: 120 }

  for (const seed of [1, 2, 3])
    it(`never has two open for one customer and reason (seed ${seed})`, async () => {
      const { counts, violations } = await simulateRequests({ seed, ...few })
      assert.deepEqual(violations, [])
      const wanted = ['asked for non-payment', 'asked for fraud', 'not asked: asked-before', 'restarts', 'expired']
      for (const what of [...wanted, 'approved', 'rejected', 'withdrawn', 'came back'])
        assert.ok((counts[what] ?? 0) > 0, `no ${what} in seed ${seed}`)
    })

  it('would be found out, were two who ask at once not to meet in the store', async () => {
    const { violations } = await simulateRequests({
      ...{ seed: 1, ...few },
      through: (store) => ({
        ...store,
        get: async (kind, id) => (kind === 'open-suspension' ? null : store.get(kind, id)),
        commit: ({ save = [], remove = [], ...rest }) =>
          store.commit({
            ...rest,
            save: save.filter(({ kind }) => kind !== 'open-suspension'),
            remove: remove.filter(({ kind }) => kind !== 'open-suspension'),
          }),
      }),
    })
    assert.match(violations.join('\n'), /are open at once/)
  })
})

describe('what a simulation is held against', () => {
  it('counts what was paid of a promise once, and not as promised still', () => {
    const old = anInvoice({
      account: 'K-1',
      number: 'INV-2',
      due: '2025-03-01',
      open: { minor: 100_00, currency: 'CNY' },
    })
    const [paid, left] = ['K-1|invoice|INV-1', itemKey(old)]
    const promise: Agreement = {
      ...{ kind: 'promise', id: 'A-1', customer: 'tenant-1', author: 'mei', recordedAt: '2025-06-01T02:00:00.000Z' },
      ...{ asOf: '2025-05-31', amount: { minor: 120_00, currency: 'CNY' }, day: '2025-06-30' },
      debt: [paid, left].map((key) => ({ key, left: 100_00 })),
      state: { status: 'open' },
    }
    const notice: FinalNotice = {
      ...{ id: 'n-1', customer: 'tenant-1', givenOn: '2025-05-01', deadline: '2025-05-10', invoices: [paid, left] },
      ...{ recordedBy: 'mei', recordedAt: '2025-05-01T02:00:00.000Z' },
    }
    const facts = {
      day: '2025-06-10',
      asOf: '2025-06-10',
      notices: [notice],
      agreements: [promise],
    } satisfies Partial<Known>
    const asking = (atLeast: number) => {
      const rungs = [{ stage: 'suspend', daysPastDue: 60, atLeast: { CNY: atLeast } }] as const
      return mayNotAsk({ ...facts, items: [old], policy: aPolicy({ rungs }) })
    }
    assert.deepEqual(asking(80_00), [])
    assert.deepEqual(asking(80_01), ['less than the rung asks for, or promised'])
  })

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
