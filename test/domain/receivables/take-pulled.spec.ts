import assert from 'node:assert/strict'
import type { OperatorCustomer } from '../../../domain/customers/customer.ts'
import type { IncomingLedger } from '../../../domain/receivables/draft-import.ts'
import type { LedgerDesk } from '../../../domain/receivables/ledger-desk.ts'
import { dataAsOf, type LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import type { Clock, Day } from '../../../domain/shared/time.ts'
import { aLedgerDesk, imported, incoming, mei, ok, refusalOf, wang, lin } from './a-ledger-desk.ts'
import { anAccount, anInvoice, anOperatorCustomer, open } from './an-import.ts'

const fresh = { due: '2026-03-20' } as const
const invoices = (count: number) => Array.from({ length: count }, (_, at) => anInvoice(`K${at}`, `R${at}`, fresh))

/** What the books of Nimbus give on a day. */
function pulled(asOf: Day, changes: Partial<LedgerImport> = {}): IncomingLedger {
  const reading = incoming({ items: invoices(20), ...changes, asOf })
  return { ...reading, file: 'Business Central', pulled: { source: 'business-central', notes: [] } }
}

/** A desk whose day can be set. */
function aDeskOn(day: Day, ...customers: Parameters<typeof aLedgerDesk>) {
  let today = day
  let seconds = 0
  const clock: Clock = () => `${today}T10:00:${String((seconds += 1)).padStart(2, '0')}.000Z`
  return { ...aLedgerDesk(customers[0] ?? [], clock), turnTo: (next: Day) => (today = next) }
}

async function taken(desk: LedgerDesk, books: IncomingLedger, staff: Staff | null = null) {
  const { kind, record } = ok(await desk.take(books, staff?.id ?? 'desk', staff))
  return { kind, record }
}

describe('books that the desk reads by itself', () => {
  it('are believed as an import of their own, with where they came from', async () => {
    const { desk, store } = aDeskOn('2026-03-30')
    const { kind, record } = await taken(desk, pulled('2026-03-30'))
    assert.deepEqual(
      [kind, record.id, record.status, record.by, record.staff],
      ['imported', 'L-1', 'active', 'desk', null],
    )
    assert.deepEqual([desk.current().asOf, open(desk.current()).length], ['2026-03-30', 20])
    const [entry] = await store.auditOf('L-1')
    assert.deepEqual(
      [entry?.what, entry?.by, entry?.details?.['source']],
      ['ledger-import.activated', 'desk', 'business-central'],
    )
  })

  it('that say the same on a later day make no new import: the data is as of that day, also after a restart', async () => {
    const { desk, store, archive, restarted, turnTo } = aDeskOn('2026-03-30')
    await taken(desk, pulled('2026-03-30'))
    const before = desk.current()
    turnTo('2026-03-31')
    const { kind, record } = await taken(desk, pulled('2026-03-31'))
    assert.deepEqual([kind, record.id, dataAsOf(record)], ['unchanged', 'L-1', '2026-03-31'])
    assert.deepEqual([desk.current().asOf, archive.kept.size], ['2026-03-31', 1])
    assert.notEqual(desk.current(), before)
    assert.deepEqual(
      [...desk.current().items.values()]
        .flat()
        .map(({ asOf }) => asOf)
        .filter((day) => day !== '2026-03-31'),
      [],
    )
    assert.deepEqual(
      (await store.auditOf('L-1')).map(({ what }) => what),
      ['ledger-import.activated', 'ledger-import.read-again'],
    )
    const again = restarted()
    await again.start()
    assert.equal(again.current().asOf, '2026-03-31')
  })

  it('that say the same on the same day leave everything as it is', async () => {
    const { desk, store } = aDeskOn('2026-03-30')
    await taken(desk, pulled('2026-03-30'))
    const before = desk.current()
    assert.equal((await taken(desk, pulled('2026-03-30'))).kind, 'unchanged')
    assert.deepEqual([desk.current(), (await store.get('ledger-import', 'L-1'))?.version], [before, 1])
  })

  const differing: readonly (readonly [string, Partial<LedgerImport>])[] = [
    [
      'one amount',
      { items: [...invoices(19), anInvoice('K19', 'R19', { ...fresh, open: { minor: 99_99, currency: 'EUR' } })] },
    ],
    [
      'one customer’s name',
      { accounts: invoices(20).map(({ account }) => anAccount(account, account === 'K3' ? { name: 'Newname' } : {})) },
    ],
    ['one more customer', { accounts: [...invoices(20).map(({ account }) => anAccount(account)), anAccount('K99')] }],
  ]
  for (const [what, changes] of differing)
    it(`are a new import where ${what} differs`, async () => {
      const { desk, turnTo } = aDeskOn('2026-03-30')
      await taken(desk, pulled('2026-03-30'))
      turnTo('2026-03-31')
      const { kind, record } = await taken(desk, pulled('2026-03-31', changes))
      assert.deepEqual([kind, record.id], ['imported', 'L-2'])
    })

  it('are a new import where a customer is known for certain only now', async () => {
    const customers: OperatorCustomer[] = []
    const accounts = invoices(20).map(({ account }) =>
      anAccount(account, account === 'K3' ? { domain: 'k3.example' } : {}),
    )
    const { desk } = aDeskOn('2026-03-30', customers)
    await taken(desk, pulled('2026-03-30', { accounts }))
    customers.push(anOperatorCustomer('late', { domain: 'k3.example' }))
    assert.equal((await taken(desk, pulled('2026-03-30', { accounts }))).kind, 'imported')
    assert.equal(desk.current().matches.get('K3')?.tenantId, 'late')
  })

  it('do not answer for a list that somebody else brought', async () => {
    const { desk } = aDeskOn('2026-03-30')
    await imported(desk, incoming({ items: invoices(20), asOf: '2026-03-30' }))
    const { kind, record } = await taken(desk, pulled('2026-03-30'))
    assert.deepEqual([kind, record.id], ['imported', 'L-2'])
  })

  it('wait for one approver where they would close much: nobody has asked for it', async () => {
    const { desk } = aDeskOn('2026-03-30')
    await taken(desk, pulled('2026-03-30'))
    const { record } = await taken(desk, pulled('2026-03-30', { items: invoices(17) }))
    assert.deepEqual([record.status, record.effect.guard, record.staff], ['pending', ['many-closed'], null])
    assert.equal(open(desk.current()).length, 20)
    assert.equal(ok(await desk.confirm({ case: record.id, version: 1 }, wang)).status, 'active')
    assert.equal(open(desk.current()).length, 17)
  })

  it('wait for another person where somebody asked for them', async () => {
    const { desk } = aDeskOn('2026-03-30')
    const both = { ...mei, roles: ['collector', 'approver'] } as const
    await taken(desk, pulled('2026-03-30'), both)
    const { record } = await taken(desk, pulled('2026-03-30', { items: invoices(17) }), both)
    assert.deepEqual([record.status, record.staff], ['pending', 'mei'])
    assert.deepEqual(refusalOf(await desk.confirm({ case: record.id, version: 1 }, both)), { code: 'own-import' })
    assert.equal(refusalOf(await desk.take(pulled('2026-03-30'), 'lin', lin)).code, 'not-allowed')
  })

  it('that show nothing at all are not believed', async () => {
    const { desk } = aDeskOn('2026-03-30')
    assert.deepEqual(refusalOf(await desk.take(pulled('2026-03-30', { items: [] }), 'desk', null)), { code: 'empty' })
  })

  it('keep their later day while somebody asks to take them back, and when that is refused', async () => {
    const { desk, turnTo } = aDeskOn('2026-03-30')
    const { record } = await taken(desk, pulled('2026-03-30'))
    turnTo('2026-03-31')
    await taken(desk, pulled('2026-03-31'))
    assert.equal(ok(await desk.undo(record.id, mei.id, mei)).status, 'undo-asked')
    assert.equal(desk.current().asOf, '2026-03-31')
    const kept = ok(await desk.reject({ case: record.id, version: 3 }, wang))
    assert.deepEqual([kept.status, dataAsOf(kept), kept.pulled?.source], ['active', '2026-03-31', 'business-central'])
  })
})
