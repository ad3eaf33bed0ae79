import assert from 'node:assert/strict'
import { describeEffect, describePlanRefusal } from '../../../adapters/ledger-csv/describe-effect.ts'
import { describeUnderstanding } from '../../../adapters/ledger-csv/describe-understanding.ts'
import { fixture, plainList, understand } from './a-ledger.ts'

describe('the console', () => {
  it('shows what was understood before anything happens', () => {
    assert.deepEqual(describeUnderstanding(understand(fixture('datev-op-liste'))), [
      'Complete open list of company NIMBUS as of 2026-03-31.',
      'Column 1 "Konto" is the customer number.',
      'Column 2 "Name" is the customer name.',
      'Column 3 "Rechnungs-Nr." is the document number.',
      'Column 6 "S/H" is the document type.',
      'Column 4 "Rechnungsdatum" is the issue date.',
      'Column 5 "Fällig am" is the due date.',
      'Column 7 "Betrag" is the original amount.',
      'Column 8 "Offener Betrag" is the open amount.',
      'Column 9 "WKZ" is the currency.',
      '4 rows: 3 invoices, 1 credit and 0 payments of 3 customers; 0 rows with nothing open.',
      'CHF 950.00 open in 1 document.',
      'EUR 12,900.25 open in 3 documents.',
      '2 totals in the file agree with ours.',
    ])
  })

  it('names what it left out, and a total that differs', () => {
    const file = plainList('K1,R1,2026-03-03,10.00', 'K2,R2,soon,5.00', 'Total,,,15.00')
    assert.deepEqual(describeUnderstanding(understand(file, { leaveOutBadRows: true })).slice(-3), [
      'Line 5 "Total" says EUR 15.00, but its rows add up to EUR 10.00.',
      '1 row left out:',
      'Line 4: "soon" in "Due Date" is no date.',
    ])
  })

  it('stops at twenty bad rows', () => {
    const rows = Array.from({ length: 25 }, (_, at) => `K1,R${at},soon,1.00`)
    const said = describeUnderstanding(understand(plainList(...rows)))
    assert.deepEqual([said.length, said.at(-1)], [22, 'And 5 more rows.'])
  })

  it('shows what an import would change', () => {
    const effect = {
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
      guard: ['many-closed', 'many-newly-due'] as const,
    }
    assert.deepEqual(describeEffect(effect, { closedShare: 0.1, newlyDueShare: 0.05 }), [
      'Documents: 2 new, 1 changed, 30 closed, 70 unchanged.',
      'Open afterwards: JPY 1,234,567 in 73 documents.',
      'Newly due for suspension by age and amount: 3 of 20 customers.',
      '2 customers matched to nobody at the operator:',
      '  K1 Contoso',
      '  and 1 more',
      'Account K2 moves from t1 to t2; open requests of both end.',
      'It closes more than 10 % of its scope, so a second person must say yes.',
      "It makes more than 5 % of its scope's customers due, so a second person must say yes.",
    ])
  })

  it('says why an import is refused', () => {
    assert.equal(
      describePlanRefusal({ code: 'as-of-before-last', asOf: '2026-03-30', last: '2026-03-31' }),
      'It is older (2026-03-30) than the last import of its scope (2026-03-31).',
    )
  })
})
