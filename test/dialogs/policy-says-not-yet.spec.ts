import { aNotice, cny, anInvoice } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, unpaidSeats } from './an-office.ts'

describe('the policy says not yet', () => {
  it('names the day until which a final notice runs', async () => {
    const office = await anOffice({ notices: [aNotice({ givenOn: '2025-03-20', deadline: '2025-04-03' })] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           The final notice runs until the end of Apr 3, 2025.
           …
      `,
    )
  })

  it('names the rung a young debt stands on', async () => {
    const office = await anOffice({ items: [anInvoice({ due: '2025-03-10', lines: unpaidSeats.lines })] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 21 days past due.
           The policy does not call for a suspension yet; it calls for: reminder.
           …
      `,
    )
  })

  it('says that the ledger is too old, and how to get a fresh one', async () => {
    const office = await anOffice({ asOf: '2025-03-20' })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           The ledger is as of Mar 20, 2025, 7 working days old; the limit is 3. Somebody with the role of collector, approver, or administrator can import a fresh one: npm run desk -- import FILE.csv
           …
      Mei: [Ask a second person] override=The import is broken, and they owe since January.
      Bot changes: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 20, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Overrides the policy. Reason: The import is broken, and they owe since January.
           The ledger is as of Mar 20, 2025, 7 working days old; the limit is 3.
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
  })

  it('takes a ledger that is just as old as it may be', async () => {
    const office = await anOffice({ asOf: '2025-03-26' })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           …
      `,
    )
  })

  it('names every obstacle where there are several', async () => {
    const office = await anOffice({ asOf: '2025-03-20', notices: [] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           No final notice is on record for this debt. Send one, then say “final notice NAME”.
           The ledger is as of Mar 20, 2025, 7 working days old; the limit is 3. Somebody with the role of collector, approver, or administrator can import a fresh one: npm run desk -- import FILE.csv
           …
      `,
    )
  })

  it('asks nothing of the policy on suspicion', async () => {
    const office = await anOffice({ asOf: '2025-03-20', notices: [], items: [] })
    await transcript(
      office,
      `
      Mei: suspend contoso for misuse
      Bot: Suspend Contoso for misuse?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      `,
    )
  })

  it('stops at once where nothing is overdue', async () => {
    const office = await anOffice({ items: [anInvoice({ due: '2025-04-20', ...cny(100) })] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Nothing is overdue according to the ledger.
      `,
    )
  })
})
