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

  it('lets an approver ask back, and nobody approve until it is answered', async () => {
    await transcript(
      office,
      `
      Wang: [Ask back]
      Bot: Write a few words into the field first.
      Wang: [Ask back] words=Did they answer the notice?
      Bot changes: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           Wang asks: Did they answer the notice?
           Answer, or the reason for a no:
           [Answer] [Reject] [Withdraw]
      Bot to Mei: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           …
      Lin late: [Approve]
      Bot: A question is open; it must be answered first.
      Mei: [Answer]
      Bot: Write a few words into the field first.
      Mei: [Answer] words=No. I called twice.
      Bot changes: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           Wang asks: Did they answer the notice?
           Mei answers: No. I called twice.
           Reason for a no, or a question:
           [Approve] [Reject] [Ask back] [Withdraw]
      Bot changes: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Wang asks: Did they answer the notice?
           Mei answers: No. I called twice.
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
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Can be undone until May 30, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet.
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
      Wang: [Ask back] words=Who spoke with them?
      Bot changes: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           Wang asks: Who spoke with them?
           Answer, or the reason for a no:
           [Answer] [Reject] [Withdraw]
      Bot to Mei: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Wang asks something back. Nobody can approve until it is answered.
           …
      Lin: [Answer] words=I did, on Friday.
      Bot changes: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           Wang asks: Who spoke with them?
           Lin answers: I did, on Friday.
           Reason for a no, or a question:
           [Approve] [Reject] [Ask back] [Withdraw]
      Bot changes for Mei: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot changes: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Lin: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      `,
    )
  })

  it('wants words for a no, and tells Mei', async () => {
    await transcript(
      office,
      `
      Wang: [Reject]
      Bot: Write a few words into the field first.
      Wang: [Reject] words=They pay on Thursday, I have it in writing.
      Bot changes: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday, I have it in writing.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
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
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions? Those behind unpaid invoice lines are chosen
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
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
      Bot: S-1 was decided already. Withdrawn by Mei.
      `,
    )
    assert.deepEqual(office.operators['china']?.transitions, [])
  })

  it('reminds once, and ends with the next working day', async () => {
    await transcript(
      office,
      `
      (12 h pass)
      (12 h pass)
      Bot to Wang: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM:
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           Reason for a no, or a question:
           [Approve] [Reject] [Ask back] [Withdraw]
      Bot to Lin: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM:
           …
      (13 h pass)
      (2 h pass)
      Bot to Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM; nobody decided. Ask again if it is still needed.
      Bot changes for Mei: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Expired Apr 1, 2025, 11:59 PM; nobody decided. Ask again if it is still needed.
           …
      Wang late: [Approve]
      Bot: S-1 was decided already. Expired Apr 1, 2025, 11:59 PM; nobody decided. Ask again if it is still needed.
      Mei: waiting
      Bot: Nothing waits for an approver.
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

  it('keeps to one request at a time for one customer and reason', async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, otto, sam, aStaff('Kai', ['collector'])] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Kai: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Kai: ask
      Bot: S-1 already asks for this. Say “S-1” to see it.
           [S-1]
      Kai: [S-1]
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Mei: suspend contoso for non-payment
      Bot: S-1 already asks for this. Say “S-1” to see it.
           [S-1]
      Kai: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; with it falls its add-on Voicemail
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
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Sam: [Approve]
      Bot: Your role does not allow deciding this. An approver can.
      Sam: [Reject] words=No.
      Bot: Your role does not allow deciding this. An approver can.
      Sam: [Withdraw]
      Bot: Only the person who asked can withdraw it. An approver can reject it.
      Ines: S-1
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Ines: [Approve]
      Bot: Your role does not allow deciding this. An approver can.
      Otto: S-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      `,
    ))
})
