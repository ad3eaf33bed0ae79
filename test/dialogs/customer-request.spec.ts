import assert from 'node:assert/strict'
import { lin, mei, phones, sam, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('a customer asks to be suspended', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, sam], items: [] })
    operator = office.operators['china'] as FakeOperator
  })
  const changes = () => operator.transitions.map(({ subscription, to }) => [subscription, to])

  it('needs no debt, who asked and how, and a second person; one press brings it back', async () => {
    await transcript(
      office,
      `
      Sam: suspend contoso for customer request
      Bot: Suspend Contoso for customer request?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           Who at the customer asked, and how? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: 3
      Bot: Suspend Contoso for customer request?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           What it does
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Who at the customer asked, and how? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: ask
      Bot: Suspend Contoso for customer request?
           Say who at the customer asked, and how: the second person decides on your words.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           What it does
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Who at the customer asked, and how? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: Ms Zhang, their finance head, by signed letter of March 28.
      Bot: Suspend Contoso for customer request?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           What it does
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Who at the customer asked, and how? The second person decides on these words: Ms Zhang, their finance head, by signed letter of March 28.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: customer request
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: Ms Zhang, their finance head, by signed letter of March 28.
           This subscription and no other:
           Phones × 5
           Lose access at once: 5 seats; how many people use them is unknown
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
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Phones: being carried out
           Reason: customer request
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: Ms Zhang, their finance head, by signed letter of March 28.
           This subscription and no other:
           Phones × 5
           A payment does not lift this hold.
           [Call off what is not done]
      Bot to Sam: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Sam: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: customer request
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: Ms Zhang, their finance head, by signed letter of March 28.
           This subscription and no other:
           Phones × 5
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           A payment does not lift this hold.
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Sam: holds contoso
      Bot: Contoso: what is out of service
           Phones is held for customer request (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Ms Zhang, their finance head, by signed letter of March 28.
           Service returns when the last hold of a subscription is lifted.
           [Lift the customer request hold]
      Sam: [Lift the customer request hold]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: customer request
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Sam, Mar 31, 2025, 10:00 AM
      Bot: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: customer request
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Sam, Mar 31, 2025, 10:00 AM
      `,
    )
    assert.deepEqual(changes(), [
      [phones, 'suspended'],
      [phones, 'active'],
    ])
  })
})
