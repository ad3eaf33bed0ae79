import assert from 'node:assert/strict'
import { itemKey } from '../../../domain/receivables/open-item.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aLedger,
  aMatch,
  anAccount,
  anInvoice,
  aSubscription,
  contoso,
  cny,
  fabrikam,
  lin,
  mei,
  phones,
  seats,
  wang,
} from '../../kit/builders.ts'

const shown = [aSubscription(), aSubscription({ id: phones, name: 'Phones' })]

describe('payment beats approval', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  async function ask(reason: 'non-payment' | 'fraud' = 'non-payment') {
    const wanted = { reason, subscriptions: [seats], note: 'seen', override: null }
    const outcome = await office.desk.suspensions.request(contoso, wanted, shown, mei, 'somewhere')
    assert(outcome.ok)
    return outcome.value.id
  }
  const paid = (left: number) => {
    office.world.ledger = aLedger({ items: left === 0 ? [] : [anInvoice(cny(left))], asOf: '2025-03-31' })
  }
  const recheck = async () => {
    await office.desk.suspensions.withdrawUnjustified(null)
    await office.desk.resumptions.seeToPaid(null)
  }
  const status = async (id: string) => {
    const found = await office.get('suspension', id)
    return found?.status === 'void' ? found.why : found?.status
  }

  it('a request is withdrawn before anybody can press, on every card, and its asker is told', async () => {
    const id = await ask()
    paid(0)
    await recheck()
    assert.equal(await status(id), 'paid')
    assert.deepEqual((await office.audited(id)).at(-1), 'suspension.voided by desk')
    const orders = (await office.due()).map(({ order }) => order.kind)
    assert(orders.includes('update-cards') && orders.includes('tell-staff'))
    const pressed = await office.desk.suspensions.approve({ case: id, version: 1 }, wang)
    assert.equal(pressed.ok || pressed.refusal.code, 'already-decided')
  })

  it('once, and what is still justified stays', async () => {
    const id = await ask()
    const suspicion = await ask('fraud')
    paid(4_700_000)
    await recheck()
    assert.deepEqual([await status(id), await status(suspicion)], ['pending', 'pending'])
    paid(0)
    await recheck()
    const before = office.commits.length
    await recheck()
    assert.equal(office.commits.length, before)
    assert.equal(await status(suspicion), 'pending')
  })

  it('a request that an import ended is marked once that is taken back, and asked again by people only', async () => {
    const id = await ask()
    const since = office.world.now
    const undone = { import: 'L-2', since }
    paid(0)
    await recheck()
    await office.desk.suspensions.tellGroundBack(undone)
    assert.equal((await office.audited(id)).at(-1), 'suspension.voided by desk', 'while it is paid nothing is back')
    paid(4_820_000)
    await office.desk.suspensions.tellGroundBack({ ...undone, since: later(since, 1) })
    assert.equal((await office.audited(id)).at(-1), 'suspension.voided by desk', 'ended before that import counted')
    await office.desk.suspensions.tellGroundBack(undone)
    const commits = office.commits.length
    await office.desk.suspensions.tellGroundBack(undone)
    assert.equal(office.commits.length, commits, 'once')
    assert.equal((await office.audited(id)).at(-1), 'suspension.ground-back by desk')
    const found = await office.get('suspension', id)
    assert.deepEqual([found?.status, found?.status === 'void' && found.undone], ['void', 'L-2'])
    assert.deepEqual(await office.desk.suspensions.open(), [])
  })

  it('books that are merely too old end nothing', async () => {
    const id = await ask()
    office.world.now = later(office.world.now, 24 * 3_600_000 * 2)
    office.world.ledger = aLedger({ asOf: '2025-03-20' })
    await recheck()
    assert.equal(await status(id), 'pending')
  })

  for (const [what, agreed, why] of [
    [
      'a promise',
      { kind: 'promise', amount: { minor: 4_820_000, currency: 'CNY' }, day: '2025-04-04' },
      'no-longer-due',
    ],
    ['a dispute', { kind: 'dispute', invoice: itemKey(anInvoice()), amount: null, reason: 'r' }, 'no-longer-due'],
    [
      'an exemption',
      { kind: 'exemption', of: { what: 'customer' }, until: '2025-05-01', reason: 'r' },
      'no-longer-due',
    ],
    ['a paid mark', { kind: 'paid-mark', amount: { minor: 100, currency: 'CNY' } }, 'no-longer-due'],
  ] as const)
    it(`${what} withdraws it as well`, async () => {
      const id = await ask()
      await office.desk.agreements.record(contoso, agreed, wang)
      assert((await office.due()).some(({ order }) => order.kind === 'recheck-debt' && order.customer === contoso))
      await office.carryOutDue()
      assert.equal(await status(id), why)
    })

  describe('and a hold', () => {
    async function held(policy = {}) {
      office = await aDesk({ policy })
      const id = await ask()
      assert((await office.desk.suspensions.approve({ case: id, version: 1 }, lin)).ok)
      await office.run(1)
      assert.equal((await office.store.list('held', { customer: contoso })).length, 1)
    }
    const proposals = async () =>
      (await office.due()).flatMap(({ order }) =>
        order.kind === 'announce-news' && order.news.kind === 'lift-proposed' ? [order.news.why] : [],
      )

    it('stays without a payment', async () => {
      await held()
      paid(4_700_000)
      await recheck()
      assert.deepEqual(await proposals(), [])
    })

    it('is proposed to be lifted, once, and once more where it is owed again and paid again', async () => {
      await held()
      paid(0)
      await recheck()
      await recheck()
      assert.deepEqual(await proposals(), ['paid'])
      assert.equal((await office.store.list('held')).length, 1)
      paid(4_820_000)
      await recheck()
      paid(0)
      await recheck()
      assert.deepEqual(await proposals(), ['paid', 'paid'])
    })

    it('is lifted by the desk where the policy says so and the ledger shows the payment', async () => {
      await held({ liftsWhenPaid: true })
      paid(0)
      await recheck()
      await recheck()
      assert.deepEqual(await proposals(), [])
      assert.deepEqual(await office.store.list('held'), [])
      await office.run(1)
      const [back, ...more] = await office.store.list('resumption')
      assert.deepEqual([back?.value.askedBy, back?.value.status, more], ['desk', 'carried-out', []])
    })

    it('is not lifted by the desk a second time where the first failed, but proposed', async () => {
      await held({ liftsWhenPaid: true })
      paid(0)
      office.operator.weather('changes', { kind: 'refused', code: '800070' })
      await recheck()
      await office.run(1)
      const [back] = await office.store.list('held')
      assert.deepEqual(
        back?.value.holds.map((hold) => hold.case),
        ['R-1'],
      )
      await recheck()
      await recheck()
      assert.equal((await office.store.list('resumption')).length, 1)
      assert.deepEqual(await proposals(), ['paid'])
    })

    it('is not lifted by the desk where its account counts as another customer’s now', async () => {
      await held({ liftsWhenPaid: true })
      const elsewhere = { account: anAccount().key, lane: 'china', tenantId: fabrikam } as const
      const matched = await office.desk.matches.confirm(elsewhere, mei)
      assert(matched.ok, JSON.stringify(matched))
      const other = anAccount({ key: 'K-1002', number: 'K-1002' })
      const matches = [aMatch(), aMatch({ account: other.key })]
      office.world.ledger = aLedger({ accounts: [anAccount(), other], matches, asOf: '2025-03-31' })
      await recheck()
      await recheck()
      assert.deepEqual(await proposals(), ['rematched'])
      assert.equal((await office.store.list('held', { customer: contoso })).length, 1)
    })

    it('is not lifted by a promise, nor by books of before it', async () => {
      await held({ liftsWhenPaid: true })
      const promise = { kind: 'promise', amount: { minor: 4_820_000, currency: 'CNY' }, day: '2025-04-04' } as const
      assert((await office.desk.agreements.record(contoso, promise, mei)).ok)
      await recheck()
      assert.deepEqual(await proposals(), ['agreed'])
      assert.equal((await office.store.list('held')).length, 1)
      office.world.ledger = aLedger({ items: [], asOf: '2025-03-30' })
      await recheck()
      assert.equal((await office.store.list('held')).length, 1)
    })
  })
})
