import assert from 'node:assert/strict'
import { lin, mei, phones, seats, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

describe('when the operator will not have it', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice()
    operator = office.operators['china'] as FakeOperator
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask')
  })
  const suspended = () => operator.transitions.map(({ subscription }) => subscription)

  it('because the desk itself is not let in, an administrator is sent for', async () => {
    operator.weather('changes', { kind: 'unauthorised', status: 403, code: '900150' })
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: not done. 21Vianet refused our own access (code 900150). An administrator should give the account that signs in for the desk the role “Admin agent” there.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: not done. 21Vianet refused our own access (code 900150). An administrator should give the account that signs in for the desk the role “Admin agent” there.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: not done. 21Vianet refused our own access (code 900150). An administrator should give the account that signs in for the desk the role “Admin agent” there.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: not done. 21Vianet refused our own access (code 900150). An administrator should give the account that signs in for the desk the role “Admin agent” there.
           …
      `,
    )
    assert.deepEqual(suspended(), [phones])
  })

  it('because it does not know the subscription, the portal is named', async () => {
    operator.weather('looks', 'ok', 'ok', { kind: 'not-found', code: '20003' })
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Phones: not done. 21Vianet does not know this subscription (code 20003). Look at it in the portal.
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out in part: 1 of 2 not done.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      `,
    )
    assert.deepEqual(suspended(), [seats, voicemail])
  })

  it('because of how the subscription stands, that is told in the reader’s own words', async () => {
    office = await anOffice({ staff: [{ ...mei, language: 'zh-Hant-TW' }, wang, lin] })
    operator = office.operators['china'] as FakeOperator
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask')
    operator.change(seats, { status: 'deleted' })
    operator.change(phones, { status: 'unknown' })
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Mei: S-1：暫停「Contoso」的服務
           Wang 已核准；就系統所知，沒有任何項目執行成功。
           Microsoft 365 Business: 未執行。這個訂用帳戶在世紀互聯的狀態是「已刪除」，所以無法執行。
           Phones: 未執行。這個訂用帳戶在世紀互聯的狀態是「狀態不明」，所以無法執行。
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Wang 已核准；就系統所知，沒有任何項目執行成功。
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; not carried out, as far as the desk can tell.
           Microsoft 365 Business: not done. At 21Vianet it is deleted, so this cannot be done.
           Phones: not done. At 21Vianet it is in a state this desk does not know, so this cannot be done.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; not carried out, as far as the desk can tell.
           …
      `,
    )
    assert.deepEqual(operator.transitions, [])
  })
})
