import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('deciding on a request', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const audited = async () => (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`)

  it('lets an approver ask back, and nobody approve until it is answered', async () => {
    await transcript(
      office,
      `
      Wang: [Ask a question]
      Bot: Write a few words in the field first.
      Wang: [Ask a question] words=Did they answer the notice?
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
           Wang asks: Did they answer the notice?
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
      Lin late: [Approve]
      Bot: A question is open; it must be answered first.
      Mei: [Answer]
      Bot: Write a few words in the field first.
      Mei: [Answer] words=No. I called twice.
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
           Wang asks: Did they answer the notice?
           Mei answers: No. I called twice.
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
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Wang asks: Did they answer the notice?
           Mei answers: No. I called twice.
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
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Wang asks: Did they answer the notice?
           Mei answers: No. I called twice.
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      `,
    )
    assert.deepEqual(await audited(), [
      'mei suspension.requested',
      'wang suspension.questioned',
      'mei suspension.answered',
      'wang suspension.approved',
      'desk suspension.sent',
      'desk suspension.acted',
    ])
  })

  it('makes whoever answers a part of the request', async () => {
    await before(office, 'Lin: S-1')
    await transcript(
      office,
      `
      Wang: [Ask a question] words=Who spoke with them?
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
           Wang asks: Who spoke with them?
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
      Bot changes for Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           …
      Lin: [Answer] words=I did, on Friday.
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
           Wang asks: Who spoke with them?
           Lin answers: I did, on Friday.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Lin: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      `,
    )
  })
})
