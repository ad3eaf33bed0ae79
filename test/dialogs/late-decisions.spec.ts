import assert from 'node:assert/strict'
import { seats } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

describe('once a request is decided', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const suspended = () => office.operators['china']?.transitions.map(({ subscription }) => subscription)

  it('nothing changes it: no rejection, no withdrawal, no question', async () => {
    await transcript(
      office,
      `
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
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Lin late: [Reject] words=Let us wait.
      Bot: S-1 has already been dealt with. Approved by Wang; carried out.
      Lin late: [Ask a question] words=Did they answer?
      Bot: S-1 has already been dealt with. Approved by Wang; carried out.
      Mei late: [Withdraw]
      Bot: S-1 has already been dealt with. Approved by Wang; carried out.
      `,
    )
    assert.deepEqual(suspended(), [seats, voicemail])
  })

  it('a rejection stands, and a no to it as well', async () => {
    await transcript(
      office,
      `
      Wang: [Reject] words=They pay on Thursday.
      Bot changes: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Lin late: [Approve]
      Bot: S-1 has already been dealt with. Rejected by Wang: They pay on Thursday.
      Mei late: [Withdraw]
      Bot: S-1 has already been dealt with. Rejected by Wang: They pay on Thursday.
      `,
    )
    assert.deepEqual(suspended(), [])
  })

  it('one answer is enough', async () => {
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
      Lin: [Answer] words=Yes, they pay on Thursday.
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Mei late: [Answer] words=No.
      Bot: No question is open.
      `,
    )
    const kept = await office.store.get('suspension', 'S-1')
    assert.deepEqual(
      kept?.value.questions.map(({ answer }) => answer?.text),
      ['Yes, they pay on Thursday.'],
    )
  })

  it('a question can be answered by those who may ask, and withdrawn or rejected instead', async () => {
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
      Sam: S-1
      Bot: S-1: suspend Contoso?
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
      Sam: [Answer] words=I do not know.
      Bot: Your role does not allow answering this. It takes the role of collector or approver.
      Lin: [Reject]
      Bot: Write a few words in the field first.
      Lin: [Reject] words=Nobody knows.
      Bot changes: S-1: suspension of Contoso
           Rejected by Lin: Nobody knows.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Lin: Nobody knows.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Lin: Nobody knows.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Rejected by Lin: Nobody knows.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Lin: Nobody knows.
           Reason: non-payment
           …
      Bot changes for Sam: S-1: suspension of Contoso
           Rejected by Lin: Nobody knows.
           Reason: non-payment
           …
      `,
    )
    assert.deepEqual(suspended(), [])
  })
})
