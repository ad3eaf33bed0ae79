import assert from 'node:assert/strict'
import { suspensions } from '../../contracts/desk-store.samples.ts'
import { aLedgerDesk, imported, incoming, mei, ok, refusalOf, takenBack, wang } from './a-ledger-desk.ts'
import { anAccount, anInvoice, anOperatorCustomer, said } from './an-import.ts'

const customers = [anOperatorCustomer('t1', { domain: 'one.com' }), anOperatorCustomer('t2', { domain: 'two.com' })]
const invoices = ['K1', 'K2'].map((account) => anInvoice(account, `R ${account}`, { due: '2026-03-20' }))
/** A complete list of K1 and K2, the first with this domain. */
const list = (domain: string | null = null) =>
  incoming({ items: invoices, accounts: [anAccount('K1', { domain }), anAccount('K2')] })
/** A complete list in which K1 has paid and is not named. */
const paid = incoming({ items: [...invoices.slice(1), anInvoice('K3', 'R3', { due: '2026-03-20' })] })

/** A desk after these lists, two people agreeing to each that needs it, and whose K1 is. */
async function after(...lists: readonly ReturnType<typeof list>[]) {
  const parts = aLedgerDesk(customers)
  for (const one of lists) {
    const { id, status } = await imported(parts.desk, one, mei)
    if (status === 'pending') ok(await parts.desk.confirm({ case: id, version: 1 }, wang))
  }
  return { ...parts, k1: () => parts.desk.current().matches.get('K1')?.tenantId }
}

describe('a match that later lists took over', () => {
  for (const [what, lists] of [
    ['listed the number without a domain', [list('two.com'), list()]],
    ['did so one after the other', [list('two.com'), list(), list()]],
    ['no longer showed who has paid', [list('two.com'), paid]],
    ['were only parts', [list('two.com'), { ...list(), complete: false }]],
  ] as const) {
    it(`is gone with the import that proved it, where those ${what}`, async () => {
      const { desk, k1, restarted } = await after(...lists)
      assert.equal(k1(), 't2')
      await takenBack(desk, 'L-1')
      assert.equal(k1(), undefined)
      assert(desk.current().accounts.has('K1'), 'the account itself stays known')
      const again = restarted()
      await again.start()
      assert.deepEqual(said(again.current()), said(desk.current()))
    })
  }

  it('ends open requests when it goes, and leaves a trace', async () => {
    const { desk, store } = await after(list('two.com'), list())
    const value = { ...suspensions.pending, id: 'S-1', customer: 't2' }
    await store.commit({ save: [{ kind: 'suspension', id: 'S-1', value, basedOn: null }] })
    await takenBack(desk, 'L-1')
    assert.equal((await store.get('suspension', 'S-1'))?.value.status, 'void')
    assert.deepEqual(
      (await store.auditOf('K1')).map(({ what, details }) => [what, details?.['from'], details?.['to']]),
      [['match.changed', 't2', 'account:K1']],
    )
  })

  it('stays where a list after it proved it again, or where only a list between is taken back', async () => {
    const again = await after(list('two.com'), list(), list('two.com'))
    await takenBack(again.desk, 'L-1')
    assert.equal(again.k1(), 't2')
    const between = await after(list('two.com'), list(), list())
    await takenBack(between.desk, 'L-2')
    assert.equal(between.k1(), 't2')
  })

  it('is not brought back by a list that waited meanwhile; its card is mended first', async () => {
    const { desk, k1 } = await after(list('two.com'))
    const { id, status } = await imported(desk, { ...paid, items: paid.items.slice(1) }, mei)
    assert.equal(status, 'pending')
    await takenBack(desk, 'L-1')
    assert.equal(refusalOf(await desk.confirm({ case: id, version: 1 }, wang)).code, 'effect-changed')
    ok(await desk.confirm({ case: id, version: 2 }, wang))
    assert.equal(k1(), undefined)
  })
})
