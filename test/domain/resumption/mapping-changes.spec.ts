import assert from 'node:assert/strict'
import { aDesk } from '../../kit/a-desk.ts'
import { anApprovedResumption, aPendingResumption, contoso, fabrikam, lin, mei, wang } from '../../kit/builders.ts'

describe('a resumption whose customer’s mapping changes', () => {
  it('ends while it waits, in the same commit, and goes on once it was approved', async () => {
    const office = await aDesk()
    const theirs = { ...aPendingResumption({ id: 'R-3' }), customer: 'somebody-else' }
    await office.store.commit({
      save: [
        { kind: 'resumption', id: 'R-1', value: aPendingResumption(), basedOn: null },
        { kind: 'resumption', id: 'R-2', value: anApprovedResumption({ id: 'R-2' }), basedOn: null },
        { kind: 'resumption', id: 'R-3', value: theirs, basedOn: null },
      ],
    })
    const before = office.commits.length
    assert((await office.desk.matches.confirm({ account: 'K-1001', lane: 'china', tenantId: fabrikam }, mei)).ok)
    assert.equal(office.commits.length, before + 1)
    const ended = await office.get('resumption', 'R-1')
    assert.equal(ended?.customer, contoso)
    assert.equal(ended.status === 'void' && ended.why, 'customer-rematched')
    assert.equal((await office.get('resumption', 'R-2'))?.status, 'approved')
    assert.equal((await office.get('resumption', 'R-3'))?.status, 'pending')
    assert.deepEqual(await office.audited('R-1'), ['resumption.voided by mei'])
    assert.deepEqual(
      office.commits.at(-1)?.outbox?.map(({ order }) => order),
      [
        { kind: 'update-cards', case: 'R-1' },
        { kind: 'tell-staff', case: 'R-1', staff: 'ines' },
      ],
    )
    for (const by of [wang, lin]) {
      const late = await office.desk.resumptions.approve({ case: 'R-1', version: 2 }, by)
      assert.equal(!late.ok && late.refusal.code, 'already-decided')
    }
  })
})
