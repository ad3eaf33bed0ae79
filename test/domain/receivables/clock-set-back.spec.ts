import assert from 'node:assert/strict'
import type { Instant } from '../../../domain/shared/time.ts'
import { aLedgerDesk, importing, imported, incoming, mei, ok, wang } from './a-ledger-desk.ts'
import { anInvoice, open } from './an-import.ts'

const invoices = (count: number) =>
  Array.from({ length: count }, (_, at) => anInvoice(`K${at}`, `R${at}`, { due: '2026-03-20' }))

describe('a clock that was set back between two imports', () => {
  let at: Instant
  const office = () => aLedgerDesk([], () => at)
  beforeEach(() => {
    at = '2026-03-31T10:00:00.000Z'
  })

  it('does not let the older list win: who has paid has paid, now and after a restart', async () => {
    const { desk, restarted } = office()
    await imported(desk, incoming({ items: invoices(20) }))
    at = '2026-03-31T09:55:00.000Z'
    await imported(desk, incoming({ items: invoices(19) }))
    assert.equal(open(desk.current()).length, 19)
    const again = restarted()
    await again.start()
    assert.equal(open(again.current()).length, 19)
  })

  it('nor where a second person said yes to the newer one', async () => {
    const { desk } = office()
    await imported(desk, incoming({ items: invoices(20) }))
    at = '2026-03-31T09:55:00.000Z'
    const { id, status } = ok(await importing(desk, incoming({ items: invoices(10) }), mei))
    assert.equal(status, 'pending')
    ok(await desk.confirm({ case: id, version: 1 }, wang))
    assert.equal(open(desk.current()).length, 10)
  })
})
