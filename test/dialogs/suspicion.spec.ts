import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a suspension on suspicion', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('takes suspicion in words, and tells the second person that money does not lift it', () =>
    transcript(
      office,
      `
      Sam: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: [Ask a second person] subscriptions=1
      Bot changes: Suspend Contoso for fraud?
           You chose anew: below is what that does. Press again if it is what you want.
           Say what was seen: the second person decides on your words.
           Which subscriptions?
           …
      Sam: 40 new machines since midnight, all mining.
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           What was seen? The second person decides on these words: 40 new machines since midnight, all mining.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight, all mining.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Ines: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Ines: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Ines; being carried out.
           Microsoft 365 Business: being carried out
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight, all mining.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           A payment does not lift this hold.
      Bot to Sam: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Sam: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight, all mining.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           A payment does not lift this hold.
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Ines; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Ines; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Ines; carried out.
           …
      `,
    ))

  it('tells a collector whose yes it takes', async () => {
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 3', 'Sam: Calls all night.', 'Sam: ask')
    await transcript(
      office,
      `
      Mei: S-1
      Bot: S-1: suspend Contoso?
           …
      Mei: [Approve]
      Bot: Your role does not allow deciding this. It takes the role of approver or fraud lead.
      `,
    )
  })
})
