import assert from 'node:assert/strict'
import { letterFor, type LetterRefusal } from '../../../domain/reminders/letter-for.ts'
import { markOf, type Letter, type LetterKind } from '../../../domain/reminders/letter.ts'
import type { CollectionsPolicy, PolicySegment } from '../../../domain/policy/collections-policy.ts'
import { aDispute, anExemption, aPaidMark, aPromise } from '../../kit/agreements.ts'
import {
  aCustomer,
  anInvoice,
  aNotice,
  anOperatorCustomer,
  aPayment,
  aPolicy,
  cny,
  eur,
  owing,
} from '../../kit/builders.ts'

const written = (
  of: Parameters<typeof owing>[0],
  kind: LetterKind = 'reminder',
  policy: Partial<CollectionsPolicy> = {},
) => {
  const outcome = letterFor(owing(of), kind, aPolicy(policy))
  return outcome.ok ? outcome.value : assert.fail(outcome.refusal.code)
}
const refusalOf = (of: Parameters<typeof owing>[0]): LetterRefusal | null => {
  const outcome = letterFor(owing(of), 'reminder', aPolicy())
  return outcome.ok ? null : outcome.refusal
}
const sums = ({ invoices }: Letter) => invoices.map(({ number, left }) => `${number} ${left.minor} ${left.currency}`)
const young = anInvoice({ number: 'INV-9', due: '2025-03-25', ...eur(5_000) })

describe('a letter to a customer', () => {
  it('names what is overdue, currency by currency, after credits, and nothing that is not yet due', () => {
    const items = [
      anInvoice({ number: 'B', due: '2025-03-01', ...cny(300) }),
      anInvoice({ number: 'A', due: '2025-02-01', ...cny(200_000) }),
      anInvoice({ number: 'C', due: '2025-04-01', ...cny(700) }),
      anInvoice({ number: 'D', due: '2025-03-30', ...eur(1_000) }),
      aPayment(50_000),
    ]
    assert.deepEqual(sums(written({ items })), ['A 150000 CNY', 'B 300 CNY', 'D 1000 EUR'])
  })

  it('names nothing that is disputed, promised or exempt', () => {
    const two = [anInvoice(), young]
    const disputed = aDispute({ amount: { minor: 20_000, currency: 'CNY' } })
    assert.deepEqual(sums(written({ items: two, agreements: [disputed] })), ['INV-1 4800000 CNY', 'INV-9 5000 EUR'])
    const exempt = anExemption({ of: { what: 'invoice', key: 'K-1001|invoice|INV-1', number: 'INV-1' } })
    assert.deepEqual(sums(written({ items: two, agreements: [exempt] })), ['INV-9 5000 EUR'])
  })

  it('is not written where agreements leave nothing, and says which', () => {
    const why = (...agreements: NonNullable<Parameters<typeof owing>[0]>['agreements'] & object) =>
      refusalOf({ agreements })
    assert.deepEqual(why(aDispute()), { code: 'spared', why: 'disputed' })
    assert.deepEqual(why(aPromise()), { code: 'spared', why: 'promised' })
    assert.deepEqual(why(anExemption()), { code: 'spared', why: 'exempt' })
    // Somebody's word that it was paid changes no sum.
    assert.equal(why(aPaidMark()), null)
  })

  it('is not written where nothing is overdue, or the ledger knows nobody', () => {
    assert.deepEqual(refusalOf({ items: [anInvoice({ due: '2025-04-01' })] }), { code: 'nothing-overdue' })
    const sum = anInvoice({ number: '31 - 60', summary: true })
    assert.deepEqual(refusalOf({ items: [sum] }), { code: 'no-invoices' })
    assert.deepEqual(sums(written({ items: [sum, young] })), ['INV-9 5000 EUR'])
    assert.deepEqual(refusalOf({ items: [], customer: aCustomer({ accounts: [] }) }), { code: 'no-account' })
  })

  describe('that reminds', () => {
    const ahead = (of: Parameters<typeof owing>[0], policy: Partial<CollectionsPolicy> = {}) => {
      const { until, next } = written({ notices: [], ...of }, 'reminder', policy)
      return [until, next]
    }

    it('gives until the day before the next rung', () => {
      // 31 March is day 6; the final notice is due on day 30, 24 April.
      assert.deepEqual(ahead({ items: [young] }), ['2025-04-23', 'final-notice'])
    })

    it('looks at amounts of the next rung as well', () => {
      const rungs = [
        { stage: 'final-notice', daysPastDue: 30, atLeast: { EUR: 6_000 } },
        { stage: 'reminder', daysPastDue: 1, atLeast: null },
      ] as const
      const more = anInvoice({ number: 'INV-10', due: '2025-03-28', ...eur(1_000) })
      assert.deepEqual(ahead({ items: [young, more] }, { rungs }), ['2025-04-26', 'final-notice'])
      assert.deepEqual(ahead({ items: [young] }, { rungs }), ['2025-04-14', null])
    })

    it('says that a final notice comes next where one is called for and none was given', () => {
      assert.deepEqual(ahead({}), ['2025-04-14', 'final-notice'])
    })

    it('says until when one has that runs, and that nothing is left once it is over', () => {
      const running = aNotice({ givenOn: '2025-03-28', deadline: '2025-04-11' })
      assert.deepEqual(ahead({ notices: [running] }), ['2025-04-11', 'suspend'])
      assert.deepEqual(ahead({ notices: [aNotice()] }), ['2025-03-31', 'suspend'])
    })
  })

  describe('that is the last', () => {
    it('gives the days of the policy, and says what follows', () => {
      const { until, next } = written({}, 'final-notice')
      assert.deepEqual([until, next], ['2025-04-14', 'suspend'])
    })

    it('threatens with nothing that the ladder of this customer does not have', () => {
      const mild: PolicySegment = {
        name: 'mild',
        ...{ lanes: ['global'], countries: null, groups: null },
        rungs: [{ stage: 'final-notice', daysPastDue: 30, atLeast: null }],
      }
      const customer = aCustomer({ lane: 'global', operator: anOperatorCustomer({ lane: 'global' }) })
      assert.equal(written({ customer }, 'final-notice', { segments: [mild] }).next, null)
      assert.equal(written({}, 'final-notice', { segments: [mild] }).next, 'suspend')
    })
  })

  it('is told apart by every word, the address and the kind', () => {
    const words = { language: 'en', subject: 'S', text: 'T', signed: true }
    const marks = [
      markOf('reminder', words, 'a@b.example'),
      markOf('final-notice', words, 'a@b.example'),
      markOf('reminder', words, null),
      markOf('reminder', { ...words, language: 'zh-Hant' }, 'a@b.example'),
      markOf('reminder', { ...words, subject: 'ST', text: '' }, 'a@b.example'),
      markOf('reminder', { ...words, text: 'U' }, 'a@b.example'),
    ]
    assert.equal(new Set(marks).size, marks.length)
    assert.equal(markOf('reminder', { ...words }, 'a@b.example'), marks[0])
  })
})
