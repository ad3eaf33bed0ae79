import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { anActingLane, anOperatorCustomer, contoso, mei, sam, wang } from '../../kit/builders.ts'
import { fakeSpending, type FakeSpending } from '../../kit/fake-spending.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions } from '../an-office.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })

async function anAzureOffice(used: boolean, lane: 'global' | 'china' = 'global') {
  const spending = fakeSpending()
  spending.put(contoso, used ? { used: eur(12_300) } : {})
  const office = await anOffice({
    staff: [mei, wang, sam],
    customers: [[anOperatorCustomer({ lane, name: 'Contoso' }), contosoSubscriptions]],
    accounts: [],
    matches: [],
    items: [],
    notices: [],
    spending: { global: spending },
  })
  return { office, spending }
}

/** Asked and approved; what is due then is kept. */
async function approved(office: Office) {
  await before(office, 'Mei: budget contoso 500')
  return office.desk.budgets.approve({ case: 'U-1', version: 1 }, wang)
}
const stands = async (office: Office) => {
  const value = (await office.store.get('budget', 'U-1'))?.value
  return value && 'act' in value ? value.act.result : value?.status
}
const calls = ({ told }: FakeSpending) => told.map(({ amount, intent }) => [amount?.minor, intent])

describe('a spending budget', () => {
  it('is asked for in the operator’s currency, set by a second person and read back', async () => {
    const { office, spending } = await anAzureOffice(true)
    await transcript(
      office,
      `
      Mei: budget contoso 500
      Bot: U-1: Azure budget of Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           At Partner Center: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: no account is matched to this customer
           New monthly budget: EUR 500.00
           Until now: none set
           Used this month when asked: EUR 123.00
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           …
      Bot to Wang: U-1: Azure budget of Contoso
           …
      Wang: [Set this budget]
      Bot changes: U-1: Azure budget of Contoso
           …
      Bot to Mei: U-1: Azure budget of Contoso
           …
      Bot changes for Mei: U-1: Azure budget of Contoso
           …
      Bot changes: U-1: Azure budget of Contoso
           Set, and confirmed by Partner Center Mar 31, 2025, 10:00 AM.
           …
      `,
    )
    assert.deepEqual(
      spending.told.map(({ amount }) => amount),
      [eur(50_000)],
    )
    assert.deepEqual(await stands(office), { state: 'done', at: office.now(), confirmed: true })
  })

  it('waits alone: who asks next hears which request waits; and one that stands by then is over when it is approved', async () => {
    const { office, spending } = await anAzureOffice(true)
    await before(office, 'Mei: budget contoso 500')
    await transcript(
      office,
      `
      Wang: budget contoso 700
      Bot: U-1 asks for a budget of this customer already and is under way: say “U-1” to see it.
      Wang: U-1
      Bot: U-1: Azure budget of Contoso
           …
      `,
    )
    spending.put(contoso, { amount: eur(50_000) })
    await transcript(
      office,
      `
      Wang: [Set this budget]
      Bot changes: U-1: Azure budget of Contoso
           It stood there already; nothing was sent.
           …
      Bot to Mei: U-1: Azure budget of Contoso
           It stood there already; nothing was sent.
      Bot changes for Mei: U-1: Azure budget of Contoso
           …
      Bot changes: U-1: Azure budget of Contoso
           …
      `,
    )
    assert.equal(spending.told.length, 0)
  })

  it('is never set by who asked, nor by somebody who may not', async () => {
    const { office, spending } = await anAzureOffice(true)
    await before(office, 'Mei: budget contoso 500')
    for (const by of [mei, sam]) assert(!(await office.desk.budgets.approve({ case: 'U-1', version: 1 }, by)).ok)
    await office.pass(0)
    assert.equal(spending.told.length, 0)
  })

  it('carries the same intent on every retry, and does not call again where it stands', async () => {
    const { office, spending } = await anAzureOffice(true)
    await approved(office)
    // The look, the call, and the next look and call.
    spending.spoil(null, new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' }))
    await office.pass(0)
    assert.equal(((await stands(office)) as { state: string }).state, 'sent')
    await office.pass(60_000)
    assert.deepEqual(await stands(office), { state: 'done', at: office.now(), confirmed: true })
    assert.equal(new Set(calls(spending).map(([, intent]) => intent)).size, 1)
  })

  it('is told as not confirmed where the operator took it and never shows it', async () => {
    const { office, spending } = await anAzureOffice(true)
    spending.forget()
    await approved(office)
    await office.pass(0)
    for (let hours = 0; hours < 26; hours += 1) await office.pass(3_600_000)
    const result = await stands(office)
    assert(typeof result === 'object' && result.state === 'done' && !result.confirmed, JSON.stringify(result))
    assert.equal(spending.told.length, 1)
  })

  it('is refused for good in the operator’s words', async () => {
    const { office, spending } = await anAzureOffice(true)
    await approved(office)
    spending.spoil(null, new OutsideFault({ service: 'partner-center:global', kind: 'refused', code: '800' }))
    await office.pass(0)
    const result = await stands(office)
    assert(typeof result === 'object' && result.state === 'failed')
  })

  it('is not sent where the lane only watches, and waits while it is stopped', async () => {
    const watching = await anAzureOffice(true)
    await approved(watching.office)
    const lane = await watching.office.store.get('lane', 'global')
    const mode = { ...anActingLane('global').mode, acts: false }
    await watching.office.store.commit({
      save: [{ kind: 'lane', id: 'global', value: anActingLane('global', { mode }), basedOn: lane?.version ?? null }],
    })
    await watching.office.pass(0)
    assert.deepEqual(await stands(watching.office), { state: 'skipped', at: watching.office.now(), why: 'watch-only' })

    const stopped = await anAzureOffice(true)
    await approved(stopped.office)
    const acting = await stopped.office.store.get('lane', 'global')
    const halted = anActingLane('global', { stopped: { by: 'wang', at: stopped.office.now(), case: 'W-1' } })
    await stopped.office.store.commit({
      save: [{ kind: 'lane', id: 'global', value: halted, basedOn: acting?.version ?? null }],
    })
    await stopped.office.pass(0)
    assert.deepEqual(await stands(stopped.office), { state: 'waiting' })
    assert.equal(stopped.spending.told.length + watching.spending.told.length, 0)
  })

  it('needs a currency that is known, one amount, and a lane with Azure', async () => {
    const { office } = await anAzureOffice(false)
    await transcript(
      office,
      `
      Mei: budget contoso 500
      Bot: In which currency? The operator shows none for Contoso yet. For example: budget Contoso 500 EUR
      Mei: budget contoso
      Bot: How much a month? For example: budget Contoso 500 EUR
      `,
    )
    const other = await anAzureOffice(true)
    await transcript(
      other.office,
      `
      Mei: budget contoso 500 USD
      Bot: The operator keeps the Azure of this customer in EUR: name the budget in it.
      Mei: budget contoso 0
      Bot: A budget must be above nothing.
      `,
    )
    const china = await anAzureOffice(true, 'china')
    await transcript(
      china.office,
      `
      Mei: budget contoso 500
      Bot: No Azure is sold at 21Vianet: there is no budget to set.
      `,
    )
  })

  it('is missed where none is set: the list names who uses Azure without one', async () => {
    const { office, spending } = await anAzureOffice(true)
    await transcript(
      office,
      `
      Mei: budgets
      Bot: Azure customers without a spending budget
           Contoso (Partner Center): EUR 123.00 used this month
           Set one with: budget contoso 500 EUR. The operator warns by it and stops nothing; its figures are estimates, about a day late.
      `,
    )
    spending.put(contoso, { amount: eur(1) })
    assert.deepEqual(await office.desk.budgets.withoutBudget(), [{ lane: 'global', without: [] }])
    spending.spoil(new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' }))
    assert.deepEqual(await office.desk.budgets.withoutBudget(), [{ lane: 'global', without: 'unread' }])
  })
})
