import assert from 'node:assert/strict'
import { createPullDesk, pullEveryMs } from '../../../domain/receivables/pull-desk.ts'
import type { PulledLedger } from '../../../domain/ports/ledger-source.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { fakeBooks } from '../../kit/fake-books.ts'
import { aLedgerDesk, incoming, lin, mei, ok, wang } from './a-ledger-desk.ts'
import { anInvoice, open, policy } from './an-import.ts'

const invoices = (count: number) =>
  Array.from({ length: count }, (_, at) => anInvoice(`K${at}`, `R${at}`, { due: '2026-03-20' }))

function showing(count: number, asOf: PulledLedger['asOf'] = '2026-03-30'): PulledLedger {
  const { file, ...reading } = incoming({ items: invoices(count), asOf })
  void file
  return { ...reading, notes: [{ code: 'sums-agree', accounts: count }] }
}

const silent = new OutsideFault({ service: 'business-central', kind: 'unreachable' })
const refused = new OutsideFault({ service: 'business-central', kind: 'unauthorised' })

function aPullDesk() {
  let at: Instant = '2026-03-30T06:00:00.000Z'
  const now = () => (at = later(at, 1))
  const { desk: ledger, store } = aLedgerDesk([], now)
  const books = fakeBooks(showing(20))
  const parts = { store, ledger, sources: [books], policy, now }
  return {
    books,
    ledger,
    store,
    pulls: createPullDesk(parts),
    impatient: createPullDesk({ ...parts, wait: async () => undefined }),
    pass: (ms: number) => void (at = later(at, ms)),
  }
}

describe('reading books by itself', () => {
  it('begins at once, and goes on a few times a day', async () => {
    const { pulls, books, ledger, pass } = aPullDesk()
    await pulls.pass()
    await pulls.pass()
    assert.deepEqual([books.readings, open(ledger.current()).length], [1, 20])
    pass(pullEveryMs.usually - 60_000)
    await pulls.pass()
    assert.equal(books.readings, 1)
    pass(60_000)
    await pulls.pass()
    assert.equal(books.readings, 2)
    const [state] = pulls.states()
    assert.deepEqual([state?.last?.kind, state?.okAt === state?.triedAt], ['unchanged', true])
  })

  it('tries again soon where there was no answer, and later where it was refused', async () => {
    for (const [fault, everyMs] of [
      [silent, pullEveryMs.afterSilence],
      [refused, pullEveryMs.afterNo],
    ] as const) {
      const { pulls, books, pass } = aPullDesk()
      books.spoil(fault)
      await pulls.pass()
      assert.deepEqual([pulls.states()[0]?.last, pulls.states()[0]?.okAt], [{ kind: 'failed', fault }, null])
      pass(everyMs - 60_000)
      await pulls.pass()
      assert.equal(books.readings, 1)
      pass(60_000)
      await pulls.pass()
      assert.equal(books.readings, 2)
    }
  })

  it('remembers when it last went well', async () => {
    const { pulls, books, pass } = aPullDesk()
    await pulls.pass()
    const { okAt } = pulls.states()[0] ?? {}
    pass(pullEveryMs.usually)
    books.spoil(silent)
    await pulls.pass()
    assert.deepEqual([pulls.states()[0]?.last?.kind, pulls.states()[0]?.okAt], ['failed', okAt])
  })

  it('never reads the same books twice at once, whoever asks', async () => {
    const { pulls, books, store } = aPullDesk()
    const letGo = books.hold()
    const both = Promise.all([pulls.pass(), pulls.pull(mei), pulls.pull(wang)])
    letGo()
    await both
    assert.deepEqual([books.readings, (await store.list('ledger-import')).length], [1, 1])
  })

  it('answers whoever asks after a while, though the reading goes on', async () => {
    const { impatient, books, ledger } = aPullDesk()
    const letGo = books.hold()
    const [state] = (await impatient.pull(mei)) ?? []
    assert.deepEqual([state?.isReading, state?.last], [true, null])
    letGo()
    await impatient.pass()
    assert.deepEqual([books.readings, open(ledger.current()).length], [1, 20])
  })

  it('tells what should be known of what was read last, also where that changes nothing', async () => {
    const { pulls, books } = aPullDesk()
    await pulls.pass()
    books.show({ ...showing(20), notes: [{ code: 'credits-in-full', documents: 2 }] })
    await pulls.pull(mei)
    const [state] = pulls.states()
    assert.deepEqual([state?.last?.kind, state?.notes], ['unchanged', [{ code: 'credits-in-full', documents: 2 }]])
  })

  it('tells the source under which name it has those books, also of books that an older desk read', async () => {
    const { pulls, books, pass } = aPullDesk()
    const day = 24 * 3_600_000
    await pulls.pass()
    books.show({ ...showing(20, '2026-03-31'), books: 'c-1' })
    pass(day)
    await pulls.pass()
    assert.equal(books.knownAs, null, 'the first reading did not say which they were')
    pass(day)
    await pulls.pass()
    assert.equal(books.knownAs, 'NIMBUS')
    books.show({ ...showing(20, '2026-04-02'), books: 'c-2' })
    pass(day)
    await pulls.pass()
    assert.equal(books.knownAs, null, 'other books are other debts')
  })

  it('reads for nobody who may not import', async () => {
    const { pulls, books } = aPullDesk()
    assert.equal(await pulls.pull(lin), null)
    assert.equal(books.readings, 0)
  })

  it('says in the trail who asked, or that nobody did', async () => {
    const { pulls, store, books } = aPullDesk()
    await pulls.pass()
    books.show(showing(21))
    await pulls.pull(mei)
    const all = await store.list('ledger-import')
    assert.deepEqual(
      all.map(({ value: { by, staff, file, pulled } }) => [by, staff, file, pulled?.source, pulled?.notes.length]),
      [
        ['desk', null, 'Business Central', 'business-central', 1],
        ['mei', 'mei', 'Business Central', 'business-central', 1],
      ],
    )
  })

  it('asks once where much would be closed, and does not read on before that is decided', async () => {
    const { pulls, books, store, ledger, pass } = aPullDesk()
    await pulls.pass()
    books.show(showing(17))
    pass(pullEveryMs.usually)
    await pulls.pass()
    for (let each = 0; each < 3; each += 1) {
      pass(pullEveryMs.usually)
      await pulls.pass()
    }
    assert.deepEqual([books.readings, (await store.list('ledger-import')).length], [2, 2])
    assert.equal(pulls.states()[0]?.last?.kind, 'waits')
    assert.equal(ok(await ledger.confirm({ case: 'L-2', version: 1 }, wang)).status, 'active')
    pass(pullEveryMs.afterSilence)
    await pulls.pass()
    assert.deepEqual([books.readings, pulls.states()[0]?.last?.kind], [3, 'unchanged'])
  })

  it('asks again not before the next day where somebody said no, unless somebody wants it', async () => {
    const { pulls, books, ledger, pass } = aPullDesk()
    await pulls.pass()
    books.show(showing(17))
    pass(pullEveryMs.usually)
    await pulls.pass()
    ok(await ledger.reject({ case: 'L-2', version: 1 }, wang))
    pass(pullEveryMs.usually)
    await pulls.pass()
    assert.deepEqual([books.readings, pulls.states()[0]?.last?.kind], [2, 'put-off'])
    books.show(showing(20))
    const [state] = (await pulls.pull(mei)) ?? []
    assert.deepEqual([books.readings, state?.last?.kind], [3, 'unchanged'])
  })

  it('puts off what was taken back today, and takes it over the next day', async () => {
    const { pulls, books, ledger, pass } = aPullDesk()
    books.show(showing(1))
    await pulls.pass()
    const asked = ok(await ledger.undo('L-1', 'mei', mei))
    if (asked.status === 'undo-asked') ok(await ledger.confirm({ case: 'L-1', version: 2 }, wang))
    pass(pullEveryMs.usually)
    await pulls.pass()
    assert.deepEqual([pulls.states()[0]?.last?.kind, ledger.current().asOf], ['put-off', null])
    books.show(showing(1, '2026-03-31'))
    pass(20 * 3_600_000)
    await pulls.pass()
    assert.equal(ledger.current().asOf, '2026-03-31')
  })

  it('does not believe books that show nothing at all', async () => {
    const { pulls, books } = aPullDesk()
    books.show(showing(0))
    await pulls.pass()
    assert.deepEqual(pulls.states()[0]?.last, { kind: 'not-taken', refusal: { code: 'empty' } })
  })
})
