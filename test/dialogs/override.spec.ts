import assert from 'node:assert/strict'
import { seats } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, unpaidSeats, voicemail } from './an-office.ts'

describe('the policy says not yet', () => {
  it('names the missing final notice, and asks two approvers instead of one', async () => {
    const office = await anOffice({ notices: [] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           No final notice is on record for this debt. Send one, then say “final notice NAME”.
           Two approvers together can override this. Give the reason:
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: [Ask a second person]
      Bot changes: Suspend Contoso for non-payment?
           Give the reason for overriding the policy, or wait until it calls for a suspension.
           …
      Mei: [Ask a second person] override=They are moving their people to another partner.
      Bot changes: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Overrides the policy. Reason: They are moving their people to another partner.
           No final notice is on record for this debt.
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang: [Approve]
      Bot changes: S-1: suspend Contoso?
           Approved by Wang; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Approved by Wang; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Approved by Wang; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang: [Approve]
      Bot: You approved this already; a different second approver is needed.
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang and Lin; being carried out.
           Microsoft 365 Business: being carried out
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Overrides the policy. Reason: They are moving their people to another partner.
           No final notice is on record for this debt.
           [Call off what is not done]
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Overrides the policy. Reason: They are moving their people to another partner.
           No final notice is on record for this debt.
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           …
      `,
    )
    assert.deepEqual(
      office.operators['china']?.transitions.map(({ subscription }) => subscription),
      [seats, voicemail],
    )
  })

  it('takes the typed words for the reason first, then for the note', async () => {
    const office = await anOffice({ notices: [] })
    await transcript(
      office,
      `
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
             …
        Mei: ask
        Bot: Suspend Contoso for non-payment?
             Give the reason for overriding the policy, or wait until it calls for a suspension.
             …
        Mei: They are moving their people to another partner.
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
             No final notice is on record for this debt. Send one, then say “final notice NAME”.
             Two approvers together can override this. Give the reason: They are moving their people to another partner.
             …
        Mei: Their CFO told me so.
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
             No final notice is on record for this debt. Send one, then say “final notice NAME”.
             Two approvers together can override this. Give the reason: They are moving their people to another partner.
             Which subscriptions? Those behind unpaid invoice lines are already selected
             1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
             2. ( ) Voicemail × 25 (add-on)
             3. ( ) Phones × 5
             What it does
             Lose access at once: 25 seats; how many people use them is unknown
             Billed to us meanwhile: unknown
             Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
             Switched off by it: unknown; resuming may not bring everything back
             Administrators can still reach the data.
             Note for the second person: Their CFO told me so.
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        Mei: ask
        Bot: S-1: suspend Contoso?
             Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             Note: Their CFO told me so.
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

  it('does not set aside what came up after the two were asked', async () => {
    const office = await anOffice({ notices: [] })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: They are leaving.', 'Mei: ask')
    office.setItems([unpaidSeats], '2025-03-20')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot: The ledger is as of Mar 20, 2025, too old to approve on. The request stays open: approve it once a fresh ledger is imported.
      `,
    )
  })
})
