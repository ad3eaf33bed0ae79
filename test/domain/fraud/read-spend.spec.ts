import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { anOperatorCustomer, contoso } from '../../kit/builders.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import { fakeSpending } from '../../kit/fake-spending.ts'
import { anOffice, contosoSubscriptions } from '../../dialogs/an-office.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })

async function anAlertedOffice(signals: readonly ReturnType<typeof aSignal>[]) {
  const spending = fakeSpending()
  const office = await anOffice({
    customers: [[anOperatorCustomer({ lane: 'global', name: 'Contoso' }), contosoSubscriptions]],
    accounts: [],
    matches: [],
    items: [],
    spending: { global: spending },
  })
  await office.desk.alerts.take('global', signals)
  await office.pass(0)
  const spends = async () => (await office.desk.alerts.all()).map(({ spend }) => spend?.amounts ?? null)
  return { office, spending, spends }
}

const azure = (id: string, changes = {}) => aSignal({ id, customer: contoso, subscription: id, ...changes })

describe('reading what alerts have cost', () => {
  it('asks once for each customer, keeps the growth for each alert, and tells people once it has grown', async () => {
    const { office, spending, spends } = await anAlertedOffice([azure('az-1'), azure('az-2')])
    spending.put(contoso, { used: eur(10_000) })
    await office.desk.alerts.readSpend()
    assert.equal(spending.asked, 1)
    assert.deepEqual(await spends(), [[eur(0)], [eur(0)]])

    await office.pass(3_600_000)
    spending.put(contoso, { used: eur(16_000) })
    await office.desk.alerts.readSpend()
    assert.deepEqual(await spends(), [[eur(6_000)], [eur(6_000)]])
    await office.desk.alerts.tend()
    const [first] = await office.desk.alerts.all()
    const trail = (await office.store.auditOf(first?.id ?? '')).map(({ what }) => what)
    assert(trail.includes('fraud-alert.spend-read') && trail.includes('fraud-alert.grown'))
  })

  it('writes nothing where nothing changed', async () => {
    const { office, spending } = await anAlertedOffice([azure('az-1')])
    spending.put(contoso, { used: eur(10_000) })
    await office.desk.alerts.readSpend()
    const version = async () => (await office.store.list('fraud-alert'))[0]?.version
    const before = await version()
    await office.desk.alerts.readSpend()
    assert.equal(await version(), before)
  })

  it('leaves unknown what the operator does not say or cannot be asked, and asks again', async () => {
    const { office, spending, spends } = await anAlertedOffice([azure('az-1')])
    await office.desk.alerts.readSpend()
    spending.spoil(new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' }))
    await office.desk.alerts.readSpend()
    assert.deepEqual(await spends(), [null])
    spending.put(contoso, { used: eur(1) })
    await office.desk.alerts.readSpend()
    assert.deepEqual(await spends(), [[eur(0)]])
  })

  it('asks nothing for tests, for what is no Azure, and in a lane without spending', async () => {
    const { office, spending } = await anAlertedOffice([
      azure('az-1', { isTest: true }),
      azure('seats-1', { source: 'desk' }),
    ])
    await office.desk.alerts.take('china', [azure('az-9', { lane: 'china' })])
    await office.desk.alerts.readSpend()
    assert.equal(spending.asked, 0)
  })
})
