import assert from 'node:assert/strict'
import { someBooks, stopBooks, company } from '../business-central/some-books.ts'

const seed = {
  customers: [{ number: '10000', displayName: 'Contoso' }],
  invoices: ['R-1', 'R-2', 'R-3'].map((number) => ({
    number,
    customer: '10000',
    date: '2026-01-15',
    due: '2026-02-14',
    total: 10,
  })),
}

/** Asks as any other client would, with the parts of the real protocol alone. */
async function asking(switches: object = {}) {
  const { simulator } = await someBooks(seed, switches)
  const { apiUrl, loginUrl, tenantId, environment, clientId, clientSecret } = simulator.connection
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'https://api.businesscentral.dynamics.com/.default',
  }
  const signIn = (changes: object = {}) =>
    fetch(`${loginUrl}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, ...changes }),
    })
  const { access_token: token } = (await (await signIn()).json()) as { access_token: string }
  const get = async (path: string, headers: Record<string, string> = { Authorization: `Bearer ${token}` }) => {
    const response = await fetch(`${apiUrl}/v2.0/${tenantId}/${environment}/api/v2.0/${path}`, { headers })
    const body = (await response.json()) as { value?: object[]; error?: { code: string }; '@odata.nextLink'?: string }
    return { status: response.status, body, retryAfter: response.headers.get('Retry-After') }
  }
  return { get, signIn, token, invoices: `companies(${company.id})/salesInvoices` }
}

describe('the simulated Business Central', () => {
  afterEach(stopBooks)

  it('signs in nobody but its app, for its own API', async () => {
    const { signIn } = await asking()
    const told = async (changes: object) => {
      const response = await signIn(changes)
      return [response.status, ((await response.json()) as { error: string }).error]
    }
    assert.deepEqual(await told({ client_secret: 'wrong' }), [401, 'invalid_client'])
    assert.deepEqual(await told({ scope: 'https://graph.microsoft.com/.default' }), [400, 'invalid_scope'])
    assert.deepEqual(await told({ grant_type: 'password' }), [400, 'unsupported_grant_type'])
  })

  it('tells nobody anything without a token', async () => {
    const { get, invoices } = await asking()
    const { status, body } = await get(invoices, {})
    assert.deepEqual([status, body.error?.code], [401, 'Authentication_InvalidCredentials'])
  })

  it('does not filter by what it works out, nor know a field that is not there', async () => {
    const { get, invoices } = await asking()
    for (const query of ['$filter=remainingAmount%20gt%200', '$select=openAmount', '$expand=payments'])
      assert.deepEqual([(await get(`${invoices}?${query}`)).status, query], [400, query])
  })

  it('gives smaller pages where it is asked to, and never larger ones', async () => {
    const { get, invoices, token } = await asking({ pageSize: 2 })
    const sized = async (size: number) => {
      const headers = { Authorization: `Bearer ${token}`, Prefer: `odata.maxpagesize=${size}` }
      const { body } = await get(invoices, headers)
      return [body.value?.length, body['@odata.nextLink'] !== undefined]
    }
    assert.deepEqual(
      [await sized(1), await sized(9)],
      [
        [1, true],
        [2, true],
      ],
    )
  })

  it('shows an empty list to whoever may not read posted invoices, and a no elsewhere', async () => {
    const { get, invoices } = await asking({ forbidden: ['salesInvoices', 'customers'], forbiddenSaid: '403' })
    assert.deepEqual((await get(invoices)).body.value, [])
    assert.equal((await get(`companies(${company.id})/customers`)).status, 403)
  })

  it('asks for a pause after too many requests in a minute', async () => {
    const { get, invoices } = await asking({ requestsPerMinute: 2 })
    const statuses = [await get(invoices), await get(invoices), await get(invoices)]
    assert.deepEqual(
      statuses.map(({ status, retryAfter }) => [status, retryAfter]),
      [
        [200, null],
        [200, null],
        [429, '60'],
      ],
    )
  })
})
