import assert from 'node:assert/strict'
import { lin, mei, otto, sam, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { alsoInSlack, anOffice, before } from './an-office.ts'

describe('one case in a Teams channel and a Slack channel', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, otto, sam].map(alsoInSlack) })
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Otto in #money on Slack: route approvals here
      Bot: From now on, news about approvals goes to #money.
      `,
    )
  })

  it('is approved once of two presses at one instant, and both threads tell by whom', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Wang in #collections and Lin in #money on Slack: [Approve]
      Bot changes for #collections: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot changes for #money on Slack: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to #money on Slack: S-1 has already been dealt with. Approved by Wang; being carried out.
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes for #collections: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot in thread of S-1 in #collections: Mar 31, 2025, 10:00 AM · Wang approved it.
      Bot in thread of S-1 in #collections: Mar 31, 2025, 10:00 AM · Approved by Wang; carried out.
      Bot changes for #money on Slack: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot in thread of S-1 in #money on Slack: Mar 31, 2025, 10:00 AM · Wang approved it.
      Bot in thread of S-1 in #money on Slack: Mar 31, 2025, 10:00 AM · Approved by Wang; carried out.
      `,
    )
  })

  it('brings every card and both threads along with each press', async () => {
    await transcript(
      office,
      `
      Mei on Slack: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           …
      Mei on Slack: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to #collections: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to #money on Slack: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Wang in #money on Slack: [Ask a question] words=Did they answer the notice?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot changes for Mei on Slack: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot changes for #collections: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot in thread of S-1 in #collections: Mar 31, 2025, 10:00 AM · Wang asked a question.
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Wang asked a question.
      Mei on Slack: [Answer] words=No.
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes for #collections: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot in thread of S-1 in #collections: Mar 31, 2025, 10:00 AM · Mei answered the question.
      Bot changes for #money on Slack: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot in thread of S-1 in #money on Slack: Mar 31, 2025, 10:00 AM · Mei answered the question.
      Bot changes for Mei: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Lin in #collections: [Reject] words=They pay on Thursday.
      Bot changes: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
      Bot changes for Mei on Slack: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Lin rejected it.
      Bot changes for #money on Slack: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot in thread of S-1 in #money on Slack: Mar 31, 2025, 10:00 AM · Lin rejected it.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Wang in #money on Slack late: [Approve]
      Bot: S-1 has already been dealt with. Rejected by Lin: They pay on Thursday.
      `,
    )
  })

  it('asked for in one channel is posted in the other; its thread begins with what happens next', async () => {
    await transcript(
      office,
      `
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
      Bot to #money on Slack: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Wang in #money on Slack: [Ask a question] words=Did they answer the notice?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot changes for #collections: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot in thread of S-1 in #collections: Mar 31, 2025, 10:00 AM · Wang asked a question.
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Wang asked a question.
      Mei in #collections: S-1
      Bot: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Mei in #collections: [Withdraw]
      Bot changes: S-1: suspension of Contoso
           Withdrawn by Mei.
           Reason: non-payment
           …
      Bot changes: S-1: suspension of Contoso
           Withdrawn by Mei.
           Reason: non-payment
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Mei withdrew it.
      Bot changes for #money on Slack: S-1: suspension of Contoso
           Withdrawn by Mei.
           Reason: non-payment
           …
      Bot in thread of S-1 in #money on Slack: Mar 31, 2025, 10:00 AM · Mei withdrew it.
      Bot changes for Mei: S-1: suspension of Contoso
           Withdrawn by Mei.
           Reason: non-payment
           …
      `,
    )
  })

  it('a ticket too', async () => {
    await transcript(
      office,
      `
      Otto in #support: route tickets here
      Bot: From now on, news about tickets goes to #support.
      Otto in #help on Slack: route tickets here
      Bot: From now on, news about tickets goes to #help.
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
           …
      Bot to #support: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           …
      Bot to #help on Slack: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           …
      Sam in #help on Slack: [I filed it] number=SR-77
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as SR-77 by Sam.
           Topic: Billing
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as SR-77 by Sam.
           Topic: Billing
           …
      Bot changes for #support: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as SR-77 by Sam.
           Topic: Billing
           …
      Bot in thread of PD-1 in #support: Mar 31, 2025, 10:00 AM · Sam filed it with the operator.
      Bot in thread of PD-1: Mar 31, 2025, 10:00 AM · Sam filed it with the operator.
      `,
    )
  })

  it('goes on in the chat that is left when the other is lost', async () => {
    office.lose('collections')
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to #money on Slack: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Otto: routes
      Bot: Which channel gets which news
           approvals in Teams: #collections, but it can no longer be reached, so it counts as no channel
           approvals in Slack: #money
           …
      `,
    )
  })

  it('takes away the channel of the chat where it is said', async () => {
    await transcript(
      office,
      `
      Otto: routes
      Bot: Which channel gets which news
           approvals in Teams: #collections
           approvals in Slack: #money
           …
      Otto on Slack: route approvals off
      Bot: #money no longer gets news about approvals.
      Otto on Slack: route approvals off
      Bot: No channel of Slack was set for that. #collections in Teams was: say it in Teams to take it away.
      Otto: routes
      Bot: Which channel gets which news
           approvals: #collections
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           …
      Otto: route approvals off
      Bot: #collections no longer gets news about approvals.
      Otto: route approvals off
      Bot: No channel was set for that.
      `,
    )
    assert.deepEqual(await office.desk.routes.list(), [])
  })

  it('tells each person once, in one of their chats, when both channels are taken away', async () => {
    await transcript(
      office,
      `
      Otto: route approvals off
      Bot: #collections no longer gets news about approvals.
      Otto on Slack: route approvals off
      Bot: #money no longer gets news about approvals.
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      `,
    )
  })
})
