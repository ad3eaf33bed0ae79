import assert from 'node:assert/strict'
import { mei, seats } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, voicemail } from './an-office.ts'

describe('Contoso does not pay', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  const suspended = () => office.operators['china']?.transitions.map(({ subscription, to }) => `${subscription} ${to}`)

  it('goes from Mei’s sentence to Wang’s press, and everybody sees how it ended', async () => {
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
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
      Mei: [Ask a second person] note=Nobody picks up the telephone.
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Nobody picks up the telephone.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Nobody picks up the telephone.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           [Call off what is not done]
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Nobody picks up the telephone.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      `,
    )
    assert.deepEqual(suspended(), [`${seats} suspended`, `${voicemail} suspended`])
    assert.deepEqual(
      (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`),
      ['mei suspension.requested', 'wang suspension.approved', 'desk suspension.sent', 'desk suspension.acted'],
    )
  })

  it('refuses Mei’s own press, from whichever chat', async () => {
    const slack = { channel: 'slack', tenant: 'partner', user: 'mei' } as const
    office = await anOffice({
      staff: [{ ...mei, roles: ['collector', 'approver'], accounts: [...mei.accounts, slack] }],
    })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           This request waits, but nobody who could approve it can be reached: none of them has written to me yet, and no channel is set with “route approvals here”.
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           …
      Mei: [Approve]
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot: You had a hand in this yourself; a different person must decide.
      Mei on Slack: S-1
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Mei on Slack: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      `,
    )
    assert.deepEqual(suspended(), [])
  })

  it('tells a second approver who was late what became of it', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Lin late: [Approve]
      Bot: S-1 has already been dealt with. Approved by Wang; carried out.
      Lin late: [Reject] words=Let us wait.
      Bot: S-1 has already been dealt with. Approved by Wang; carried out.
      `,
    ))
})
