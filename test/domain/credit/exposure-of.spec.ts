import assert from 'node:assert/strict'
import fc from 'fast-check'
import { exposureOf, type ExposureFacts } from '../../../domain/credit/exposure-of.ts'
import type { OperatorCost } from '../../../domain/ports/operator-lane.ts'
import { itemKey } from '../../../domain/receivables/open-item.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import { someItems } from '../../kit/arbitraries.ts'
import { anInvoice, aPayment, aSubscription, eur, phones, seats, today } from '../../kit/builders.ts'

/** What is read of a customer without anything. */
function facts(changes: Partial<ExposureFacts> = {}): ExposureFacts {
  return {
    standing: standingOn(today, []),
    zone: 'Asia/Taipei',
    ledgerSilent: null,
    ledgerAsOf: today,
    invoices: [],
    subscriptions: [],
    costs: null,
    azure: null,
    ...changes,
  }
}

/** Until the end of May. */
const licences = aSubscription({
  model: 'new-commerce',
  commitmentEnd: '2025-05-31T00:00:00.000Z',
  billingCycle: 'monthly',
})
/** EUR 310.00 for March. */
const billed = (changes: Partial<OperatorCost> = {}): OperatorCost => ({
  subscription: seats,
  amount: { minor: 31_000, currency: 'EUR' },
  from: '2025-03-01',
  to: '2025-03-31',
  ...changes,
})
const linesOf = (found: ReturnType<typeof exposureOf>, currency = 'EUR') =>
  found.currencies
    .find((each) => each.currency === currency)
    ?.lines.map(({ part, minor, source, subscriptions }) => [part, minor, source, subscriptions ?? 0])

describe('what is at stake with a customer', () => {
  it('is nothing, and known to be, where nothing is owed, used or committed', () =>
    assert.deepEqual(exposureOf(facts()), { day: today, ledgerAsOf: today, currencies: [], unknown: [] }))

  it('is what the ledger says: overdue, not due, disputed and to their credit apart', () => {
    const disputed = anInvoice({ ...eur(50_000), number: 'INV-2' })
    const items = [
      anInvoice(eur(100_000)),
      disputed,
      anInvoice({ ...eur(30_000), number: 'INV-3', due: '2025-04-20' }),
      aPayment(1_000, { open: { minor: 1_000, currency: 'USD' } }),
    ]
    const out = { disputed: new Map([[itemKey(disputed), 50_000]]), promised: new Map() }
    const found = exposureOf(facts({ standing: standingOn(today, items, out) }))
    assert.deepEqual(linesOf(found), [
      ['overdue', 100_000, 'ledger', 0],
      ['not-due', 30_000, 'ledger', 0],
      ['disputed', 50_000, 'ledger', 0],
    ])
    assert.deepEqual(linesOf(found, 'USD'), [['in-credit', -1_000, 'ledger', 0]])
  })

  it('counts licences from the operator’s last bill, and the rest of the term from today', () => {
    const upToDate = exposureOf(facts({ subscriptions: [licences], costs: [billed()] }))
    // 61 days of April and May at EUR 10.00.
    assert.deepEqual(linesOf(upToDate), [
      ['licences', 0, 'operator-bills', 1],
      ['committed', 61_000, 'operator-bills', 1],
    ])
    const monthAgo = billed({ from: '2025-02-01', to: '2025-02-28', amount: { minor: 28_000, currency: 'EUR' } })
    const late = exposureOf(facts({ subscriptions: [licences], costs: [monthAgo] }))
    assert.deepEqual(linesOf(late), [
      ['licences', 31_000, 'operator-bills', 1],
      ['committed', 61_000, 'operator-bills', 1],
    ])
    assert.deepEqual(late.unknown, [])
  })

  it('commits nothing more where the operator has billed the whole term', () => {
    const year = billed({ from: '2024-06-01', to: '2025-05-31', amount: { minor: 365_000, currency: 'EUR' } })
    assert.deepEqual(linesOf(exposureOf(facts({ subscriptions: [licences], costs: [year] }))), [
      ['licences', 0, 'operator-bills', 1],
      ['committed', 0, 'operator-bills', 1],
    ])
  })

  it('takes the price of a term from the ledger’s own lines where no bill can be read, and says so', () => {
    const line = { text: 'Seats', amount: { minor: 30_000, currency: 'EUR' }, subscription: seats.toUpperCase() }
    const other = { ...line, subscription: phones }
    const invoices = [
      anInvoice({ ...eur(99_000), issued: '2025-03-20', lines: [line, other] }),
      anInvoice({ ...eur(50_000), number: 'INV-0', issued: '2025-01-20', lines: [line, line, line] }),
    ]
    const found = exposureOf(facts({ subscriptions: [licences], invoices }))
    // The newest of them covers 30 days from 20 March: 43 days are left from 19 April to 31 May, at EUR 10.00.
    assert.deepEqual(linesOf(found), [['committed', 43_000, 'ledger-lines', 1]])
    assert.deepEqual(found.unknown, [{ part: 'licences', why: 'no-price', subscriptions: 1 }])
  })

  for (const [what, changes, unknown] of [
    ['no price stands anywhere', {}, ['licences no-price', 'committed no-price']],
    ['nobody tells the cycle of a bill', { billingCycle: null }, ['licences no-price', 'committed no-price']],
    ['no term is told', { commitmentEnd: null }, ['licences no-price', 'committed no-term']],
    ['the end is no end', { commitmentEnd: '9999-12-31T00:00:00.000Z' }, ['licences no-price', 'committed no-term']],
    ['it is 21Vianet’s', { model: '21vianet' }, ['licences no-price', 'committed model-unknown']],
    ['it is legacy', { model: 'legacy' }, ['licences no-price']],
    ['it is suspended, and stays billed', { status: 'suspended' }, ['licences no-price', 'committed no-price']],
    ['it is suspended legacy', { status: 'suspended', model: 'legacy' }, []],
    ['it is gone', { status: 'deleted' }, []],
    ['the term is over', { commitmentEnd: '2025-03-30T00:00:00.000Z' }, ['licences no-price']],
  ] as const)
    it(`calls unknown what is, where ${what}`, () => {
      const found = exposureOf(facts({ subscriptions: [{ ...licences, ...changes }] }))
      assert.deepEqual(
        found.unknown.map(({ part, why }) => `${part} ${why}`),
        unknown,
      )
      assert.deepEqual(found.currencies, [])
    })

  it('knows Azure by the operator’s estimate, and only where there is a plan', () => {
    const plan = aSubscription({ model: 'azure-plan' })
    const used = { amount: null, used: { minor: 12_300, currency: 'EUR' }, percentUsed: null }
    assert.deepEqual(linesOf(exposureOf(facts({ subscriptions: [plan], azure: used }))), [
      ['azure-use', 12_300, 'operator-estimate', 0],
    ])
    const without = exposureOf(facts({ subscriptions: [licences], azure: used, costs: [billed()] }))
    assert.deepEqual(without.unknown, [])
    for (const [azure, why] of [
      [{ ...used, used: null }, 'not-said'],
      ['no-answer', 'no-answer'],
      ['no-access', 'no-access'],
    ] as const)
      assert.deepEqual(exposureOf(facts({ subscriptions: [plan], azure })).unknown, [
        { part: 'azure-use', why, subscriptions: null },
      ])
  })

  it('is unknown where neither ledger nor operator speak', () => {
    const found = exposureOf(facts({ ledgerSilent: 'no-account', subscriptions: 'no-answer', azure: 'no-answer' }))
    assert.deepEqual(
      found.unknown.map(({ part, why }) => `${part} ${why}`),
      ['open no-account', 'azure-use no-answer', 'licences no-answer', 'committed no-answer'],
    )
    assert.deepEqual(found.currencies, [])
  })

  it('never mixes currencies, and counts nothing as zero that is unknown', () =>
    fc.assert(
      fc.property(someItems, someSold, someCosts, someAzure, (items, subscriptions, costs, azure) => {
        const standing = standingOn(today, items)
        const found = exposureOf(facts({ standing, subscriptions, costs, azure }))
        for (const { currency, sum, lines } of found.currencies) {
          const total = (all: typeof lines) => all.reduce((so, { minor }) => so + minor, 0)
          assert.equal(sum, total(lines))
          const open = lines.filter(({ source }) => source === 'ledger')
          assert.equal(total(open), standing.currencies.find((each) => each.currency === currency)?.balance ?? 0)
          // What is priced in a currency was billed in it.
          const priced = lines.some(({ source }) => source === 'operator-bills')
          assert(!priced || costs?.some(({ amount }) => amount.currency === currency))
        }
        // Each licence has its say in both parts: as a sum, or as unknown.
        const licensed = subscriptions.filter(({ model }) => model !== 'azure-plan').length
        const all = [...found.currencies.flatMap(({ lines }) => lines), ...found.unknown]
        for (const part of ['licences', 'committed'])
          assert(
            all.filter((each) => each.part === part).reduce((so, each) => so + (each.subscriptions ?? 0), 0) >=
              licensed,
          )
        const hasPlan = subscriptions.length > licensed
        assert.equal(
          all.some(({ part }) => part === 'azure-use'),
          hasPlan && azure !== null,
        )
      }),
      { numRuns: 300 },
    ))
})

const someSold = fc
  .array(
    fc.record({
      model: fc.constantFrom('new-commerce' as const, '21vianet' as const, 'unknown' as const, 'azure-plan' as const),
      end: fc.constantFrom('2025-05-31T00:00:00.000Z' as const, null),
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map(({ model, end }, at) => aSubscription({ id: `sub-${at}`, model, commitmentEnd: end })))

const someCosts = fc.option(
  fc.array(
    fc.record({
      subscription: fc.integer({ min: 0, max: 5 }).map((at) => `sub-${at}`),
      amount: fc.record({ minor: fc.integer({ min: -100, max: 99_999 }), currency: fc.constantFrom('EUR', 'JPY') }),
      from: fc.constant('2025-02-01' as const),
      to: fc.constantFrom('2025-02-28' as const, '2025-03-31' as const),
    }),
    { maxLength: 6 },
  ),
)

const someAzure = fc.constantFrom<ExposureFacts['azure'][]>(
  null,
  'no-answer',
  { amount: null, used: null, percentUsed: null },
  { amount: null, used: { minor: 5, currency: 'JPY' }, percentUsed: null },
)
