import assert from 'node:assert/strict'
import { contoso, ines, mei, phones, rosa, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('an operator’s hold', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, ines, rosa] })
    operator = office.operators['china'] as FakeOperator
    operator.change(phones, { status: 'suspended' })
    const which = { lane: 'china', customer: contoso, subscription: phones, name: 'Phones' } as const
    await office.desk.holds.placeOperatorHold(which, { case: 'O-1', by: 'desk', note: 'Suspended by 21Vianet.' })
  })
  const back = () => operator.transitions.map(({ subscription, to }) => [subscription, to])

  it('stays until somebody records why it may go, and a fraud lead agrees', async () => {
    await transcript(
      office,
      `
      Mei: holds contoso
      Bot: Contoso: what is out of service
           Phones is held for operator decision (O-1, seen by this desk, Mar 31, 2025). Until when it can be brought back is unknown: ask the operator.
           O-1: Suspended by 21Vianet.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for operator decision. It takes the role of fraud lead or approver.
      Wang: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for operator decision (O-1, seen by this desk, Mar 31, 2025). Until when it can be brought back is unknown: ask the operator.
           O-1: Suspended by 21Vianet.
           Service returns when the last hold of a subscription is lifted.
           Why may the operator’s hold be lifted? (needed only for that):
           [Lift the operator decision hold]
      Wang: [Lift the operator decision hold]
      Bot: Write a few words in the field first.
      Wang: [Lift the operator decision hold] words=21Vianet closed its abuse case on March 30.
      Bot changes: R-2: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Hold: operator decision
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Wang, Mar 31, 2025, 10:00 AM
           Why it may be lifted: 21Vianet closed its abuse case on March 30.
           This subscription and no other:
           Phones is held for operator decision (O-1, seen by this desk, Mar 31, 2025). Until when it can be brought back is unknown: ask the operator.
           Reason for rejecting:
           [Approve] [Reject]
      Bot to Ines: R-2: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Rosa: R-2: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Ines: [Approve]
      Bot changes: R-2: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: operator decision
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Wang, Mar 31, 2025, 10:00 AM
           Approved by: Ines, Mar 31, 2025, 10:00 AM
           Why it may be lifted: 21Vianet closed its abuse case on March 30.
      Bot to Wang: R-2: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           What Phones was before its suspension is unknown: check add-ons, seats, auto-renew and scheduled changes at 21Vianet.
      Bot changes for Wang: R-2: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           What Phones was before its suspension is unknown: check add-ons, seats, auto-renew and scheduled changes at 21Vianet.
           Hold: operator decision
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Wang, Mar 31, 2025, 10:00 AM
           Approved by: Ines, Mar 31, 2025, 10:00 AM
           Why it may be lifted: 21Vianet closed its abuse case on March 30.
           [Done: Phones, all checked]
      Bot changes: R-2: resume Contoso
           1 of 1 back in service.
           …
      Bot changes for Rosa: R-2: resume Contoso
           1 of 1 back in service.
           …
      `,
    )
    assert.deepEqual(back(), [[phones, 'active']])
  })
})
