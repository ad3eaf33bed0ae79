import assert from 'node:assert/strict'
import type { Day, Instant } from '../../../domain/shared/time.ts'
import { foldImports } from '../../../domain/receivables/apply-import.ts'
import type { IncomingLedger } from '../../../domain/receivables/draft-import.ts'
import { openBooks } from '../../../domain/receivables/standing-book.ts'
import { aLedgerDesk, imported, incoming, ok } from './a-ledger-desk.ts'
import { anImport, anInvoice, policy } from './an-import.ts'

// The partner's books are kept in Berlin, two hours before UTC at the end of March 2026.
const noon: Day = '2026-03-31'
const fresh = { due: '2026-03-20' } as const
const list = incoming({ asOf: noon, items: [anInvoice('K1', 'R1', fresh)] })
const pulled: IncomingLedger = { ...list, pulled: { source: 'business-central', notes: [] } }

describe('the day that books tell of', () => {
  function aDeskAt(first: Instant) {
    const clock = { now: first }
    const parts = aLedgerDesk([], () => clock.now)
    const told = (desk = parts.desk) => {
      const ledger = desk.current()
      const facts = { operators: [], confirmed: [], notices: [], agreements: [] }
      const books = openBooks({ day: '2026-04-02', ledger, ...facts, policy })
      const [of] = books.withItems
      return [of?.ledgerAsOf, of?.toldUntil]
    }
    return { ...parts, clock, told }
  }

  for (const [when, at, until] of [
    ['a minute before midnight', '2026-03-31T21:59:00.000Z', '2026-03-30'],
    ['a minute after midnight', '2026-03-31T22:01:00.000Z', '2026-03-31'],
    ['midnight in UTC, when it is long past it at the partner’s', '2026-04-01T00:00:00.000Z', '2026-03-31'],
  ] as const)
    it(`of a list is over, or not, by the partner’s clock: ${when}`, async () => {
      const { desk, told, restarted } = aDeskAt(at)
      await imported(desk, list)
      assert.deepEqual(told(), [noon, until])
      const again = restarted()
      await again.start()
      assert.deepEqual(told(again), [noon, until], 'a restart knows the same')
    })

  it('is never over where the desk reads the books itself, also when they say the same a day later', async () => {
    const { desk, told, clock, restarted } = aDeskAt('2026-03-31T21:59:59.000Z')
    clock.now = '2026-03-31T22:00:01.000Z'
    ok(await desk.take(pulled, 'desk', null))
    assert.deepEqual(told(), [noon, '2026-03-30'], 'asked before midnight, answered after it')
    clock.now = '2026-04-01T06:00:00.000Z'
    ok(await desk.take({ ...pulled, asOf: '2026-04-01' }, 'desk', null))
    assert.deepEqual(told(), ['2026-04-01', '2026-03-31'])
    const again = restarted()
    await again.start()
    assert.deepEqual(told(again), ['2026-04-01', '2026-03-31'])
  })

  it('is the whole of it once one of two of the same day knows it whole', () => {
    const during = anImport({ asOf: noon, partDay: true, items: [anInvoice('K1', 'R1', fresh)] })
    const after = anImport({ id: 'L-2', asOf: noon, items: [anInvoice('K1', 'R1', fresh)] })
    assert.deepEqual(
      [[during], [during, after], [after, during]].map((imports) => foldImports(imports).partDay),
      [true, undefined, undefined],
    )
  })
})
