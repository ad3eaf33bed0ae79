import assert from 'node:assert/strict'
import { ledgerFindings } from '../../../bot/cli/ledger-findings.ts'
import { readConfig } from '../../../bot/config.ts'
import { someBooks, stopBooks, type BooksAt } from '../../adapters/business-central/some-books.ts'
import { anOpenDesk } from '../an-open-desk.ts'

const settingsOf = ({ simulator: { connection } }: BooksAt) => ({
  DESK_MODE: 'demo',
  BUSINESS_CENTRAL_TENANT_ID: connection.tenantId,
  BUSINESS_CENTRAL_CLIENT_ID: connection.clientId,
  BUSINESS_CENTRAL_CLIENT_SECRET: connection.clientSecret,
  BUSINESS_CENTRAL_API_URL: connection.apiUrl,
  BUSINESS_CENTRAL_LOGIN_URL: connection.loginUrl,
})

describe('the doctor on the ledger', () => {
  afterEach(stopBooks)

  const lines = async (books: BooksAt, changes: Readonly<Record<string, string>> = {}) => {
    const open = await anOpenDesk()
    const config = readConfig({ ...settingsOf(books), ...changes })
    return (await ledgerFindings({ ...open, config })).map(({ state, line }) => `${state} ${line}`)
  }
  const none = 'look ledger: none yet; say “pull ledger” in chat'

  it('says whose books they are', async () => {
    assert.deepEqual(await lines(await someBooks()), [
      none,
      'ok books Business Central: lets us in, company NIMBUS (EUR); read by the running desk only',
    ])
  })

  it('says what is kept from us', async () => {
    const [, , line] = await lines(await someBooks({}, { forbidden: ['agedAccountsReceivables'] }))
    assert.equal(
      line,
      'look books Business Central: may not read agedAccountsReceivables; give the app the permission to read them there',
    )
  })

  const wrong: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [
      { BUSINESS_CENTRAL_CLIENT_SECRET: 'hunter2' },
      /unauthorised, 401, invalid_client; check BUSINESS_CENTRAL_CLIENT_ID/,
    ],
    [{ BUSINESS_CENTRAL_ENVIRONMENT: 'Sandbox' }, /not-found, 404, .*; check BUSINESS_CENTRAL_TENANT_ID and BUSINESS/],
    [
      { BUSINESS_CENTRAL_COMPANY: 'Nowhere' },
      /BUSINESS_CENTRAL_COMPANY names none of its companies \(there are: NIMBUS\)/,
    ],
  ]
  for (const [changes, expected] of wrong)
    it(`says what to do where ${Object.keys(changes).join()} is wrong`, async () => {
      const [, line = ''] = await lines(await someBooks(), changes)
      assert.match(line, /^wrong books Business Central: /)
      assert.match(line, expected)
      assert.doesNotMatch(line, /hunter2/)
    })

  it('names a file to import where no books are read', async () => {
    const open = await anOpenDesk()
    assert.deepEqual(await ledgerFindings(open), [
      { state: 'look', line: 'ledger: none yet; npm run desk -- import FILE.csv' },
    ])
  })
})
