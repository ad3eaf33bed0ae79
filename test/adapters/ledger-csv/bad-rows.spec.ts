import assert from 'node:assert/strict'
import { badRowLine } from '../../../dialogs/ledger/bad-row-lines.ts'
import { inEnglish, toldOf } from '../../kit/in-english.ts'
import type { BadRow, LedgerCsvOptions } from '../../../domain/receivables/understanding.ts'
import { documents, fixture, plainList, understand, understood } from './a-ledger.ts'

function badRows(file: string | Uint8Array, options: Partial<LedgerCsvOptions> = {}): readonly BadRow[] {
  const understanding = understand(file, options)
  assert(understanding.kind === 'refused', JSON.stringify(understanding))
  assert.equal(understanding.reason.code, 'bad-rows')
  return understanding.badRows
}

describe('a bad row', () => {
  it('is named by line and reason, and nothing is imported', () => {
    assert.deepEqual(toldOf(understand(fixture('bad-rows'))), [
      'Nothing is imported, because these rows cannot be read:',
      'Line 4: “2026-02-30” in “Due Date” is no date.',
      'Line 5: “abc” in “Open Amount” is no amount.',
      'Line 6: “12.345” has more decimals than EUR, as the point stands before the decimals in this file.',
      'Line 7: the invoice has no number.',
      'Line 8: the invoice has no due date.',
      'Line 9: “XYZ” is no currency.',
      'Line 10: document INV-7 stands on lines 10 and 11.',
      'Line 11: document INV-7 stands on lines 10 and 11.',
      'Line 12: it has 7 cells under 6 columns; a separator may stand in a name or an amount.',
      'Line 13: it names no customer.',
      'Line 14: “2062-03-17” in “Due Date” would be Mar 17, 2062, which cannot be meant.',
    ])
  })

  it('says of what is no amount that it is none, and of which sign it was read by', () => {
    for (const text of ['12x4', '=1+1', '1e5', '12abc34', '1.2.3']) {
      const [bad] = badRows(plainList('K1,R1,2026-03-03,10.00', `K2,R2,2026-03-03,${text}`))
      assert(bad)
      assert.equal(badRowLine(bad, inEnglish), `Line 4: “${text}” in “Open Amount (EUR)” is no amount.`)
    }
    const [unit] = badRows(plainList('K1,R1,2026-03-03,10.00', 'K2,R2,2026-03-03,5.00 XYZ'))
    assert.equal(unit && badRowLine(unit, inEnglish), 'Line 4: “XYZ” is no currency.')
    const [comma] = badRows(plainList('K1,R1,2026-03-03,"10,00"', 'K2,R2,2026-03-03,"1,234"'))
    const because = 'as the comma stands before the decimals in this file'
    assert.equal(comma && badRowLine(comma, inEnglish), `Line 4: “1,234” has more decimals than EUR, ${because}.`)
  })

  it('is left out when the person says so; its document is kept by a complete list', () => {
    const list = understood(plainList('K1,R1,2026-03-03,10.00', 'K2,R2,soon,5.00', 'K3,,2026-03-03,7.00'), {
      leaveOutBadRows: true,
    })
    assert.deepEqual(documents(list), ['NIMBUS:K1 | invoice | R1 | 2026-03-03 | EUR | 1000'])
    assert.deepEqual(list.kept, [
      { account: 'NIMBUS:K2', number: 'R2' },
      { account: 'NIMBUS:K3', number: null },
    ])
    assert.equal(list.badRows.length, 2)
  })

  it('that belongs to nobody cannot be left out of a complete list, only of a part', () => {
    const file = plainList('K1,R1,2026-03-03,10.00', ',R2,2026-03-03,5.00')
    const understanding = understand(file, { leaveOutBadRows: true })
    assert(understanding.kind === 'refused')
    assert.deepEqual(understanding.reason, { code: 'unreadable-rows-in-complete-list', lines: [4] })
    assert.equal(understood(file, { leaveOutBadRows: true, complete: false }).items.length, 1)
  })

  it('takes the other lines of its invoice with it', () => {
    const file = [
      'As of 2026-03-31',
      'Customer,Invoice No,Due Date,Line Amount,Open Amount (EUR)',
      'Contoso,R1,2026-03-03,10.00,10.00',
      'Contoso,R1,2026-03-03,5.00,x',
      'Contoso,R2,2026-03-03,7.00,7.00',
    ].join('\n')
    assert.deepEqual(
      badRows(file).map(({ line, reason }) => [line, reason.code]),
      [
        [3, 'document-has-bad-row'],
        [4, 'unreadable-amount'],
      ],
    )
    assert.deepEqual(understood(file, { leaveOutBadRows: true }).kept, [{ account: 'NIMBUS:contoso', number: 'R1' }])
  })

  it('is one whose lines contradict each other', () => {
    const file = [
      'As of 2026-03-31',
      'Customer,Invoice No,Due Date,Line Amount,Open Amount (EUR)',
      'Contoso,R1,2026-03-03,10.00,10.00',
      'Contoso,R1,2026-03-04,5.00,5.00',
    ].join('\n')
    assert.deepEqual(
      badRows(file).map(({ reason }) => reason.code),
      ['lines-disagree', 'lines-disagree'],
    )
  })

  it('is one whose line shares an open amount and has none of its own', () => {
    const file = [
      'As of 2026-03-31',
      'Customer,Invoice No,Due Date,Line Amount,Open Amount (EUR)',
      'Contoso,R1,2026-03-03,10.00,30.00',
      'Contoso,R1,2026-03-03,,30.00',
    ].join('\n')
    assert.deepEqual(
      badRows(file).map(({ reason }) => reason.code),
      ['no-line-amount', 'no-line-amount'],
    )
  })

  it('is one that makes a credit of a number that is a credit already', () => {
    const file = [
      'As of 2026-03-31',
      'Customer,Invoice No,Due Date,Type,Line Amount,Open Amount (EUR)',
      'Contoso,G1,2026-03-03,Credit note,-10.00,-10.00',
      'Contoso,G1,2026-03-03,,-5.00,-5.00',
      'Contoso,R1,2026-03-03,,7.00,7.00',
    ].join('\n')
    assert.deepEqual(
      badRows(file).map(({ line, reason }) => [line, reason.code]),
      [
        [3, 'duplicate-document'],
        [4, 'duplicate-document'],
      ],
    )
    assert.equal(understood(file, { leaveOutBadRows: true }).items.length, 1)
  })

  it('is one without a customer under an age, which is no customer', () => {
    const file = new TextDecoder().decode(fixture('quickbooks-detail')).replace('Contoso Ltd,02/25', ',02/25')
    assert.deepEqual(badRows(file, { currency: 'USD' }), [{ line: 7, reason: { code: 'no-customer' } }])
  })

  it('is one in another currency than its own column says', () => {
    const file = plainList('K1,R1,2026-03-03,$10.00,EUR').replace('Open Amount (EUR)', 'Open Amount,Currency')
    assert.deepEqual(badRows(file), [{ line: 3, reason: { code: 'currencies-differ', text: '$', currency: 'EUR' } }])
  })

  it('is one outside the scope, by the company, country or lane it names', () => {
    const rows = (column: string, own: string, other: string) =>
      plainList(`K1,R1,2026-03-03,10.00,${own}`, `K2,R2,2026-03-03,10.00,${other}`).replace(
        'Amount (EUR)',
        `Amount (EUR),${column}`,
      )
    for (const [column, own, other, scope] of [
      ['Company', 'nimbus', 'Other', { kind: 'company', value: 'Nimbus' }],
      ['Land', 'Deutschland', 'France', { kind: 'country', value: 'DE' }],
      ['Cloud', '21Vianet', 'global', { kind: 'lane', value: 'china' }],
    ] as const) {
      const [bad, ...others] = badRows(rows(column, own, other), { scope })
      assert.deepEqual(others, [])
      assert.deepEqual([bad?.line, bad?.reason.code], [4, 'outside-scope'])
      // Nothing of this scope is lost with it, so a complete list may go without it.
      const list = understood(rows(column, own, other), { scope, leaveOutBadRows: true })
      assert.deepEqual([list.items.length, list.items[0]?.[scope.kind]], [1, list.scope.value])
    }
  })

  it('is one that names no lane we know', () => {
    const file = plainList('K1,R1,2026-03-03,10.00,germany').replace('Amount (EUR)', 'Amount (EUR),Cloud')
    assert.deepEqual(badRows(file)[0]?.reason, { code: 'unknown-lane', text: 'germany' })
  })
})

describe('the sign of an amount', () => {
  const typed = (...rows: string[]) => plainList(...rows).replace('Open Amount (EUR)', 'Open Amount (EUR),Type')

  it('makes a credit where no type is given', () => {
    assert.deepEqual(documents(understood(plainList('K1,R1,2026-03-03,-10.00'))), [
      'NIMBUS:K1 | credit | R1 | 2026-03-03 | EUR | 1000',
    ])
  })

  it('does not matter where the file writes its credits without one', () => {
    const list = understood(typed('K1,R1,2026-03-03,10.00,Invoice', 'K1,G1,2026-03-03,4.00,Gutschrift'))
    assert.deepEqual(list.totals, [{ currency: 'EUR', minor: 600, items: 2 }])
  })

  it('makes a positive credit a bad row where the file’s other credits are negative', () => {
    const file = typed('K1,G1,2026-03-03,-4.00,Credit note', 'K1,G2,2026-03-03,3.00,Credit note')
    assert.deepEqual(badRows(file), [{ line: 4, reason: { code: 'sign-against-type', type: 'credit', text: '3.00' } }])
  })

  it('decides for types nobody knows, and they are named', () => {
    const list = understood(typed('K1,J1,2026-03-03,10.00,Journal', 'K1,J2,2026-03-03,-4.00,Journal'))
    assert.deepEqual(
      list.items.map(({ kind }) => kind),
      ['invoice', 'credit'],
    )
    assert.deepEqual(list.notes, [{ code: 'unknown-types', texts: ['Journal'] }])
  })
})
