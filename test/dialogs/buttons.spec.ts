import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('buttons', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('that nobody knows are said to be so', () =>
    transcript(
      office,
      `
      Mei: (presses an unknown button)
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      `,
    ))

  it('of a request that changed meanwhile show how it stands', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Ask a question] words=Did they answer?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
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
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Wang asks: Did they answer?
           Your answer, or the reason for rejecting:
           [Answer] [Reject] [Change the choice] [Withdraw]
      Bot to Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Mei: [Answer] words=No.
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
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Wang asks: Did they answer?
           Mei answers: No.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Lin late: [Approve]
      Bot: Somebody else was faster; this is how it stands now. Look at it again before you decide.
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; being carried out.
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
           Wang asks: Did they answer?
           Mei answers: No.
           [Call off what is not done]
      Bot to Mei: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
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
           Wang asks: Did they answer?
           Mei answers: No.
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      `,
    )
  })

  it('on somebody else’s form do nothing to it', async () => {
    await transcript(
      office,
      `
      Mei in #collections: suspend contoso for non-payment
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
      Lin in #collections: [Ask a second person] note=From Lin.
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      Lin in #collections: [Not now]
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      Mei in #collections: [Ask a second person] note=From Mei.
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
           Note: From Mei.
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
      `,
    )
    const asked = await office.store.get('suspension', 'S-1')
    assert.deepEqual([asked?.value.askedBy, asked?.value.note], ['mei', 'From Mei.'])
  })

  it('on an answered picker do nothing more', () =>
    transcript(
      office,
      `
      Mei: suspend contoso
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: [fraud]
      Bot changes: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei late: [fraud]
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      Mei late: [misuse]
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      `,
    ))
})
