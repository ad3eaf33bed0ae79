import assert from 'node:assert/strict'
import { aDesk } from '../../kit/a-desk.ts'
import { ines, otto, uma } from '../../kit/builders.ts'

describe('a desk with one administrator', () => {
  it('seats nobody a second time, however often it starts', async () => {
    const office = await aDesk()
    for (const { id } of [otto, uma]) await office.store.commit({ remove: [{ kind: 'staff', id, basedOn: 1 }] })
    for (let starts = 0; starts < 2; starts += 1) await office.desk.staff.seat(ines.accounts)
    assert.deepEqual(await office.desk.staff.byId('ines'), ines)
    assert.deepEqual(office.commits, [])
  })
})
