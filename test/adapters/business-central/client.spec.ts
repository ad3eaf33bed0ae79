import assert from 'node:assert/strict'
import { openBusinessCentralBooks } from '../../../adapters/business-central/business-central-books.ts'
import { isLoopback } from '../../../adapters/shared/loopback.ts'
import { OutsideFault, type FaultFacts } from '../../../domain/shared/outside-fault.ts'
import { someBooks, stopBooks, type BooksAt } from './some-books.ts'

const invoices = Array.from({ length: 8 }, (_, at) => ({
  number: `R-${at}`,
  customer: '10000',
  date: '2026-01-15',
  due: '2026-02-14',
  total: 10 + at,
}))
const seed = { customers: [{ number: '10000', displayName: 'Contoso' }], invoices }

async function faultOf(work: Promise<unknown>): Promise<FaultFacts> {
  const fault: unknown = await work.then(
    () => null,
    (cause: unknown) => cause,
  )
  assert(fault instanceof OutsideFault, String(fault))
  return fault.facts
}
const numbers = async ({ source }: BooksAt) => (await source.pull()).items.map(({ number }) => number)
const all = invoices.map(({ number }) => number)

describe('reading Business Central', () => {
  afterEach(stopBooks)

  it('follows the pages to the last, and asks for what it needs and no more', async () => {
    const opened = await someBooks(seed)
    assert.deepEqual(await numbers(opened), all)
    const asked = opened.simulator.calls.filter((call) => call.includes('/salesInvoices?'))
    assert.equal(asked.length, 3)
    assert.match(
      asked[0] ?? '',
      /^\/v2\.0\/books-tenant\/Production\/api\/v2\.0\/companies\(c0000000-[^)]*\)\/salesInvoices\?/,
    )
    assert.match(asked[0] ?? '', /\$select=number,status,invoiceDate,dueDate,/)
    assert.match(asked[0] ?? '', /\$filter=status eq 'Open' or status eq 'Corrective'/)
    assert.match(asked[1] ?? '', /\$skiptoken=3/)
  })

  for (const nextLinks of ['on-another-host', 'in-a-circle'] as const)
    it(`takes its token nowhere else, and half a list for none: a next page ${nextLinks}`, async () => {
      const { source } = await someBooks(seed, { nextLinks })
      const { kind, code } = await faultOf(source.pull())
      assert.deepEqual([kind, code], ['unreachable', 'unreadable'])
    })

  it('signs in once, and again when its token is no longer taken', async () => {
    const opened = await someBooks(seed)
    await numbers(opened)
    opened.simulator.revoke()
    assert.deepEqual(await numbers(opened), all)
  })

  it('does not use a token that is about to end', async () => {
    const opened = await someBooks(seed, { tokenLifetimeSeconds: 1200 })
    await numbers(opened)
    opened.turnTo('2026-03-31T10:16:00.000Z')
    opened.simulator.fault({ path: 'salesInvoices', then: { kind: 'answer', status: 500, body: '' } })
    assert.deepEqual(await numbers(opened), all)
    assert.deepEqual(opened.slept, [2000])
  })

  it('waits as long as it is asked to', async () => {
    const opened = await someBooks(seed)
    opened.simulator.fault({ path: 'customers', then: { kind: 'throttle', retryAfterSeconds: 40 } })
    assert.deepEqual(await numbers(opened), all)
    assert.deepEqual(opened.slept, [40_000])
  })

  it('hands on a wait that is too long, with its end', async () => {
    const { source, simulator, slept } = await someBooks(seed)
    simulator.fault({ path: 'customers', then: { kind: 'throttle', retryAfterSeconds: 600 } })
    const { kind, retryAfterMs, waitUntil } = await faultOf(source.pull())
    assert.deepEqual([kind, retryAfterMs, waitUntil], ['throttled', 600_000, '2026-03-31T10:10:00.000Z'])
    assert.deepEqual(slept, [])
  })

  it('tries again where there was no answer, and gives up in the end', async () => {
    const { source, simulator, slept } = await someBooks(seed)
    simulator.fault({ path: 'salesInvoices', times: 4, then: { kind: 'drop' } })
    assert.equal((await faultOf(source.pull())).kind, 'unreachable')
    assert.deepEqual(slept, [2_000, 10_000, 30_000])
  })

  it('tells a proxy’s page from an answer', async () => {
    const { source, simulator } = await someBooks(seed)
    simulator.fault({
      path: 'companies',
      times: 9,
      then: { kind: 'answer', status: 403, body: '<html>Blocked</html>' },
    })
    const { kind, code } = await faultOf(source.pull())
    assert.deepEqual([kind, code], ['unreachable', 'unreadable'])
  })

  it('says that our credential is the trouble where it is', async () => {
    const { source } = await someBooks(seed, {}, { clientSecret: 'wrong' })
    const { kind, code, description } = await faultOf(source.pull())
    assert.deepEqual([kind, code], ['unauthorised', 'invalid_client'])
    assert.doesNotMatch(description ?? '', /wrong/)
  })

  it('says that there is no such environment', async () => {
    const { source } = await someBooks(seed, {}, { environment: 'Sandbox' })
    assert.equal((await faultOf(source.pull())).kind, 'not-found')
  })

  it('calls nobody whose address may not be called', () => {
    const config = { tenantId: 't', clientId: 'c', clientSecret: 's', environment: 'Production', company: null }
    const deps = { fetch, now: () => '2026-03-31T10:00:00.000Z' as const, timeZone: 'UTC' }
    assert.throws(() => openBusinessCentralBooks({ ...config, allow: isLoopback }, deps), /may not be called/)
    assert.throws(() => openBusinessCentralBooks({ ...config, apiUrl: 'http://books.example' }, deps), /https only/)
  })
})
