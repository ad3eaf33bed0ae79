import assert from 'node:assert/strict'
import { contoso } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('fraud at a customer who is held for non-payment', () => {
  it('can be asked for: the form shows what is out already, and the card says what it adds', async () => {
    const office = await anOffice()
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           …
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      Wang: [Approve]
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
      Mei: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25: suspended
           2. ( ) Phones × 5
           …
      Mei: 1
      Bot: Suspend Contoso for fraud?
           …
      Mei: The card was stolen.
      Bot: Suspend Contoso for fraud?
           …
      Mei: ask
      Bot: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: The card was stolen.
           This subscription and no other:
           Microsoft 365 Business × 25
           Microsoft 365 Business is suspended already, for non-payment (S-1, Wang, Mar 31, 2025). This adds a hold for fraud: service returns only when every hold is lifted.
           …
      Bot to Wang: S-2: suspend Contoso?
           …
      Bot to Lin: S-2: suspend Contoso?
           …
      Bot to Ines: S-2: suspend Contoso?
           …
      Wang: [Approve]
      Bot changes: S-2: suspension of Contoso
           …
      Bot to Mei: S-2: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: was suspended already
      Bot changes for Mei: S-2: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes: S-2: suspension of Contoso
           …
      Bot changes for Lin: S-2: suspension of Contoso
           …
      Bot changes for Ines: S-2: suspension of Contoso
           …
      `,
    )
    assert.deepEqual(
      (await office.desk.resumptions.heldOf(contoso)).map(({ holds }) => holds.map(({ reason }) => reason)),
      [['non-payment', 'fraud']],
    )
  })
})
