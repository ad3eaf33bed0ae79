import assert from 'node:assert/strict'
import { effectParts, shownOf } from '../../../dialogs/ledger/list-parts.ts'
import { planRefusalLine } from '../../../dialogs/ledger/unusable-line.ts'
import { plainLines } from '../../../dialogs/vocabulary/plain.ts'
import type { ImportEffect } from '../../../domain/receivables/ledger-import.ts'
import { fixture, plainList, understand } from '../../adapters/ledger-csv/a-ledger.ts'
import { bare, inEnglish, toldOf } from '../../kit/in-english.ts'

const effect: ImportEffect = {
  opened: 2,
  changed: 1,
  closed: 30,
  unchanged: 70,
  totals: [{ currency: 'JPY', minor: 1234567, items: 73 }],
  customers: 20,
  newlyDue: 3,
  unmatched: [{ account: 'K1', name: 'Contoso' }],
  unmatchedCount: 2,
  rematched: [{ account: 'K2', from: 't1', to: 't2' }],
  guard: ['many-closed', 'many-newly-due'],
}
const moved = (count: number) => Array.from({ length: count }, (_, at) => ({ account: `K${at}`, from: 't1', to: 't2' }))

describe('what a person is told of a list', () => {
  it('is what was understood, before anything happens', () => {
    assert.deepEqual(toldOf(understand(fixture('datev-op-liste'))), [
      'Scope: company NIMBUS, complete list',
      'Ledger as of: Mar 31, 2026',
      'Columns: “Konto” (1): customer number · “Name” (2): customer name · “Rechnungs-Nr.” (3): document number · “S/H” (6): document type · “Rechnungsdatum” (4): issue date · “Fällig am” (5): due date · “Betrag” (7): original amount · “Offener Betrag” (8): open amount · “WKZ” (9): currency',
      'Rows: 4: 3 invoices, 1 credit and 0 payments of 3 customers',
      'In the file: CHF 950.00 in 1 document · EUR 12,900.25 in 3 documents',
      '2 totals in the file agree with ours.',
    ])
  })

  it('is what was left out, and a total that differs', () => {
    const file = plainList('K1,R1,2026-03-03,10.00', 'K2,R2,soon,5.00', 'Total,,,15.00')
    assert.deepEqual(toldOf(understand(file, { leaveOutBadRows: true })).slice(-3), [
      'Line 5 “Total” says EUR 15.00, but its rows add up to EUR 10.00.',
      '1 row is left out:',
      'Line 4: “soon” in “Due Date” is no date.',
    ])
  })

  it('is which columns mean nothing, and how many rows say that nothing is open', () => {
    const file = plainList('K1,R1,2026-03-03,10.00,x', 'K1,R2,2026-03-03,0.00,y').replace('(EUR)', '(EUR),Colour')
    const said = toldOf(understand(file))
    assert(said.includes('Columns not used: Colour'))
    assert(said.includes('Rows: 2: 1 invoice, 0 credits and 0 payments of 1 customer; 1 row with nothing open'))
  })

  it('is whose e-mail address was not taken over', () => {
    const rows = ['K1,R1,2026-03-03,10.00,a@one.example; b@one.example', 'K2,R2,2026-03-03,5.00,two.example']
    const said = toldOf(understand(plainList(...rows).replace('(EUR)', '(EUR),E-mail')))
    assert.equal(
      said.at(-1),
      'No e-mail address is taken over where a cell holds something else than exactly one, or the rows of an account differ: NIMBUS:K1 and NIMBUS:K2.',
    )
  })

  it('stops at twenty bad rows', () => {
    const rows = Array.from({ length: 25 }, (_, at) => `K1,R${at},soon,1.00`)
    const said = toldOf(understand(plainList(...rows)))
    assert.deepEqual([said.length, said.at(-1)], [22, 'And 5 more.'])
  })

  it('shows of a cell as much as is needed to find it', () => {
    const [, line = ''] = toldOf(understand(plainList(`K1,R1,${'x'.repeat(500)},1.00`)))
    assert.equal(line, `Line 3: “${'x'.repeat(79)}…” in “Due Date” is no date.`)
  })

  it('is what an import would change', () => {
    assert.deepEqual(plainLines(effectParts(effect, inEnglish)).map(bare), [
      'Changes: 2 new, 1 changed, 30 closed',
      'Open afterwards: JPY 1,234,567',
      'Newly due for suspension: 3',
      'Accounts matched to nobody: 2',
      'Matched to nobody at the operator: K1 Contoso and 1 more.',
      'Account K2 moves from t1 to t2; open requests of both end.',
      'It would close more of the open invoices than usual. Is the file complete?',
      'It would make more customers due for suspension than usual. Are payments missing?',
      'A second person must say yes before it counts.',
    ])
  })

  it('is for whom its column of owners changes something, and for whom not and why', () => {
    const owners = { assigned: 3, leftAlone: 2, disputed: 1, unknown: ['Zoe', 'J. Ito'], unknownCount: 5 }
    const plainEffect = { ...effect, unmatched: [], unmatchedCount: 0, rematched: [], guard: [] }
    assert.deepEqual(
      plainLines(effectParts({ ...plainEffect, owners }, inEnglish))
        .map(bare)
        .slice(-4),
      [
        'Looked after by somebody else: 3',
        '2 customers stay with the colleagues people chose, though the list names others. To leave one to the list, say “assign contoso to nobody”.',
        '1 customer has accounts that name different colleagues, so nothing changes for them.',
        'No customer is given to these, as they are not the name or sign-in of exactly one colleague who may see customers: Zoe, J. Ito, and 3 more.',
      ],
    )
    assert.equal(plainLines(effectParts(plainEffect, inEnglish)).join().includes('Looked after'), false)
  })

  it('is whose rows name different people', () => {
    const rows = ['K1,R1,2026-03-03,10.00,Mei', 'K1,R2,2026-03-03,5.00,Wang']
    assert.equal(
      toldOf(understand(plainList(...rows).replace('(EUR)', '(EUR),Owner'))).at(-1),
      'Rows of one account name different people who look after it, so none is taken over: NIMBUS:K1.',
    )
  })

  it('names the first six accounts that move, and counts the others', () => {
    const said = plainLines(effectParts({ ...effect, rematched: moved(8), guard: [] }, inEnglish))
    assert.equal(said.filter((line) => line.includes('moves from')).length, 6)
    assert.equal(said.at(-1), 'And 2 more.')
  })

  it('stays the same where nothing that is shown differs', () => {
    assert.equal(shownOf(effect), shownOf(structuredClone(effect)))
    assert.notEqual(shownOf(effect), shownOf({ ...effect, closed: 31 }))
    assert.notEqual(shownOf({ ...effect, rematched: moved(8) }), shownOf({ ...effect, rematched: moved(9) }))
  })

  it('is why it is refused', () => {
    assert.equal(
      planRefusalLine({ code: 'as-of-before-last', asOf: '2026-03-30', last: '2026-03-31' }, inEnglish),
      'It is older (Mar 30, 2026) than the last import of its scope (Mar 31, 2026).',
    )
  })
})
