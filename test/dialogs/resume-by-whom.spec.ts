import assert from 'node:assert/strict'
import { ines, lin, mei, otto, phones, rosa, sam, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('a hold is lifted', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, ines, rosa, otto, sam] })
    operator = office.operators['china'] as FakeOperator
  })
  const suspend = async (by: string, why: string, note: string) => {
    await before(office, `${by}: suspend contoso for ${why}`, `${by}: 3`, `${by}: ${note}`, `${by}: ask`)
    const approver = office.speaker('Wang', { channel: null, chat: 'teams' })
    const waiting = (await office.desk.suspensions.open()).find(({ askedBy }) => askedBy === by.toLowerCase())
    const action = { act: 'suspension.approve', case: waiting?.id ?? '', version: 1 } as const
    await office.hear({ kind: 'acted', by: approver, action, inputs: {} })
  }
  const back = () => operator.transitions.filter(({ to }) => to === 'active').map(({ subscription }) => subscription)

  it('for non-payment by those who collect, and by nobody else', async () => {
    await suspend('Mei', 'non-payment', 'Nothing since January.')
    await transcript(
      office,
      `
      Sam: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Nothing since January.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for non-payment. It takes the role of collector or approver.
      Ines: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Nothing since January.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for non-payment. It takes the role of collector or approver.
      Otto: resume contoso
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Wang: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Nothing since January.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold]
      Wang: [Lift the non-payment hold]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Wang, Mar 31, 2025, 10:00 AM
      Bot: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      `,
    )
    assert.deepEqual(back(), [phones])
  })

  it('for misuse by two fraud leads, and a payment changes nothing', async () => {
    await suspend('Sam', 'misuse', 'Mining in the lab account.')
    office.setItems([])
    await transcript(
      office,
      `
      Wang: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for misuse (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Mining in the lab account.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for misuse. A fraud lead can, and another one confirms.
      Rosa: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for misuse (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Mining in the lab account.
           Service returns when the last hold of a subscription is lifted.
           [Lift the misuse hold]
      Rosa: [Lift the misuse hold]
      Bot changes: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Hold: misuse
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Rosa, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones is held for misuse (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Reason for rejecting:
           [Approve] [Reject]
      Bot to Ines: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Hold: misuse
           …
      Rosa: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      Ines: [Approve]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           …
      Bot to Rosa: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes for Rosa: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      `,
    )
    assert.deepEqual(back(), [phones])
  })
})
