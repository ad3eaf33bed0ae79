import assert from 'node:assert/strict'
import { lin, mei, otto, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { alsoInSlack, anOffice, before } from './an-office.ts'

const collections = 'teams:partner/#collections'
const money = 'slack:partner/#money'

describe('a card that is gone', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, wang, lin, otto].map(alsoInSlack) })
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Otto in #money on Slack: route approvals here
      Bot: From now on, news about approvals goes to #money.
      `,
    )
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const standsIn = async () =>
    [...new Set((await office.store.list('card', { case: 'S-1' })).map(({ value }) => value.place))].toSorted()

  it('is posted anew while people must decide, and its thread begins there', async () => {
    office.deleteCard('S-1', collections)
    await transcript(
      office,
      `
      Wang in #money on Slack: [Ask a question] words=Did they answer the notice?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Wang asked a question.
      Bot to #collections: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Mei: [Answer] words=No.
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes for #money on Slack: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot in thread of S-1 in #money on Slack: Mar 31, 2025, 10:00 AM · Mei answered the question.
      Bot changes for #collections: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot in thread of S-1 in #collections: Mar 31, 2025, 10:00 AM · Mei answered the question.
      Lin in #collections: [Reject] words=They pay on Thursday.
      Bot changes: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot changes for #money on Slack: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot in thread of S-1 in #money on Slack: Mar 31, 2025, 10:00 AM · Lin rejected it.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Lin: They pay on Thursday.
           Reason: non-payment
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Lin rejected it.
      `,
    )
    assert.deepEqual(await standsIn(), [collections, money, 'teams:partner/mei'].toSorted())
  })

  it('is forgotten once the case is decided', async () => {
    office.deleteCard('S-1', collections)
    await transcript(
      office,
      `
      Wang in #money on Slack: [Reject] words=They pay on Thursday.
      Bot changes: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Wang rejected it.
      `,
    )
    assert.deepEqual(await standsIn(), [money, 'teams:partner/mei'].toSorted())
  })

  it('with its channel is replaced by the other channel’s, and by the people once both are lost', async () => {
    office.lose('collections')
    await transcript(
      office,
      `
      Wang in #money on Slack: [Ask a question] words=Did they answer?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Wang asked a question.
      `,
    )
    assert.deepEqual(await standsIn(), [money, 'teams:partner/mei'].toSorted())
    // Slack says so itself: nothing has to change about the case first.
    await office.desk.cards.loseWhere(({ place }) => place === money)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Wang: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Lin: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Wang: [Reject] words=They pay on Thursday.
      Bot changes: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Bot to Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Rejected by Wang: They pay on Thursday.
           Reason: non-payment
           …
      `,
    )
    assert.deepEqual(await standsIn(), ['teams:partner/lin', 'teams:partner/mei', 'teams:partner/wang'])
  })
})
