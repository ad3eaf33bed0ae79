import assert from 'node:assert/strict'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a suspension that cuts off many people', () => {
  it('needs two approvers, says so with the reason, and is carried out after the second', async () => {
    const above = { people: 20, amounts: {} }
    const office = await anOffice({ policy: { approvals: [{ reason: 'non-payment', above, needs: 2 }] } })
    await before(office, 'Mei: suspend contoso for non-payment')
    await transcript(
      office,
      `
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
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
           Needs two approvers: more than 20 people would be cut off (25 in all).
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      Wang: [Approve]
      Bot changes: S-1: suspend Contoso?
           Approved by Wang; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           …
      Bot changes for Lin: S-1: suspend Contoso?
           …
      Wang: [Approve]
      Bot: You approved this already; a different second approver is needed.
      `,
    )
    assert.deepEqual(office.operators['china']?.transitions, [])
    await transcript(
      office,
      `
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang and Lin; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      `,
    )
  })
})
