import assert from 'node:assert/strict'
import {
  StaleWrite,
  type Commit,
  type DeskStore,
  type Kind,
  type Records,
  type Save,
} from '../../domain/ports/desk-store.ts'
import {
  contoso,
  draft,
  fabrikam,
  minute,
  promise,
  samples,
  saveStaff,
  staff,
  suspensions,
} from './desk-store.samples.ts'
import type { Subject } from './desk-store.subject.ts'

export function describeRecords(subject: Subject): void {
  it('has nothing at first', async () => {
    const { store } = subject
    assert.equal(await store.get('staff', 'mei'), null)
    assert.deepEqual(await store.list('staff'), [])
  })

  it('gives back every kind of record as it was, also after a restart', async () => {
    const all = Object.entries(samples).flatMap(([kind, values]) =>
      values.map((value, index) => ({ kind, id: `${kind}/${index}`, value, basedOn: null }) as Save),
    )
    await subject.store.commit({ save: all })
    for (const when of ['at once', 'after a restart']) {
      for (const { kind, id, value } of all)
        assert.deepEqual(await subject.store.get(kind, id), { id, value, version: 1 }, `${id} ${when}`)
      await subject.restart()
    }
  })

  it('gives a kind another revision with each commit that touches it, and with no other', async () => {
    const { store } = subject
    const seen = [await store.revision('staff')]
    const commits: readonly Commit[] = [
      { save: [saveStaff('Mei')] },
      { save: [saveStaff('Mei', 1), saveStaff('Wang')] },
      { remove: [{ kind: 'staff', id: 'wang', basedOn: 1 }] },
      { save: [saveStaff('Wang')] },
    ]
    for (const commit of commits) {
      await store.commit(commit)
      const revision = await store.revision('staff')
      assert.equal(seen.includes(revision), false, `${revision} was seen before`)
      seen.push(revision)
      await store.commit({
        save: [
          { kind: 'open-suspension', id: `${seen.length}`, value: { case: 'S-1', customer: contoso }, basedOn: null },
        ],
        unchanged: [{ kind: 'staff', id: 'mei', basedOn: (await store.get('staff', 'mei'))?.version ?? null }],
        audit: [draft('note.taken')],
        outbox: [promise(`later ${seen.length}`, minute(1))],
      })
      await store.nextNumber('S')
      await assert.rejects(store.commit({ save: [saveStaff('Mei', 9)] }))
      assert.equal(await store.revision('staff'), revision)
    }
  })

  it('counts versions from one, one for each change', async () => {
    await subject.store.commit({ save: [saveStaff('Mei')] })
    await subject.store.commit({ save: [{ kind: 'staff', id: 'mei', value: staff('Mei Lin'), basedOn: 1 }] })
    await subject.restart()
    await subject.store.commit({ save: [{ kind: 'staff', id: 'mei', value: staff('Mei Wu'), basedOn: 2 }] })
    await subject.restart()
    assert.deepEqual(await subject.store.get('staff', 'mei'), { id: 'mei', value: staff('Mei Wu'), version: 3 })
  })

  it('takes nothing of a commit that reads what has changed since', async () => {
    const { store } = subject
    await store.commit({ save: [saveStaff('Mei')] })
    const read = { kind: 'staff', id: 'mei', basedOn: 1 } as const
    await store.commit({ save: [saveStaff('Wang')], unchanged: [read] })
    assert.equal((await store.get('staff', 'mei'))?.version, 1, 'what is read only is not written')
    await store.commit({ save: [{ kind: 'staff', id: 'mei', value: staff('Mei Lin'), basedOn: 1 }] })
    for (const stale of [read, { ...read, basedOn: null }, { ...read, id: 'nobody' }])
      await assert.rejects(
        store.commit({ save: [saveStaff('Lin')], unchanged: [stale] }),
        (fault) => fault instanceof StaleWrite && fault.kind === 'staff' && fault.id === stale.id,
      )
    await subject.restart()
    assert.equal(await subject.store.get('staff', 'lin'), null)
    await subject.store.commit({ save: [saveStaff('Lin')], unchanged: [{ ...read, id: 'nobody', basedOn: null }] })
  })

  it('keeps kinds apart that use the same id', async () => {
    const pointer = { case: 'S-1', customer: contoso }
    await subject.store.commit({
      save: [saveStaff('Mei'), { kind: 'open-suspension', id: 'mei', value: pointer, basedOn: null }],
    })
    assert.deepEqual((await subject.store.get('staff', 'mei'))?.value, staff('Mei'))
    assert.deepEqual((await subject.store.get('open-suspension', 'mei'))?.value, pointer)
  })

  it('lists in the order of creation, whatever changed since', async () => {
    for (const name of ['Zoe', 'Mei', 'Ann']) await subject.store.commit({ save: [saveStaff(name)] })
    await subject.store.commit({ save: [saveStaff('Mei', 1), saveStaff('Bo')] })
    await subject.store.commit({ save: [saveStaff('Zoe', 1)], remove: [{ kind: 'staff', id: 'ann', basedOn: 1 }] })
    await subject.store.commit({ save: [saveStaff('Ann')] })
    for (let restarts = 0; restarts < 2; restarts += 1) {
      assert.deepEqual(
        (await subject.store.list('staff')).map(({ id, version }) => [id, version]),
        [
          ['zoe', 2],
          ['mei', 2],
          ['bo', 1],
          ['ann', 1],
        ],
      )
      await subject.restart()
    }
  })

  describe('a commit that comes too late', () => {
    beforeEach(async () => {
      await subject.store.commit({ save: [saveStaff('Mei'), saveStaff('Wang')], outbox: [promise('o-1', minute(1))] })
      await subject.store.commit({ save: [saveStaff('Mei', 1)], audit: [draft('staff.changed')] })
    })

    const late: Record<string, readonly [Commit, kind: Kind | 'outbox', id: string]> = {
      'saves over a newer version': [{ save: [saveStaff('Mei', 1)] }, 'staff', 'mei'],
      'saves a version that never was': [{ save: [saveStaff('Mei', 3)] }, 'staff', 'mei'],
      'creates what is there': [{ save: [saveStaff('Mei')] }, 'staff', 'mei'],
      'changes what is not there': [{ save: [saveStaff('Lin', 1)] }, 'staff', 'lin'],
      'removes a newer version': [{ remove: [{ kind: 'staff', id: 'mei', basedOn: 1 }] }, 'staff', 'mei'],
      'removes what is not there': [{ remove: [{ kind: 'staff', id: 'lin', basedOn: 1 }] }, 'staff', 'lin'],
      'settles what is settled': [{ settle: ['o-9'] }, 'outbox', 'o-9'],
      'postpones what is settled': [{ postpone: [promise('o-9', minute(2))] }, 'outbox', 'o-9'],
      'promises what is promised': [{ outbox: [promise('o-1', minute(2))] }, 'outbox', 'o-1'],
    }
    for (const [what, [commit, kind, id]] of Object.entries(late)) {
      it(`throws StaleWrite and leaves no trace when it ${what}`, async () => {
        const before = await everything(subject.store)
        const fine: Commit = {
          save: [saveStaff('Ann'), saveStaff('Wang', 1)],
          audit: [draft('staff.added')],
          outbox: [promise('o-2', minute(1))],
        }
        const both: Commit = {
          ...commit,
          save: [...(fine.save ?? []), ...(commit.save ?? [])],
          audit: [draft('staff.added')],
          outbox: [...(fine.outbox ?? []), ...(commit.outbox ?? [])],
        }
        await assert.rejects(subject.store.commit(both), (fault) => {
          assert(fault instanceof StaleWrite)
          assert.deepEqual([fault.kind, fault.id], [kind, id])
          return true
        })
        assert.deepEqual(await everything(subject.store), before)
        await subject.restart()
        assert.deepEqual(await everything(subject.store), before)
        await subject.store.commit(fine)
      })
    }
  })

  it('lets one of two deciders win and leaves no trace of the other', async () => {
    const { store } = subject
    await store.commit({ save: [{ kind: 'suspension', id: 'S-1', value: suspensions.pending, basedOn: null }] })
    const decide = (value: Records['suspension'], by: string) =>
      store.commit({
        save: [{ kind: 'suspension', id: 'S-1', value, basedOn: 1 }],
        audit: [draft(`suspension.${value.status}`, 'S-1', by)],
        outbox: [promise(`told-by-${by}`, minute(1))],
      })
    const decisions = [suspensions.approved, suspensions.rejected]
    const ends = await Promise.allSettled([decide(suspensions.approved, 'wang'), decide(suspensions.rejected, 'lin')])
    const winner = ends.findIndex(({ status }) => status === 'fulfilled')
    const loser = ends[1 - winner]
    assert(loser?.status === 'rejected' && loser.reason instanceof StaleWrite)
    for (let restarts = 0; restarts < 2; restarts += 1) {
      assert.deepEqual((await subject.store.get('suspension', 'S-1'))?.value, decisions[winner])
      assert.deepEqual(
        (await subject.store.auditOf('S-1')).map(({ by }) => by),
        [winner === 0 ? 'wang' : 'lin'],
      )
      assert.equal((await subject.store.backlog()).waiting, 1)
      await subject.restart()
    }
  })

  it('shows the winner to whoever was told to read again', async () => {
    const { store } = subject
    await store.commit({ save: [saveStaff('Mei')] })
    const add = async (): Promise<void> => {
      const found = await store.get('staff', 'mei')
      assert(found)
      try {
        await store.commit({ save: [saveStaff('Mei', found.version)] })
      } catch (fault) {
        assert(fault instanceof StaleWrite)
        await add()
      }
    }
    await Promise.all(Array.from({ length: 8 }, add))
    assert.equal((await store.get('staff', 'mei'))?.version, 9)
  })

  it('believes a commit of nothing', async () => {
    await subject.store.commit({})
    assert.deepEqual(await everything(subject.store), {
      staff: [],
      suspension: [],
      audit: [],
      backlog: { waiting: 0, earliestDue: null, stuck: 0 },
    })
  })

  describe('a narrowed list', () => {
    const ids = async (...asked: Parameters<DeskStore['list']>) =>
      (await subject.store.list(...asked)).map(({ id }) => id)

    it('finds what is about a customer', async () => {
      const other = { ...suspensions.pending, id: 'S-2', customer: fabrikam }
      await subject.store.commit({
        save: [
          { kind: 'suspension', id: 'S-1', value: suspensions.void, basedOn: null },
          { kind: 'suspension', id: 'S-2', value: other, basedOn: null },
          ...each('resumption'),
          ...each('service-request'),
          ...each('held'),
          ...each('turn'),
          ...each('final-notice'),
          ...each('match'),
          ...each('assignment'),
          ...each('customer-note'),
          ...each('skip'),
          ...each('correspondence'),
          ...each('open-suspension'),
        ],
      })
      for (let restarts = 0; restarts < 2; restarts += 1) {
        assert.deepEqual(await ids('suspension', { customer: contoso }), ['S-1'])
        assert.deepEqual(await ids('suspension', { customer: fabrikam }), ['S-2'])
        assert.equal((await ids('resumption', { customer: contoso })).length, 6)
        assert.deepEqual(await ids('service-request', { customer: contoso }), ['0', '1', '2', '3'])
        assert.deepEqual(await ids('held', { customer: fabrikam }), ['1'])
        assert.deepEqual(await ids('turn', { customer: fabrikam }), ['1'])
        assert.deepEqual(await ids('final-notice', { customer: contoso }), ['0'])
        assert.deepEqual(await ids('match', { customer: fabrikam }), ['1'])
        assert.deepEqual(await ids('assignment', { customer: fabrikam }), ['1'])
        assert.deepEqual(await ids('customer-note', { customer: contoso }), ['0'])
        assert.deepEqual(await ids('skip', { customer: contoso }), ['0'])
        assert.deepEqual(await ids('correspondence', { customer: fabrikam }), ['1'])
        assert.deepEqual(await ids('open-suspension', { customer: contoso }), ['0'])
        assert.deepEqual(await ids('suspension', { customer: 'nobody' }), [])
        await subject.restart()
      }
    })

    it('finds the cards of a case', async () => {
      await subject.store.commit({ save: each('card') })
      assert.deepEqual(await ids('card', { case: 'S-2' }), ['1'])
    })

    it('finds cases that wait for something', async () => {
      const open: Partial<Record<Kind, readonly string[]>> = {
        suspension: ['pending', 'questioned', 'approved'],
        resumption: ['pending', 'approved'],
        'service-request': ['handed-over', 'sending', 'filed'],
        'role-change': ['pending'],
        'ledger-import': ['pending', 'undo-asked'],
        'access-request': ['open'],
      }
      for (const kind of Object.keys(open) as Kind[]) {
        await subject.store.commit({ save: each(kind) })
        const found = await subject.store.list(kind, { open: true })
        assert.deepEqual(
          found.map(({ value }) => 'status' in value && value.status),
          open[kind],
        )
      }
    })

    it('follows a record when it changes', async () => {
      await subject.store.commit({
        save: [{ kind: 'suspension', id: 'S-1', value: suspensions.pending, basedOn: null }],
      })
      await subject.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value: suspensions.expired, basedOn: 1 }] })
      assert.deepEqual(await ids('suspension', { open: true }), [])
      await subject.store.commit({ remove: [{ kind: 'suspension', id: 'S-1', basedOn: 2 }] })
      assert.deepEqual(await ids('suspension', { customer: contoso }), [])
    })

    it('takes all narrowings together', async () => {
      await subject.store.commit({
        save: [
          { kind: 'suspension', id: 'S-1', value: suspensions.pending, basedOn: null },
          { kind: 'suspension', id: 'S-2', value: suspensions.void, basedOn: null },
          { kind: 'suspension', id: 'S-3', value: { ...suspensions.pending, customer: fabrikam }, basedOn: null },
        ],
      })
      assert.deepEqual(await ids('suspension', { customer: contoso, open: true }), ['S-1'])
    })
  })

  describe('numbers', () => {
    it('are never given twice, each series for itself, also after a restart', async () => {
      const { store } = subject
      const given = await Promise.all(Array.from({ length: 20 }, () => store.nextNumber('S')))
      assert.equal(await store.nextNumber('PD'), 1)
      assert.equal(new Set(given).size, 20)
      await subject.restart()
      assert((await subject.store.nextNumber('S')) > Math.max(...given))
      assert((await subject.store.nextNumber('PD')) > 1)
    })
  })

  describe('nothing live crosses the border', () => {
    it('going in: a value changed after the call is kept as it was', async () => {
      const value = { ...staff('Mei'), roles: ['collector' as const] }
      // The second one waits for the first in some stores.
      const first = subject.store.commit({ save: [saveStaff('Wang')] })
      const second = subject.store.commit({ save: [{ kind: 'staff', id: 'mei', value, basedOn: null }] })
      value.name = 'changed'
      value.roles.pop()
      await Promise.all([first, second])
      assert.deepEqual((await subject.store.get('staff', 'mei'))?.value, staff('Mei'))
    })

    it('coming out: what is done to an answer changes nothing', async () => {
      await subject.store.commit({ save: [saveStaff('Mei')] })
      const answers = async () => [await subject.store.get('staff', 'mei'), ...(await subject.store.list('staff'))]
      for (const answer of await answers()) {
        spoil(answer)
        spoil(answer?.value)
        spoil(answer?.value.roles)
      }
      spoil(await subject.store.list('staff'))
      const whole = { id: 'mei', value: staff('Mei'), version: 1 }
      assert.deepEqual(await answers(), [whole, whole])
    })
  })
}

/** One save for each sample of a kind, by its place. */
function each(kind: Kind): readonly Save[] {
  return samples[kind].map((value, index) => ({ kind, id: String(index), value, basedOn: null }) as Save)
}

/** What a commit that left no trace has not changed. */
async function everything(store: DeskStore): Promise<object> {
  return {
    staff: await store.list('staff'),
    suspension: await store.list('suspension'),
    audit: await Array.fromAsync(store.auditTrail()),
    backlog: await store.backlog(),
  }
}

/** Does its worst to an answer; what is frozen only says no. */
function spoil(answer: object | null | undefined): void {
  if (!answer) return
  for (const key of Object.keys(answer)) Reflect.set(answer, key, 'spoilt')
  Reflect.set(answer, Array.isArray(answer) ? answer.length : 'more', 'spoilt')
}
