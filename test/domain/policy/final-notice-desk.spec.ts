import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { refused } from '../../../domain/shared/outcome.ts'
import type { Day } from '../../../domain/shared/time.ts'
import { noticeId } from '../../../domain/policy/final-notice.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, fabrikam, mei, morning, otto, today, wang } from '../../kit/builders.ts'

describe('the final notice desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  it('records a notice in one commit, and the books know it at once', async () => {
    const before = await office.desk.book.today()
    const outcome = await office.desk.notices.record(contoso, { givenOn: null, deadline: null }, mei)
    const told = {
      customer: contoso,
      givenOn: today,
      deadline: '2025-04-14',
      invoices: ['K-1001|invoice|INV-1'],
    } as const
    const id = noticeId(told)
    const notice = {
      id,
      ...told,
      recordedBy: 'mei',
      recordedAt: morning,
    } as const
    assert.deepEqual(outcome, { ok: true, value: notice })
    assert.deepEqual(office.commits, [
      {
        save: [{ kind: 'final-notice', id, value: notice, basedOn: null }],
        audit: [
          {
            at: morning,
            by: 'mei',
            what: 'final-notice.recorded',
            about: id,
            customer: contoso,
            details: { givenOn: today, deadline: '2025-04-14', invoices: ['K-1001|invoice|INV-1'] },
          },
        ],
      },
    ])
    const after = await office.desk.book.today()
    assert.deepEqual([before.of(contoso)?.notices.length, after.of(contoso)?.notices.length], [1, 2])
  })

  it('is recorded once, whoever says it again; another deadline is another notice', async () => {
    const record = (deadline: Day | null, by = mei) =>
      office.desk.notices.record(contoso, { givenOn: null, deadline }, by)
    const first = await record(null)
    assert.deepEqual(await record('2025-04-14', wang), first)
    assert.equal(office.commits.length, 1)
    assert(!isDeepStrictEqual(await record('2025-04-15'), first))
    assert.equal(office.commits.length, 2)
  })

  it('is recorded once by two who say it at the same moment', async () => {
    const both = await Promise.all(
      [mei, wang].map((by) => office.desk.notices.record(contoso, { givenOn: null, deadline: null }, by)),
    )
    assert.deepEqual(both[0], both[1])
    const kept = (await office.desk.book.today()).of(contoso)?.notices.filter(({ givenOn }) => givenOn === today)
    assert.equal(kept?.length, 1)
  })

  it('given on an earlier day counts from that day', async () => {
    const outcome = await office.desk.notices.record(contoso, { givenOn: '2025-03-20', deadline: null }, mei)
    assert.equal(outcome.ok && outcome.value.deadline, '2025-04-03')
  })

  it('today is today where the partner is', async () => {
    office.world.now = '2025-03-31T16:00:00.000Z'
    const outcome = await office.desk.notices.record(contoso, { givenOn: null, deadline: null }, mei)
    assert.equal(outcome.ok && outcome.value.givenOn, '2025-04-01')
  })

  it('what is refused leaves no trace', async () => {
    const record = (customer: string, by = mei) =>
      office.desk.notices.record(customer, { givenOn: null, deadline: null }, by)
    assert.deepEqual(await record('nobody'), refused({ code: 'unknown-customer' }))
    assert.deepEqual(await record(contoso, otto), refused({ code: 'not-allowed' }))
    assert.deepEqual(await record(fabrikam), refused({ code: 'nothing-overdue' }))
    assert.deepEqual(office.commits, [])
  })
})
