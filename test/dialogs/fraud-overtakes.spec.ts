import assert from 'node:assert/strict'
import { ines, lin, mei, sam, seats, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

describe('fraud overtakes a request for a debt', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, sam] })
    operator = office.operators['china'] as FakeOperator
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 1', 'Sam: Calls all night.')
  })
  const suspended = () => operator.transitions.map(({ subscription }) => subscription)

  it('each card names the other, and the yes to fraud ends the other', async () => {
    await transcript(
      office,
      `
      Sam: ask
      Bot: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: Calls all night.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           S-1 asks for a suspension of this customer for non-payment as well.
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Ines: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Mei: S-1: suspend Contoso?
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
           S-2 asks for a suspension of this customer for fraud. Once it is approved, this request ends.
           Lose access at once: 25 seats; how many people use them is unknown
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
      Wang at “S-2”: [Approve]
      Bot changes: S-2: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: Calls all night.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           A payment does not lift this hold.
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended by this request: S-2 for fraud was approved and goes first. If the debt is to hold as well, ask again.
      Bot to Sam: S-2: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Sam: S-2: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: Calls all night.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           A payment does not lift this hold.
      Bot changes: S-2: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-2: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Ines: S-2: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended by this request: S-2 for fraud was approved and goes first. If the debt is to hold as well, ask again.
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
      Bot changes: S-1: suspension of Contoso
           Cancelled, nothing was suspended by this request: S-2 for fraud was approved and goes first. If the debt is to hold as well, ask again.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended by this request: S-2 for fraud was approved and goes first. If the debt is to hold as well, ask again.
           …
      Wang late at “S-1”: [Approve]
      Bot: S-1 has already been dealt with. Cancelled, nothing was suspended by this request: S-2 for fraud was approved and goes first. If the debt is to hold as well, ask again.
      `,
    )
    assert.deepEqual(suspended(), [seats, voicemail])
    assert.deepEqual(await office.desk.suspensions.open(), [])
    assert.deepEqual(await office.store.list('open-suspension'), [])
  })

  it('a no to fraud leaves the other as it was', async () => {
    await transcript(
      office,
      `
      Sam: ask
      Bot: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Wang: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Ines: S-2: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang at “S-2”: [Reject] words=They are a call centre.
      Bot changes: S-2: suspension of Contoso
           Rejected by Wang: They are a call centre.
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: Calls all night.
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           A payment does not lift this hold.
      Bot to Sam: S-2: suspension of Contoso
           Rejected by Wang: They are a call centre.
      Bot changes for Sam: S-2: suspension of Contoso
           Rejected by Wang: They are a call centre.
           …
      Bot changes for Lin: S-2: suspension of Contoso
           Rejected by Wang: They are a call centre.
           …
      Bot changes for Ines: S-2: suspension of Contoso
           Rejected by Wang: They are a call centre.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang at “S-1”: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
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
           [Call off what is not done]
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
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      `,
    )
    assert.deepEqual(suspended(), [seats, voicemail])
  })
})
