import assert from 'node:assert/strict'
import { suspensions } from '../../contracts/desk-store.samples.ts'
import {
  aLedgerDesk,
  importing,
  imported,
  incoming,
  lin,
  mei,
  ok,
  refusalOf,
  takenBack,
  wang,
} from './a-ledger-desk.ts'
import { anAccount, anInvoice, anOperatorCustomer, aPerson, open, said } from './an-import.ts'

const fresh = { due: '2026-03-20' } as const
const invoices = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => anInvoice(`K${at + from}`, `R${at + from}`, fresh))
const twenty = incoming({ items: invoices(20) })
/** Closes three of twenty. */
const seventeen = incoming({ items: invoices(17) })

describe('the ledger desk', () => {
  it('shows what an import would do and keeps nothing before the yes', async () => {
    const { desk, store, archive } = aLedgerDesk()
    const before = desk.current()
    const { effect } = ok(await desk.propose(twenty))
    assert.deepEqual([effect.opened, effect.guard, effect.unmatchedCount], [20, [], 20])
    assert.equal(desk.current(), before)
    assert.deepEqual([await store.list('ledger-import'), archive.kept.size], [[], 0])
  })

  it('believes it after the yes: one record, one audit entry, the archive', async () => {
    const { desk, store, archive } = aLedgerDesk()
    const record = await imported(desk, twenty)
    assert.deepEqual(
      [record.id, record.status, record.by, record.staff, record.file, record.rows],
      ['L-1', 'active', 'console:mei', null, 'open.csv', 20],
    )
    assert.equal(open(desk.current()).length, 20)
    const [entry, ...others] = await store.auditOf('L-1')
    assert.deepEqual([entry?.what, entry?.by, others], ['ledger-import.activated', 'console:mei', []])
    const orders = (await store.takeDue('2027-01-01T00:00:00.000Z', 9)).map(({ order }) => order)
    assert.deepEqual(orders, [{ kind: 'recheck-debt', customer: null }])
    assert.deepEqual([...archive.kept.keys()], ['L-1'])
  })

  it('knows which import an address came with, also where a later list only took the account over', async () => {
    const { desk } = aLedgerDesk()
    const said = (key: string, email: string) => anAccount(key, { email })
    const both = [said('K1', 'a@x.example'), said('K2', 'b@x.example')]
    await imported(desk, incoming({ complete: false, accounts: both, items: invoices(20, 1) }))
    await imported(desk, incoming({ accounts: [said('K2', 'b@x.example')], items: invoices(19, 2) }))
    assert.deepEqual([...desk.emailsFrom(['K1', 'K2', 'K3'])].sort(), [
      ['K1', 'L-1'],
      ['K2', 'L-2'],
    ])
    await imported(desk, incoming({ accounts: [anAccount('K3')], items: invoices(20, 2) }))
    assert.equal(desk.emailsFrom(['K1']).get('K1'), 'L-1')
  })

  it('knows what the imports in force speak for, each once, the latest first', async () => {
    const { desk } = aLedgerDesk()
    assert.deepEqual(desk.scopes(), [])
    await imported(desk, twenty)
    await imported(desk, incoming({ scope: { kind: 'country', value: 'DE' }, items: invoices(1) }))
    await imported(desk, incoming({ complete: false, items: [anInvoice('K31', 'R31', fresh)] }))
    assert.deepEqual(desk.scopes(), [
      { kind: 'company', value: 'NIMBUS' },
      { kind: 'country', value: 'DE' },
    ])
  })

  it('is the same after a restart, and reads only what is still in force', async () => {
    const { desk, archive, restarted } = aLedgerDesk()
    await imported(desk, twenty)
    await imported(desk, incoming({ items: [...invoices(19), anInvoice('K30', 'R30', fresh)] }))
    await imported(desk, incoming({ complete: false, items: [anInvoice('K31', 'R31', fresh)] }))
    archive.loaded.length = 0
    const again = restarted()
    await again.start()
    assert.deepEqual(said(again.current()), said(desk.current()))
    assert.deepEqual(archive.loaded.sort(), ['L-2', 'L-3'])
    assert(again.current().accounts.has('K19'), 'who has paid is still known')
    assert.equal(open(again.current()).length, 21)
  })

  it('does not start on a damaged archive', async () => {
    const { desk, archive, restarted } = aLedgerDesk()
    await imported(desk, twenty)
    archive.kept.set('L-1', '{}')
    await assert.rejects(restarted().start(), /L-1 is damaged/)
  })

  it('refuses a yes from somebody who may not import', async () => {
    const { desk } = aLedgerDesk()
    assert.deepEqual(refusalOf(await importing(desk, twenty, aPerson('x'))), { code: 'not-allowed' })
    assert.deepEqual(refusalOf(await importing(desk, twenty, lin)), { code: 'not-allowed' })
  })

  it('refuses a yes to something else than was shown', async () => {
    const { desk } = aLedgerDesk()
    const shown = ok(await desk.propose(twenty))
    await imported(desk, incoming({ complete: false, items: invoices(1) }))
    const refusal = refusalOf(await desk.commit(shown, 'console:mei', null))
    assert(refusal.code === 'effect-changed')
    assert.deepEqual([refusal.effect.opened, refusal.effect.unchanged], [19, 1])
    assert.equal(open(desk.current()).length, 1)
  })

  it('lets only one of two imports at the same instant through, in one process or two', async () => {
    const { desk, store, restarted } = aLedgerDesk()
    await imported(desk, incoming({ complete: false, items: invoices(1) }))
    const other = restarted()
    for (const [one, two] of [
      [desk, desk],
      [desk, other],
    ] as const) {
      const proposals = await Promise.all([one.propose(twenty), two.propose(seventeen)])
      const [first, second] = proposals.map(ok)
      assert(first && second)
      const outcomes = await Promise.all([
        one.commit(first, 'console:mei', null),
        two.commit(second, 'console:mei', null),
      ])
      assert.deepEqual(outcomes.map((outcome) => outcome.ok).sort(), [false, true])
      const active = (await store.list('ledger-import')).filter(({ value }) => value.status === 'active')
      for (const { id } of active.slice(1)) await takenBack(desk, id)
    }
  })
})

describe('an import that closes much', () => {
  async function waiting() {
    const parts = aLedgerDesk()
    await imported(parts.desk, twenty)
    const record = await imported(parts.desk, seventeen, mei)
    return { ...parts, record, at: { case: record.id, version: 1 } }
  }

  it('needs to know who imports', async () => {
    const { desk } = aLedgerDesk()
    await imported(desk, twenty)
    assert.deepEqual(refusalOf(await importing(desk, seventeen)), { code: 'name-yourself', guard: ['many-closed'] })
  })

  it('waits for a second person, and people are asked', async () => {
    const { desk, store, record } = await waiting()
    assert.deepEqual([record.status, record.staff, record.effect.guard], ['pending', 'mei', ['many-closed']])
    assert.equal(open(desk.current()).length, 20)
    assert.deepEqual(
      (await store.takeDue('2027-01-01T00:00:00.000Z', 9)).map(({ order }) => order),
      [
        { kind: 'recheck-debt', customer: null },
        { kind: 'post-case', case: 'L-2', askedIn: null },
        { kind: 'expire-case', case: 'L-2' },
      ],
    )
    assert.deepEqual(
      (await store.auditOf('L-2')).map(({ what }) => what),
      ['ledger-import.proposed'],
    )
  })

  it('is believed after the yes of a second person, and the first is told', async () => {
    const { desk, store, at, restarted } = await waiting()
    const record = ok(await desk.confirm(at, wang))
    assert(record.status === 'active')
    assert.equal(record.confirmedBy, 'wang')
    assert.equal(open(desk.current()).length, 17)
    const orders = (await store.takeDue('2027-01-01T00:00:00.000Z', 9)).map(({ order }) => order.kind)
    assert.deepEqual(orders, ['recheck-debt', 'post-case', 'update-cards', 'tell-staff', 'recheck-debt', 'expire-case'])
    const again = restarted()
    await again.start()
    assert.deepEqual(said(again.current()), said(desk.current()))
  })

  it('is confirmed by nobody who imported it, and by nobody without the role', async () => {
    const { desk, at } = await waiting()
    assert.deepEqual(refusalOf(await desk.confirm(at, { ...wang, id: 'mei' })), { code: 'own-import' })
    assert.deepEqual(refusalOf(await desk.confirm(at, aPerson('ina', 'collector'))), { code: 'not-allowed' })
    assert.deepEqual(refusalOf(await desk.confirm({ case: 'L-9', version: 1 }, wang)), { code: 'not-found' })
    assert.deepEqual(refusalOf(await desk.confirm({ ...at, version: 7 }, wang)), { code: 'changed-since' })
    assert.equal(open(desk.current()).length, 20)
  })

  it('is decided once', async () => {
    const { desk, at } = await waiting()
    const outcomes = await Promise.all([desk.confirm(at, wang), desk.confirm(at, aPerson('ada', 'administrator'))])
    assert.deepEqual(outcomes.map((outcome) => outcome.ok).sort(), [false, true])
    assert.equal(refusalOf(await desk.reject(at, wang)).code, 'already-decided')
  })

  it('is rejected by a second person, or taken back by the first', async () => {
    for (const by of [wang, mei]) {
      const { desk, at } = await waiting()
      const record = ok(await desk.reject(at, by))
      assert(record.status === 'rejected')
      assert.equal(record.rejectedBy, by.id)
      assert.equal(open(desk.current()).length, 20)
    }
    const { desk, at } = await waiting()
    assert.deepEqual(refusalOf(await desk.reject(at, lin)), { code: 'not-allowed' })
  })

  it('is shown anew when it would now do something else, and needs a yes to that', async () => {
    const { desk, store, at } = await waiting()
    await imported(desk, incoming({ complete: false, items: [anInvoice('K40', 'R40', fresh)] }))
    const refusal = refusalOf(await desk.confirm(at, wang))
    assert(refusal.code === 'effect-changed')
    assert.equal(refusal.effect.closed, 4)
    const mended = await store.get('ledger-import', 'L-2')
    assert.deepEqual([mended?.version, mended?.value.effect.closed], [2, 4])
    assert.equal(refusalOf(await desk.confirm(at, wang)).code, 'changed-since')
    ok(await desk.confirm({ ...at, version: 2 }, wang))
    assert.equal(open(desk.current()).length, 17)
  })

  it('is refused once newer data has come', async () => {
    const { desk } = aLedgerDesk()
    await imported(desk, { ...twenty, asOf: '2026-03-29' })
    const { id } = await imported(desk, { ...seventeen, asOf: '2026-03-30' }, mei)
    await imported(desk, { ...twenty, complete: false })
    assert.deepEqual(refusalOf(await desk.confirm({ case: id, version: 1 }, wang)), {
      code: 'as-of-before-last',
      asOf: '2026-03-30',
      last: '2026-03-31',
    })
    assert.equal(open(desk.current()).length, 20)
  })
})

describe('an undone import', () => {
  it('leaves the ledger exactly as it was, also after a restart', async () => {
    const { desk, store, restarted } = aLedgerDesk()
    await imported(desk, twenty)
    const before = said(desk.current())
    const record = await imported(desk, incoming({ items: [...invoices(19), ...invoices(2, 50)] }))
    assert.notDeepEqual(said(desk.current()), before)
    const undone = ok(await desk.undo(record.id, 'console:mei', null))
    assert(undone.status === 'undone')
    assert.equal(undone.undoneBy, 'console:mei')
    assert(record.status === 'active')
    const rechecks = (await store.takeDue('2027-01-01T00:00:00.000Z', 9)).map(({ order }) => order)
    assert.deepEqual(rechecks.at(-1), {
      ...{ kind: 'recheck-debt', customer: null },
      undone: { import: record.id, since: record.activeAt },
    })
    assert.deepEqual(said(desk.current()), before)
    const again = restarted()
    await again.start()
    assert.deepEqual(said(again.current()), before)
    assert.deepEqual(
      (await store.auditOf(record.id)).map(({ what }) => what),
      ['ledger-import.activated', 'ledger-import.undone'],
    )
  })

  it('opens again what it showed with nothing open, also after a restart', async () => {
    const { desk, restarted } = aLedgerDesk()
    await imported(desk, twenty)
    const before = said(desk.current())
    const closed = [{ account: 'K0', number: 'R0', kind: null }]
    const { id, effect } = await imported(desk, incoming({ complete: false, items: invoices(1, 1), closed }))
    assert.deepEqual([effect.closed, open(desk.current()).length], [1, 19])
    const again = restarted()
    await again.start()
    assert.deepEqual(said(again.current()), said(desk.current()))
    ok(await again.undo(id, 'console:mei', null))
    assert.deepEqual(said(again.current()), before)
  })

  it('is taken back by somebody who may import, and once', async () => {
    const { desk } = aLedgerDesk()
    await imported(desk, twenty)
    const { id } = await imported(desk, incoming({ complete: false, items: invoices(1, 50) }))
    assert.deepEqual(refusalOf(await desk.undo(id, 'lin', lin)), { code: 'not-allowed' })
    ok(await desk.undo(id, 'mei', mei))
    assert.equal(refusalOf(await desk.undo(id, 'mei', mei)).code, 'not-active')
    assert.deepEqual(refusalOf(await desk.undo('L-77', 'mei', mei)), { code: 'not-found' })
    assert.equal(open(desk.current()).length, 20)
  })
})

describe('a changed mapping', () => {
  const customers = [anOperatorCustomer('t1', { domain: 'one.com' }), anOperatorCustomer('t2', { domain: 'two.com' })]
  const owned = (domain: string | null) =>
    incoming({ items: [anInvoice('K1', 'R1', fresh)], accounts: [anAccount('K1', { domain })] })
  async function withRequests() {
    const parts = aLedgerDesk(customers)
    await imported(parts.desk, owned('one.com'))
    await parts.store.commit({
      save: ['t1', 't2'].flatMap((customer, at) => {
        const id = `S-${at + 1}`
        return [
          { kind: 'suspension', id, value: { ...suspensions.pending, id, customer }, basedOn: null } as const,
          {
            kind: 'open-suspension',
            id: `${customer}/non-payment`,
            value: { case: id, customer },
            basedOn: null,
          } as const,
        ]
      }),
    })
    return parts
  }

  it('is audited and ends the open requests of both customers, in the same commit', async () => {
    const { desk, store } = await withRequests()
    const record = await imported(desk, owned('two.com'))
    assert.deepEqual(record.effect.rematched, [{ account: 'K1', from: 't1', to: 't2' }])
    const requests = await store.list('suspension')
    assert.deepEqual(
      requests.map(({ value }) => value.status === 'void' && value.why),
      ['customer-rematched', 'customer-rematched'],
    )
    assert.deepEqual(await store.list('open-suspension'), [])
    const trail = (await Array.fromAsync(store.auditTrail())).map(({ what, about }) => `${what} ${about}`)
    assert.deepEqual(trail, [
      'ledger-import.activated L-1',
      'ledger-import.activated L-2',
      'match.changed K1',
      'suspension.voided S-1',
      'suspension.voided S-2',
    ])
  })

  it('by undoing counts as well', async () => {
    const { desk, store } = await withRequests()
    const first = await store.list('suspension')
    await store.commit({ remove: first.map(({ id, version }) => ({ kind: 'suspension', id, basedOn: version })) })
    const { id } = await imported(desk, owned('two.com'))
    await store.commit({
      save: [
        { kind: 'suspension', id: 'S-9', value: { ...suspensions.pending, id: 'S-9', customer: 't2' }, basedOn: null },
      ],
    })
    ok(await desk.undo(id, 'console:mei', null))
    assert.equal((await store.get('suspension', 'S-9'))?.value.status, 'void')
    assert.equal(desk.current().matches.get('K1')?.tenantId, 't1')
  })

  it('ends nothing where the number is known and nothing speaks against it', async () => {
    const { desk, store } = await withRequests()
    const record = await imported(desk, owned(null))
    assert.deepEqual(record.effect.rematched, [])
    assert.equal(desk.current().matches.get('K1')?.tenantId, 't1')
    assert.equal((await store.list('suspension', { open: true })).length, 2)
  })

  it('is nobody’s where its number was given to somebody else, also where a person had confirmed the pair', async () => {
    const stranger = incoming({
      items: [anInvoice('K1', 'R1', fresh)],
      accounts: [anAccount('K1', { name: 'Boulangerie Martin SA' })],
    })
    for (const how of ['domain', 'confirmed'] as const) {
      const { desk, store } = await withRequests()
      const value = { account: 'K1', lane: 'global', tenantId: 't1', how, name: 'Customer K1' } as const
      if (how === 'confirmed') await store.commit({ save: [{ kind: 'match', id: 'K1', value, basedOn: null }] })
      const { effect } = await imported(desk, stranger)
      assert.deepEqual(effect.unmatched, [{ account: 'K1', name: 'Boulangerie Martin SA' }])
      assert.deepEqual(effect.rematched, [{ account: 'K1', from: 't1', to: 'account:K1' }])
      assert.deepEqual(
        (await store.auditOf('K1')).map(({ what }) => what),
        ['match.changed'],
      )
      assert.equal((await store.get('suspension', 'S-1'))?.value.status, 'void')
    }
  })

  it('is none where a person has confirmed the pair', async () => {
    const { desk, store } = await withRequests()
    const match = { account: 'K1', lane: 'global', tenantId: 't1', how: 'confirmed' } as const
    await store.commit({ save: [{ kind: 'match', id: 'K1', value: match, basedOn: null }] })
    assert.deepEqual((await imported(desk, owned('two.com'))).effect.rematched, [])
  })
})
