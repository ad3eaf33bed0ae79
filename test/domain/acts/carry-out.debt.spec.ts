import assert from 'node:assert/strict'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aLedger, anInvoice, aPayment, contoso, fabrikam, mei, minute, phones, seats } from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import { actsOf, approved, promise, suspend } from './an-approval.ts'

describe('carrying out what was approved', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  describe('the debt is read once more before each call', () => {
    const paid = () => aLedger({ items: [anInvoice(), aPayment(4_820_000)] })

    it('paid before the first act: nothing is done, the request is void, and who asked hears why', async () => {
      await approved(office, [seats, phones])
      office.world.ledger = paid()
      await office.carryOutDue()
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'void')
      assert.equal(request.why, 'paid')
      assert.deepEqual(office.operator.transitions, [])
      assert.equal(await office.get('open-suspension', `${contoso}/non-payment`), null)
      assert.deepEqual((await office.audited('S-1')).slice(-2), [
        'suspension.acted by desk',
        'suspension.acted by desk',
      ])
    })

    it('paid between two acts: the first stays done and held, the second is left out', async () => {
      await approved(office, [seats, phones])
      await suspend(office, await promise(office))
      office.world.ledger = paid()
      await office.carryOutDue()
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'carried-out')
      assert.deepEqual(
        request.acts.map(({ result }) => (result.state === 'skipped' ? result.why : result.state)),
        ['done', 'paid'],
      )
      assert.deepEqual(
        office.operator.transitions.map(({ subscription }) => subscription),
        [seats],
      )
      assert.deepEqual(
        (await office.desk.resumptions.heldOf(contoso)).map(({ subscription }) => subscription),
        [seats],
      )
    })

    it('paid while the operator was not answering: the call does not leave any more', async () => {
      await approved(office)
      office.operator.weather('changes', { kind: 'throttled' })
      await office.carryOutDue()
      office.world.ledger = paid()
      await office.run(1.5)
      assert.deepEqual(office.operator.transitions, [])
      const request = await office.get('suspension', 'S-1')
      assert.equal(request?.status === 'void' && request.why, 'paid')
    })

    it('paid while a call was on its way: it is seen to arrive, and what is out of service is held and told', async () => {
      await approved(office)
      office.operator.weather('changes', 'later')
      const entry = await promise(office)
      // The process dies when the operator has accepted the call: the sixth place is behind it.
      await assert.rejects(suspend(office.reopened(crashingAt(6)), entry), Crash)
      assert.equal((await actsOf(office))[0]?.result.state, 'sent')
      office.world.ledger = paid()
      await office.run(0.5)
      assert.equal((await actsOf(office))[0]?.result.state, 'sent')
      office.operator.letArrive()
      await office.run(0.5)
      assert.equal((await actsOf(office))[0]?.result.state, 'done')
      assert.equal((await office.get('held', `china/${contoso}/${seats}`))?.holds[0]?.case, 'S-1')
    })

    it('the account turned out to be somebody else’s: nobody says that it was paid', async () => {
      await approved(office)
      await office.desk.matches.confirm({ account: 'K-1001', lane: 'china', tenantId: fabrikam }, mei)
      await office.carryOutDue()
      const request = await office.get('suspension', 'S-1')
      assert.equal(request?.status === 'void' && request.why, 'customer-rematched')
      assert.deepEqual(office.operator.transitions, [])
    })

    it('while the operator’s customers were never read it waits, and then goes on', async () => {
      await approved(office)
      const { customers } = office.world
      office.world.readAt = null
      office.world.customers = []
      await office.carryOutDue()
      const [act] = await actsOf(office)
      assert.deepEqual([act?.result.state, act?.delay?.trouble.code], ['waiting', 'customers-unread'])
      office.world.readAt = minute(1)
      office.world.customers = customers
      await office.run(1)
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
      assert.equal(office.operator.transitions.length, 1)
    })
  })
})
