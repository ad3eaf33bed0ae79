import {
  aMatch,
  aNotice,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  aPayment,
  aSubscription,
  cny,
  eur,
  phones,
} from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer, unpaidSeats } from './an-office.ts'

describe('one customer', () => {
  it('is shown whole: identity, money, notice, holds, what waits, subscriptions', async () => {
    const office = await anOffice({
      accounts: [anAccount(), anAccount({ key: 'K-1002', number: 'K-1002', name: 'Contoso Services' })],
      matches: [aMatch(), aMatch({ account: 'K-1002' })],
      items: [
        unpaidSeats,
        anInvoice({ number: 'INV-2', ...cny(500_000), due: '2025-04-15' }),
        anInvoice({ account: 'K-1002', number: 'INV-3', ...eur(120_000), due: '2025-03-25' }),
        aPayment(820_000),
      ],
    })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 3', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Phones: being carried out
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           Overdue when asked: CNY 40,000.00 · EUR 1,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Phones × 5
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           Overdue when asked: CNY 40,000.00 · EUR 1,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Phones × 5
           Can be undone until May 30, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet.
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Sam: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: 1
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           …
      Sam: 40 new machines since midnight.
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           What was seen? The second person decides on these words: 40 new machines since midnight.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: ask
      Bot: S-2: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           Overdue when asked: CNY 40,000.00 · EUR 1,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight.
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           A payment does not lift this hold.
           Reason for a no, or a question:
           [Approve] [Reject] [Ask back] [Withdraw]
      Bot to Wang: S-2: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-2: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Ines: S-2: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           CNY: CNY 40,000.00 overdue, 70 days at the longest; CNY 45,000.00 open in all
           EUR: EUR 1,200.00 overdue, 6 days at the longest; EUR 1,200.00 open in all
           Invoice · Due · Days · Left to pay
           - INV-1 · Jan 20, 2025 · 70 · CNY 40,000.00
           - INV-3 · Mar 25, 2025 · 6 · EUR 1,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025).
           Suspension S-2: waits for a second person
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: suspended
           Ledger as of Mar 30, 2025 (1 working day old).
           [S-2] [Suspend] [Resume] [Final notice was given] [Ticket]
      Mei: [S-2]
      Bot: S-2: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Ines: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           CNY: CNY 40,000.00 overdue, 70 days at the longest; CNY 45,000.00 open in all
           EUR: EUR 1,200.00 overdue, 6 days at the longest; EUR 1,200.00 open in all
           Invoice · Due · Days · Left to pay
           - INV-1 · Jan 20, 2025 · 70 · CNY 40,000.00
           - INV-3 · Mar 25, 2025 · 6 · EUR 1,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025).
           Suspension S-2: waits for a second person
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: suspended
           Ledger as of Mar 30, 2025 (1 working day old).
           [S-2] [Suspend] [Ticket]
      Sam: what does contoso owe
      Bot: Contoso
           The policy calls for: suspension.
           …
      `,
    )
  })

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
           CNY: CNY 11,000.00 overdue, 70 days at the longest; CNY 11,000.00 open in all
           Invoice · Due · Days · Left to pay
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
           [Suspend] [Final notice was given] [Ticket]
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
           CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
           Invoice · Due · Days · Left to pay
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           The subscriptions could not be read. 21Vianet is not answering.
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Ticket]
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
           Invoice · Due · Days · Left to pay
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           The subscriptions could not be read. 21Vianet refused our own access (code 900150). An administrator should run “npm run desk -- doctor”.
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Ticket]
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
           CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
           Invoice · Due · Days · Left to pay
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
           [Suspend] [Final notice was given] [Ticket]
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
           The policy calls for nothing.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: nothing overdue; CNY 1,000.00 open in all
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
           The policy calls for nothing.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: nothing overdue; CNY 2,500.00 in their favour
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
           USD: USD 9,000.00 overdue, 70 days at the longest; USD 9,000.00 open in all
           Invoice · Due · Days · Left to pay
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
           CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
           Invoice · Due · Days · Left to pay
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
           The policy calls for nothing.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: nobody; the ledger does not know this customer
           1 subscription
           Phones × 5: active
           The ledger says nothing of this customer.
           [Suspend] [Ticket]
      Sam: customer fabrikam
      Bot: Fabrikam Inc
           The policy calls for nothing.
           …
      Otto: customer fabrikam
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      `,
    )
  })
})
