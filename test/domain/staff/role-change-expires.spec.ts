import assert from 'node:assert/strict'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { ines, mei, morning, otto } from '../../kit/builders.ts'

const week = 7 * 24 * 3_600_000

describe('a role change that nobody confirms', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    const subject = { kind: 'staff', staff: 'mei', name: 'Mei' } as const
    const asked = await office.desk.staff.askRole(
      { subject, change: 'give', role: 'approver' },
      ines,
      'teams:partner/ines',
    )
    assert(asked.ok, JSON.stringify(asked))
  })

  it('is promised to end after a week', async () => {
    office.world.now = later(morning, week)
    assert.deepEqual(
      (await office.due()).filter(({ order }) => order.kind === 'expire-case').map(({ dueAt }) => dueAt),
      [later(morning, week)],
    )
  })

  it('ends with an audit entry, its card brought up to date, and a word to who asked', async () => {
    await office.desk.staff.expireRole('G-1')
    assert.equal((await office.get('role-change', 'G-1'))?.status, 'pending')
    office.world.now = later(morning, week)
    await office.desk.staff.expireRole('G-1')
    assert.deepEqual((await office.get('role-change', 'G-1'))?.status, 'expired')
    assert.deepEqual((await office.audited('G-1')).at(-1), 'role.expired by desk')
    assert.deepEqual(
      office.commits.at(-1)?.outbox?.map(({ order }) => order.kind),
      ['update-cards', 'tell-staff'],
    )
    await office.desk.staff.expireRole('G-1')
    assert.equal((await office.audited('G-1')).length, 2)
  })

  it('can no longer be confirmed, also where its promise was never made', async () => {
    office.world.now = later(morning, week)
    const late = await office.desk.staff.confirmRole({ case: 'G-1', version: 1 }, otto)
    assert.equal(!late.ok && late.refusal.code, 'expired')
    assert.deepEqual((await office.get('staff', 'mei'))?.roles, mei.roles)
  })

  it('can be confirmed up to then', async () => {
    office.world.now = later(morning, week - 1)
    assert((await office.desk.staff.confirmRole({ case: 'G-1', version: 1 }, otto)).ok)
  })
})
