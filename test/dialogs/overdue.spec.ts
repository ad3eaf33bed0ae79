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
             Open a customer
             1. (x) Contoso
             2. ( ) Wide World Importers
             3. ( ) Fabrikam Inc
             [Open]
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
             CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
             Invoice · Due · Days · Outstanding
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Final notice given Mar 3, 2025, deadline Mar 17, 2025.
             No subscriptions
             Ledger as of Mar 30, 2025 (1 working day old).
             [Suspend] [Final notice was given] [Agreements] [Ticket]
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
             CNY: CNY 900.00 overdue, oldest 10 days; CNY 900.00 open in total
             EUR: EUR 3,100.00 overdue, oldest 30 days; EUR 3,100.00 open in total
             Invoice · Due · Days · Outstanding
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
})
