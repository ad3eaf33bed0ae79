import assert from 'node:assert/strict'
import { audienceOf } from '../../../domain/cases/audience.ts'
import { waitsForDecision } from '../../../domain/cases/case.ts'
import type { ImportRecord } from '../../../domain/receivables/ledger-import.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { aLedgerDesk, imported, importing, incoming, lin, mei, ok, refusalOf, wang } from './a-ledger-desk.ts'
import { anInvoice, aPerson, open } from './an-import.ts'

const week = 7 * 24 * 3_600_000
const morning: Instant = '2026-03-31T10:00:00.000Z'
const invoices = (count: number, due: `2026-${string}-20`) =>
  Array.from({ length: count }, (_, at) => anInvoice(`K${at}`, `R${at}`, { due: due as '2026-03-20' }))
/** Closes eighteen of twenty, so that it needed a second person itself. */
const two = incoming({ items: invoices(2, '2026-03-20') })

async function aDeskWith(after = two) {
  let now = morning
  const parts = aLedgerDesk([], () => now)
  await imported(parts.desk, incoming({ items: invoices(20, '2026-01-20') }), mei).then(confirmed(parts.desk))
  await imported(parts.desk, after, mei).then(confirmed(parts.desk))
  return { ...parts, setTime: (at: Instant) => (now = at) }
}
const confirmed = (desk: ReturnType<typeof aLedgerDesk>['desk']) => async (record: ImportRecord) => {
  if (record.status === 'pending') ok(await desk.confirm({ case: record.id, version: 1 }, wang))
}
const deeds = async ({ store }: Pick<ReturnType<typeof aLedgerDesk>, 'store'>, id = 'L-2') =>
  (await store.auditOf(id)).map(({ what, by, details }) => [what.replace('ledger-import.', ''), by, details?.['staff']])

describe('taking an import back that changes much', () => {
  it('asks a second person, with what it would change, and leaves the books as they are until then', async () => {
    const parts = await aDeskWith()
    const { desk, store } = parts
    const record = ok(await desk.undo('L-2', 'console:root', mei))
    assert(record.status === 'undo-asked')
    assert.deepEqual(record.undo.effect.guard, ['many-newly-due'])
    assert.equal(record.undo.effect.opened, 18)
    assert.equal(open(desk.current()).length, 2)
    assert.deepEqual((await deeds(parts)).at(-1), ['undo-asked', 'console:root', 'mei'])
    const due = (await store.takeDue(morning, 99)).map(({ order }) => order)
    assert.deepEqual(due.slice(-2), [
      { kind: 'update-cards', case: 'L-2' },
      { kind: 'remind-case', case: 'L-2' },
    ])
    const ends = (await store.takeDue(later(morning, week), 99)).filter(({ order }) => order.kind === 'expire-case')
    assert.deepEqual(ends.at(-1), {
      ...ends.at(-1),
      order: { kind: 'expire-case', case: 'L-2' },
      dueAt: later(morning, week),
    })
    assert.equal(ends.length, 3, 'one for each import that was asked about, and one for this')
    assert.equal(waitsForDecision({ kind: 'ledger-import', value: record, version: 3 }), true)
    assert.equal(audienceOf({ kind: 'ledger-import', value: record }).except, 'mei')
  })

  it('cannot be asked by a console without a name, nor twice', async () => {
    const { desk } = await aDeskWith()
    assert.equal(refusalOf(await desk.undo('L-2', 'console:root', null)).code, 'name-yourself')
    ok(await desk.undo('L-2', 'console:root', mei))
    assert.equal(refusalOf(await desk.undo('L-2', 'console:root', wang)).code, 'undo-asked-before')
  })

  it('is agreed to by somebody else, who may; then it is taken back, whole', async () => {
    const parts = await aDeskWith()
    const { desk, store, restarted } = parts
    const asking = aPerson('ada', 'approver')
    ok(await desk.undo('L-2', 'console:root', asking))
    const { version = 0 } = (await store.get('ledger-import', 'L-2')) ?? {}
    const at = { case: 'L-2', version }
    assert.deepEqual(refusalOf(await desk.confirm(at, asking)), { code: 'own-import' })
    assert.deepEqual(refusalOf(await desk.confirm(at, lin)), { code: 'not-allowed' })
    const again = restarted()
    await again.start()
    const record = ok(await again.confirm(at, wang))
    assert.equal(record.status === 'undone' && record.undoneBy, 'console:root')
    assert.equal(open(again.current()).length, 20)
    assert.deepEqual((await deeds(parts)).at(-1)?.slice(0, 2), ['undone', 'wang'])
    assert.equal(refusalOf(await desk.confirm(at, wang)).code, 'already-decided')
  })

  it('is refused by a no, and the import counts on', async () => {
    const parts = await aDeskWith()
    const { desk, store } = parts
    ok(await desk.undo('L-2', 'console:root', mei))
    const { version = 0 } = (await store.get('ledger-import', 'L-2')) ?? {}
    assert.deepEqual(refusalOf(await desk.reject({ case: 'L-2', version }, lin)), { code: 'not-allowed' })
    assert.equal(ok(await desk.reject({ case: 'L-2', version }, wang)).status, 'active')
    assert.equal((await deeds(parts)).at(-1)?.[0], 'undo-rejected')
    assert.equal(open(desk.current()).length, 2)
    ok(await desk.undo('L-2', 'console:root', mei))
  })

  it('is planned afresh at the yes: where it would now do something else, the card is mended instead', async () => {
    const { desk, store } = await aDeskWith()
    ok(await desk.undo('L-2', 'console:root', mei))
    await imported(
      desk,
      incoming({
        complete: false,
        items: [anInvoice('K0', 'R0', { due: '2026-03-20', open: { minor: 700, currency: 'EUR' } })],
      }),
    )
    const version = async () => (await store.get('ledger-import', 'L-2'))?.version ?? 0
    const shown = await version()
    const refusal = refusalOf(await desk.confirm({ case: 'L-2', version: shown }, wang))
    assert.equal(refusal.code, 'effect-changed')
    assert.equal(await version(), shown + 1)
    assert.equal(ok(await desk.confirm({ case: 'L-2', version: shown + 1 }, wang)).status, 'undone')
  })

  it('is asked for a week; then the import counts on', async () => {
    const { desk, store, setTime } = await aDeskWith()
    ok(await desk.undo('L-2', 'console:root', mei))
    await desk.expire('L-2')
    assert.equal((await store.get('ledger-import', 'L-2'))?.value.status, 'undo-asked')
    setTime(later(morning, week))
    const { version = 0 } = (await store.get('ledger-import', 'L-2')) ?? {}
    assert.deepEqual(refusalOf(await desk.confirm({ case: 'L-2', version }, wang)), { code: 'expired' })
    await desk.expire('L-2')
    assert.equal((await store.get('ledger-import', 'L-2'))?.value.status, 'active')
    assert.equal(open(desk.current()).length, 2)
  })
})

describe('an import that waits for a second person', () => {
  it('waits for a week, and is over then, with an audit entry and its card brought up to date', async () => {
    let now = morning
    const parts = aLedgerDesk([], () => now)
    const { desk, store } = parts
    ok(await importing(desk, incoming({ items: invoices(20, '2026-01-20') }), mei))
    const promised = (await store.takeDue('2027-01-01T00:00:00.000Z', 9)).find(
      ({ order }) => order.kind === 'expire-case',
    )
    assert.equal(promised?.dueAt, later(morning, week))
    now = later(morning, week)
    assert.deepEqual(refusalOf(await desk.confirm({ case: 'L-1', version: 1 }, wang)), { code: 'expired' })
    await desk.expire('L-1')
    assert.equal((await store.get('ledger-import', 'L-1'))?.value.status, 'expired')
    assert.deepEqual((await deeds(parts, 'L-1')).at(-1), ['expired', 'desk', 'mei'])
    assert.deepEqual(
      (await store.takeDue(now, 9)).map(({ order }) => order.kind),
      ['update-cards', 'tell-staff'],
    )
    await desk.expire('L-1')
    assert.equal((await deeds(parts, 'L-1')).length, 2)
  })
})
