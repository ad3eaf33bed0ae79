import assert from 'node:assert/strict'
import { openClient } from '../../../../adapters/partner-center/client.ts'
import { openOwnInvoices } from '../../../../adapters/partner-center/invoices/own-invoices.ts'
import { isLoopback } from '../../../../adapters/shared/loopback.ts'
import type { SeedInvoice } from '../../../../adapters/simulators/partner-center/simulated-invoice.ts'
import type { SwitchChange } from '../../../../adapters/simulators/partner-center/switches.ts'
import { OutsideFault, unreadable } from '../../../../domain/shared/outside-fault.ts'
import { aSimulator, stopSimulators } from '../../simulators/a-seed.ts'
import { aConfig, instantDeps, json, scriptedFetch, type Scripted } from '../a-lane.ts'

const march: SeedInvoice = { id: 'G-1', date: '2025-03-05', total: 1200.5, currency: 'EUR' }

async function atTheOperator(invoices: readonly SeedInvoice[], switches: SwitchChange = {}, appOnly = false) {
  const simulator = await aSimulator({ seed: { customers: [], invoices: [...invoices] }, switches })
  const { connection, lane } = simulator
  const config = { lane, ...connection, allow: isLoopback, ...(appOnly && { refreshToken: undefined }) }
  return { simulator, own: openOwnInvoices(openClient(config, instantDeps().deps)) }
}

function scripted(...answers: readonly Scripted[]) {
  const { fetch, said } = scriptedFetch(...answers)
  return { said, own: openOwnInvoices(openClient(aConfig, instantDeps({ fetch }).deps)) }
}

const euros = (minor: number) => ({ minor, currency: 'EUR' })

describe('what the operator asks of the partner', () => {
  afterEach(stopSimulators)

  for (const paidAmounts of ['negative', 'positive'] as const)
    it(`is read with what is left to pay, payments being ${paidAmounts} (11)`, async () => {
      const { simulator, own } = await atTheOperator(
        [march, { id: 'G-0', date: '2025-02-05', total: 800, paid: 300, currency: 'EUR' }],
        { paidAmounts },
      )
      assert.deepEqual(await own.invoices(), [
        { id: 'G-0', issuedOn: '2025-02-05', total: euros(80_000), open: euros(50_000) },
        { id: 'G-1', issuedOn: '2025-03-05', total: euros(120_050), open: euros(120_050) },
      ])
      assert.deepEqual(
        (await own.balances())?.map(({ balance }) => balance),
        [euros(170_050)],
      )
      simulator.payInvoice('G-0', 500)
      assert.deepEqual((await own.invoices())?.[0]?.open, euros(0))
    })

  for (const [count, switches] of [
    [450, { invoicePaging: 'ignored' }],
    [7, { invoicePaging: 'honoured', invoicesPerPage: 2 }],
    [450, { invoicePaging: 'honoured', invoicesPerPage: 500, invoiceLinks: 'none' }],
    [400, { invoicePaging: 'honoured', invoicesPerPage: 500, invoiceLinks: 'none' }],
    [7, { invoicePaging: 'honoured', invoicesPerPage: 3, nextLinks: 'on-another-host' }],
  ] as const satisfies readonly (readonly [number, SwitchChange])[])
    it(`is read whole, each of ${count} once: ${JSON.stringify(switches)} (4.4, 11)`, async () => {
      const many = Array.from({ length: count }, (_, at) => ({ ...march, id: `G-${String(at).padStart(3, '0')}` }))
      const { own } = await atTheOperator(many, switches)
      const found = (await own.invoices())?.map(({ id }) => id) ?? []
      assert.deepEqual(
        found.toSorted(),
        many.map(({ id }) => id),
      )
    })

  it('keeps currencies apart, and tells a credit note in the balance alone', async () => {
    const { own } = await atTheOperator([
      march,
      { id: 'C-1', date: '2025-03-06', total: 200.5, currency: 'EUR', documentType: 'Credit Note' },
      { id: 'Y-1', date: '2025-03-07', total: 5000, currency: 'JPY' },
    ])
    assert.deepEqual(
      (await own.invoices())?.map(({ id, open }) => [id, open]),
      [
        ['G-1', euros(120_050)],
        ['Y-1', { minor: 5_000, currency: 'JPY' }],
      ],
    )
    assert.deepEqual(
      (await own.balances())?.map(({ balance }) => balance),
      [euros(100_000), { minor: 5_000, currency: 'JPY' }],
    )
  })

  it('is told to an app alone, but for the balances of each currency, and kept where it is not offered', async () => {
    const app = await atTheOperator([march], {}, true)
    assert.equal((await app.own.invoices())?.length, 1)
    assert.deepEqual(
      (await app.own.balances())?.map(({ balance }) => balance),
      [euros(120_050)],
    )
    const none = await atTheOperator([march], { ownInvoices: 'not-offered' })
    assert.deepEqual([await none.own.invoices(), await none.own.balances()], [null, null])
  })

  it('is read in whichever case, and not believed where an amount or a day cannot be read', async () => {
    const odd = {
      Id: 'D-1',
      InvoiceDate: '2025-03-05T00:00:00+08:00',
      TotalCharges: '10.10',
      PaidAmount: null,
      CurrencyCode: 'cny',
      DocumentType: 'invoice',
    }
    const { own } = scripted(json({ items: [odd, { ...odd, Id: 'D-2', DocumentType: 'credit_note' }] }))
    assert.deepEqual(await own.invoices(), [
      {
        id: 'D-1',
        issuedOn: '2025-03-05',
        total: { minor: 1_010, currency: 'CNY' },
        open: { minor: 1_010, currency: 'CNY' },
      },
    ])
    for (const wrong of [
      { TotalCharges: 'much' },
      { InvoiceDate: 'soon' },
      { CurrencyCode: '' },
      { PaidAmount: 'all' },
    ])
      await assert.rejects(
        scripted(json({ items: [{ ...odd, ...wrong }] })).own.invoices(),
        (fault) => fault instanceof OutsideFault && fault.facts.code === unreadable,
        JSON.stringify(wrong),
      )
  })
})
