import assert from 'node:assert/strict'
import { aCustomer, aSeed, aSimulator, guidOf, harbor, stopSimulators } from './a-seed.ts'
import { caller } from './direct.ts'

describe('the simulated customers (facts 5)', () => {
  afterEach(stopSimulators)

  const names = ({ body }: { body: Record<string, unknown> }) =>
    (body['items'] as { companyProfile: { companyName: string } }[]).map(
      ({ companyProfile }) => companyProfile.companyName,
    )
  const filter = (Field: string, Value: string, Operator = 'starts_with') =>
    `/v1/customers?size=0&filter=${encodeURIComponent(JSON.stringify({ Field, Value, Operator }))}`

  it('come in pages, the next one by token and seek operation (4.4)', async () => {
    const call = await caller(await aSimulator({ seed: aSeed([], 2), switches: { nextLinks: 'sound' } }))
    const first = await call('/v1/customers?size=2')
    assert.deepEqual(names(first), ['Harbor Lane Foods', 'Neighbour 0'])
    const token = String(first.body['continuationToken'])
    assert.deepEqual(first.body['links'], {
      next: {
        uri: '/customers?size=2&seekOperation=Next',
        method: 'GET',
        headers: [{ key: 'MS-ContinuationToken', value: token }],
      },
    })
    const headers = { 'MS-ContinuationToken': token }
    const last = await call('/v1/customers?size=2&seekOperation=Next', { headers })
    assert.deepEqual(names(last), ['Neighbour 1'])
    assert.equal(last.body['continuationToken'], undefined)
    assert.equal((await call('/v1/customers?size=2', { headers })).status, 400)
    assert.equal((await call('/v1/customers?size=2&seekOperation=Next')).status, 400)
  })

  it('are found by the beginning of a name or domain, in any case, and by nothing else', async () => {
    const harbour = aCustomer({ id: guidOf(1), name: 'Harbour Ltd', domain: 'other.example', subscriptions: [] })
    const simulator = await aSimulator({ switches: { customersPerPage: 1 } })
    simulator.add(harbour)
    const call = await caller(simulator)
    assert.deepEqual(names(await call(filter('CompanyName', 'HARBO'))), ['Harbor Lane Foods', 'Harbour Ltd'])
    assert.deepEqual(names(await call(filter('Domain', 'Other'))), ['Harbour Ltd'])
    assert.deepEqual(names(await call(filter('CompanyName', 'Lane'))), [])
    assert.equal((await call(filter('CompanyName', 'Lane', 'contains'))).status, 400)
    assert.equal((await call(filter('PostCode', '1'))).status, 400)
    assert.equal((await call('/v1/customers?size=0&filter=%7B')).status, 400)
  })

  it('by id, or 404 60003, or 400 900118 (6.6)', async () => {
    const call = await caller(await aSimulator())
    const found = await call(`/v1/customers/${harbor}`)
    assert.deepEqual([found.body['id'], found.body['commerceId']], [harbor, harbor])
    const strange = await call(`/v1/customers/${guidOf(9)}`)
    assert.deepEqual([strange.status, strange.body['code']], [404, '60003'])
    const malformed = await call('/v1/customers/account:17')
    assert.deepEqual([malformed.status, malformed.body['code']], [400, '900118'])
  })
})
