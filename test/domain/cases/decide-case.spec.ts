import assert from 'node:assert/strict'
import { decider } from '../../../domain/cases/decide-case.ts'
import { StaleWrite, type Commit, type DeskStore } from '../../../domain/ports/desk-store.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import { aPendingSuspension, minute, morning } from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'

const withdrawn = { ...aPendingSuspension(), status: 'withdrawn', endedAt: morning } as const
const audit = { at: morning, by: 'mei', what: 'suspension.withdrawn', about: 'S-1' }

describe('the road of a decision', () => {
  let store: DeskStore
  let commits: Commit[]
  beforeEach(async () => {
    commits = []
    const kept = memoryStore()
    await kept.commit({ save: [{ kind: 'suspension', id: 'S-1', value: aPendingSuspension(), basedOn: null }] })
    store = {
      ...kept,
      async commit(commit) {
        commits.push(commit)
        await kept.commit(commit)
      },
    }
  })
  const decide = (
    version: number,
    rule: (found: SuspensionRequest) => ReturnType<typeof granted<SuspensionRequest>> | ReturnType<typeof refused>,
    id = 'S-1',
  ) =>
    decider('suspension', { store, now: () => minute(7), newId: () => 'id-1' })(
      { case: id, version },
      (found) => rule(found),
      () => ({
        audit: [audit],
        orders: [{ kind: 'update-cards', case: 'S-1' }],
        also: { remove: [{ kind: 'open-suspension', id: 'x', basedOn: 1 }] },
      }),
    )

  it('reads, lets the rule decide, and commits once what it brings with it', async () => {
    await store.commit({
      save: [{ kind: 'open-suspension', id: 'x', value: { case: 'S-1', customer: 'c' }, basedOn: null }],
    })
    assert.deepEqual(await decide(1, () => granted(withdrawn)), granted(withdrawn))
    assert.deepEqual(commits.at(-1), {
      save: [{ kind: 'suspension', id: 'S-1', value: withdrawn, basedOn: 1 }],
      remove: [{ kind: 'open-suspension', id: 'x', basedOn: 1 }],
      audit: [audit],
      outbox: [{ id: 'id-1', order: { kind: 'update-cards', case: 'S-1' }, dueAt: minute(7), attempts: 0 }],
    })
  })

  it('a late press hears who decided, not merely that something changed', async () => {
    const already = refused({ code: 'already-decided' })
    assert.deepEqual(await decide(99, () => already), already)
    assert.deepEqual(await decide(99, () => granted(withdrawn)), refused({ code: 'changed-since' }))
    assert.deepEqual(commits, [])
  })

  it('what is not there is not decided', async () => {
    assert.deepEqual(await decide(1, () => granted(withdrawn), 'S-9'), refused({ code: 'not-found' }))
  })

  it('somebody who was faster in between is an answer as well', async () => {
    // The pointer that is to be removed is not there: the commit is stale.
    assert.deepEqual(await decide(1, () => granted(withdrawn)), refused({ code: 'changed-since' }))
    assert.equal((await store.get('suspension', 'S-1'))?.version, 1)
    await assert.rejects(store.commit({ settle: ['gone'] }), StaleWrite)
  })
})
