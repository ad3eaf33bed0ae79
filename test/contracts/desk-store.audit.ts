import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chainStart, verifyChain, type Sha256 } from '../../domain/audit/audit-entry.ts'
import { awkward, contoso, draft, fabrikam, minute, saveStaff } from './desk-store.samples.ts'
import type { Subject } from './desk-store.subject.ts'

const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex')

export function describeAudit(subject: Subject): void {
  const whole = () => Array.fromAsync(subject.store.auditTrail())

  it('is empty at first', async () => {
    assert.deepEqual(await whole(), [])
    assert.deepEqual(await subject.store.auditOf('S-1'), [])
  })

  it('chains every entry to the one before, across commits and restarts', async () => {
    for (let commits = 0; commits < 4; commits += 1) {
      await subject.store.commit({ audit: [draft('suspension.asked'), draft('suspension.approved', 'S-1', 'wang')] })
      await subject.restart()
    }
    const verdict = await verifyChain(subject.store.auditTrail(), sha256)
    assert.deepEqual([verdict.entries, verdict.broken], [8, null])
    assert.equal((await whole()).at(-1)?.hash, verdict.head)
  })

  it('keeps one chain without gaps when many commit at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        subject.store.commit({ save: [saveStaff(`Mei-${index}`)], audit: [draft('staff.added', `mei-${index}`)] }),
      ),
    )
    await subject.restart()
    const { entries, broken } = await verifyChain(subject.store.auditTrail(), sha256)
    assert.deepEqual([entries, broken], [20, null])
    assert.equal(new Set((await whole()).map(({ about }) => about)).size, 20)
  })

  it('gives entries back as they were written', async () => {
    const full = {
      ...draft('suspension.asked'),
      customer: contoso,
      lane: 'china' as const,
      details: { note: awkward, sums: [{ minor: 1, currency: 'CNY' }], none: null, nested: { zeta: 1, alpha: [true] } },
    }
    await subject.store.commit({ audit: [full, draft('suspension.approved')] })
    for (let restarts = 0; restarts < 2; restarts += 1) {
      const [first, second] = await whole()
      assert(first && second)
      assert.deepEqual(first, { ...full, seq: 1, prev: chainStart, hash: first.hash })
      assert.deepEqual(second, { ...draft('suspension.approved'), seq: 2, prev: first.hash, hash: second.hash })
      await subject.restart()
    }
    assert.equal((await verifyChain(subject.store.auditTrail(), sha256)).broken, null)
  })

  it('finds what is about a case, a record or a customer, oldest first', async () => {
    const { store } = subject
    await store.commit({ audit: [{ ...draft('suspension.asked', 'S-1'), customer: contoso }] })
    await store.commit({
      audit: [{ ...draft('suspension.asked', 'S-2'), customer: fabrikam, details: { like: 'S-1' } }],
    })
    await store.commit({ audit: [draft('match.confirmed', contoso), draft('staff.added', 'mei')] })
    await store.commit({ audit: [{ ...draft('suspension.approved', 'S-1', 'wang'), customer: contoso }] })
    await store.commit({ audit: [draft('desk.started', 'desk')] })
    for (let restarts = 0; restarts < 2; restarts += 1) {
      const said = async (about: string) => (await subject.store.auditOf(about)).map(({ seq, what }) => [seq, what])
      assert.deepEqual(await said('S-1'), [
        [1, 'suspension.asked'],
        [5, 'suspension.approved'],
      ])
      assert.deepEqual(await said(contoso), [
        [1, 'suspension.asked'],
        [3, 'match.confirmed'],
        [5, 'suspension.approved'],
      ])
      assert.deepEqual(await said('mei'), [[4, 'staff.added']])
      const after = async (seq: number) => (await subject.store.auditOf(contoso, seq)).map((entry) => entry.seq)
      assert.deepEqual([await after(0), await after(1), await after(4), await after(5)], [[1, 3, 5], [3, 5], [5], []])
      assert.deepEqual(await said('S-12'), [])
      const newest = async (about: string, most: number) =>
        (await subject.store.newestAuditOf(about, most)).map(({ seq }) => seq)
      assert.deepEqual([await newest(contoso, 1), await newest(contoso, 2)], [[5], [3, 5]])
      assert.deepEqual([await newest(contoso, 9), await newest('S-12', 1)], [[1, 3, 5], []])
      await subject.restart()
    }
  })

  it('finds a name that JSON has to escape', async () => {
    await subject.store.commit({ audit: [draft('account.matched', awkward), draft('account.matched', 'other')] })
    await subject.store.commit({ audit: [draft('desk.started', 'desk'), draft('desk.started', 'desk')] })
    await subject.store.commit({ audit: [draft('desk.started', 'desk')] })
    assert.equal((await subject.store.auditOf(awkward)).length, 1)
  })

  it('is not changed by what is done to an answer or to a draft', async () => {
    const own = { ...draft('suspension.asked'), details: { note: 'as asked' } }
    // The second one waits for the first in some stores: what it says is copied when it is handed in.
    const first = subject.store.commit({ audit: [own] })
    const second = subject.store.commit({ audit: [{ ...own, at: minute(1) }, own] })
    own.details.note = 'changed'
    await Promise.all([first, second])
    for (const entry of [...(await whole()), ...(await subject.store.auditOf('S-1'))]) {
      Reflect.set(entry, 'what', 'spoilt')
      Reflect.set(entry.details ?? {}, 'note', 'spoilt')
    }
    assert.deepEqual(
      (await whole()).map(({ what, details }) => [what, details]),
      [1, 2, 3].map(() => ['suspension.asked', { note: 'as asked' }]),
    )
    assert.equal((await verifyChain(subject.store.auditTrail(), sha256)).broken, null)
  })
}
