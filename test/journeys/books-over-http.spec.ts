import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import {
  startBusinessCentralSimulator,
  type SimulatedBooks,
} from '../../adapters/simulators/business-central-simulator.ts'
import { addDays, dayAt, instantOf } from '../../domain/shared/time.ts'
import { failedTurns, newFolder, removeFolder, startDesk, type DeskProcess } from '../kit/demo-desk.ts'
import { endAll } from '../kit/processes.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson, type TeamsPerson } from '../kit/teams-person.ts'

const now = () => instantOf(Date.now())
const today = dayAt(now(), 'UTC')

/** Twenty customers with something not yet due, and one that is late, by too little for anybody to be asked. */
const others = Array.from({ length: 20 }, (_, at) => ({ number: `2000${at}`, displayName: `Quiet Customer ${at}` }))
const seed = {
  company: { id: 'c0000000-0000-4000-8000-000000000001', name: 'CRONUS International Ltd.' },
  customers: [{ number: '10000', displayName: 'Lakeshore Florist' }, ...others],
  invoices: [
    { number: 'PS-INV1', customer: '10000', date: addDays(today, -60), due: addDays(today, -40), total: 4.15 },
    ...others.map(({ number }, at) => ({
      number: `PS-INV2${at}`,
      customer: number,
      date: today,
      due: addDays(today, 30),
      total: 10 + at,
    })),
  ],
}

describe('a ledger that the desk reads from Business Central, over real HTTP', function () {
  this.timeout(400_000)
  let folder: string
  let books: SimulatedBooks
  let connector: TeamsConnector
  let desk: DeskProcess
  let mei: TeamsPerson

  const start = async () => {
    const { tenantId, clientId, clientSecret, apiUrl, loginUrl } = books.connection
    desk = await startDesk(folder, [], {
      BUSINESS_CENTRAL_TENANT_ID: tenantId,
      BUSINESS_CENTRAL_CLIENT_ID: clientId,
      BUSINESS_CENTRAL_CLIENT_SECRET: clientSecret,
      BUSINESS_CENTRAL_API_URL: apiUrl,
      BUSINESS_CENTRAL_LOGIN_URL: loginUrl,
    })
    mei = teamsPerson(desk.url, connector, 'Mei', 'aad-mei')
  }

  beforeEach(async () => {
    folder = await newFolder()
    books = await startBusinessCentralSimulator({ seed, now, newId: randomUUID })
    connector = await openTeamsConnector()
    await start()
  })
  afterEach(async () => {
    await endAll()
    await Promise.all([connector.close(), books.close()])
    await removeFolder(folder)
  })

  it('shows who is overdue there, until they have paid there', async () => {
    await mei.say('pull ledger')
    await mei.sees(/Business Central, read [^]*: it says (something new, imported as|the same as in) L-\d/)
    await mei.say('customer lakeshore florist')
    await mei.sees(/Lakeshore Florist[^]*overdue[^]*EUR\s4\.15/i)

    books.pay({ customer: '10000', amount: 4.15, date: today, for: 'PS-INV1' })
    await mei.say('pull ledger')
    await mei.sees(/it says something new, imported as L-\d/)
    await mei.say('customer lakeshore florist')
    // Known still, and nothing stands between who it is and how old that is.
    await mei.sees(/Lakeshore Florist\n[^\n]*\n[^\n]*“match NAME”\.\nLedger as of/)
    assert.deepEqual(await failedTurns(desk), [])
  })

  it('is the same after the desk was killed, and is not imported a second time', async () => {
    await mei.say('pull ledger')
    const [, first] = /L-(\d+)/.exec(await mei.sees(/Business Central, read [^]*L-\d+/)) ?? []
    await desk.end('SIGKILL')
    await start()
    await mei.say('pull ledger')
    await mei.sees(new RegExp(`it says the same as in L-${first ?? ''}`))
    assert.deepEqual(await failedTurns(desk), [])
  })
})
