import { aMatch, anAccount, anInvoice, anOperatorCustomer, aPayment, cny, eur, fabrikam } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from './an-office.ts'

describe('who is overdue', () => {
  describe('with customers of two operators, in two currencies', () => {
    let office: Office
    beforeEach(async () => {
      office = await anOffice({
        customers: [
          [anOperatorCustomer({ name: 'Contoso' }), []],
          [fabrikamCustomer, []],
        ],
        accounts: [
          anAccount(),
          anAccount({ key: 'K-2', number: 'K-2', name: 'Fabrikam Inc' }),
          anAccount({ key: 'K-3', number: 'K-3', name: 'Wide World Importers' }),
          anAccount({ key: 'K-4', number: 'K-4', name: 'Alpine Ski House' }),
        ],
        matches: [aMatch(), aMatch({ account: 'K-2', lane: 'global', tenantId: fabrikam })],
        items: [
          anInvoice(),
          anInvoice({ account: 'K-2', number: 'INV-2', ...eur(310_000), due: '2025-03-01' }),
          anInvoice({ account: 'K-2', number: 'INV-3', ...cny(90_000), due: '2025-03-21' }),
          anInvoice({ account: 'K-3', number: 'INV-4', ...eur(1_250_000), due: '2024-12-02' }),
          anInvoice({ account: 'K-4', number: 'INV-5', ...eur(50_000), due: '2025-04-30' }),
        ],
      })
    })

    it('lists them, each currency for itself, and never one sum of two', () =>
      transcript(
        office,
        `
        Mei: overdue
        Bot: 3 customers are overdue
             CNY, 2 customers
             1–30 days: CNY 900.00
             31–60 days: CNY 0.00
             61–90 days: CNY 48,200.00 ██████████
             over 90 days: CNY 0.00
             EUR, 2 customers
             1–30 days: EUR 3,100.00 ██
             31–60 days: EUR 0.00
             61–90 days: EUR 0.00
             over 90 days: EUR 12,500.00 ██████████
             Customer · Overdue · Days · Stage
             - Contoso · CNY 48,200.00 · 70 · suspension
             - Wide World Importers (not matched) · EUR 12,500.00 · 119 · final notice
             - Fabrikam Inc · CNY 900.00 · EUR 3,100.00 · 30 · final notice
             Ledger as of Mar 30, 2025 (1 working day old).
             Look at
             1. (x) Contoso
             2. ( ) Wide World Importers
             3. ( ) Fabrikam Inc
             [Open]
        `,
      ))

    it('narrows the list to what is asked', () =>
      transcript(
        office,
        `
        Mei: overdue over 60 days
        Bot: 2 customers are overdue
             more than 60 days past due
             CNY, 1 customer
             1–30 days: CNY 0.00
             31–60 days: CNY 0.00
             61–90 days: CNY 48,200.00 ██████████
             over 90 days: CNY 0.00
             EUR, 1 customer
             1–30 days: EUR 0.00
             31–60 days: EUR 0.00
             61–90 days: EUR 0.00
             over 90 days: EUR 12,500.00 ██████████
             Customer · Overdue · Days · Stage
             - Contoso · CNY 48,200.00 · 70 · suspension
             - Wide World Importers (not matched) · EUR 12,500.00 · 119 · final notice
             Ledger as of Mar 30, 2025 (1 working day old).
             Look at
             1. (x) Contoso
             2. ( ) Wide World Importers
             [Open]
        Mei: who is overdue in china
        Bot: 1 customer is overdue
             at 21Vianet
             CNY, 1 customer
             1–30 days: CNY 0.00
             31–60 days: CNY 0.00
             61–90 days: CNY 48,200.00 ██████████
             over 90 days: CNY 0.00
             Customer · Overdue · Days · Stage
             - Contoso · CNY 48,200.00 · 70 · suspension
             Ledger as of Mar 30, 2025 (1 working day old).
             Look at
             1. (x) Contoso
             [Open]
        Mei: overdue above 5000 EUR
        Bot: 1 customer is overdue
             above EUR 5,000.00
             EUR, 1 customer
             1–30 days: EUR 0.00
             31–60 days: EUR 0.00
             61–90 days: EUR 0.00
             over 90 days: EUR 12,500.00 ██████████
             Customer · Overdue · Days · Stage
             - Wide World Importers (not matched) · EUR 12,500.00 · 119 · final notice
             Ledger as of Mar 30, 2025 (1 working day old).
             Look at
             1. (x) Wide World Importers
             [Open]
        Mei: overdue over 60 days in china above 5,000.00 CNY
        Bot: 1 customer is overdue
             more than 60 days past due, at 21Vianet, and above CNY 5,000.00
             …
        Mei: overdue at least 70 days
        Bot: 2 customers are overdue
             more than 69 days past due
             …
        `,
      ))

    it('says who is meant when nobody fits', () =>
      transcript(
        office,
        `
        Mei: overdue over 200 days in china
        Bot: No overdue customer fits this:
             more than 200 days past due and at 21Vianet
             Ledger as of Mar 30, 2025 (1 working day old).
        Mei: overdue in us government
        Bot: No overdue customer fits this:
             at Partner Center for US Government
             Ledger as of Mar 30, 2025 (1 working day old).
        Mei: overdue mine
        Bot: Customers cannot be assigned to people yet, so nobody is yours.
             Ledger as of Mar 30, 2025 (1 working day old).
        `,
      ))

    it('asks which currency, and which number', () =>
      transcript(
        office,
        `
        Mei: overdue above 5000
        Bot: 5000 of which currency?
             [CNY] [EUR]
        Mei: [EUR]
        Bot changes: 1 customer is overdue
             above EUR 5,000.00
             …
        Mei: overdue over 60 days above 60
        Bot: 60 of which currency?
             [CNY] [EUR]
        Mei: [CNY]
        Bot changes: 1 customer is overdue
             more than 60 days past due and above CNY 60.00
             …
        Mei: overdue above 5.000 EUR
        Bot: “5.000 EUR” can be read in more than one way. Write the amount like 5000 EUR or 5,000.00 EUR.
        `,
      ))

    it('opens one of the list', () =>
      transcript(
        office,
        `
        Mei: overdue in china
        Bot: 1 customer is overdue
             at 21Vianet
             …
        Mei: [Open]
        Bot: Contoso
             The policy calls for: suspension.
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
             Invoice · Due · Days · Left to pay
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Final notice given Mar 3, 2025, deadline Mar 17, 2025.
             No subscriptions
             Ledger as of Mar 30, 2025 (1 working day old).
             [Suspend] [Final notice was given] [Ticket]
        Mei: overdue
        Bot: 3 customers are overdue
             CNY, 2 customers
             …
        Mei: [Open] who=1
        Bot: Contoso
             The policy calls for: suspension.
             …
        Mei: [Open] who=3
        Bot: Fabrikam Inc
             The policy calls for: final notice.
             At Partner Center: Fabrikam Inc · fabrikam.com
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
             In the ledger: Fabrikam Inc (K-2)
             CNY: CNY 900.00 overdue, 10 days at the longest; CNY 900.00 open in all
             EUR: EUR 3,100.00 overdue, 30 days at the longest; EUR 3,100.00 open in all
             Invoice · Due · Days · Left to pay
             - INV-3 · Mar 21, 2025 · 10 · CNY 900.00
             - INV-2 · Mar 1, 2025 · 30 · EUR 3,100.00
             …
        `,
      ))

    it('takes a name behind the word for a name', () =>
      transcript(
        office,
        `
        Mei: overdue fabrikam
        Bot: Fabrikam Inc
             The policy calls for: final notice.
             …
        `,
      ))

    it('says so when everybody has paid', () => {
      office.setItems([anInvoice(), aPayment(4_820_000)])
      return transcript(
        office,
        `
        Mei: overdue
        Bot: Nobody is overdue.
             Ledger as of Mar 30, 2025 (1 working day old).
        `,
      )
    })

    it('is for those who work with customers', () =>
      transcript(
        office,
        `
        Otto: overdue
        Bot: Your role does not allow that, Otto. Two administrators together can change it.
        Sam: overdue in china
        Bot: 1 customer is overdue
             at 21Vianet
             …
        `,
      ))
  })

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
           Look at
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
           Look at
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
           Old enough for a suspension, but no final notice is on record: send one and say “final notice NAME”.
           At 21Vianet: Customer 14 · customer-14.cn
           Tenant id: tenant-14
           In the ledger: Customer 14 (K-14)
           CNY: CNY 14,000.00 overdue, 70 days at the longest; CNY 14,000.00 open in all
           Invoice · Due · Days · Left to pay
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
           Look at
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
           Look at
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
           Import the list of open invoices from your accounting: npm run desk -- import FILE.csv
      Mei: customer contoso
      Bot: Contoso
           The policy calls for nothing.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: nobody; the ledger does not know this customer
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           The ledger says nothing of this customer.
           [Suspend] [Ticket]
      Mei: suspend contoso for non-payment
      Bot: The ledger says nothing of this customer.
      `,
    )
  })
})
