import assert from 'node:assert/strict'
import type { DailyBrake } from '../../../domain/lanes/daily-brake.ts'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aLedger,
  aMatch,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  aNotice,
  aStaff,
  aSubscription,
  lin,
  mei,
  phones,
  seats,
  wang,
} from '../../kit/builders.ts'
import { refusal } from './a-lane.ts'

const nora = aStaff('Nora', ['approver'])
const howMany = 5

describe('the daily limit', () => {
  let office: ADesk
  const customers = Array.from({ length: howMany }, (_, at) => `cust-${at + 1}`)
  beforeEach(async () => {
    office = await aDesk({ limit: 2, customers })
    await office.store.commit({ save: [{ kind: 'staff', id: nora.id, value: nora, basedOn: null }] })
    await office.store.commit({
      save: customers.map((customer) => ({
        kind: 'final-notice',
        id: `n-${customer}`,
        value: aNotice({ id: `n-${customer}`, customer, invoices: [`${customer}|invoice|INV-${customer}`] }),
        basedOn: null,
      })),
    })
    office.world.customers = customers.map((tenantId) => anOperatorCustomer({ tenantId, name: tenantId }))
    office.world.ledger = aLedger({
      accounts: customers.map((key) => anAccount({ key, number: key, name: key })),
      matches: customers.map((account) => aMatch({ account, tenantId: account })),
      items: customers.map((account) => anInvoice({ account, number: `INV-${account}` })),
    })
  })

  let asked = 0
  beforeEach(() => (asked = 0))
  async function approved(
    reason: SuspensionReason = 'non-payment',
    by = mei,
    subscriptions = [seats],
  ): Promise<string> {
    const customer = customers[asked] ?? assert.fail('no customer left')
    asked += 1
    const listed = [aSubscription(), aSubscription({ id: phones, name: 'Phones' })]
    const ask = { reason, subscriptions, note: 'seen', override: 'whatever the books say' }
    const request = await office.desk.suspensions.request(customer, ask, listed, by, 'teams:partner/mei')
    assert(request.ok, JSON.stringify(request))
    for (const [at, approver] of [wang, lin, nora].filter(({ id }) => id !== by.id).entries()) {
      if (at >= request.value.approvalsNeeded) break
      assert((await office.desk.suspensions.approve({ case: request.value.id, version: at + 1 }, approver)).ok)
    }
    return request.value.id
  }
  const done = () => new Set(office.operator.transitions.map(({ intent }) => intent)).size
  const brake = async (id = 'B-1') => (await office.get('daily-brake', id)) ?? assert.fail('nobody is asked')
  const letGo = async (by: typeof wang, id = 'B-1') => {
    const found = await office.store.get('daily-brake', id)
    return office.desk.brakes.letGo({ case: id, version: found?.version ?? 0 }, by)
  }
  const waits = ({ waiting }: DailyBrake) => waiting.map((each) => each.case)

  it('lets so many requests begin, and halts the rest on one card', async () => {
    for (let each = 0; each < 4; each += 1) await approved()
    await office.run(1)
    assert.equal(done(), 2)
    assert.deepEqual(waits(await brake()), ['S-3', 'S-4'])
    const posted = (await office.due()).filter(({ order }) => order.kind === 'post-case' && order.case === 'B-1')
    assert(posted.length <= 1)
    assert.equal(await office.get('daily-brake', 'B-2'), null)
    const request = await office.get('suspension', 'S-3')
    assert(request?.status === 'approved')
    assert.deepEqual(
      [request.acts[0]?.delay?.trouble.code, request.acts[0]?.delay?.trouble.description],
      ['daily-limit', 'B-1'],
    )
  })

  it('asks the operator nothing while a request waits', async () => {
    for (let each = 0; each < 3; each += 1) await approved()
    await office.run(1)
    const calls = office.operator.calls.length
    await office.run(5)
    assert.equal(office.operator.calls.length, calls)
  })

  it('counts a request once, whatever its subscriptions', async () => {
    await approved('non-payment', mei, [seats, phones])
    await approved()
    await office.run(1)
    assert.equal(done(), 3)
    assert.equal(await office.get('daily-brake', 'B-1'), null)
    assert.deepEqual((await office.get('lane-day', 'china/2025-03-31'))?.begun, ['S-1', 'S-2'])
  })

  it('never brakes fraud and misuse, nor counts them', async () => {
    await approved()
    await approved()
    await approved('fraud')
    await approved('misuse')
    await office.run(1)
    assert.equal(done(), 4)
    assert.equal(await office.get('daily-brake', 'B-1'), null)
  })

  it('begins anew with the day where the partner is', async () => {
    await approved()
    await approved()
    await office.run(13.5)
    await approved()
    await office.run(0.1)
    assert.equal(done(), 2, 'still the same day in Shanghai')
    office.world.now = '2025-03-31T16:00:00.000Z'
    await approved()
    await office.run(0.1)
    assert.equal(done(), 3, 'the new one; what was halted yesterday is still asked about')
    assert.deepEqual(waits(await brake()), ['S-3'])
  })

  it('lets go on what two approvers let go, neither of whom asked for it', async () => {
    await approved()
    await approved()
    await approved('non-payment', wang)
    await office.run(1)
    assert.equal(refusal(await letGo(wang)), 'own-request')
    assert.equal(refusal(await letGo(mei)), 'not-an-approver')
    assert((await letGo(lin)).ok)
    assert.equal(refusal(await letGo(lin)), 'approved-before')
    await office.run(1)
    assert.equal(done(), 2, 'one yes is not two')
    assert((await letGo(nora)).ok)
    await office.run(1)
    assert.equal(done(), 3)
    assert.deepEqual((await office.get('lane-day', 'china/2025-03-31'))?.begun, ['S-1', 'S-2', 'S-3'])
  })

  it('nor chose anew what it covers', async () => {
    for (let each = 0; each < 3; each += 1) await approved()
    const found = await office.store.get('suspension', 'S-3')
    assert(found)
    const changes = [{ by: nora.id, at: office.world.now, added: ['Phones'], removed: [] }]
    const value = { ...found.value, changes }
    await office.store.commit({ save: [{ kind: 'suspension', id: 'S-3', value, basedOn: found.version }] })
    await office.run(1)
    assert.equal(refusal(await letGo(nora)), 'own-request')
    assert((await letGo(wang)).ok)
  })

  it('counts no yes of somebody who is an approver no more', async () => {
    for (let each = 0; each < 3; each += 1) await approved()
    await office.run(1)
    assert((await letGo(lin)).ok)
    const found = await office.store.get('staff', lin.id)
    assert(found)
    await office.store.commit({
      save: [{ kind: 'staff', id: lin.id, value: { ...lin, roles: [] }, basedOn: found.version }],
    })
    assert((await letGo(nora)).ok)
    assert.equal((await brake()).status, 'pending')
  })

  it('asks anew on the same card for what is halted after a decision', async () => {
    for (let each = 0; each < 3; each += 1) await approved()
    await office.run(1)
    await letGo(lin)
    await letGo(nora)
    await approved()
    await office.run(1)
    const again = await brake()
    assert.deepEqual([again.status, waits(again), again.approvals, again.letGo], ['pending', ['S-4'], [], ['S-3']])
    assert.equal(done(), 3)
  })

  it('takes yeses to a shorter list for nothing', async () => {
    for (let each = 0; each < 3; each += 1) await approved()
    await office.run(1)
    await letGo(lin)
    await approved()
    await office.run(1)
    assert.deepEqual((await brake()).approvals, [])
  })

  it('ends what one approver calls off', async () => {
    for (let each = 0; each < 3; each += 1) await approved()
    await office.run(1)
    const at = { case: 'B-1', version: 1 }
    assert.equal(refusal(await office.desk.brakes.callOff(at, mei)), 'not-an-approver')
    assert((await office.desk.brakes.callOff(at, wang)).ok)
    await office.run(1)
    const request = await office.get('suspension', 'S-3')
    assert(request?.status === 'void')
    assert.equal(request.why, 'over-limit')
    assert.equal(refusal(await letGo(lin)), 'already-decided')
  })

  it('lapses with the approvals where nobody decides', async () => {
    for (let each = 0; each < 3; each += 1) await approved()
    await office.run(49)
    const request = await office.get('suspension', 'S-3')
    assert(request?.status === 'void')
    assert.equal(request.why, 'too-late')
    await office.desk.brakes.expire('B-1')
    assert.equal((await brake()).status, 'expired')
    assert.equal(refusal(await letGo(lin)), 'already-decided')
  })
})
