import { anInvoice, aNotice, cny } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

const sum = anInvoice({ number: '61 - 90', ...cny(900_000), due: '2025-01-29', summary: true })
const named = aNotice({ invoices: ['K-1001|invoice|61 - 90'] })

describe('a debt that is known as a sum by age only', () => {
  it('is shown as one on the customer’s card', async () => {
    const office = await anOffice({ items: [sum], notices: [named] })
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The debt is old enough for a suspension, but the ledger knows it only as sums by age, which no final notice covers.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 9,000.00 overdue, oldest 61 days; CNY 9,000.00 open in total
           Invoice · Due · Days · Outstanding
           - 61 - 90 · Jan 29, 2025 · 61 · CNY 9,000.00
           The ledger gives sums by age here, without invoices: each is at least as old as shown.
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

  it('preselects nothing, is covered by no notice, and is suspended for only by overriding the policy', async () => {
    const office = await anOffice({ items: [sum], notices: [named] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 9,000.00, the oldest 61 days past due.
           The ledger knows some of this debt only as sums by age, without invoices. Its age is “at least”, it names no subscription, and no final notice covers it: a suspension for it overrides the policy, and takes two approvers.
           No final notice is on record for this debt.
           Two approvers together can override this. Give the reason:
           The ledger does not say which subscriptions are unpaid: choose them yourself.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: 3
      Bot: Suspend Contoso for non-payment?
           …
      Mei: ask
      Bot: Suspend Contoso for non-payment?
           Give the reason for overriding the policy, or wait until it calls for a suspension.
           …
      Mei: they told us that they will not pay
      Bot: Suspend Contoso for non-payment?
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 9,000.00, oldest 61 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           The ledger knows some of this debt only as sums by age, without invoices. Its age is “at least”, it names no subscription, and no final notice covers it: a suspension for it overrides the policy, and takes two approvers.
           …
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
    `,
    )
  })
})
