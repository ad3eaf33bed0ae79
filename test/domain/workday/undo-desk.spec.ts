import assert from 'node:assert/strict'
import type { Agreement } from '../../../domain/agreements/agreement.ts'
import { refused } from '../../../domain/shared/outcome.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk } from '../../kit/a-desk.ts'
import { aCustomer, contoso, mei, morning, wang } from '../../kit/builders.ts'

describe('the last own step of today', () => {
  it('may be an agreement: taken back, it stays on record as that', async () => {
    const office = await aDesk()
    const value: Agreement = {
      kind: 'exemption',
      id: 'A-1',
      customer: contoso,
      author: 'mei',
      recordedAt: morning,
      of: { what: 'customer' },
      reason: 'new owner',
      owner: 'mei',
      until: '2025-04-10',
      state: { status: 'open' },
    }
    await office.store.commit({ save: [{ kind: 'agreement', id: 'A-1', value, basedOn: null }] })
    assert.deepEqual(await office.desk.undo.undo(wang), refused({ code: 'nothing-to-undo' }))
    const outcome = await office.desk.undo.undo(mei)
    assert.equal(outcome.ok && outcome.value.kind, 'agreement')
    assert.equal((await office.get('agreement', 'A-1'))?.state.status, 'undone')
    assert.deepEqual(await office.desk.undo.undo(mei), refused({ code: 'nothing-to-undo' }))
  })

  it('is told in the audit when it is taken back, and is no longer one’s own step tomorrow', async () => {
    const office = await aDesk()
    await office.desk.assignments.assign(aCustomer(), mei, wang)
    office.world.now = later(morning, 86_400_000)
    assert.deepEqual(await office.desk.undo.undo(wang), refused({ code: 'nothing-to-undo' }))
    await office.desk.notes.write(aCustomer(), 'called', wang)
    await office.desk.undo.undo(wang)
    assert.deepEqual(await office.audited('id-2'), ['customer-note.written by wang', 'customer-note.undone by wang'])
  })
})
