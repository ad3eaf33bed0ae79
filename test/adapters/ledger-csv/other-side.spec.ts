import assert from 'node:assert/strict'
import { toldOf } from '../../kit/in-english.ts'
import { mapColumns } from '../../../adapters/ledger-csv/map-columns.ts'
import { documents, understand, understood } from './a-ledger.ts'

const debit = { currency: 'EUR', columns: { openAmount: 'Debit' } } as const

/** A list with debit and credit; rows as `customer,number,due,debit,credit`. */
function sided(...rows: readonly string[]): string {
  return ['As of 2026-03-31', 'Customer No,Invoice No,Due Date,Debit,Credit', ...rows, ''].join('\n')
}

describe('a list with debit and credit', () => {
  const paid = sided('K1,R1,2026-01-13,100.00,', 'K1,P1,2026-03-20,,60.00')

  it('counts what stands on the other side the other way, and says so', () => {
    const list = understood(paid, debit)
    assert.deepEqual(documents(list), [
      'NIMBUS:K1 | credit | P1 | 2026-03-20 | EUR | 6000',
      'NIMBUS:K1 | invoice | R1 | 2026-01-13 | EUR | 10000',
    ])
    const said = toldOf(list)
    assert(said.some((line) => line.includes('“Credit” (5): other side of the open amount')))
    assert(said.includes('In the file: EUR 40.00 in 2 documents'))
  })

  it('is read the same where the empty side says zero, whichever side is named', () => {
    const zeros = sided('K1,R1,2026-01-13,100.00,0.00', 'K1,P1,2026-03-20,0.00,60.00')
    assert.deepEqual(documents(understood(zeros, debit)), documents(understood(paid, debit)))
    const credit = understood(paid, { currency: 'EUR', columns: { openAmount: 'Credit' } })
    assert.equal(credit.totals[0]?.minor, -40_00)
  })

  it('has its totals on both sides', () => {
    const totals = (...rows: readonly string[]) =>
      understood(paid.replace(/\n$/, `\n${rows.join('\n')}\n`), debit).notes
    assert.deepEqual(totals('Total,,,100.00,60.00'), [{ code: 'totals-agree', totals: 1 }])
    assert.deepEqual(totals('Total,,,,60.00'), [
      { code: 'total-differs', line: 5, label: 'Total', stated: -60_00, ours: 40_00, currency: 'EUR' },
    ])
    assert.deepEqual(totals('Total,,,100.00,sixty'), [{ code: 'total-not-compared', line: 5, label: 'Total' }])
  })

  it('has bad rows where a side cannot be told or read, and never takes one for nothing open', () => {
    const rows: readonly (readonly [cells: string, sentence: string])[] = [
      ['100.00,60.00', 'it has amounts in both “Debit” and “Credit”; what is open must stand in one of them'],
      [',-60.00', '“-60.00” in “Credit” is negative, and nobody can tell whether that is owed'],
      [',sixty', '“sixty” in “Credit” is no amount'],
      ['100.00,sixty', 'it has amounts in both “Debit” and “Credit”; what is open must stand in one of them'],
      [',', 'the open amount is missing; where nothing is open, it must say 0'],
    ]
    for (const [cells, sentence] of rows) {
      const read = understand(sided('K1,R1,2026-01-13,5.00,', `K2,R2,2026-01-13,${cells}`), debit)
      assert.deepEqual(toldOf(read).slice(1), [`Line 4: ${sentence}.`])
    }
  })

  it('shows a document with nothing open where both sides say so', () => {
    const list = understood(sided('K1,R1,2026-01-13,0.00,0.00', 'K1,R2,2026-01-13,5.00,'), {
      ...debit,
      complete: false,
    })
    assert.deepEqual(
      list.closed.map(({ number }) => number),
      ['R1'],
    )
  })
})

describe('the other side of the open amount', () => {
  const enough = ['Customer', 'Invoice Number', 'Due Date']
  const otherSide = (headers: readonly string[], columns: Parameters<typeof mapColumns>[1]) => {
    const mapped = mapColumns([...enough, ...headers], columns)
    assert(mapped.ok)
    const asked = mapped.value.questions.map((question) => question.kind === 'which-column' && question.field)
    return mapped.value.positions.otherSide ?? asked[0] ?? null
  }

  it('is known by its header in any language, also with a currency beside it', () => {
    for (const [open, other] of [
      ['Debit', 'Credit'],
      ['Debit (EUR)', 'Credit (EUR)'],
      ['Soll', 'Haben'],
      ['借方', '貸方'],
    ] as const) {
      assert.equal(otherSide([open, other], { openAmount: open }), 4, open)
      assert.equal(otherSide([open, other], { openAmount: other }), 3, other)
    }
  })

  it('is asked where two columns could be it, and none where the list has another open amount', () => {
    assert.equal(otherSide(['Debit', 'Credit', 'Credit note'], { openAmount: 'Debit' }), 'otherSide')
    assert.equal(otherSide(['Debit', 'Credit', 'Credit note'], { openAmount: 'Debit', otherSide: '#5' }), 4)
    assert.equal(otherSide(['Debit', 'Credit', 'Open Balance'], {}), null)
    assert.equal(otherSide(['Debit', 'Credit'], { openAmount: 'Debit', otherSide: null }), null)
  })
})
