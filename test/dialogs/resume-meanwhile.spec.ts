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

  it('by one of two who press at the same instant', async () => {
    await suspend('Mei', 'non-payment', 'Nothing since January.')
    await before(office, 'Mei: resume contoso', 'Wang: resume contoso')
    await transcript(
      office,
      `
      Mei and Wang: [Lift the non-payment hold]
      Bot to Wang: Somebody changed this at the same moment. Look at the customer again.
      Bot changes for Mei: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           …
      Bot to Mei: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes for Mei: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      `,
    )
    assert.deepEqual(back(), [phones])
  })

  it('but what was brought back at the portal meanwhile is left alone', async () => {
    await suspend('Mei', 'non-payment', 'Nothing since January.')
    operator.change(phones, { status: 'active' })
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Nothing since January.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold]
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      Bot: R-1: resume Contoso
           1 of 1 back in service.
           Phones: was in service already
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           Phones: was in service already
           …
      `,
    )
    assert.deepEqual(back(), [])
  })

  it('but stays away when it is suspended for fraud before the operator answers', async () => {
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 3', 'Sam: Calls all night.', 'Sam: ask')
    await suspend('Mei', 'non-payment', 'Nothing since January.')
    operator.weather('looks', { kind: 'unreachable' })
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-2, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-2: Nothing since January.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold]
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
           …
      `,
    )
    await transcript(
      office,
      `
      Ines: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Ines; being carried out.
           Phones: being carried out
           …
      Bot to Sam: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Phones: was suspended already
      Bot changes for Sam: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Phones: was suspended already
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Phones: was suspended already
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Phones: was suspended already
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Phones: was suspended already
           …
      Bot changes for Rosa: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Phones: was suspended already
           …
      (2 min pass)
      Bot to Mei: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because it was held again in the meantime
      Bot changes for Mei: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because it was held again in the meantime
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for fraud (S-1, Ines, Mar 31, 2025; to be reviewed Apr 3, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Calls all night.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for fraud. A fraud lead can, and another one confirms.
      `,
    )
    assert.deepEqual(back(), [])
  })

  it('but stays away as well when the customer asks for it meanwhile', async () => {
    await before(office, 'Mei: suspend contoso for customer request', 'Mei: 3', 'Mei: By letter.', 'Mei: ask')
    await suspend('Sam', 'fraud', 'Calls all night.')
    operator.weather('looks', { kind: 'unreachable' })
    await before(office, 'Ines: resume contoso')
    await transcript(
      office,
      `
      Ines: [Lift the fraud hold]
      Bot changes: R-1: resume Contoso
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
      Bot to Rosa: R-1: resume Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Hold: fraud
           …
      Rosa: [Approve]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           …
      Bot changes for Ines: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
           …
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Phones: being carried out
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: was suspended already
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: was suspended already
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: was suspended already
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Phones: was suspended already
           …
      (2 min pass)
      Bot to Ines: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because it was held again in the meantime
      Bot changes for Ines: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because it was held again in the meantime
           …
      Bot changes for Rosa: R-1: resume Contoso
           0 of 1 back in service.
           Phones: not done, because it was held again in the meantime
           …
      `,
    )
    assert.deepEqual(back(), [])
  })
})
