import assert from 'node:assert/strict'
import type { Roster } from '../../dialogs/vocabulary/roster.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

const collections = 'teams:partner/#collections'

describe('channels that outsiders read', () => {
  let office: Office
  let open: Set<string>
  let fault: OutsideFault | null
  beforeEach(async () => {
    open = new Set()
    fault = null
    const teams: Roster = {
      membership: async () => 'member',
      async hasOutsiders({ place }) {
        if (fault) throw fault
        return open.has(place)
      },
    }
    office = await anOffice({ rosters: { teams } })
  })

  it('get no news: a channel of our own people does', async () => {
    open.add(collections)
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: People from outside can read #collections, so no cases go there. Take them out first, or choose a channel that only your own people read.
      Otto in #desk: route approvals here
      Bot: From now on, news about approvals goes to #desk.
      Mei in #collections: route approvals here
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Otto: route approvals here
      Bot: This is a private chat. Say it in the channel that should get the news.
      `,
    )
    assert.deepEqual(await office.desk.routes.placesFor('approvals'), ['teams:partner/#desk'])
  })

  it('might be any, while nobody says who reads there: then nothing is set', async () => {
    fault = new OutsideFault({ service: 'teams', kind: 'unreachable' })
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: Nothing was set: Teams does not tell me who reads #collections, and cases go only where nobody from outside does. Try again in a minute.
      Otto: 核准通知發到這裡
      Bot: This is a private chat. Say it in the channel that should get the news.
      `,
    )
    assert.deepEqual(await office.desk.routes.list(), [])
  })

  it('are passed over once they were opened: the people are told, and it is said in the list', async () => {
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      `,
    )
    open.add(collections)
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
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Otto: routes
      Bot: Which channel gets which news
           approvals: #collections, but people from outside may read there, so it counts as no channel; once they are gone, set it there anew
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           …
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf(collections)).map(({ by, what, details }) => [by, what, details]),
      [['desk', 'place.shunned', { case: 'S-1' }]],
    )
    open.delete(collections)
    await transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Otto: routes
      Bot: Which channel gets which news
           approvals: #collections
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           …
      `,
    )
  })

  it('get news again as soon as they are routed again without outsiders', async () => {
    const inChannel = () => office.messages.filter(({ place }) => place === collections).length
    const route = () =>
      office.hear({
        kind: 'said',
        by: office.speaker('Otto', { channel: 'collections', chat: 'teams' }),
        text: 'route approvals here',
        inputs: {},
        pressed: false,
      })
    await route()
    open.add(collections)
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    assert.equal(inChannel(), 1)
    open.delete(collections)
    await route()
    await before(office, 'Sam: suspend contoso for fraud', 'Sam: 3', 'Sam: Calls all night.', 'Sam: ask')
    assert.equal(inChannel(), 3)
  })

  it('keep no reminder either', async () => {
    await transcript(
      office,
      `
      Otto in #collections: send approvals here
      Bot: From now on, news about approvals goes to #collections.
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
      Bot to #collections: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      `,
    )
    open.add(collections)
    await transcript(
      office,
      `
      (19 h pass)
      Bot to Wang: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Still waiting, and it expires Apr 1, 2025, 11:59 PM GMT+8:
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
  })
})
