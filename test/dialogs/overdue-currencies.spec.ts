import { anInvoice } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('who is overdue in many currencies', () => {
  it('has a chart for the first three, and a line for each that is left', async () => {
    const office = await anOffice({
      items: ['CNY', 'EUR', 'JPY', 'TWD', 'USD'].map((currency, at) =>
        anInvoice({ number: `INV-${at}`, open: { minor: 1_000_000, currency } }),
      ),
      notices: [],
    })
    await transcript(
      office,
      `
      Mei: overdue
      Bot: 1 customer is overdue
           CNY, 1 customer
           1–30 days: CNY 0.00
           31–60 days: CNY 0.00
           61–90 days: CNY 10,000.00 ██████████
           over 90 days: CNY 0.00
           EUR, 1 customer
           1–30 days: EUR 0.00
           31–60 days: EUR 0.00
           61–90 days: EUR 10,000.00 ██████████
           over 90 days: EUR 0.00
           JPY, 1 customer
           1–30 days: JPY 0
           31–60 days: JPY 0
           61–90 days: JPY 1,000,000 ██████████
           over 90 days: JPY 0
           TWD, 1 customer: TWD 10,000.00 overdue
           USD, 1 customer: USD 10,000.00 overdue
           Customer · Overdue · Days · Stage
           - Contoso · CNY 10,000.00 · EUR 10,000.00 · JPY 1,000,000 · TWD 10,000.00 · USD 10,000.00 · 70 · final notice
           Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Contoso
           [Open]
      `,
    )
  })
})
