import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('channels for news', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('that are lost are replaced by the people', async () => {
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Otto in #support: route tickets here
      Bot: From now on, news about tickets goes to #support.
      `,
    )
    office.lose('collections')
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Otto: routes
      Bot: Which channel gets which news
           approvals: #collections, but it can no longer be reached, so it counts as no channel
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Sam: ticket contoso about the invoice
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: billing
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: minimal
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: tried: Nothing helped.
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose minimal (轻微). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: minimal (轻微)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] the invoice
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 我方已采取的措施：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：轻微
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 联系人：Sam
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > the invoice
           >
           > What we have tried:
           > Nothing helped.
           >
           > Topic: Billing
           > Severity: minimal
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot to #support: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      `,
    )
    assert.equal((await office.store.auditOf('teams:partner/#collections')).at(-1)?.what, 'place.lost')
  })
})
