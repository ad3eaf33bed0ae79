import assert from 'node:assert/strict'
import { applyImport } from '../../../domain/receivables/apply-import.ts'
import { keptFrom, knownAlready } from '../../../domain/receivables/known-already.ts'
import { emptyLedger } from '../../../domain/receivables/ledger.ts'
import type { LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import { anAccount, anInvoice, aPayment } from '../../kit/builders.ts'

describe('an import of what is known already', () => {
  const anImport = (changes: Partial<LedgerImport> = {}): LedgerImport => ({
    id: 'I-1',
    scope: { kind: 'company', value: 'X' },
    complete: true,
    asOf: '2025-03-30',
    kept: [],
    closed: [],
    accounts: [anAccount({ key: 'K-1' }), anAccount({ key: 'K-2' })],
    items: [
      anInvoice({ account: 'K-1', company: 'X' }),
      anInvoice({ account: 'K-2', company: 'X' }),
      aPayment(5, { account: 'K-1', company: 'X' }),
    ],
    matches: [],
    ...changes,
  })
  const first = anImport()
  const ledger = applyImport(emptyLedger, first)

  it('is the same import, made of what the ledger holds', () => {
    const incoming = structuredClone(first)
    const known = knownAlready(incoming, ledger)
    assert.deepEqual(known, incoming)
    assert.deepEqual(
      [known.items.every((item, at) => item === first.items[at]), known.accounts[1]],
      [true, first.accounts[1]],
    )
    assert.equal(known.accounts[1], first.accounts[1])
  })

  it('takes whatever differs as it is, in the order of the list', () => {
    const incoming = anImport({
      accounts: [anAccount({ key: 'K-1', name: 'Contoso Inc' })],
      items: [
        anInvoice({ account: 'K-2', number: 'INV-9' }),
        anInvoice({ account: 'K-1', due: '2025-01-21' }),
        aPayment(5, { account: 'K-1', kind: 'credit' }),
        structuredClone(anInvoice({ account: 'K-2', company: 'X' })),
      ],
    })
    const known = knownAlready(incoming, ledger)
    assert.deepEqual(known, incoming)
    assert.deepEqual(
      known.items.map((item) => first.items.includes(item)),
      [false, false, false, true],
    )
  })

  it('makes the same ledger; one that differs anywhere is made of the parts that do not', () => {
    const again = keptFrom(ledger, applyImport(ledger, knownAlready(structuredClone(first), ledger)))
    assert.deepEqual(
      [again.items === ledger.items, again.accounts === ledger.accounts, again.matches === ledger.matches],
      [true, true, true],
    )
    const paid = anImport({ items: first.items.filter(({ account }) => account === 'K-1') })
    const less = keptFrom(ledger, applyImport(ledger, knownAlready(paid, ledger)))
    assert.deepEqual([...less.items.keys()], ['K-1'])
    assert.equal(less.items.get('K-1'), ledger.items.get('K-1'))
    const later = keptFrom(ledger, applyImport(ledger, knownAlready(anImport({ asOf: '2025-03-31' }), ledger)))
    assert.equal(later.items.get('K-1')?.[0]?.asOf, '2025-03-31')
  })
})
