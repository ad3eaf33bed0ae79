import { aMatch, anAccount, anInvoice, aPayment, cny, eur } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, unpaidSeats } from './an-office.ts'

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
           Overdue when asked: CNY 40,000.00 · EUR 1,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           [Call off what is not done]
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
           Overdue when asked: CNY 40,000.00 · EUR 1,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Sam: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5: suspended
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: 1
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           …
      Sam: 40 new machines since midnight.
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5: suspended
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           What was seen? The second person decides on these words: 40 new machines since midnight.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: ask
      Bot: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           Overdue when asked: CNY 40,000.00 · EUR 1,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Ines: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           CNY: CNY 40,000.00 overdue, oldest 70 days; CNY 45,000.00 open in total
           EUR: EUR 1,200.00 overdue, oldest 6 days; EUR 1,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 40,000.00
           - INV-3 · Mar 25, 2025 · 6 · EUR 1,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Suspension S-2: waiting for a second person
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: suspended
           Ledger as of Mar 30, 2025 (1 working day old).
           [S-2] [Suspend] [Resume] [Final notice was given] [Agreements] [Ticket]
      Mei: [S-2]
      Bot: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Ines: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001) and Contoso Services (K-1002)
           CNY: CNY 40,000.00 overdue, oldest 70 days; CNY 45,000.00 open in total
           EUR: EUR 1,200.00 overdue, oldest 6 days; EUR 1,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 40,000.00
           - INV-3 · Mar 25, 2025 · 6 · EUR 1,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Suspension S-2: waiting for a second person
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
})
