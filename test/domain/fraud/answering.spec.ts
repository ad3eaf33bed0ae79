import assert from 'node:assert/strict'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import { anAct, anApprovedSuspension, fabrikam, identity, seats } from '../../kit/builders.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import { aFraudDesk, type AFraudDesk } from './a-fraud-desk.ts'

const minute = 60_000

describe('a suspension on suspicion answers the alert it is about', () => {
  let desk: AFraudDesk
  beforeEach(async () => {
    desk = await aFraudDesk()
    await desk.alerts.take('global', [aSignal({ subscription: seats, severity: 'high' })])
  })
  const approved = anApprovedSuspension({
    customer: fabrikam,
    reason: 'fraud',
    identity: { ...identity, lane: 'global' },
  })
  const note = async (request: SuspensionRequest) => {
    const found = await desk.store.get('suspension', request.id)
    await desk.store.commit({
      save: [{ kind: 'suspension', id: request.id, value: request, basedOn: found?.version ?? null }],
      outbox: [{ id: `note-${desk.now}`, order: { kind: 'note-act', case: request.id }, dueAt: desk.now, attempts: 0 }],
    })
    const [entry] = await desk.promised('note-act')
    assert(entry?.order.kind === 'note-act')
    await desk.alerts.noteAct(entry, entry.order)
    desk.pass(minute)
    return (await desk.alert('F-1')).answers.map((each) => each.case)
  }
  const ended = (state: 'done' | 'failed'): SuspensionRequest => ({
    ...approved,
    status: 'carried-out',
    endedAt: desk.now,
    acts: [
      anAct({
        result:
          state === 'done'
            ? { state, at: desk.now, confirmed: true }
            : {
                state,
                at: desk.now,
                trouble: { kind: 'refused', code: null, description: null, correlationId: null },
              },
      }),
    ],
  })

  it('from the second person’s yes, and once only', async () => {
    assert.deepEqual(await note(approved), ['S-1'])
    assert.deepEqual(await note(approved), ['S-1'])
    assert.deepEqual(await note(ended('done')), ['S-1'])
    assert.deepEqual(await desk.deeds('F-1'), ['fraud-alert.opened by desk', 'fraud-alert.acted-on by desk'])
  })

  it('no longer once the operator refused it: people are called again, and it is escalated from then', async () => {
    await note(approved)
    desk.pass(60 * minute)
    assert.deepEqual(await note(ended('failed')), [])
    await desk.alerts.tend()
    assert.equal((await desk.alert('F-1')).escalated, null)
    assert.equal((await desk.promised('remind-case')).length, 1)
    desk.pass(5 * minute)
    await desk.alerts.tend()
    assert.equal((await desk.alert('F-1')).escalated?.step, 1)
  })

  it('no longer where it was called off, or the lane only watches', async () => {
    await note(approved)
    const { acts: _, ...asked } = approved
    assert.deepEqual(await note({ ...asked, status: 'void', endedAt: desk.now, why: 'watch-only' }), [])
  })

  it('of its own lane and subscription, and of no other', async () => {
    assert.deepEqual(await note({ ...approved, identity: { ...identity, lane: 'us-government' } }), [])
    const other = approved.subscriptions.map((one) => ({ ...one, id: 'another' }))
    assert.deepEqual(await note({ ...approved, subscriptions: other }), [])
  })

  it('and a suspension for a debt answers none', async () => {
    assert.deepEqual(await note({ ...approved, reason: 'non-payment' }), [])
  })
})
