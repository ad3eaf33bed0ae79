import { aMatch, anAccount, anInvoice, anOperatorCustomer, cny } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('who is overdue', () => {
  it('turns the pages of a long list in place', async () => {
    const numbers = Array.from({ length: 25 }, (_, at) => at + 1)
    const office = await anOffice({
      customers: numbers.map((at) => [
        anOperatorCustomer({ tenantId: `tenant-${at}`, name: `Customer ${at}`, domain: `customer-${at}.cn` }),
        [],
      ]),
      accounts: numbers.map((at) => anAccount({ key: `K-${at}`, number: `K-${at}`, name: `Customer ${at}` })),
      matches: numbers.map((at) => aMatch({ account: `K-${at}`, tenantId: `tenant-${at}` })),
      items: numbers.map((at) => anInvoice({ account: `K-${at}`, number: `INV-${at}`, ...cny(at * 100_000) })),
      notices: [],
    })
    await transcript(
      office,
      `
      Mei: overdue above 2000 CNY
      Bot: 23 customers are overdue
           above CNY 2,000.00
           CNY, 23 customers
           1–30 days: CNY 0.00
           31–60 days: CNY 0.00
           61–90 days: CNY 322,000.00 ██████████
           over 90 days: CNY 0.00
           Customer · Overdue · Days · Stage
           - Customer 25 · CNY 25,000.00 · 70 · final notice
           - Customer 24 · CNY 24,000.00 · 70 · final notice
           - Customer 23 · CNY 23,000.00 · 70 · final notice
           - Customer 22 · CNY 22,000.00 · 70 · final notice
           - Customer 21 · CNY 21,000.00 · 70 · final notice
           - Customer 20 · CNY 20,000.00 · 70 · final notice
           - Customer 19 · CNY 19,000.00 · 70 · final notice
           - Customer 18 · CNY 18,000.00 · 70 · final notice
           - Customer 17 · CNY 17,000.00 · 70 · final notice
           - Customer 16 · CNY 16,000.00 · 70 · final notice
           Page 1 of 3 · Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Customer 25
           2. ( ) Customer 24
           3. ( ) Customer 23
           4. ( ) Customer 22
           5. ( ) Customer 21
           6. ( ) Customer 20
           7. ( ) Customer 19
           8. ( ) Customer 18
           9. ( ) Customer 17
           10. ( ) Customer 16
           [Open] [Next page]
      Mei: [Next page]
      Bot changes: 23 customers are overdue
           above CNY 2,000.00
           Customer · Overdue · Days · Stage
           - Customer 15 · CNY 15,000.00 · 70 · final notice
           - Customer 14 · CNY 14,000.00 · 70 · final notice
           - Customer 13 · CNY 13,000.00 · 70 · final notice
           - Customer 12 · CNY 12,000.00 · 70 · final notice
           - Customer 11 · CNY 11,000.00 · 70 · final notice
           - Customer 10 · CNY 10,000.00 · 70 · final notice
           - Customer 9 · CNY 9,000.00 · 70 · final notice
           - Customer 8 · CNY 8,000.00 · 70 · final notice
           - Customer 7 · CNY 7,000.00 · 70 · final notice
           - Customer 6 · CNY 6,000.00 · 70 · final notice
           Page 2 of 3 · Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Customer 15
           2. ( ) Customer 14
           3. ( ) Customer 13
           4. ( ) Customer 12
           5. ( ) Customer 11
           6. ( ) Customer 10
           7. ( ) Customer 9
           8. ( ) Customer 8
           9. ( ) Customer 7
           10. ( ) Customer 6
           [Open] [Previous page] [Next page]
      Mei: [Open] who=2
      Bot: Customer 14
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           At 21Vianet: Customer 14 · customer-14.cn
           Tenant id: tenant-14
           In the ledger: Customer 14 (K-14)
           CNY: CNY 14,000.00 overdue, oldest 70 days; CNY 14,000.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-14 · Jan 20, 2025 · 70 · CNY 14,000.00
           …
      Mei: [Next page]
      Bot changes: 23 customers are overdue
           above CNY 2,000.00
           Customer · Overdue · Days · Stage
           - Customer 5 · CNY 5,000.00 · 70 · final notice
           - Customer 4 · CNY 4,000.00 · 70 · final notice
           - Customer 3 · CNY 3,000.00 · 70 · final notice
           Page 3 of 3 · Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Customer 5
           2. ( ) Customer 4
           3. ( ) Customer 3
           [Open] [Previous page]
      Mei: [Previous page]
      Bot changes: 23 customers are overdue
           above CNY 2,000.00
           …
      Mei: overdue page 9
      Bot: 25 customers are overdue
           Customer · Overdue · Days · Stage
           - Customer 5 · CNY 5,000.00 · 70 · final notice
           - Customer 6 · CNY 6,000.00 · 70 · final notice
           - Customer 7 · CNY 7,000.00 · 70 · final notice
           - Customer 8 · CNY 8,000.00 · 70 · final notice
           - Customer 9 · CNY 9,000.00 · 70 · final notice
           Page 3 of 3 · Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Customer 5
           2. ( ) Customer 6
           3. ( ) Customer 7
           4. ( ) Customer 8
           5. ( ) Customer 9
           [Open] [Previous page]
      `,
    )
  })

  it('says what to do when there is no ledger yet', async () => {
    const office = await anOffice({ asOf: null, accounts: [], matches: [], items: [], notices: [] })
    await transcript(
      office,
      `
      Mei: overdue
      Bot: There is no ledger yet.
           Send me the list of open invoices from your accounting as a CSV file, or import it: npm run desk -- import FILE.csv
      Mei: customer contoso
      Bot: Contoso
           No ledger account is matched to this customer, so no stage is known.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: no account is matched to this customer
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           [Suspend] [Ticket]
      Mei: suspend contoso for non-payment
      Bot: No ledger account is matched to Contoso, so the desk knows of no debt.
           Send me the list of open invoices from your accounting as a CSV file, or import it: npm run desk -- import FILE.csv
           A suspension for fraud or misuse is possible without a debt: “suspend Contoso for fraud”.
      `,
    )
  })
})
