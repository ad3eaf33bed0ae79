import { aNotice, anInvoice, anOperatorCustomer, aPayment, aSubscription, cny, phones } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'

describe('one customer', () => {
  it('lists the oldest invoices, and how many more there are', async () => {
    const office = await anOffice({
      items: Array.from({ length: 11 }, (_, at) => anInvoice({ number: `INV-${at + 1}`, ...cny(100_000) })),
    })
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 11,000.00 overdue, oldest 70 days; CNY 11,000.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 1,000.00
           - INV-10 · Jan 20, 2025 · 70 · CNY 1,000.00
           - INV-11 · Jan 20, 2025 · 70 · CNY 1,000.00
           - INV-2 · Jan 20, 2025 · 70 · CNY 1,000.00
           - INV-3 · Jan 20, 2025 · 70 · CNY 1,000.00
           - INV-4 · Jan 20, 2025 · 70 · CNY 1,000.00
           - INV-5 · Jan 20, 2025 · 70 · CNY 1,000.00
           - INV-6 · Jan 20, 2025 · 70 · CNY 1,000.00
           and 3 more invoices
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    )
  })

  it('is shown without its subscriptions while the operator does not answer', async () => {
    const office = await anOffice()
    office.spoilReading({ kind: 'unreachable' }, { kind: 'unauthorised', code: '900150' })
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           The subscriptions could not be read. 21Vianet is not answering.
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           The subscriptions could not be read. 21Vianet refused our own access (code 900150). An administrator should give the account that signs in for the desk the role “Admin agent” there.
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    )
  })

  it('tells the states of its subscriptions as they are', async () => {
    const states = ['suspended', 'deleted', 'expired', 'pending', 'disabled', 'unknown'] as const
    const office = await anOffice({
      customers: [
        [
          anOperatorCustomer({ name: 'Contoso' }),
          states.map((status) => aSubscription({ id: status, name: `Plan ${status.length}`, status })),
        ],
      ],
    })
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           6 subscriptions
           Plan 9 × 25: suspended
           Plan 7 × 25: deleted
           Plan 7 × 25: expired
           Plan 7 × 25: pending
           Plan 8 × 25: disabled
           Plan 7 × 25: in a state this desk does not know
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    )
  })

  it('owes nothing that is due, or has money with us', async () => {
    const office = await anOffice({
      items: [anInvoice({ due: '2025-04-30', ...cny(100_000) })],
      notices: [],
    })
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for no action.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: nothing overdue; CNY 1,000.00 open in total
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Ticket]
      `,
    )
    office.setItems([aPayment(250_000)])
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for no action.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: nothing overdue; CNY 2,500.00 in credit
           …
      `,
    )
  })

  it('is told where the policy is silent, or a notice runs', async () => {
    const office = await anOffice({
      items: [anInvoice({ open: { minor: 900_000, currency: 'USD' } })],
      notices: [],
    })
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: final notice. The policy names no amount in USD, so those debts go no further.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           USD: USD 9,000.00 overdue, oldest 70 days; USD 9,000.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · USD 9,000.00
           …
      `,
    )
    const running = await anOffice({ notices: [aNotice({ givenOn: '2025-03-20', deadline: '2025-04-03' })] })
    await transcript(
      running,
      `
      Mei: customer contoso
      Bot: Contoso
           Final notice given; the customer has until the end of Apr 3, 2025. Suspension is possible after that.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 20, 2025, deadline Apr 3, 2025.
           …
      `,
    )
  })

  it('offers each person what that person may do', async () => {
    const office = await anOffice({
      customers: [[fabrikamCustomer, contosoSubscriptions.filter(({ id }) => id === phones)]],
      accounts: [],
      items: [],
      notices: [],
    })
    await transcript(
      office,
      `
      Mei: customer fabrikam
      Bot: Fabrikam Inc
           No ledger account is matched to this customer, so no stage is known.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           1 subscription
           Phones × 5: active
           [Suspend] [Ticket]
      Sam: customer fabrikam
      Bot: Fabrikam Inc
           No ledger account is matched to this customer, so no stage is known.
           …
      Otto: customer fabrikam
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      `,
    )
  })
})
