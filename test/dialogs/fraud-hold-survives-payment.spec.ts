import assert from 'node:assert/strict'
import { ines, lin, mei, phones, rosa, sam, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a fraud hold survives a payment', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, rosa, sam] })
    operator = office.operators['china'] as FakeOperator
    const approve = async (id: string) => {
      const by = office.speaker('Wang', { channel: null, chat: 'teams' })
      const action = { act: 'suspension.approve', case: id, version: 1 } as const
      await office.hear({ kind: 'acted', by, action, inputs: {} })
    }
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 3', 'Mei: ask')
    await approve('S-1')
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 3', 'Sam: Calls all night.', 'Sam: ask')
    await approve('S-2')
  })
  const changes = () => operator.transitions.map(({ subscription, to }) => [subscription, to])

  it('a payment lifts its own hold and no other; two fraud leads bring service back', async () => {
    office.setItems([])
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025) and fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-2: Calls all night.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for fraud. A fraud lead can, and another one confirms.
           [Lift the non-payment hold]
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because another hold remains
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Phones is held for fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
      Bot: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because another hold remains
      Mei: customer contoso
      Bot: Contoso
           The policy calls for no action.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           Phones is held for fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: suspended
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Ticket]
      Ines: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-2: Calls all night.
           Service returns when the last hold of a subscription is lifted.
           [Lift the fraud hold]
      Ines: [Lift the fraud hold]
      Bot changes: R-2: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones is held for fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Reason for rejecting:
           [Approve] [Reject]
      Bot to Rosa: R-2: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Rosa: [Approve]
      Bot changes: R-2: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           Approved by: Rosa, Mar 31, 2025, 10:00 AM
      Bot to Ines: R-2: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes for Ines: R-2: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           Approved by: Rosa, Mar 31, 2025, 10:00 AM
      Bot changes: R-2: resume Contoso
           1 of 1 back in service.
           …
      Mei: holds contoso
      Bot: This desk has nothing of Contoso on hold. If something is out of service, somebody else suspended it.
      `,
    )
    assert.deepEqual(changes(), [
      [phones, 'suspended'],
      [phones, 'active'],
    ])
  })
})
