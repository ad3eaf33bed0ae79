import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a request that nobody decides', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  const audited = async () => (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`)

  it('on a Friday waits until Monday is over, and is called to mind once', async () => {
    await office.pass(4 * 24 * 3_600_000)
    await transcript(
      office,
      `
      Sam: suspend contoso for misuse
      Bot: Suspend Contoso for misuse?
           Which subscriptions?
           …
      Sam: 3
      Bot: Suspend Contoso for misuse?
           Which subscriptions?
           …
      Sam: Calls to premium numbers all night.
      Bot: Suspend Contoso for misuse?
           Which subscriptions?
           …
      Sam: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           Reason: misuse
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 74 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Apr 4, 2025, 10:00 AM
           Note: Calls to premium numbers all night.
           This subscription and no other:
           Phones × 5
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until Jun 3, 2025, 60 days from Apr 4, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           Reason: misuse
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           Reason: misuse
           …
      Bot to Ines: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           Reason: misuse
           …
      (36 h pass)
      (12 h pass)
      Bot to Wang: S-1: suspend Contoso?
           Still waiting, and it expires Apr 7, 2025, 11:59 PM GMT+8:
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Still waiting, and it expires Apr 7, 2025, 11:59 PM GMT+8:
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           …
      Bot to Ines: S-1: suspend Contoso?
           Still waiting, and it expires Apr 7, 2025, 11:59 PM GMT+8:
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           …
      (37 h pass)
      (1 h pass)
      Bot to Sam: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      Bot changes for Sam: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: misuse
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: misuse
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: misuse
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: misuse
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: misuse
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: misuse
           …
      Bot changes for Ines: S-1: suspension of Contoso
           Expired Apr 7, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: misuse
           …
      `,
    )
    assert.deepEqual(await audited(), ['sam suspension.requested', 'desk suspension.expired'])
  })

  it('cannot be approved any more, even where the desk has not said so yet', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      (38 h pass, the desk is down)
      Wang: [Approve]
      Bot: This request has expired. Ask again if it is still needed.
      Bot to Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      Bot changes for Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      Bot changes: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
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
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      `,
    )
    assert.deepEqual(await audited(), ['mei suspension.requested', 'desk suspension.expired'])
    assert.deepEqual(office.operators['china']?.transitions, [])
  })

  it('expires as well while a question is open', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Ask a question] words=Did they answer?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      (24 h pass)
      Bot to Wang: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           Wang has a question. Nobody can approve until it is answered.
           …
      Bot to Lin: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           Wang has a question. Nobody can approve until it is answered.
           …
      (14 h pass)
      Bot to Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      Bot changes for Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           Reason: non-payment
           …
      Mei late: [Answer] words=No.
      Bot: S-1 has already been dealt with. Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      `,
    )
  })
})
