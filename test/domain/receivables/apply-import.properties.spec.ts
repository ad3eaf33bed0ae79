import assert from 'node:assert/strict'
import fc from 'fast-check'
import { foldImports, inForce } from '../../../domain/receivables/apply-import.ts'
import { carryAccounts } from '../../../domain/receivables/carry-accounts.ts'
import type { ImportScope, LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import { inScope } from '../../../domain/receivables/import-scope.ts'
import type { Ledger } from '../../../domain/receivables/ledger.ts'
import { itemKey, type OpenItem } from '../../../domain/receivables/open-item.ts'
import { addDays } from '../../../domain/shared/time.ts'
import { anImport, anInvoice, said } from './an-import.ts'

const scopes: readonly ImportScope[] = [
  { kind: 'company', value: 'NIMBUS' },
  { kind: 'company', value: 'CUMULUS' },
  { kind: 'country', value: 'DE' },
]

/** One import; a document keeps its scope, as an invoice keeps its company. */
const imports: fc.Arbitrary<LedgerImport> = fc
  .record({
    scope: fc.integer({ min: 0, max: scopes.length - 1 }),
    complete: fc.boolean(),
    items: fc.uniqueArray(
      fc.record({
        account: fc.constantFrom('K1', 'K2', 'K3'),
        number: fc.integer({ min: 1, max: 4 }),
        minor: fc.integer({ min: 1, max: 3 }),
      }),
      { selector: ({ account, number }) => `${account}|${number}`, maxLength: 8 },
    ),
    kept: fc.array(fc.record({ account: fc.constantFrom('K1', 'K2'), number: fc.constantFrom('0-1', '1-2', null) }), {
      maxLength: 1,
    }),
    closed: fc.uniqueArray(
      fc.record({ account: fc.constantFrom('K1', 'K2', 'K3'), number: fc.integer({ min: 1, max: 4 }) }),
      { selector: ({ account, number }) => `${account}|${number}`, maxLength: 4 },
    ),
    matched: fc.boolean(),
  })
  .map(({ scope: at, complete, items, kept, closed, matched }) => {
    const scope = scopes[at] ?? { kind: 'lane', value: 'china' }
    const where = { company: null, lane: null, country: null, [scope.kind]: scope.value }
    const invoices = items.map(({ account, number, minor }) =>
      anInvoice(account, `${at}-${number}`, { ...where, open: { minor, currency: 'EUR' } }),
    )
    // Also documents of other scopes: a list may name what is none of its business.
    const shown = closed.map(({ account, number }) => ({ account, number: `${number % 3}-${number}`, kind: null }))
    const imported = anImport({ scope, complete, items: invoices, kept, closed: shown })
    const matches = imported.accounts.map(
      ({ key }) => ({ account: key, lane: 'global', tenantId: key, how: 'domain' }) as const,
    )
    return { ...imported, matches: matched ? matches : [] }
  })

/** Imports as the desk keeps them: numbered, dated, each taking over the accounts of those it replaces. */
const histories: fc.Arbitrary<readonly LedgerImport[]> = fc.array(imports, { maxLength: 8 }).map((all) => {
  const active: LedgerImport[] = []
  for (const [at, imported] of all.entries()) {
    const dated = { ...imported, id: `L-${at + 1}`, asOf: addDays('2026-03-01', at) }
    active.push(carryAccounts(dated, inForce(active), foldImports(inForce(active))))
  }
  return active
})

function keysOf({ items }: Ledger): readonly { readonly key: string; readonly item: OpenItem }[] {
  return [...items.values()].flat().map(({ item }) => ({ key: itemKey(item), item }))
}

describe('any history of imports', () => {
  it('reads the same without the imports that were replaced', () => {
    fc.assert(
      fc.property(histories, (all) => {
        assert.deepEqual(said(foldImports(inForce(all))), said(foldImports(all)))
      }),
      { numRuns: 1000 },
    )
  })

  it('is not changed by importing the same complete list again', () => {
    fc.assert(
      fc.property(histories, imports, (all, next) => {
        const list = { ...next, complete: true, asOf: addDays('2026-03-01', all.length) }
        assert.deepEqual(said(foldImports([...all, list, list])), said(foldImports([...all, list])))
      }),
    )
  })

  it('is exactly what it was when the last import is undone', () => {
    fc.assert(
      fc.property(histories, imports, (all, next) => {
        const before = said(foldImports(inForce(all)))
        const list = carryAccounts({ ...next, id: 'L-99' }, inForce(all), foldImports(inForce(all)))
        foldImports(inForce([...all, list]))
        assert.deepEqual(said(foldImports(inForce(all))), before)
      }),
    )
  })

  it('holds one item per document, and all the money of the last complete lists', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const ledger = foldImports(inForce(all))
        const keys = [...ledger.items.values()].flat().map(({ item }) => itemKey(item))
        assert.equal(new Set(keys).size, keys.length)
        const last = all.at(-1)
        if (!last?.complete || last.kept.length > 0) return
        const ours = [...ledger.items.values()].flat().filter(({ item }) => item[last.scope.kind] === last.scope.value)
        const sum = (minors: readonly number[]) => minors.reduce((total, minor) => total + minor, 0)
        assert.equal(sum(ours.map(({ item }) => item.open.minor)), sum(last.items.map(({ open }) => open.minor)))
      }),
    )
  })

  it('shows nothing that the last import shows with nothing open, and nothing else is gone by it', () => {
    fc.assert(
      fc.property(histories, imports, (all, next) => {
        const part = { ...next, id: 'L-99', complete: false }
        const isShown = (key: string) =>
          part.closed.some(({ account, number }) => key === `${account}|invoice|${number}`)
        const before = keysOf(foldImports(all))
        const after = new Set(keysOf(foldImports([...all, part])).map(({ key }) => key))
        const listed = new Set(part.items.map(itemKey))
        for (const { key, item } of before) {
          const isClosed = isShown(key) && inScope(item, part.scope) && !listed.has(key)
          assert.equal(after.has(key), !isClosed, key)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('lets the other scope’s last word stand for a document that moved there and back', () => {
    const inGermany = { company: null, country: 'DE' } as const
    const germany = { kind: 'country', value: 'DE' } as const
    const moved = [
      anImport({ id: 'L-1', scope: germany, items: [anInvoice('K1', 'R1', inGermany)] }),
      anImport({ id: 'L-2', items: [anInvoice('K1', 'R1')] }),
      anImport({ id: 'L-3', items: [anInvoice('K2', 'R2')] }),
    ]
    // Germany's list is still in force and still shows it; its next one will not.
    assert.deepEqual([...foldImports(inForce(moved)).items.keys()], ['K1', 'K2'])
  })
})
