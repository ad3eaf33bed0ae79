import assert from 'node:assert/strict'
import { isToDo } from '../../../domain/resumption/restoring.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, mei, minute, seats, wang } from '../../kit/builders.ts'
import { approved, here } from '../acts/an-approval.ts'

describe('what two people decided to end at its term while it was suspended', () => {
  let office: ADesk
  const fewer = {
    quantity: 20,
    product: null,
    term: 'P1Y',
    billingCycle: null,
    instructions: '{"quantity":20}',
  } as const
  const seen = async () => (await office.operator.subscriptions(contoso)).find(({ id }) => id === seats)

  beforeEach(async () => {
    office = await aDesk()
    office.operator.change(seats, { model: 'new-commerce', autoRenew: true, scheduledChange: fewer })
    const listed = await office.operator.subscriptions(contoso)
    const ask = { way: 'at-term', subscriptions: [seats], because: 'They move elsewhere.', typedName: null } as const
    assert((await office.desk.endings.ask(contoso, ask, listed, mei, here)).ok)
    await approved(office)
    await office.carryOutDue()
    assert.equal((await seen())?.autoRenew, false)
    office.world.now = minute(5)
  })
  const resumed = async () => {
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
    await office.run(48)
    const resumption = await office.get('resumption', 'R-1')
    assert(resumption && 'restoring' in resumption)
    return (resumption.restoring ?? []).flatMap(({ points }) => points ?? [])
  }

  it('does not renew after its resume, and asks nobody to see to that', async () => {
    assert((await office.desk.endings.approve({ case: 'E-1', version: 1 }, { name: null, code: '' }, wang)).ok)
    await office.carryOutDue()
    const points = await resumed()
    const after = await seen()
    assert.deepEqual([after?.status, after?.autoRenew, after?.scheduledChange], ['active', false, null])
    assert.deepEqual(
      points.map((point) => [point.what, point.state === 'left' && point.why]),
      [
        ['auto-renew', 'ending'],
        ['scheduled-change', 'ending'],
      ],
    )
    assert.deepEqual(points.filter(isToDo), [])
  })

  it('renews as before where the second person said no', async () => {
    assert((await office.desk.endings.reject({ case: 'E-1', version: 1 }, 'They stay.', wang)).ok)
    await resumed()
    const after = await seen()
    assert.deepEqual([after?.status, after?.autoRenew, after?.scheduledChange], ['active', true, fewer])
  })
})
