import assert from 'node:assert/strict'
import { byHandDirectory } from '../../../domain/customers/by-hand-directory.ts'
import type { LedgerAccount, OperatorCustomer } from '../../../domain/customers/customer.ts'
import { joinCustomers } from '../../../domain/customers/customer-directory.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { OperatorLane } from '../../../domain/ports/operator-lane.ts'
import type { OpenItem } from '../../../domain/receivables/open-item.ts'
import {
  aLedger,
  aMatch,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  contoso,
  fabrikam,
  morning,
} from '../../kit/builders.ts'

describe('customers known from the ledger only', () => {
  const directory = (
    accounts: readonly LedgerAccount[],
    items: readonly OpenItem[],
    {
      configured = ['global'],
      known = [],
    }: { readonly configured?: readonly Lane[]; readonly known?: readonly OperatorCustomer[] } = {},
  ) => {
    const ledger = aLedger({ accounts, items, matches: [] })
    return byHandDirectory(
      { revision: 1, customers: () => known, readAt: (lane) => (configured.includes(lane) ? morning : null) },
      { ledger: () => ledger, laneOf: (lane) => (configured.includes(lane) ? ({ lane } as OperatorLane) : null) },
    )
  }
  const account = anAccount({ tenantId: contoso.toUpperCase(), domain: 'Contoso.cn' })
  const inChina = anInvoice({ lane: 'china' })

  it('are those whose tenant and lane it names, where the desk has no access', () => {
    assert.deepEqual(directory([account], [inChina]).customers(), [
      { lane: 'china', tenantId: contoso, name: 'Contoso Ltd', domain: 'contoso.cn', knownFrom: 'ledger' },
    ])
  })

  it('are one where several accounts name the same tenant', () => {
    const other = anAccount({ key: 'K-1002', number: 'K-1002', tenantId: contoso })
    const found = directory([account, other], [inChina, anInvoice({ lane: 'china', account: 'K-1002' })]).customers()
    const joined = joinCustomers([account, other], found, new Map(), new Map())
    assert.deepEqual(
      joined.byId(contoso)?.accounts.map(({ key }) => key),
      ['K-1001', 'K-1002'],
    )
    assert.equal(joined.all.length, 1)
  })

  for (const [what, accounts, items, options] of [
    ['nobody where it names no tenant', [anAccount()], [inChina], {}],
    ['nobody where it names no lane', [account], [anInvoice()], {}],
    ['nobody where the operator can be asked', [account], [inChina], { configured: ['china'] }],
    [
      'nobody where it bills one tenant in two lanes',
      [account, anAccount({ key: 'K-2', number: 'K-2', tenantId: contoso })],
      [inChina, anInvoice({ lane: 'us-government', account: 'K-2' })],
      {},
    ],
    [
      'nobody whom an operator knows',
      [account],
      [inChina],
      { known: [anOperatorCustomer({ lane: 'global', tenantId: contoso })] },
    ],
  ] as const)
    it(`are ${what}`, () => {
      const found = directory(accounts, items, options).customers()
      assert.deepEqual(
        found.filter(({ knownFrom }) => knownFrom),
        [],
      )
    })

  it('are joined to their accounts, unless a person said whose an account is', () => {
    const known = [anOperatorCustomer({ lane: 'global', tenantId: fabrikam })]
    const found = directory([account], [inChina], { known }).customers()
    const confirmed = aMatch({ lane: 'global', tenantId: fabrikam, how: 'confirmed' })
    assert.equal(joinCustomers([account], found, new Map(), new Map()).ofAccount('K-1001')?.id, contoso)
    const said = joinCustomers([account], found, new Map(), new Map([['K-1001', confirmed]]))
    assert.equal(said.ofAccount('K-1001')?.id, fabrikam)
  })

  it('count as read with the ledger; a lane that can be asked was read when it was asked', () => {
    const read = directory([account], [inChina])
    assert.deepEqual([read.readAt('china'), read.readAt('global')], ['2025-03-30T00:00:00Z', morning])
    const silent = byHandDirectory(
      { revision: 1, customers: () => [], readAt: () => null },
      { ledger: () => aLedger(), laneOf: (lane) => ({ lane }) as OperatorLane },
    )
    assert.equal(silent.readAt('china'), null)
  })
})
