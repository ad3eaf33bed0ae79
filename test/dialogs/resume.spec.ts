import assert from 'node:assert/strict'
import { ines, lin, mei, otto, phones, rosa, sam, seats, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

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

  it('is one press of a collector when they have paid', async () => {
    await suspend('Mei', 'non-payment', '3', 'Nothing since January.')
    office.setItems([])
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Nothing since January.
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
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      Mei late: [Lift the non-payment hold]
      Bot: Nothing is on hold for non-payment here any more.
      Mei: resume contoso
      Bot: This desk has nothing of Contoso on hold. If something is out of service, somebody else suspended it.
      `,
    )
    assert.deepEqual(back(), [phones])
    assert.deepEqual(
      (await office.store.auditOf('R-1')).map(({ by, what }) => `${by} ${what}`),
      ['mei resumption.asked', 'desk resumption.sent', 'desk resumption.acted', 'desk resumption.restored'],
    )
  })

  it('is one press as well when it was a mistake, and says what is still owed', async () => {
    await suspend('Mei', 'non-payment', '3', 'Nothing since January.')
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
      Wang: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           …
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
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Wang, Mar 31, 2025, 10:00 AM
      `,
    )
    assert.deepEqual(back(), [phones])
  })

  it('is not ours to bring back what somebody else suspended', async () => {
    operator.change(seats, { status: 'suspended' })
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: This desk has nothing of Contoso on hold. If something is out of service, somebody else suspended it.
      `,
    )
  })

  it('waits out the operator’s trouble, and holds again what could not be brought back', async () => {
    await suspend('Mei', 'non-payment', '1, 3', 'Nothing since January.')
    operator.weather('changes', { kind: 'throttled', retryAfterMs: 60_000 }, { kind: 'refused', code: '800096' })
    await transcript(
      office,
      `
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Microsoft 365 Business is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           …
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Microsoft 365 Business: being carried out
           …
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Microsoft 365 Business: still under way. 21Vianet asks us to slow down. The desk has kept trying since Mar 31, 2025, 10:00 AM.
           Phones: not done. 21Vianet does not allow this change in the state it is in (code 800096). Look at it in the portal.
           …
      (1 min pass)
      Bot to Mei: R-1: resume Contoso
           1 of 2 back in service.
           Microsoft 365 Business: in service again, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
           Phones: not done. 21Vianet does not allow this change in the state it is in (code 800096). Look at it in the portal.
           Voicemail is in service again.
           Microsoft 365 Business is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           What is not back is still on hold. Once it can come back, say “resume Contoso” again.
      Bot changes for Mei: R-1: resume Contoso
           1 of 2 back in service.
           Microsoft 365 Business: in service again, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
           Phones: not done. 21Vianet does not allow this change in the state it is in (code 800096). Look at it in the portal.
           …
      Mei: resume contoso
      Bot: Contoso: what is out of service
           Phones is held for non-payment (R-1, Mei, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           …
      `,
    )
    assert.deepEqual(back(), [seats, voicemail])
  })
})
