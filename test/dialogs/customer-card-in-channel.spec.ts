import assert from 'node:assert/strict'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, unpaidSeats } from './an-office.ts'

describe('what several people read', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('names no invoice: who needs one asks one to one', async () => {
    await transcript(
      office,
      `
      Mei in #collections: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           …
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           …
      `,
    )
  })

  it('names none on any card, whoever asks for it there', async () => {
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Mei in #collections: overdue
      Bot: 1 customer is overdue
           CNY, 1 customer
           1–30 days: CNY 0.00
           …
      Mei in #collections: customer contoso
      Bot: Contoso
           …
      Mei in #collections: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           …
      Mei in #collections: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Sam in #collections: ticket contoso about the seats
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam in #collections: billing
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam in #collections: minimal
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam in #collections: tried: Nothing helped.
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam in #collections: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           …
      Wang in #collections: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Wang approved it.
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Approved by Wang; carried out.
      Mei in #collections: resume contoso
      Bot: Contoso: what is out of service
           Microsoft 365 Business is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      `,
    )
    const there = office.messages.filter(({ place }) => place === 'teams:partner/#collections')
    const texts = there.flatMap(({ reply, earlier }) => [...earlier, reply].map(plain))
    assert(texts.length > 5)
    for (const text of texts) {
      assert(!text.includes(unpaidSeats.number), text)
      for (const { text: line } of unpaidSeats.lines) assert(!text.includes(line), text)
    }
  })
})
