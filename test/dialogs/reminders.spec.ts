import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a request that waits', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const audited = async () => (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`)

  it('reminds once, and ends with the next working day', async () => {
    await transcript(
      office,
      `
      (12 h pass)
      (12 h pass)
      Bot to Wang: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
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
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Lin: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           …
      (13 h pass)
      (2 h pass)
      Bot to Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      Bot changes for Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Wang late: [Approve]
      Bot: S-1 has already been dealt with. Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      Mei: waiting
      Bot: Nothing is waiting for an approver.
      `,
    )
    assert.deepEqual(await audited(), ['mei suspension.requested', 'desk suspension.expired'])
  })

  it('does not remind of what is decided', async () => {
    await before(office, 'Mei: S-1')
    await transcript(
      office,
      `
      Mei: [Withdraw]
      Bot changes: S-1: suspension of Contoso
           Withdrawn by Mei.
           …
      Bot changes: S-1: suspension of Contoso
           Withdrawn by Mei.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Withdrawn by Mei.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Withdrawn by Mei.
           …
      (12 h pass)
      (12 h pass)
      `,
    )
  })
})
