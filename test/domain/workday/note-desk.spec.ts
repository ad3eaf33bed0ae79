import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aCustomer, contoso, mei, morning, otto, sam } from '../../kit/builders.ts'

describe('what people write down about a customer', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  it('is kept with its author and time; the audit tells that it was written and not what', async () => {
    const outcome = await office.desk.notes.write(aCustomer(), ' Called, will pay on Friday. ', mei)
    const value = { id: 'id-1', customer: contoso, text: 'Called, will pay on Friday.', by: 'mei', at: morning }
    assert.deepEqual(outcome, { ok: true, value })
    assert.deepEqual(office.commits, [
      {
        save: [{ kind: 'customer-note', id: 'id-1', value, basedOn: null }],
        audit: [{ at: morning, by: 'mei', what: 'customer-note.written', about: 'id-1', customer: contoso }],
      },
    ])
  })

  it('is read the newest first, also what was noted before the account was matched', async () => {
    await office.desk.notes.write(aCustomer({ operator: null }), 'first', mei)
    office.world.now = later(morning, 60_000)
    await office.desk.notes.write(aCustomer(), 'second', sam)
    await office.desk.notes.write(aCustomer(), 'third', sam)
    const texts = (await office.desk.notes.of(aCustomer())).map(({ text }) => text)
    assert.deepEqual(texts, ['third', 'second', 'first'])
  })

  it('takes words, and somebody who may see customers', async () => {
    assert.deepEqual(await office.desk.notes.write(aCustomer(), ' \n', mei), refused({ code: 'note-empty' }))
    assert.deepEqual(await office.desk.notes.write(aCustomer(), 'seen', otto), refused({ code: 'not-allowed' }))
    assert.equal(office.commits.length, 0)
  })
})
