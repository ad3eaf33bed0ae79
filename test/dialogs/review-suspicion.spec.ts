import assert from 'node:assert/strict'
import { ines, lin, mei, rosa, sam, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a suspicion is looked at again', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, rosa, sam] })
    operator = office.operators['china'] as FakeOperator
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 1, 3', 'Sam: Calls all night.', 'Sam: ask')
    const by = office.speaker('Wang', { channel: null, chat: 'teams' })
    const action = { act: 'suspension.approve', case: 'S-1', version: 1 } as const
    await office.hear({ kind: 'acted', by, action, inputs: {} })
    assert.equal(operator.transitions.length, 3)
  })

  it('after three days, once, by whoever answers for it and the fraud leads; keeping it sets a new day', async () => {
    await transcript(
      office,
      `
      (71 h pass)
      (1 h pass)
      Bot to Ines: Review the fraud hold on Contoso
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Does the suspicion still stand? Keep the hold, or lift it; lifting takes a second fraud lead.
           [Keep the fraud hold] [Lift the fraud hold]
      Bot to Rosa: Review the fraud hold on Contoso
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           …
      Bot to Wang: Review the fraud hold on Contoso
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           …
      Ines: [Keep the fraud hold]
      Bot changes: Ines keeps the fraud hold. It is to be reviewed again on Apr 6, 2025.
      Rosa: [Keep the fraud hold]
      Bot: There is nothing to review any more: somebody was faster, or the hold was lifted.
      Mei: holds contoso
      Bot: Contoso: what is out of service
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Calls all night.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for fraud. A fraud lead can, and another one confirms.
      (71 h pass)
      (1 h pass)
      Bot to Ines: Review the fraud hold on Contoso
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Does the suspicion still stand? Keep the hold, or lift it; lifting takes a second fraud lead.
           [Keep the fraud hold] [Lift the fraud hold]
      Bot to Rosa: Review the fraud hold on Contoso
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           …
      Bot to Wang: Review the fraud hold on Contoso
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           …
      Rosa: [Lift the fraud hold]
      Bot changes: R-1: resume Contoso
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Rosa, Apr 6, 2025, 10:00 AM
           These 2 subscriptions and no others:
           Microsoft 365 Business is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 6, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Reason for rejecting:
           [Approve] [Reject]
      Bot to Ines: R-1: resume Contoso
           Waiting for a second person. Expires Apr 7, 2025, 11:59 PM GMT+8.
           …
      Ines: [Approve]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Microsoft 365 Business: being carried out
           Phones: being carried out
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Rosa, Apr 6, 2025, 10:00 AM
           Approved by: Ines, Apr 6, 2025, 10:00 AM
      Bot to Rosa: R-1: resume Contoso
           2 of 2 back in service.
           Microsoft 365 Business: in service again, confirmed by 21Vianet Apr 6, 2025, 10:00 AM
           Phones: in service again, confirmed by 21Vianet Apr 6, 2025, 10:00 AM
           Voicemail is in service again.
           Microsoft 365 Business is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes for Rosa: R-1: resume Contoso
           2 of 2 back in service.
           Microsoft 365 Business: in service again, confirmed by 21Vianet Apr 6, 2025, 10:00 AM
           Phones: in service again, confirmed by 21Vianet Apr 6, 2025, 10:00 AM
           Voicemail is in service again.
           Microsoft 365 Business is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Rosa, Apr 6, 2025, 10:00 AM
           Approved by: Ines, Apr 6, 2025, 10:00 AM
      Bot changes: R-1: resume Contoso
           2 of 2 back in service.
           …
      (80 h pass)
      `,
    )
    assert.deepEqual(await office.desk.resumptions.heldOf('5f3c1d6e-0000-4000-8000-00000000c001'), [])
  })
})
