import assert from 'node:assert/strict'
import { noticeId } from '../../../domain/policy/final-notice.ts'
import { recordFinalNotice, type NoticeRefusal } from '../../../domain/policy/record-final-notice.ts'
import type { CustomerStanding } from '../../../domain/receivables/standing-book.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import type { Day } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import {
  anInvoice,
  aPayment,
  aPolicy,
  contoso,
  eur,
  ines,
  mei,
  morning,
  otto,
  owing,
  sam,
  today,
  wang,
} from '../../kit/builders.ts'

function record(
  changes: {
    readonly by?: Staff
    readonly of?: CustomerStanding
    readonly givenOn?: Day
    readonly deadline?: Day | null
  } = {},
) {
  const { by = mei, of = owing({ notices: [] }), givenOn = today, deadline = null } = changes
  return recordFinalNotice({ by, of, givenOn, deadline, now: morning }, aPolicy())
}

describe('recording a final notice', () => {
  it('keeps whom it went to, for which invoices, and until when they have time', () => {
    assert.deepEqual(
      record(),
      granted({
        id: noticeId({ customer: contoso, givenOn: today, deadline: '2025-04-14', invoices: ['K-1001|invoice|INV-1'] }),
        customer: contoso,
        givenOn: today,
        deadline: '2025-04-14',
        invoices: ['K-1001|invoice|INV-1'],
        recordedBy: 'mei',
        recordedAt: morning,
      }),
    )
  })

  it('names what is overdue in every currency, and nothing that is not yet due or already paid', () => {
    const items = [
      anInvoice({ number: 'PAID', due: '2025-01-01' }),
      anInvoice({ number: 'CNY', due: '2025-02-01' }),
      anInvoice({ number: 'EUR', due: '2025-03-30', ...eur(100) }),
      anInvoice({ number: 'TODAY', due: today }),
      aPayment(4_820_000),
    ]
    const outcome = record({ of: owing({ items, notices: [] }) })
    assert(outcome.ok)
    assert.deepEqual(outcome.value.invoices, ['K-1001|invoice|CNY', 'K-1001|invoice|EUR'])
  })

  it('given on an earlier day it names only what was overdue then', () => {
    const items = [anInvoice({ number: 'OLD', due: '2025-02-01' }), anInvoice({ number: 'NEW', due: '2025-03-20' })]
    const invoices = (givenOn: Day) => {
      const outcome = record({ of: owing({ items, notices: [] }), givenOn })
      return outcome.ok ? outcome.value.invoices.map((key) => key.split('|')[2]) : outcome.refusal
    }
    assert.deepEqual(invoices('2025-03-10'), ['OLD'])
    assert.deepEqual(invoices('2025-03-20'), ['OLD'])
    assert.deepEqual(invoices('2025-03-21'), ['OLD', 'NEW'])
  })

  for (const [what, facts, refusal] of [
    ['a person without the role', { by: sam }, { code: 'not-allowed' }],
    ['a fraud lead', { by: ines }, { code: 'not-allowed' }],
    ['an administrator', { by: otto }, { code: 'not-allowed' }],
    ['nothing is overdue', { of: owing({ items: [] }) }, { code: 'nothing-overdue' }],
    ['nothing is due yet', { of: owing({ items: [anInvoice({ due: today })] }) }, { code: 'nothing-overdue' }],
    ['nothing was overdue that day', { givenOn: '2025-01-20' }, { code: 'nothing-overdue' }],
    ['given tomorrow', { givenOn: '2025-04-01' }, { code: 'given-in-future', givenOn: '2025-04-01' }],
    [
      'a deadline before the notice',
      { deadline: '2025-03-30' },
      { code: 'deadline-before-notice', deadline: '2025-03-30' },
    ],
  ] as const satisfies readonly (readonly [string, Parameters<typeof record>[0], NoticeRefusal])[])
    it(`is refused: ${what}`, () => assert.deepEqual(record(facts), refused(refusal)))

  it('takes a deadline somebody named, also the day itself', () => {
    for (const deadline of [today, '2025-06-30'] as const) {
      const outcome = record({ by: wang, deadline })
      assert.equal(outcome.ok && outcome.value.deadline, deadline)
    }
  })
})
