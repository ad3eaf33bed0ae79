import assert from 'node:assert/strict'
import type { Roster } from '../../../dialogs/vocabulary/roster.ts'
import type { Signal } from '../../../domain/fraud/signal.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

const hour = 3_600_000

describe('channels for fraud alerts', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    for (const channel of ['fraud', 'china-fraud', 'night'])
      await transcript(office, `Otto in #${channel}: thanks\nBot: You are welcome.`)
  })
  /** Where the card of an alert that comes now stands. */
  const heardBy = async (signal: Partial<Signal>): Promise<readonly string[]> => {
    const said = aSignal({ customer: null, subscription: null, ...signal })
    const { opened } = await office.desk.alerts.take(said.lane, [said])
    await office.pass(0)
    const cards = await office.store.list('card', { case: opened[0] ?? 'none' })
    return cards.map(({ value }) => value.place.replace(/^.*[/]/, ''))
  }

  it('are chosen by operator, severity and hours, and say who would hear of what', async () => {
    await transcript(
      office,
      `
      Otto in #fraud: route fraud high here
      Bot: From now on, news about fraud, high goes to #fraud.
      Otto: route fraud in china to #china-fraud
      Bot: From now on, news about fraud, 21Vianet goes to #china-fraud.
      Otto: route fraud high from 22:00 to 6 am to #night
      Bot: From now on, news about fraud, high, 22:00 to 06:00 goes to #night.
      Otto: routes
      Bot: Which channel gets which news
           approvals: no channel; each person concerned is told
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           administration: no channel; each person concerned is told
           fraud, high: #fraud
           fraud, 21Vianet: #china-fraud
           fraud, high, 22:00 to 06:00: #night
           Now at 21Vianet: every alert → #china-fraud.
           In a channel, say “route approvals here”.
      `,
    )
    // It is morning in Shanghai, where this partner is, and 23:00 later on.
    assert.deepEqual(await heardBy({ id: '1', severity: 'high' }), ['#fraud'])
    assert.deepEqual(await heardBy({ id: '2', severity: 'high', lane: 'china' }), ['#china-fraud'])
    assert.deepEqual(await heardBy({ id: '3', severity: 'medium' }), ['ines'])
    await office.pass(13 * hour)
    assert.deepEqual(await heardBy({ id: '4', severity: 'high' }), ['#night'])
    assert.deepEqual(await heardBy({ id: '5', severity: 'medium' }), ['ines'])
  })

  it('are taken away in the words that set them, and by no others', () =>
    transcript(
      office,
      `
      Otto in #fraud: route fraud high in china here
      Bot: From now on, news about fraud, high, 21Vianet goes to #fraud.
      Otto: route fraud high off
      Bot: No channel of this chat was set for exactly that. “routes” shows what was set.
      Otto: route fraud in china high off
      Bot: #fraud no longer gets news about fraud, high, 21Vianet.
      `,
    ))

  it('are the desk’s own, and only administrators choose them', () =>
    transcript(
      office,
      `
      Otto: route fraud to #elsewhere
      Bot: Nothing was set: I know no channel #elsewhere. I find only channels I have been spoken to in: add me there, say “help” there, then say it again.
      Otto: route fraud high here
      Bot: This is a private chat. Say it in the channel that should get the news.
      Otto: route fraud from 25:00 to 26:00 to #fraud
      Bot: Nothing was set: I do not understand “from 25:00 to 26:00”. Say for example “route fraud high in china from 22:00 to 06:00 here”, “route fraud for contoso here”, or “route fraud here”.
      Mei: route fraud to #fraud
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Otto in #fraud: 22:00到06:00中國的高嚴重性詐騙通知發到 #night
      Bot: From now on, news about fraud, high, 21Vianet, 22:00 to 06:00 goes to #night.
      `,
    ))

  it('that outsiders read are refused, whichever chat they are in', async () => {
    const roster: Roster = { membership: async () => 'member', hasOutsiders: async () => true }
    office = await anOffice({ rosters: { teams: roster } })
    await transcript(office, 'Otto in #guests: thanks\nBot: You are welcome.')
    await transcript(
      office,
      `
      Otto: route fraud high to #guests
      Bot: People from outside can read #guests, so no cases go there. Take them out first, or choose a channel that only your own people read.
      `,
    )
  })

  it('without one every fraud lead is told, whoever the customer is and wherever', async () => {
    assert.deepEqual(await heardBy({ id: '1' }), ['ines'])
    assert.deepEqual(await heardBy({ id: '2', lane: 'us-government' }), ['ines'])
  })

  it('one that was deleted counts as none: the wider one is told, or every fraud lead', async () => {
    await transcript(
      office,
      `
      Otto: route fraud in china to #china-fraud
      Bot: From now on, news about fraud, 21Vianet goes to #china-fraud.
      `,
    )
    office.lose('china-fraud')
    assert.deepEqual(await heardBy({ id: '1', lane: 'china' }), ['ines'])
    await transcript(office, 'Otto: route fraud to #fraud\nBot: From now on, news about fraud goes to #fraud.')
    assert.deepEqual(await heardBy({ id: '2', lane: 'china' }), ['#fraud'])
  })
})
