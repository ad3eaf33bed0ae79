import assert from 'node:assert/strict'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aLedger,
  aMatch,
  anAccount,
  anInvoice,
  aSubscription,
  contoso,
  lin,
  mei,
  otto,
  seats,
  wang,
} from '../../kit/builders.ts'

const here = 'teams:partner/mei'
const young = { due: '2025-03-20' } as const

describe('an approved exception to the policy', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    office.world.ledger = aLedger({ items: [anInvoice(young)] })
    const ask = { reason: 'non-payment', subscriptions: [seats], note: null, override: 'They are leaving.' } as const
    assert((await office.desk.suspensions.request(contoso, ask, [aSubscription()], mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
  })
  const approve = (by: typeof lin) => office.desk.suspensions.approve({ case: 'S-1', version: 2 }, by)
  const twoAccounts = (items: Parameters<typeof aLedger>[0]) =>
    aLedger({
      accounts: [anAccount(), anAccount({ key: 'K-2', number: 'K-2' })],
      matches: [aMatch(), aMatch({ account: 'K-2' })],
      ...items,
    })

  it('is about the debt on its card: once that is paid, what another account owes is another question', async () => {
    assert((await approve(lin)).ok)
    office.world.ledger = twoAccounts({ items: [anInvoice({ ...young, account: 'K-2', number: 'INV-2' })] })
    await office.carryOutDue()
    const request = await office.get('suspension', 'S-1')
    assert.equal(request?.status === 'void' && request.why, 'paid')
    assert.deepEqual(office.operator.transitions, [])
  })

  it('is not about an account of other books that has the same number', async () => {
    assert((await approve(lin)).ok)
    office.world.ledger = aLedger({
      accounts: [anAccount(), anAccount({ key: 'asia:K-1001' })],
      matches: [aMatch(), aMatch({ account: 'asia:K-1001' })],
      items: [anInvoice({ ...young, account: 'asia:K-1001' })],
    })
    await office.carryOutDue()
    const request = await office.get('suspension', 'S-1')
    assert.equal(request?.status === 'void' && request.why, 'paid')
  })

  it('stands while the account on its card owes, whatever came to the customer beside it', async () => {
    assert((await approve(lin)).ok)
    office.world.ledger = twoAccounts({ items: [anInvoice(young)] })
    await office.carryOutDue()
    assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
  })

  it('takes two who are approvers when the second says yes: the first has lost the role, and does not count', async () => {
    await office.store.commit({
      save: [{ kind: 'staff', id: 'wang', value: { ...wang, roles: ['collector'] }, basedOn: 1 }],
    })
    assert((await approve(lin)).ok)
    const request = await office.get('suspension', 'S-1')
    assert.equal(request?.status, 'pending')
    assert.deepEqual(
      request.approvals.map(({ by }) => by),
      ['lin'],
    )
    assert.equal((await office.due()).filter(({ order }) => order.kind === 'suspend-subscription').length, 0)

    await office.store.commit({
      save: [{ kind: 'staff', id: 'otto', value: { ...otto, roles: ['approver'] }, basedOn: 1 }],
    })
    const third = { ...otto, roles: ['approver'] } as const
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 3 }, third)).ok)
    assert.equal((await office.get('suspension', 'S-1'))?.status, 'approved')
  })
})
