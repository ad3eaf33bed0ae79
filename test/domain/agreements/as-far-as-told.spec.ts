import assert from 'node:assert/strict'
import type { AgreementAsk } from '../../../domain/agreements/record-agreement.ts'
import type { OpenItem } from '../../../domain/receivables/open-item.ts'
import { later, startOfDay, type Day } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aLedger, anInvoice, contoso, mei } from '../../kit/builders.ts'

// It is Monday, 31 March 2025, in Shanghai, and Contoso owes CNY 48,200.00. Friday is 4 April, Monday 7 April.
const friday: Day = '2025-04-04'
const monday: Day = '2025-04-07'
const amount = { minor: 4_820_000, currency: 'CNY' }
const promise: AgreementAsk = { kind: 'promise', amount, day: friday }
const halves: AgreementAsk = {
  kind: 'plan',
  currency: 'CNY',
  instalments: [
    { minor: 2_410_000, day: friday },
    { minor: 2_410_000, day: '2025-04-18' },
  ],
}

describe('what was agreed is judged by books that know its day whole', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  async function recorded(ask: AgreementAsk): Promise<string> {
    const outcome = await office.desk.agreements.record(contoso, ask, mei)
    assert(outcome.ok, JSON.stringify(outcome))
    return outcome.value.id
  }
  /** Ten in the morning of a day, with books read while their day went on, or after it. */
  async function stateOf(
    id: string,
    day: Day,
    books: { readonly asOf: Day; readonly partDay?: true },
    items = [anInvoice()],
  ) {
    office.world.now = later(startOfDay(day, 'Asia/Shanghai'), 10 * 3_600_000)
    office.world.ledger = booked(items, books)
    await office.desk.agreements.tend()
    await office.desk.agreements.tend('marks')
    const of = (await office.desk.book.today()).of(contoso)
    const isInForce = of?.agreements.some((one) => one.id === id) ?? false
    return [(await office.desk.agreements.read(id))?.state.status, isInForce]
  }

  for (const [what, ask] of [
    ['a promise', promise],
    ['an instalment', halves],
  ] as const)
    it(`${what} of Friday is not broken by books that were read on Friday, whatever came that afternoon`, async () => {
      const id = await recorded(ask)
      const during = { asOf: friday, partDay: true } as const
      assert.deepEqual(await stateOf(id, friday, during), ['open', true])
      assert.deepEqual(
        await stateOf(id, monday, during),
        ['open', true],
        'no answer of the books since: nobody can tell',
      )
      assert.deepEqual(await stateOf(id, monday, { asOf: '2025-04-05', partDay: true }), ['broken', false])
    })

  it('nor is a promise kept any later than it is seen', async () => {
    const id = await recorded(promise)
    assert.deepEqual(await stateOf(id, friday, { asOf: friday, partDay: true }, []), ['kept', true])
  })

  it('a list of Friday that came after midnight tells of Friday the next working morning', async () => {
    const id = await recorded(promise)
    assert.deepEqual(await stateOf(id, '2025-04-05', { asOf: friday }), ['open', false], 'nobody works on Saturday')
    assert.deepEqual(await stateOf(id, monday, { asOf: friday }), ['broken', false])
  })

  it('a word that somebody paid outlives the books of the hours around it', async () => {
    office.world.ledger = booked([anInvoice()], { asOf: '2025-03-30', partDay: true })
    const id = await recorded({ kind: 'paid-mark', amount })
    assert.deepEqual(await stateOf(id, '2025-03-31', { asOf: '2025-03-31', partDay: true }), ['open', true])
    assert.deepEqual(await stateOf(id, '2025-04-01', { asOf: '2025-04-01', partDay: true }), ['dropped', false])
  })

  it('and one that knows the whole of that day settles or drops it', async () => {
    const id = await recorded({ kind: 'paid-mark', amount })
    assert.deepEqual(await stateOf(id, '2025-04-01', { asOf: '2025-03-31' }), ['dropped', false])
  })
})

function booked(items: readonly OpenItem[], { asOf, partDay }: { readonly asOf: Day; readonly partDay?: true }) {
  const ledger = aLedger({ items, asOf })
  if (!partDay) return ledger
  const parts = [...ledger.items].map(([key, all]) => [key, all.map((one) => ({ ...one, partDay }))] as const)
  return { ...ledger, partDay, items: new Map(parts) }
}
