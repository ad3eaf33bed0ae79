import assert from 'node:assert/strict'
import { budgetPointer } from '../../../domain/budget/open-budget.ts'
import type { FakeSpending } from '../../kit/fake-spending.ts'
import { fakeSpending } from '../../kit/fake-spending.ts'
import { anOperatorCustomer, contoso, fabrikam, lin, mei, otto, sam, wang } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { anOffice, fabrikamCustomer } from '../../dialogs/an-office.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const place = 'teams:partner/mei'

describe('the budget desk', () => {
  let office: Office
  let spending: FakeSpending
  beforeEach(async () => {
    spending = fakeSpending()
    for (const customer of [contoso, fabrikam]) spending.put(customer, { amount: eur(20_000), used: eur(12_300) })
    office = await anOffice({
      staff: [mei, wang, lin, otto, sam],
      customers: [
        [anOperatorCustomer({ lane: 'global', name: 'Contoso' }), []],
        [fabrikamCustomer, []],
      ],
      accounts: [],
      matches: [],
      items: [],
      notices: [],
      spending: { global: spending },
    })
  })
  const ask = async (minor: number, by = mei, customer = contoso) =>
    office.desk.budgets.ask(customer, eur(minor), await spending.budget(customer), by, place)
  const pointed = async () =>
    (await office.store.get('open-case', budgetPointer('global', contoso)))?.value.case ?? null
  const budget = async (id = 'U-1') => (await office.store.get('budget', id))?.value
  const approve = (id = 'U-1') => office.desk.budgets.approve({ case: id, version: 1 }, wang)

  it('takes one of two requests that are made at once, and tells the other which one waits', async () => {
    const [one, other] = await Promise.all([ask(50_000), ask(70_000, lin)])
    const [first, second] = one.ok ? [one, other] : [other, one]
    assert(first.ok && !second.ok)
    assert.deepEqual(second.refusal, { code: 'asked-before', case: first.value.id })
    const open = await office.store.list('budget', { open: true })
    assert.deepEqual(
      open.map(({ id }) => id),
      [first.value.id],
    )
    const audit = await Array.fromAsync(office.store.auditTrail())
    assert.equal(audit.filter(({ what }) => what === 'budget.asked').length, 1)
    assert.equal(await pointed(), first.value.id)
  })

  it('keeps nobody from asking for another customer', async () => {
    const both = await Promise.all([ask(50_000), ask(70_000, lin, fabrikam)])
    assert(both.every(({ ok }) => ok))
  })

  for (const [how, end] of [
    ['was rejected', () => office.desk.budgets.reject({ case: 'U-1', version: 1 }, 'Too much.', wang)],
    ['was withdrawn', () => office.desk.budgets.withdraw({ case: 'U-1', version: 1 }, mei)],
    ['was carried out', async () => void ((await approve()).ok && (await office.pass(0)))],
    ['expired', () => office.pass(3 * 86_400_000)],
  ] as const)
    it(`lets the next one be asked once the first ${how}`, async () => {
      assert((await ask(50_000)).ok)
      assert.equal(await pointed(), 'U-1')
      await end()
      assert.equal(await pointed(), null)
      assert((await ask(60_000, lin)).ok)
    })

  it('holds the next one back while the first is being set, and one from before there was a pointer', async () => {
    await ask(50_000)
    await approve()
    const meanwhile = await ask(60_000, lin)
    assert(!meanwhile.ok && meanwhile.refusal.code === 'asked-before')
    const pointer = await office.store.get('open-case', budgetPointer('global', contoso))
    assert(pointer)
    await office.store.commit({ remove: [{ kind: 'open-case', id: pointer.id, basedOn: pointer.version }] })
    const old = await ask(60_000, lin)
    assert(!old.ok && old.refusal.code === 'asked-before')
  })

  it('looks once more at approval: what stands as it was asked for is over, and nothing is sent', async () => {
    await ask(50_000)
    spending.put(contoso, { amount: eur(50_000) })
    assert((await approve()).ok)
    await office.pass(0)
    const found = await budget()
    assert(found?.status === 'carried-out')
    assert.deepEqual(found.act.result, { state: 'already', at: office.now() })
    assert.deepEqual([found.before, spending.told], [eur(50_000), []])
    assert.equal(await pointed(), null)
  })

  it('shows what it replaces as it was at approval, and sets it', async () => {
    await ask(50_000)
    spending.put(contoso, { amount: eur(30_000) })
    assert((await approve()).ok)
    assert.deepEqual((await budget())?.before, eur(30_000))
    await office.pass(0)
    assert.deepEqual(
      spending.told.map(({ amount }) => amount),
      [eur(50_000)],
    )
  })

  it('lets an approval stand that nobody can check: it is looked at again before anything is sent', async () => {
    await ask(50_000)
    spending.spoil(new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' }))
    assert((await approve()).ok)
    assert.equal((await budget())?.status, 'approved')
  })

  it('asks the operator nothing for somebody who may not approve', async () => {
    await ask(50_000)
    const { asked } = spending
    for (const by of [mei, sam]) assert(!(await office.desk.budgets.approve({ case: 'U-1', version: 1 }, by)).ok)
    assert.equal(spending.asked, asked)
  })
})
