import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import { later } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aCustomer, contoso, mei, morning, otto, sam, wang } from '../../kit/builders.ts'

const day = 86_400_000

describe('whose customer somebody is', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const assign = (owner: Staff | null, by = mei) => office.desk.assignments.assign(aCustomer(), owner, by)
  const kept = async () => (await office.store.list('assignment')).map(({ value }) => value.owner)

  it('is what was decided last, told in one commit with who decided and whose it was', async () => {
    await assign(mei)
    await assign(wang)
    assert.equal((await office.desk.assignments.of(aCustomer()))?.owner, 'wang')
    assert.equal((await office.desk.assignments.owners())(aCustomer()), 'wang')
    assert.deepEqual(office.commits[1]?.audit, [
      {
        at: morning,
        by: 'mei',
        what: 'assignment.made',
        about: 'id-2',
        customer: contoso,
        details: { owner: 'wang', before: 'mei' },
      },
    ])
    await assign(null)
    assert.equal((await office.desk.assignments.of(aCustomer()))?.owner, null)
  })

  it('stays as it is where nothing would change, also where nobody looks after them', async () => {
    assert.deepEqual(await assign(null), refused({ code: 'as-it-is' }))
    await assign(mei)
    assert.deepEqual(await assign(mei, wang), refused({ code: 'as-it-is' }))
    assert.equal(office.commits.length, 1)
  })

  it('is said by those who collect, and of those who may see customers', async () => {
    assert.deepEqual(await assign(mei, sam), refused({ code: 'not-allowed' }))
    assert.deepEqual(await assign(otto), refused({ code: 'cannot-own' }))
    assert.equal((await assign(sam)).ok, true)
  })

  it('stays theirs when the ledger account is matched to a customer of an operator', async () => {
    await office.desk.assignments.assign(aCustomer({ operator: null }), wang, mei)
    assert.equal((await office.desk.assignments.of(aCustomer()))?.owner, 'wang')
    assert.equal((await office.desk.assignments.owners())(aCustomer()), 'wang')
  })

  it('keeps of earlier days only the last, so that today’s can be taken back', async () => {
    await assign(mei)
    await assign(wang)
    office.world.now = later(morning, day)
    await assign(mei)
    await assign(null)
    assert.deepEqual(await kept(), ['wang', 'mei', null])
  })
})
