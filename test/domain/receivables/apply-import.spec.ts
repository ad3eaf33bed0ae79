import assert from 'node:assert/strict'
import { applyImport, foldImports, inForce } from '../../../domain/receivables/apply-import.ts'
import { emptyLedger } from '../../../domain/receivables/ledger.ts'
import type { OpenItem } from '../../../domain/receivables/open-item.ts'
import { aCredit, anAccount, anImport, anInvoice, open, said } from './an-import.ts'

const first = anImport({ items: [anInvoice('K1', 'R1'), anInvoice('K1', 'R2'), anInvoice('K2', 'R3')] })

describe('an import', () => {
  it('that is complete closes what it no longer shows', () => {
    const ledger = foldImports([first, anImport({ items: [anInvoice('K1', 'R2')] })])
    assert.deepEqual(open(ledger), ['K1 R2 10000'])
    assert(!ledger.items.has('K2'), 'an account that owes nothing has no items')
  })

  it('that is a part closes nothing and replaces what it lists', () => {
    const half = anInvoice('K1', 'R2', { open: { minor: 50_00, currency: 'EUR' } })
    const ledger = foldImports([first, anImport({ complete: false, items: [half] })])
    assert.deepEqual(open(ledger), ['K1 R1 10000', 'K1 R2 5000', 'K2 R3 10000'])
  })

  it('closes what it shows with nothing open, also as a part', () => {
    const closed = [{ account: 'K1', number: 'R1', kind: null }] as const
    const half = anInvoice('K1', 'R2', { open: { minor: 40_00, currency: 'EUR' } })
    const part = anImport({ complete: false, items: [half], closed })
    assert.deepEqual(open(foldImports([first, part])), ['K1 R2 4000', 'K2 R3 10000'])
    const last = anImport({ complete: false, closed: [{ account: 'K2', number: 'R3', kind: 'invoice' }] })
    assert(!foldImports([first, part, last]).items.has('K2'), 'an account that owes nothing has no items')
    assert.deepEqual(
      open(foldImports([first, part, anImport({ complete: false, items: first.items })])),
      open(foldImports([first])),
    )
  })

  it('closes only the kind of document that it shows, and none that it lists as well', () => {
    const both = anImport({ items: [anInvoice('K1', 'R1'), aCredit('K1', 'R1')] })
    const showing = (kind: 'invoice' | 'credit' | null) => [{ account: 'K1', number: 'R1', kind }]
    const left = (kind: 'invoice' | 'credit' | null, items: readonly OpenItem[] = []) =>
      [...foldImports([both, anImport({ complete: false, items, closed: showing(kind) })]).items.values()]
        .flat()
        .map(({ item }) => item.kind)
    assert.deepEqual([left('invoice'), left('credit'), left(null)], [['credit'], ['invoice'], []])
    assert.deepEqual(left(null, [aCredit('K1', 'R1')]), ['credit'])
  })

  it('closes nothing of another scope that it shows with nothing open', () => {
    const closed = [{ account: 'K1', number: 'R1', kind: null }] as const
    const china = anImport({ scope: { kind: 'lane', value: 'china' }, complete: false, closed })
    assert.deepEqual(open(foldImports([first, china])), open(foldImports([first])))
  })

  it('closes what it shows with nothing open, although a row of that customer was left out', () => {
    const kept = [{ account: 'K1', number: null }]
    const closed = [{ account: 'K1', number: 'R1', kind: null }] as const
    const list = anImport({ items: [anInvoice('K9', 'R9')], kept, closed })
    assert.deepEqual(open(foldImports([first, list])), ['K1 R2 10000', 'K9 R9 10000'])
  })

  it('touches nothing outside its scope, by company, lane or country', () => {
    const others = anImport({
      scope: { kind: 'company', value: 'OTHER' },
      items: [
        anInvoice('K1', 'X1', { company: 'OTHER' }),
        anInvoice('K3', 'X2', { company: null, lane: 'china' }),
        anInvoice('K3', 'X3', { company: null, country: 'DE' }),
      ],
    })
    const before = foldImports([others, first])
    assert.deepEqual(open(applyImport(before, anImport({ items: [anInvoice('K9', 'R9')] }))), [
      'K1 X1 10000',
      'K3 X2 10000',
      'K3 X3 10000',
      'K9 R9 10000',
    ])
    const china = anImport({
      scope: { kind: 'lane', value: 'china' },
      items: [anInvoice('K4', 'X4', { company: null, lane: 'china' })],
    })
    assert.deepEqual(open(applyImport(before, china)), [
      'K1 R1 10000',
      'K1 R2 10000',
      'K1 X1 10000',
      'K2 R3 10000',
      'K3 X3 10000',
      'K4 X4 10000',
    ])
  })

  it('tells an invoice and a credit of one number apart', () => {
    const ledger = foldImports([anImport({ items: [anInvoice('K1', 'R1'), aCredit('K1', 'R1')] })])
    assert.equal(ledger.items.get('K1')?.length, 2)
  })

  it('does not close documents on rows that were left out', () => {
    const kept = [
      { account: 'K1', number: 'R1' },
      { account: 'K2', number: null },
    ]
    const ledger = foldImports([first, anImport({ asOf: '2026-04-30', items: [anInvoice('K9', 'R9')], kept })])
    assert.deepEqual(open(ledger), ['K1 R1 10000', 'K2 R3 10000', 'K9 R9 10000'])
    assert.equal(ledger.items.get('K1')?.[0]?.asOf, '2026-03-31', 'what was not read again keeps its day')
  })

  it('dates every item it lists, and the ledger by the newest', () => {
    const part = anImport({ asOf: '2026-04-02', complete: false, items: [anInvoice('K1', 'R1')] })
    const ledger = foldImports([first, part])
    assert.deepEqual(
      ledger.items.get('K1')?.map(({ item, asOf }) => [item.number, asOf]),
      [
        ['R2', '2026-03-31'],
        ['R1', '2026-04-02'],
      ],
    )
    assert.equal(ledger.asOf, '2026-04-02')
    const older = anImport({ asOf: '2026-01-01', scope: { kind: 'lane', value: 'china' } })
    assert.equal(applyImport(ledger, older).asOf, '2026-04-02')
  })

  it('says who its accounts are; one that has paid stays known', () => {
    const match = { account: 'K1', lane: 'global', tenantId: 't1', how: 'domain' } as const
    const ledger = foldImports([
      { ...first, matches: [match] },
      anImport({ items: [anInvoice('K2', 'R3')], accounts: [anAccount('K2', { name: 'Renamed' })] }),
    ])
    assert.equal(ledger.accounts.get('K2')?.name, 'Renamed')
    assert.equal(ledger.accounts.get('K1')?.name, 'Customer K1')
    assert.deepEqual(ledger.matches.get('K1'), match)
    assert.equal(foldImports([{ ...first, matches: [match] }, first]).matches.size, 0, 'the newest says all')
  })

  it('makes a ledger like no other and leaves the old one alone', () => {
    const before = foldImports([first])
    const copy = said(before)
    const after = applyImport(before, anImport({ items: [anInvoice('K9', 'R9')] }))
    assert.deepEqual(said(before), copy)
    const again = applyImport(before, anImport({ items: [anInvoice('K9', 'R9')] }))
    assert.equal(new Set([emptyLedger, before, after, again].map(({ revision }) => revision)).size, 4)
  })
})

describe('the imports in force', () => {
  it('are those after the last complete list of their scope, and that list', () => {
    const part = anImport({ id: 'L-2', complete: false, items: [anInvoice('K1', 'R1')] })
    const other = anImport({ id: 'L-3', scope: { kind: 'lane', value: 'china' } })
    const whole = anImport({ id: 'L-4', items: [anInvoice('K2', 'R2')] })
    const later = anImport({ id: 'L-5', complete: false })
    assert.deepEqual(
      inForce([first, part, other, whole, later]).map(({ id }) => id),
      ['L-3', 'L-4', 'L-5'],
    )
  })

  it('include everything before a complete list that left rows out', () => {
    const whole = anImport({ id: 'L-2', items: [anInvoice('K2', 'R2')], kept: [{ account: 'K1', number: 'R1' }] })
    assert.equal(inForce([first, whole]).length, 2)
  })
})
