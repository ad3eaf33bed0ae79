import assert from 'node:assert/strict'
import type { ImportArchive } from '../../domain/ports/import-archive.ts'
import type { LedgerImport } from '../../domain/receivables/ledger-import.ts'
import { awkward, contoso } from './desk-store.samples.ts'

export interface ArchiveMaker {
  /** An empty archive. */
  readonly open: () => Promise<ImportArchive>
  /** The same archive after a restart. */
  readonly reopen: () => Promise<ImportArchive>
}

/** Every shape an import can have. */
export const anImport: LedgerImport = {
  id: 'L-1',
  scope: { kind: 'lane', value: 'china' },
  complete: true,
  asOf: '2025-03-30',
  accounts: [
    {
      key: '100:K-1',
      number: 'K-1',
      name: awkward,
      domain: 'contoso.cn',
      tenantId: contoso,
      country: 'CN',
      email: 'billing@contoso.cn',
      emailFrom: 'L-1',
      owner: 'Mei Tanaka',
    },
    { key: 'K-2', number: 'K-2', name: 'Fabrikam', domain: null, tenantId: null, country: null },
  ],
  items: [
    {
      kind: 'invoice',
      account: '100:K-1',
      number: 'INV-9',
      open: { minor: 4_820_000, currency: 'CNY' },
      company: '100',
      lane: 'china',
      country: 'CN',
      issued: '2025-01-15',
      due: '2025-02-14',
      lines: [{ text: awkward, amount: { minor: 4_820_000, currency: 'CNY' }, subscription: 'sub-0' }],
    },
    {
      kind: 'payment',
      account: 'K-2',
      number: 'P-1',
      open: { minor: 990, currency: 'JPY' },
      company: null,
      lane: null,
      country: null,
      date: null,
    },
    {
      kind: 'invoice',
      account: 'K-2',
      number: '31 - 60',
      open: { minor: 990, currency: 'JPY' },
      company: null,
      lane: null,
      country: null,
      issued: null,
      due: '2025-02-14',
      lines: [],
      summary: true,
    },
  ],
  matches: [
    { account: '100:K-1', lane: 'china', tenantId: contoso, how: 'tenant-id' },
    { account: 'K-2', lane: 'china', tenantId: contoso, how: 'domain', name: 'Fabrikam', provenBy: 'L-0' },
  ],
  kept: [
    { account: 'K-2', number: 'INV-7' },
    { account: 'K-3', number: null },
  ],
  closed: [
    { account: 'K-2', number: 'INV-5', kind: 'invoice' },
    { account: 'K-2', number: 'CN-5', kind: 'credit' },
    { account: 'K-2', number: awkward, kind: null },
  ],
}

/** The promises of {@link ImportArchive}, run by each implementation. */
export function describeImportArchive(name: string, { open, reopen }: ArchiveMaker): void {
  describe(name, () => {
    let archive: ImportArchive
    beforeEach(async () => {
      archive = await open()
    })

    it('gives an import back as it was kept, also after a restart', async () => {
      const sha256 = await archive.keep(anImport)
      assert.match(sha256, /^[0-9a-f]{64}$/)
      assert.deepEqual(await archive.load('L-1', sha256), anImport)
      assert.deepEqual(await (await reopen()).load('L-1', sha256), anImport)
    })

    it('keeps an import of nothing', async () => {
      const none = { accounts: [], items: [], matches: [], kept: [], closed: [] }
      const nothing: LedgerImport = { ...anImport, complete: false, ...none }
      assert.deepEqual(await archive.load('L-1', await archive.keep(nothing)), nothing)
    })

    it('keeps imports apart', async () => {
      const second: LedgerImport = { ...anImport, id: 'L-2', items: anImport.items.slice(1) }
      const [first, other] = [await archive.keep(anImport), await archive.keep(second)]
      assert.notEqual(first, other)
      assert.deepEqual(await archive.load('L-1', first), anImport)
      assert.deepEqual(await archive.load('L-2', other), second)
    })

    it('lets a second try replace what nobody believed yet', async () => {
      const first = await archive.keep({ ...anImport, items: [] })
      const second = await archive.keep(anImport)
      assert.deepEqual(await archive.load('L-1', second), anImport)
      await assert.rejects(archive.load('L-1', first))
    })

    it('gives the same hash to the same import', async () => {
      assert.equal(await archive.keep(anImport), await archive.keep(structuredClone(anImport)))
    })

    it('throws for an import it does not have', async () => {
      await assert.rejects(archive.load('L-9', '0'.repeat(64)))
    })
  })
}
