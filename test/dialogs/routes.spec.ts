import assert from 'node:assert/strict'
import { phones } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('channels for news', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('are set by administrators, in the channel itself', async () => {
    await transcript(
      office,
      `
      Otto: routes
      Bot: Which channel gets which news
           approvals: no channel; each person concerned is told
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           administration: no channel; each person concerned is told
           fraud: no channel; each fraud lead is told
           In a channel, say “route approvals here”.
      Otto: route approvals here
      Bot: This is a private chat. Say it in the channel that should get the news.
      Mei in #collections: route approvals here
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Otto in #collections: route tickets off
      Bot: No channel was set for that.
      Otto in #support: send tickets here
      Bot: From now on, news about tickets goes to #support.
      Otto: routes
      Bot: Which channel gets which news
           approvals: #collections
           tickets: #support
           administration: no channel; each person concerned is told
           fraud: no channel; each fraud lead is told
           In a channel, say “route approvals here”.
      Otto in #collections: route approvals off
      Bot: #collections no longer gets news about approvals.
      Otto: routes
      Bot: Which channel gets which news
           approvals: no channel; each person concerned is told
           …
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('route:approvals')).map(({ by, what }) => `${by} ${what}`),
      ['otto route.set', 'otto route.cleared'],
    )
  })

  it('get the card instead of the people, and everybody there may press what they may', async () => {
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
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
      Mei: 3
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to #collections: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Mei in #collections: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      Sam in #collections: [Approve]
      Bot: Your role does not allow deciding this. It takes the role of approver.
      Lin in #collections: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; being carried out.
           Phones: being carried out
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Lin approved it.
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Approved by Lin; carried out.
      Wang in #collections late: [Approve]
      Bot: S-1 has already been dealt with. Approved by Lin; carried out.
      `,
    )
    assert.deepEqual(
      office.operators['china']?.transitions.map(({ subscription }) => subscription),
      [phones],
    )
  })

  it('show one card where the request was made in them', () =>
    transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Mei in #collections: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei in #collections: [Ask a second person]
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
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           …
      (1 min pass)
      Wang in #collections: [Approve]
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
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           [Call off what is not done]
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
      Bot in thread of S-1: Mar 31, 2025, 10:01 AM · Wang approved it.
      Bot in thread of S-1: Mar 31, 2025, 10:01 AM · Approved by Wang; carried out.
      `,
    ))
})
