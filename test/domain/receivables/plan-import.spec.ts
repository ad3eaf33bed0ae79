import assert from 'node:assert/strict'
import type { OperatorCustomer } from '../../../domain/customers/customer.ts'
import { joinCustomers } from '../../../domain/customers/customer-directory.ts'
import { dunningStage } from '../../../domain/policy/dunning-stage.ts'
import { foldImports } from '../../../domain/receivables/apply-import.ts'
import type { LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import { planImport, type PlanFacts } from '../../../domain/receivables/plan-import.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import type { Day } from '../../../domain/shared/time.ts'
import { aCredit, anAccount, anImport, anInvoice, anOperatorCustomer, policy } from './an-import.ts'

const today = '2026-03-31'
const notDue = { due: '2026-03-15' } as const

function facts(customers: readonly OperatorCustomer[] = []): PlanFacts {
  return {
    today,
    guard: policy.importGuard,
    join: ({ accounts, matches }) => joinCustomers(accounts.values(), customers, matches, new Map()),
    isDue: (items) => dunningStage(policy, standingOn(today, items), []).byDebt === 'suspend',
  }
}

function plan(active: readonly LedgerImport[], incoming: LedgerImport, customers: readonly OperatorCustomer[] = []) {
  return planImport(active, foldImports(active), incoming, facts(customers))
}

function effect(active: readonly LedgerImport[], incoming: LedgerImport, customers: readonly OperatorCustomer[] = []) {
  const outcome = plan(active, incoming, customers)
  assert(outcome.ok, JSON.stringify(outcome))
  return outcome.value.effect
}

/** A complete list of so many invoices of as many customers, none of them due for suspension. */
function many(count: number, changes: Partial<LedgerImport> = {}): LedgerImport {
  return anImport({
    items: Array.from({ length: count }, (_, at) => anInvoice(`K${at}`, `R${at}`, notDue)),
    ...changes,
  })
}

describe('the plan of an import', () => {
  it('tells what is opened, changed, closed and left, and what is open afterwards', () => {
    const before = anImport({
      items: [anInvoice('K1', 'R1', notDue), anInvoice('K1', 'R2', notDue), anInvoice('K2', 'R3', notDue)],
    })
    const after = anImport({
      items: [
        anInvoice('K1', 'R1', notDue),
        anInvoice('K1', 'R2', { ...notDue, open: { minor: 40_00, currency: 'EUR' } }),
        anInvoice('K3', 'R4', { ...notDue, open: { minor: 7_00, currency: 'USD' } }),
        aCredit('K3', 'C1'),
      ],
    })
    assert.deepEqual(effect([before], after), {
      opened: 2,
      changed: 1,
      closed: 1,
      unchanged: 1,
      totals: [
        { currency: 'EUR', minor: 40_00, items: 3 },
        { currency: 'USD', minor: 7_00, items: 1 },
      ],
      customers: 3,
      newlyDue: 0,
      unmatched: [
        { account: 'K1', name: 'Customer K1' },
        { account: 'K3', name: 'Customer K3' },
      ],
      unmatchedCount: 2,
      rematched: [],
      guard: ['many-closed'],
    })
  })

  it('sees a change in any part of a document', () => {
    const line = { text: 'E3', amount: { minor: 1, currency: 'EUR' }, subscription: 's1' }
    const invoice = anInvoice('K1', 'R1', { ...notDue, lines: [line], issued: '2026-01-01' })
    const before = anImport({ items: [invoice, aCredit('K1', 'C1')] })
    const changes = [
      { ...invoice, open: { minor: 100_00, currency: 'USD' } },
      { ...invoice, due: '2026-03-16' as const },
      { ...invoice, issued: null },
      { ...invoice, lane: 'global' as const },
      { ...invoice, lines: [] },
      { ...invoice, lines: [{ ...line, subscription: null }] },
      { ...invoice, lines: [{ ...line, text: 'E5' }] },
    ]
    for (const changed of changes) {
      assert.equal(effect([before], anImport({ items: [changed, aCredit('K1', 'C1')] })).changed, 1)
    }
    assert.equal(effect([before], anImport({ items: [invoice, aCredit('K1', 'C1', { date: null })] })).changed, 1)
    assert.equal(effect([before], anImport({ items: [invoice, aCredit('K1', 'C1', { kind: 'payment' })] })).changed, 1)
    assert.equal(effect([before], before).unchanged, 2)
  })

  it('needs a second person above a tenth closed, not at it', () => {
    assert.deepEqual(effect([many(20)], many(18)).guard, [])
    assert.deepEqual(effect([many(20)], many(17)).guard, ['many-closed'])
    assert.deepEqual(effect([many(20)], many(1, { complete: false })).guard, [])
  })

  it('guards credits that leave nothing of many invoices as it does their closing', () => {
    const covered = (count: number, minor = 100_00) => {
      const { items } = many(20)
      const open = { minor, currency: 'EUR' }
      return anImport({
        items: [...items, ...Array.from({ length: count }, (_, at) => aCredit(`K${at}`, `C${at}`, { open }))],
      })
    }
    assert.deepEqual([effect([many(20)], covered(2)).closed, effect([many(20)], covered(2)).guard], [0, []])
    assert.deepEqual(effect([many(20)], covered(3)).guard, ['many-closed'])
    assert.deepEqual(effect([many(20)], covered(20, 99_99)).guard, [])
    // What was covered before is not closed by it.
    assert.deepEqual(effect([covered(20)], covered(20)).guard, [])
  })

  it('counts what a part shows with nothing open as closed, and guards that too', () => {
    const paying = (count: number) =>
      anImport({
        complete: false,
        closed: Array.from({ length: count }, (_, at) => ({ account: `K${at}`, number: `R${at}`, kind: 'invoice' })),
      })
    assert.deepEqual([effect([many(20)], paying(2)).closed, effect([many(20)], paying(2)).guard], [2, []])
    assert.deepEqual([effect([many(20)], paying(3)).closed, effect([many(20)], paying(3)).guard], [3, ['many-closed']])
    assert.equal(effect([many(2)], paying(20)).closed, 2, 'what was not open closes nothing')
  })

  it('needs a second person above a twentieth newly due, not at it', () => {
    const due = (count: number) =>
      anImport({ items: many(20).items.map((item, at) => (at < count ? anInvoice(`K${at}`, `R${at}`) : item)) })
    assert.deepEqual([effect([many(20)], due(1)).newlyDue, effect([many(20)], due(1)).guard], [1, []])
    assert.deepEqual([effect([many(20)], due(2)).newlyDue, effect([many(20)], due(2)).guard], [2, ['many-newly-due']])
    assert.equal(effect([due(2)], due(2)).newlyDue, 0, 'who was due before is not newly due')
    assert.deepEqual(effect([], anImport({ items: [anInvoice('K1', 'R1')] })).guard, ['many-newly-due'])
  })

  it('takes newly due customers as a share of its own scope, however many others there are', () => {
    const scope = { kind: 'company', value: 'OTHER' } as const
    const other = (account: string, due: Day) => anInvoice(account, `O ${account}`, { company: 'OTHER', due })
    const newlyDue = (count: number) => {
      const list = (due: Day) =>
        Array.from({ length: 14 }, (_, at) => other(`O${at}`, at < count ? due : notDue.due)).concat(
          // One customer of both, who owed before; one who pays with this list, and one who is new.
          other('K1', notDue.due),
          other(due === notDue.due ? 'paid' : 'new', notDue.due),
        )
      return effect(
        [many(300), anImport({ scope, items: list(notDue.due) })],
        anImport({ scope, items: list('2026-01-01') }),
      )
    }
    assert.deepEqual([newlyDue(14).newlyDue, newlyDue(14).customers], [14, 17])
    assert.deepEqual(
      [newlyDue(14).guard, newlyDue(1).guard, newlyDue(0).guard],
      [['many-newly-due'], ['many-newly-due'], []],
    )
  })

  it('counts only its own scope: another one closes nothing', () => {
    const other = anImport({
      scope: { kind: 'company', value: 'OTHER' },
      items: [anInvoice('OTHER:K1', 'R1', { ...notDue, company: 'OTHER' })],
    })
    const { opened, closed, unchanged, totals } = effect([many(20)], other)
    assert.deepEqual([opened, closed, unchanged], [1, 0, 0])
    assert.deepEqual(totals, [{ currency: 'EUR', minor: 100_00, items: 1 }])
  })

  it('names at most fifty customers without a match, and how many there are', () => {
    const { unmatched, unmatchedCount } = effect([], many(60), [])
    assert.deepEqual([unmatched.length, unmatchedCount], [50, 60])
    const paid = { ...many(2), accounts: [anAccount('K0'), anAccount('K1'), anAccount('K9')] }
    assert.equal(effect([], paid).unmatchedCount, 2, 'who owes nothing needs no match')
  })

  it('is made for twenty thousand invoices', () => {
    const { opened, closed, unchanged, totals } = effect([many(20_000)], many(19_900))
    assert.deepEqual([opened, closed, unchanged, totals[0]?.items], [0, 100, 19_900, 19_900])
  })

  it('tells which accounts move to another customer', () => {
    const matched = (tenantId: string) => [{ account: 'K0', lane: 'global', tenantId, how: 'domain' } as const]
    const customers = [anOperatorCustomer('t1'), anOperatorCustomer('t2')]
    const before = many(2, { matches: matched('t1') })
    assert.deepEqual(effect([before], many(2, { matches: matched('t2') }), customers).rematched, [
      { account: 'K0', from: 't1', to: 't2' },
    ])
    assert.deepEqual(effect([before], many(2), customers).rematched, [{ account: 'K0', from: 't1', to: 'account:K0' }])
    assert.deepEqual(effect([before], before, customers).rematched, [])
    assert.deepEqual(effect([many(2)], before, customers).rematched, [], 'a first match moves nothing')
  })
})

describe('an import is refused', () => {
  const refusal = (active: readonly LedgerImport[], incoming: LedgerImport) => {
    const outcome = plan(active, incoming)
    assert(!outcome.ok)
    return outcome.refusal
  }

  it('when it is empty', () => {
    assert.deepEqual(refusal([], anImport()), { code: 'empty' })
    const paid = { closed: [{ account: 'K1', number: 'R1', kind: null }] }
    assert.deepEqual(refusal([], anImport(paid)), { code: 'empty' }, 'a complete list of nothing closes everything')
    assert(plan([], anImport({ ...paid, complete: false })).ok, 'a part may tell what was paid alone')
  })

  it('when its day is still to come', () => {
    assert.deepEqual(refusal([], many(1, { asOf: '2026-04-01' })), {
      code: 'as-of-in-future',
      asOf: '2026-04-01',
      today,
    })
  })

  it('when it is older than the last import of its scope, a part or not', () => {
    const older = { code: 'as-of-before-last', asOf: '2026-03-30', last: today }
    assert.deepEqual(refusal([many(1)], many(1, { asOf: '2026-03-30' })), older)
    assert.deepEqual(refusal([many(1)], many(1, { asOf: '2026-03-30', complete: false })), older)
    assert(plan([many(1)], many(1)).ok, 'the same day is not older')
  })

  it('when it would overwrite or close what newer data of another scope says', () => {
    const china = { company: null, lane: 'china', country: 'CN' } as const
    const lane = anImport({ scope: { kind: 'lane', value: 'china' }, items: [anInvoice('K1', 'R1', china)] })
    const country = { scope: { kind: 'country', value: 'CN' }, asOf: '2026-03-30' } as const
    const newer = { code: 'as-of-before-item', asOf: '2026-03-30', account: 'K1', number: 'R1', itemAsOf: today }
    assert.deepEqual(refusal([lane], anImport({ ...country, items: [anInvoice('K2', 'R2', china)] })), newer)
    assert.deepEqual(refusal([lane], anImport({ ...country, complete: false, items: [anInvoice('K1', 'R1')] })), newer)
    assert(plan([lane], anImport({ ...country, complete: false, items: [anInvoice('K2', 'R2', china)] })).ok)
    const closed = [{ account: 'K1', number: 'R1', kind: null }]
    assert.deepEqual(refusal([lane], anImport({ ...country, complete: false, closed })), newer)
    assert(plan([lane], many(1, { asOf: '2026-03-30' })).ok, 'another scope that touches none of it is welcome')
  })
})
