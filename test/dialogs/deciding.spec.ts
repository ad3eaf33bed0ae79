import assert from 'node:assert/strict'
import { aStaff, ines, lin, mei, otto, sam, wang } from '../kit/builders.ts'
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

  it('wants words for a no, and tells Mei', async () => {
    await transcript(
      office,
      `
      Wang: [Reject]
      Bot: Write a few words in the field first.
      Wang: [Reject] words=They pay on Thursday, I have it in writing.
      Bot changes: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday, I have it in writing.
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
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday, I have it in writing.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday, I have it in writing.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday, I have it in writing.
           …
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
      `,
    )
    assert.deepEqual(await audited(), ['mei suspension.requested', 'wang suspension.rejected'])
    assert.deepEqual(office.operators['china']?.transitions, [])
  })

  it('lets only Mei withdraw it', async () => {
    await transcript(
      office,
      `
      Wang: [Withdraw]
      Bot: Only the person who asked can withdraw it. An approver can reject it.
      Mei: [Withdraw]
      Bot changes: S-1: suspension of Contoso
           Withdrawn by Mei.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Withdrawn by Mei.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Withdrawn by Mei.
           …
      Lin late: [Approve]
      Bot: S-1 has already been dealt with. Withdrawn by Mei.
      `,
    )
    assert.deepEqual(office.operators['china']?.transitions, [])
  })

  it('keeps to one request at a time for one customer and reason', async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, otto, sam, aStaff('Kai', ['collector'])] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Kai: suspend contoso for non-payment
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
      Kai: ask
      Bot: S-1 already asks for this. Say “S-1” to see it.
           [S-1]
      Kai: [S-1]
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Mei: suspend contoso for non-payment
      Bot: S-1 already asks for this. Say “S-1” to see it.
           [S-1]
      Kai: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
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

  it('tells everybody without the power who has it', () =>
    transcript(
      office,
      `
      Sam: S-1
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Sam: [Approve]
      Bot: Your role does not allow deciding this. It takes the role of approver.
      Sam: [Reject] words=No.
      Bot: Your role does not allow deciding this. It takes the role of approver.
      Sam: [Withdraw]
      Bot: Only the person who asked can withdraw it. An approver can reject it.
      Ines: S-1
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Ines: [Approve]
      Bot: Your role does not allow deciding this. It takes the role of approver.
      Otto: S-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      `,
    ))
})
