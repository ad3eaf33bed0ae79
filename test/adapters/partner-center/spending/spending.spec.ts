import assert from 'node:assert/strict'
import { openClient } from '../../../../adapters/partner-center/client.ts'
import { openRequestIds } from '../../../../adapters/partner-center/request-ids.ts'
import { openSpending } from '../../../../adapters/partner-center/spending/spending.ts'
import { isLoopback } from '../../../../adapters/shared/loopback.ts'
import type { SwitchChange } from '../../../../adapters/simulators/partner-center/switches.ts'
import { aCustomer, aSimulator, aSubscription, guidOf, harbor, stopSimulators } from '../../simulators/a-seed.ts'
import { noOf } from '../at-the-operator.ts'
import { aConfig, anotherIntent, instantDeps, intent, json, scriptedFetch, type Scripted } from '../a-lane.ts'

const monthlyCharge = { amount: 620, currency: 'EUR' }
const plan = aSubscription({ id: guidOf(70), soldAs: 'azure-plan', monthlyCharge })

async function atTheOperator(switches: SwitchChange = {}, appOnly = false) {
  const neighbour = aCustomer({ id: guidOf(80), domain: 'n.example', subscriptions: [{ ...plan, id: guidOf(81) }] })
  const without = aCustomer({ id: guidOf(90), domain: 'w.example', subscriptions: [] })
  const customers = [aCustomer({ subscriptions: [plan] }), neighbour, without]
  const simulator = await aSimulator({ seed: { customers }, switches })
  const { connection, lane } = simulator
  const config = { lane, ...connection, allow: isLoopback, ...(appOnly && { refreshToken: undefined }) }
  return { simulator, spending: openSpending(openClient(config, instantDeps().deps), lane, openRequestIds()) }
}

function scripted(...answers: readonly Scripted[]) {
  const { fetch, said } = scriptedFetch(...answers)
  return { said, spending: openSpending(openClient(aConfig, instantDeps({ fetch }).deps), 'global', openRequestIds()) }
}

const euros = (minor: number) => ({ minor, currency: 'EUR' })
// Thirty days and a quarter of the thirty-one are over.
const used = euros(60_500)

describe('Azure spending', () => {
  afterEach(stopSimulators)

  for (const budgetShape of ['as-published', 'flat'] as const)
    it(`is read, set, read again and taken away, the budget’s JSON being ${budgetShape} (9.5)`, async () => {
      const { simulator, spending } = await atTheOperator({ budgetShape })
      assert.deepEqual(await spending.budget(harbor), { amount: null, used, percentUsed: null })
      await spending.setBudget(harbor, euros(50_050), intent)
      assert.deepEqual(simulator.budgets(), { [harbor]: 500.5 })
      assert.deepEqual(await spending.budget(harbor), { amount: euros(50_050), used, percentUsed: 120.88 })
      await spending.setBudget(harbor, null, anotherIntent)
      assert.equal((await spending.budget(harbor))?.amount, null)
    })

  it('lists everybody with Azure, also those without a budget, and nobody else', async () => {
    const { simulator, spending } = await atTheOperator()
    await spending.setBudget(guidOf(80), euros(100_000), intent)
    simulator.useAzure(guidOf(80), 395)
    assert.deepEqual(await spending.budgets(), [
      { customer: harbor, amount: null, used, percentUsed: null },
      { customer: guidOf(80), amount: euros(100_000), used: euros(100_000), percentUsed: 100 },
    ])
  })

  it('is not told to an app alone, nor where it is not offered, which is no fault', async () => {
    for (const { spending } of [await atTheOperator({}, true), await atTheOperator({ usageBudgets: 'not-offered' })])
      assert.deepEqual([await spending.budget(harbor), await spending.budgets()], [null, null])
  })

  it('takes no budget in another currency than the customer’s, or in one nobody can tell', async () => {
    const { simulator, spending } = await atTheOperator()
    const yen = { minor: 500, currency: 'JPY' }
    assert.deepEqual(await noOf(spending.setBudget(harbor, yen, intent)), ['refused', 'currency-differs'])
    const { spending: alone } = await atTheOperator({}, true)
    assert.deepEqual(await noOf(alone.setBudget(harbor, euros(500), intent)), ['refused', 'currency-unknown'])
    assert.deepEqual(simulator.budgets(), {})
  })

  it('may be told again with the same intent when no answer came', async () => {
    const { simulator, spending } = await atTheOperator()
    simulator.fault({ method: 'PATCH', times: 4, when: 'after', then: { kind: 'drop' } })
    assert.equal((await noOf(spending.setBudget(harbor, euros(500), intent)))[0], 'unreachable')
    await spending.setBudget(harbor, euros(500), intent)
    assert.deepEqual(simulator.budgets(), { [harbor]: 5 })
  })

  it('says a budget as published: PascalCase, whole units, no currency', async () => {
    const { said, spending } = scripted(json({ currencyCode: 'JPY', totalCost: 1 }), json({}))
    await spending.setBudget(harbor, { minor: 5000, currency: 'JPY' }, intent)
    const [, patch] = said
    assert.equal(patch?.body, '{"Amount":5000,"Attributes":{"ObjectType":"SpendingBudget"}}')
    assert.equal(patch.headers.get('MS-RequestId'), intent)
  })

  it('has another id after a no', async () => {
    const { said, spending } = scripted(json({ code: '800002' }, 400), json({}))
    await noOf(spending.setBudget(harbor, null, intent))
    await spending.setBudget(harbor, null, intent)
    assert.equal(new Set(said.map(({ headers }) => headers.get('MS-RequestId'))).size, 2)
  })

  describe('of recorded answers', () => {
    const summary = (over: object) => ({ currencyCode: 'GBP', totalCost: 28.82860766744405, budget: {}, ...over })
    const pounds = (minor: number) => ({ minor, currency: 'GBP' })
    const budgetOf = (usage: object, budget: unknown) =>
      scripted(json(usage), typeof budget === 'string' ? () => new Response(budget) : json(budget)).spending.budget(
        harbor,
      )

    it('a budget that cannot be read is not taken for none', async () => {
      for (const amount of ['1,000.00', 'much', {}]) {
        assert.equal((await noOf(budgetOf(summary({}), { amount })))[1], 'unreadable')
        const usage = { ...summary({ budget: { amount } }), resourceId: harbor }
        assert.deepEqual(await scripted(json({ items: [usage] })).spending.budgets(), [])
      }
    })

    for (const [what, body, amount] of [
      [
        'a budget as published',
        '{\n {\n "amount": 100,\n "attributes":{"objectType":"SpendingBudget"}\n },\n "links":{}\n}',
        10_000,
      ],
      [
        'one whose second name alone is there',
        { usageSpendingBudget: 97, attributes: { objectType: 'SpendingBudget' } },
        9_700,
      ],
      ['one in PascalCase, as text', { Amount: '97.50', Attributes: { ObjectType: 'SpendingBudget' } }, 9_750],
      ['one inside another object', { budget: { amount: 5 } }, 500],
      ['none', { attributes: { objectType: 'SpendingBudget' } }, null],
      ['none, said', { amount: null, attributes: { objectType: 'SpendingBudget' } }, null],
      ['none of no money', { amount: 0 }, 0],
    ] as const)
      it(what, async () => {
        const read = await budgetOf(summary({}), body)
        assert.deepEqual(read?.amount, amount === null ? null : pounds(amount))
        assert.deepEqual(read.used, pounds(2883))
      })

    for (const body of [{}, [], 'hello', '<html>', { message: 'no' }])
      it(`is a fault where it is no budget: ${JSON.stringify(body)}`, async () => {
        assert.deepEqual(await noOf(budgetOf(summary({}), body)), ['unreachable', 'unreadable'])
      })

    for (const [said, currency] of [
      [{ currencyCode: 'sek' }, 'SEK'],
      [{ currencyCode: '', currencyLocale: 'fr-FR' }, 'EUR'],
      [{ currencyCode: null, currencyLocale: 'zh-Hant-TW' }, 'TWD'],
      [{ currencyCode: null, currencyLocale: 'xx-QQ' }, null],
      [{ currencyCode: null }, null],
    ] as const)
      it(`in ${String(currency)}, told by ${JSON.stringify(said)}`, async () => {
        const read = await budgetOf(summary(said), { amount: 1 })
        assert.equal(read?.amount?.currency ?? null, currency)
        // Without a currency nothing is told, rather than that there is no budget.
        if (currency === null) assert.equal(read, null)
      })

    it('of many customers, as published; one that cannot be read hides nobody', async () => {
      const attributes = { objectType: 'SpendingBudget' }
      const items = [
        { budget: { attributes }, percentUsed: 0, resourceId: 'A-1', totalCost: 0, currencyLocale: 'fr-FR' },
        {
          budget: { amount: 20, attributes },
          percentUsed: 602.84,
          id: 'b-2',
          totalCost: 120.5683,
          currencyCode: 'SEK',
        },
        'broken',
        { budget: { amount: 20 }, percentUsed: 1, id: 'no-currency', totalCost: 1 },
        { budget: { amount: '97' }, percentUsed: '28.08', id: 'c-3', totalCost: '27.23', currencyCode: 'GBP' },
      ]
      assert.deepEqual(await scripted(json({ totalCount: 25, items, links: {} })).spending.budgets(), [
        { customer: 'a-1', amount: null, used: euros(0), percentUsed: null },
        {
          customer: 'b-2',
          amount: { minor: 2000, currency: 'SEK' },
          used: { minor: 12_057, currency: 'SEK' },
          percentUsed: 602.84,
        },
        { customer: 'c-3', amount: pounds(9_700), used: pounds(2_723), percentUsed: 28.08 },
      ])
    })
  })
})
