import assert from 'node:assert/strict'
import { rehearse, type RehearsalFacts } from '../../../domain/policy/rehearse.ts'
import type { LedgerOfDay } from '../../../domain/receivables/past-ledgers.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import { aDispute } from '../../kit/agreements.ts'
import { aLedger, anInvoice, anOperatorCustomer, aNotice, aPolicy, contoso } from '../../kit/builders.ts'

const policy = aPolicy()
const strict = aPolicy({
  finalNoticeDays: 7,
  rungs: [
    { stage: 'suspend', daysPastDue: 30, atLeast: { CNY: 100_000 } },
    { stage: 'final-notice', daysPastDue: 10, atLeast: null },
    { stage: 'reminder', daysPastDue: 1, atLeast: null },
  ],
})

/** Contoso’s only invoice, due on 1 January; open on each of these days. */
function daysOf(from: Day, count: number, paidOn: Day | null = null): readonly LedgerOfDay[] {
  const [owing, paid] = [aLedger({ items: [anInvoice({ due: '2025-01-01' })] }), aLedger({ items: [] })]
  return Array.from({ length: count }, (_, at) => {
    const day = addDays(from, at)
    return { day, ledger: paidOn !== null && day >= paidOn ? paid : owing }
  })
}

const facts = (changes: Partial<RehearsalFacts> = {}): RehearsalFacts => ({
  now: policy,
  then: strict,
  today: '2025-03-31',
  operators: [anOperatorCustomer()],
  confirmed: [],
  notices: [],
  agreements: [],
  ...changes,
})

const told = async (...args: Parameters<typeof rehearse>) =>
  (await rehearse(...args))?.differences.map(({ rung, now, then }) => [rung, now, then])

describe('a rehearsal of another policy', () => {
  it('tells for each rung the first day under each, the severest rung first', async () => {
    const rehearsal = await rehearse(daysOf('2025-01-01', 100), facts())
    assert.deepEqual(rehearsal?.differences, [
      // Named on 31 January, and on 11 January; both rungs are reached after the notice was over.
      { customer: contoso, name: 'Contoso 中国', rung: 'suspend', now: '2025-03-02', then: '2025-01-31' },
      { customer: contoso, name: 'Contoso 中国', rung: 'final-notice', now: '2025-01-31', then: '2025-01-11' },
    ])
    assert.deepEqual(rehearsal.reached.suspend, { now: 1, then: 1 })
    assert.deepEqual([rehearsal.from, rehearsal.to], ['2025-01-01', '2025-04-10'])
  })

  it('tells who would be suspended that is not, and who would be spared', async () => {
    const days = daysOf('2025-01-01', 100, '2025-02-10')
    assert.deepEqual(await told(days, facts()), [
      ['suspend', null, '2025-01-31'],
      ['final-notice', '2025-01-31', '2025-01-11'],
    ])
    assert.deepEqual(await told(days, facts({ now: strict, then: policy })), [
      ['suspend', '2025-01-31', null],
      ['final-notice', '2025-01-11', '2025-01-31'],
    ])
  })

  it('tells of nothing where the policies do the same', async () => {
    assert.deepEqual(await told(daysOf('2025-01-01', 100), facts({ then: aPolicy() })), [])
  })

  it('suspends nobody before a notice is over, however old the debt was on the first day', async () => {
    assert.deepEqual(await told(daysOf('2025-03-31', 30), facts()), [['suspend', '2025-04-15', '2025-04-08']])
  })

  it('counts the notices that were really given, from the day on which they were', async () => {
    const notices = [aNotice({ givenOn: '2025-03-25', deadline: '2025-03-30' })]
    assert.deepEqual(await told(daysOf('2025-03-31', 30), facts({ notices })), [])
    assert.deepEqual(await told(daysOf('2025-03-20', 9), facts({ notices })), [['suspend', null, '2025-03-28']])
  })

  it('leaves out what is disputed, from the day on which it was', async () => {
    const agreements = [aDispute({ recordedAt: '2025-01-20T02:00:00.000Z' })]
    assert.deepEqual(await told(daysOf('2025-01-01', 100), facts({ agreements })), [
      ['final-notice', null, '2025-01-11'],
    ])
  })

  it('has nothing to tell without a ledger', async () => {
    assert.equal(await rehearse([], facts()), null)
  })
})
