import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { enrol } from '../kit/second-factors.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a suspension of the top tier', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ policy: { stepUp: { people: 20, amounts: {} } } })
    await enrol(office.store, 'wang', office.now())
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const decided = () => office.operators['china']?.transitions.length

  it('is approved with a code of the approver’s app, which the card asks for and never shows', async () => {
    await transcript(
      office,
      `
      Wang: S-1
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
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Each approver gives a code from their authenticator app: more than 20 people would be cut off (25 in all).
           Reason for rejecting, or your question:
           Code from your authenticator app:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Wang: [Approve]
      Bot: Nothing was decided: this takes the code that your authenticator app shows now. Type it into the field of the card, then press again.
      Wang: [Approve] code=123456
      Bot: Nothing was decided: the code is wrong. 4 tries are left. Type the one that your app shows now.
      Wang: 020000
      Bot: I did not understand that. Say “help” to see what I can do.
      Wang: [Approve] code=020000
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      `,
    )
    assert.equal(decided(), 2)
    const kept = JSON.stringify([await office.store.auditOf('S-1'), await office.store.list('suspension')])
    assert(!/020000|123456/.test(kept))
    assert(!JSON.stringify(office.messages).includes('020000'))
  })

  it('is not approved by somebody without an app, who hears what to do', async () => {
    await transcript(
      office,
      `
      Lin: [Approve] code=020000
      Bot: Nothing was decided: this takes a code from an authenticator app, and none is set up for you. Whoever runs the desk sets it up at its console: “npm run desk -- totp enrol”.
      `,
    )
    assert.equal(decided(), 0)
  })

  it('can be rejected, or asked about, without a code', async () => {
    await transcript(
      office,
      `
      Lin: [Reject] words=They pay on Thursday.
      Bot changes: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           …
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      `,
    )
  })

  it('after five wrong codes waits a quarter of an hour, and the administrators hear of it', async () => {
    await transcript(
      office,
      `
      Wang: [Approve] code=000001
      Bot: Nothing was decided: the code is wrong. 4 tries are left. Type the one that your app shows now.
      Wang: [Approve] code=000002
      Bot: Nothing was decided: the code is wrong. 3 tries are left. Type the one that your app shows now.
      Wang: [Approve] code=000003
      Bot: Nothing was decided: the code is wrong. 2 tries are left. Type the one that your app shows now.
      Wang: [Approve] code=000004
      Bot: Nothing was decided: the code is wrong. One try is left. Type the one that your app shows now.
      Wang: [Approve] code=000005
      Bot: Nothing was decided: too many codes were wrong, so none of yours counts until Mar 31, 2025, 10:15 AM. The administrators were told. Somebody else may decide meanwhile.
      Bot to Ines: Wang typed five wrong codes for a decision, so none counts until Mar 31, 2025, 10:15 AM. Ask Wang whether that was them; if it was not, somebody else uses their account.
      Bot to Otto: Wang typed five wrong codes for a decision, so none counts until Mar 31, 2025, 10:15 AM. Ask Wang whether that was them; if it was not, somebody else uses their account.
      Wang: [Approve] code=020000
      Bot: Nothing was decided: too many codes were wrong, so none of yours counts until Mar 31, 2025, 10:15 AM. The administrators were told. Somebody else may decide meanwhile.
      (15 min pass)
      Wang: [Approve] code=021500
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           …
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      `,
    )
    assert.equal(decided(), 2)
    assert.deepEqual(
      (await office.store.auditOf('wang')).map(({ what }) => what),
      [...Array.from({ length: 4 }, () => 'second-factor.mistyped'), 'second-factor.locked'],
    )
  })

  it('takes a code of its own: what was used for another case counts no more, after a restart either', async () => {
    await before(office, 'Mei: suspend contoso for fraud')
    await before(office, 'Mei: 1', 'Mei: mining', 'Mei: ask')
    await transcript(
      office,
      `
      Wang at “S-1”: [Approve] code=020000
      Bot changes: S-1: suspension of Contoso
           …
      Bot to Mei: S-1: suspension of Contoso
           …
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      Bot changes for Mei: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Ines: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      (the desk restarts)
      Wang at “S-2”: [Approve] code=020000
      Bot: Nothing was decided: this code, or a later one, was used already. Wait until your app shows the next one.
      `,
    )
  })
})
