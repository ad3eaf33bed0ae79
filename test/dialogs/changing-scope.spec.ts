import assert from 'node:assert/strict'
import { lin, mei, phones, seats, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('what an open request covers can be changed', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, { ...lin, roles: ['collector', 'approver'] }] })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const suspended = () => office.operators['china']?.transitions.map(({ subscription }) => subscription)

  it('by somebody who adds to it, after which neither they nor the asker can approve', async () => {
    await transcript(
      office,
      `
      Lin: [Change the choice]
      Bot: S-1: what should the suspension of Contoso cover?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           …
      Lin: 1, 3
      Bot: S-1: what should the suspension of Contoso cover?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           What it does
           Lose access at once: Microsoft 365 Business: 25 seats; how many people use them is unknown
           Lose access at once: Phones: 5 seats; how many people use them is unknown
           …
      Lin: [Change the choice]
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
           These 2 subscriptions and no others:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           Added by Lin: Phones
           Lose access at once: Microsoft 365 Business: 25 seats; how many people use them is unknown
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Lin: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      `,
    )
    assert.deepEqual(suspended(), [seats, 'c0ffee00-0000-4000-8000-000000000003', phones])
  })

  it('by the asker alone where it becomes narrower, and what was approved before counts no more', async () => {
    await before(office, 'Lin: change S-1', 'Lin: 1, 3', 'Lin: ask')
    await transcript(
      office,
      `
      Mei: change S-1
      Bot: S-1: what should the suspension of Contoso cover?
           …
      Mei: [Change the choice]
      Bot changes: S-1: what should the suspension of Contoso cover?
           That is what it covers already.
           …
      Mei: [Change the choice] subscriptions=3
      Bot changes: S-1: what should the suspension of Contoso cover?
           You chose anew: below is what that does. Press again if it is what you want.
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
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
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           Added by Lin: Phones
           Taken out by Mei: Microsoft 365 Business
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`),
      ['mei suspension.requested', 'lin suspension.changed', 'mei suspension.changed'],
    )
  })

  it('by nobody once it is decided, nor by those who may not ask for it', async () => {
    await transcript(
      office,
      `
      Wang: change S-9
      Bot: There is no S-9.
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Mei: change S-1
      Bot: S-1 has already been dealt with. Approved by Wang; carried out.
      `,
    )
  })
})
