import assert from 'node:assert/strict'
import { ines, lin, mei, otto, phones, rosa, sam, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('bringing service back', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, rosa, otto, sam] })
    operator = office.operators['china'] as FakeOperator
  })
  const back = () => operator.transitions.filter(({ to }) => to === 'active').map(({ subscription }) => subscription)
  const suspend = async (by: string, why: string, numbers: string, note: string) => {
    await before(office, `${by}: suspend contoso for ${why}`, `${by}: ${numbers}`, `${by}: ${note}`, `${by}: ask`)
    const approver = office.speaker('Wang', { channel: null, chat: 'teams' })
    for (const { id } of await office.desk.suspensions.open()) {
      const act = { act: 'suspension.approve', case: id, version: 1 } as const
      await office.hear({ kind: 'acted', by: approver, action: act, inputs: {} })
    }
  }

  it('takes a second fraud lead where fraud was suspected', async () => {
    await suspend('Sam', 'fraud', '3', 'Calls to premium numbers all night.')
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Calls to premium numbers all night.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for fraud. A fraud lead can, and another one confirms.
      Ines: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Calls to premium numbers all night.
           Service returns when the last hold of a subscription is lifted.
           [Lift the fraud hold]
      Ines: [Lift the fraud hold]
      Bot changes: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Reason for rejecting:
           [Approve] [Reject]
      Bot to Rosa: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Ines: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      Wang: R-1
      Bot: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang: [Approve]
      Bot: Your role does not allow deciding this. Another fraud lead can.
      Rosa: [Reject]
      Bot: Write a few words in the field first.
      Rosa: [Approve]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           Approved by: Rosa, Mar 31, 2025, 10:00 AM
      Bot to Ines: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes for Ines: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           Approved by: Rosa, Mar 31, 2025, 10:00 AM
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           …
      Bot changes for Wang: R-1: resume Contoso
           1 of 1 back in service.
           …
      Rosa late: [Reject] words=Too late.
      Bot: R-1 has already been dealt with. 1 of 1 back in service.
      `,
    )
    assert.deepEqual(back(), [phones])
  })

  it('is not brought back when the second fraud lead says no, or nobody decides', async () => {
    await suspend('Sam', 'fraud', '3', 'Calls to premium numbers all night.')
    await transcript(
      office,
      `
      Ines: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Calls to premium numbers all night.
           Service returns when the last hold of a subscription is lifted.
           [Lift the fraud hold]
      Ines: [Lift the fraud hold]
      Bot changes: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Rosa: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Rosa: [Reject] words=The calls go on.
      Bot changes: R-1: resume Contoso
           Rejected by Rosa: The calls go on.
           Hold: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
      Bot to Ines: R-1: resume Contoso
           Rejected by Rosa: The calls go on.
      Bot changes for Ines: R-1: resume Contoso
           Rejected by Rosa: The calls go on.
           …
      Ines: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Calls to premium numbers all night.
           Service returns when the last hold of a subscription is lifted.
           [Lift the fraud hold]
      Ines: [Lift the fraud hold]
      Bot changes: R-2: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Rosa: R-2: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      (24 h pass)
      (14 h pass)
      Bot to Ines: R-2: resume Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
      Bot changes for Ines: R-2: resume Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      Bot changes for Rosa: R-2: resume Contoso
           Expired Apr 1, 2025, 11:59 PM GMT+8; nobody decided. Ask again if it is still needed.
           …
      `,
    )
    assert.deepEqual(back(), [])
  })

  it('says so when there is no second fraud lead', async () => {
    office = await anOffice()
    await suspend('Sam', 'fraud', '3', 'Calls to premium numbers all night.')
    await transcript(
      office,
      `
      Ines: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Calls to premium numbers all night.
           Service returns when the last hold of a subscription is lifted.
           [Lift the fraud hold]
      Ines: [Lift the fraud hold]
      Bot changes: R-1: resume Contoso
           This request waits, but nobody who could approve it can be reached: none of them has written to me yet, and no channel is set with “route approvals here”.
           …
      `,
    )
  })

  it('stays away while another hold remains', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 3', 'Mei: ask')
    const approve = async (id: string) => {
      const approver = office.speaker('Wang', { channel: null, chat: 'teams' })
      const act = { act: 'suspension.approve', case: id, version: 1 } as const
      await office.hear({ kind: 'acted', by: approver, action: act, inputs: {} })
    }
    await approve('S-1')
    await before(
      office,
      'Sam: suspend contoso for fraud',
      'Sam: 1, 3',
      'Sam: Calls to premium numbers all night.',
      'Sam: ask',
    )
    await approve('S-2')
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025) and fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Microsoft 365 Business is held for fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-2: Calls to premium numbers all night.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for fraud. A fraud lead can, and another one confirms.
           [Lift the non-payment hold]
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because another hold remains
           …
      Bot: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because another hold remains
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           Phones is held for fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Microsoft 365 Business is held for fraud (S-2, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           3 subscriptions
           Microsoft 365 Business × 25: suspended
           Voicemail × 25: suspended
           Phones × 5: suspended
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    )
    assert.deepEqual(back(), [])
  })
})
