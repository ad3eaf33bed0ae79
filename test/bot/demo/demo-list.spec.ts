import assert from 'node:assert/strict'
import { understandLedgerCsv } from '../../../adapters/ledger-csv/understand-ledger-csv.ts'
import { demoCustomers } from '../../../bot/demo/world/customers.ts'
import { demoLedgerCsv } from '../../../bot/demo/world/ledger-csv.ts'
import { seatCast } from '../../../bot/demo/cast.ts'
import { morning } from '../../kit/builders.ts'
import { anOpenDesk } from '../an-open-desk.ts'

describe('the list of the demo', () => {
  it('says who looks after most customers, and names nobody but its own cast', async () => {
    const open = await anOpenDesk([])
    await seatCast(open.store, morning)
    const cast = new Set((await open.desk.staff.all()).map(({ name }) => name))
    const bytes = new TextEncoder().encode(demoLedgerCsv(demoCustomers(), '2025-03-31'))
    const list = understandLedgerCsv(bytes, { scope: { kind: 'company', value: 'Demo Partner' }, complete: true })
    assert(list.kind === 'understood')
    const owners = list.accounts.flatMap(({ owner }) => owner ?? [])
    assert.deepEqual(
      owners.filter((owner) => !cast.has(owner)),
      [],
    )
    assert(owners.length > list.accounts.length / 2 && owners.length < list.accounts.length)
    assert(owners.includes('Mei'), 'whoever writes has customers of their own from the start')
  })
})
