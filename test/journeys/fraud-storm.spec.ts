import assert from 'node:assert/strict'
import type { SimulatedIncident } from '../../adapters/simulators/partner-center/simulated-incident.ts'
import type { SimulatedDelivery } from '../../adapters/simulators/partner-center/webhook-sender.ts'
import type { Order } from '../../domain/outbox/outbox-entry.ts'
import { approvals, openBothChats, type BothChats } from '../kit/both-chats.ts'
import { failedTurns, isQuiet, movable } from '../kit/demo-desk.ts'
import { alertsSoFar, readBooks, type DeskBooks } from '../kit/desk-books.ts'
import { fraudAt, type OperatorFraud } from '../kit/fraud-at.ts'
import { eventually, runScript } from '../kit/processes.ts'

const events = 60
const customers = 12
/** A third of it comes while the desk works, one while it is down, one once it is back: by its clock, not the machine's. */
const third = 30_000

describe('a storm of alerts, and a desk that is killed in the middle of it', function () {
  this.timeout(400_000)
  let chats: BothChats
  let fraud: OperatorFraud
  let incidents: readonly SimulatedIncident[]
  let deliveries: readonly SimulatedDelivery[]
  let killed: DeskBooks
  let books: DeskBooks
  /** What stood in each channel when the desk was killed, and what stands there in the end. */
  let stood: Channels
  let stands: Channels

  before(async () => {
    const unlimited = { PARTNER_CENTER_GLOBAL_REQUESTS_PER_MINUTE: '1000000' }
    chats = await openBothChats({ ...movable, ...unlimited })
    fraud = fraudAt(chats.operator)
    await chats.operator.control('POST', 'switches', { deliveryPauseMs: 5, requestsPerMinute: 1_000_000 })
    await chats.start()
    await chats.route('fraud')
    await fraud.registered()
    const before = await fraud.webhook()

    await chats.operator.control('POST', 'fraud-storm', { events, customers, overMs: 3 * third })
    await chats.desk.advance(third)
    await eventually(async () => Object.values(channels()).every(({ cards }) => cards.length >= 3))
    await chats.desk.end('SIGKILL')
    stood = channels()
    killed = await readBooks(chats.folder)
    await chats.operator.control('POST', 'advance', { ms: third })
    await nothingUnderWay()

    await chats.start()
    await eventually(async () => (await fraud.webhook()).registration?.url !== before.registration?.url)
    await chats.desk.advance(third)
    await nothingUnderWay()
    // A minute is what digests collect for; with each quarter of it a look reads what the last one left over.
    for (let quarter = 0; quarter < 5; quarter += 1) {
      await eventually(() => isQuiet(chats.desk))
      await chats.desk.advance(15_000)
    }
    await eventually(async () => {
      const alerts = await alertsSoFar(chats.folder)
      const items = alerts.flatMap((alert) => alert.items)
      return items.length === 2 * events && alerts.every(({ digested }) => digested !== 'waiting')
    })
    await eventually(() => isQuiet(chats.desk))
    assert.deepEqual(await failedTurns(chats.desk), [])
    await chats.desk.end('SIGTERM')
    incidents = await fraud.incidents()
    ;({ deliveries } = await fraud.webhook())
    stands = channels()
    books = await readBooks(chats.folder)
  })
  after(() => chats.close())

  async function nothingUnderWay(): Promise<void> {
    await eventually(async () => (await fraud.webhook()).deliveries.every(({ state }) => state !== 'under-way'))
  }

  interface Channel {
    /** Whose card stands there, and who is named in a digest: each as often as it is. */
    readonly cards: readonly string[]
    readonly inDigests: readonly string[]
    /** How many more the digests count. */
    readonly moreInDigests: number
  }
  type Channels = Readonly<Record<'teams' | 'slack', Channel>>

  /** What people see in the channel of each chat. */
  function channels(): Channels {
    const read = (messages: readonly string[]): Channel => {
      const digests = messages.filter((text) => text.startsWith('More suspicious use'))
      const more = digests.flatMap((text) => /^(\d+) more$/m.exec(text)?.[1] ?? [])
      return {
        cards: messages.flatMap((text) => /^(F-\d+): Suspicious use/.exec(text)?.[1] ?? []),
        inDigests: digests.flatMap((text) => text.match(/F-\d+(?= · )/g) ?? []),
        moreInDigests: more.reduce((sum, count) => sum + Number(count), 0),
      }
    }
    return {
      teams: read(chats.inTeams('Ines', approvals.teams).chat()),
      slack: read(chats.inSlack('Ines', approvals.slack).sees()),
    }
  }

  it('is in the books whole: each item of both feeds once, in one alert that was opened once', () => {
    const taken = books.alerts.flatMap(({ items }) => items.map(({ id }) => id))
    assert.deepEqual(taken.sort(), incidents.flatMap(({ graphId, eventId }) => [graphId, eventId]).sort())
    assert.equal(incidents.length, events)
    const things = new Set(incidents.map(({ customer, subscription, type }) => `${customer}/${subscription}/${type}`))
    assert.equal(books.alerts.length, things.size)
    assert.deepEqual(idsOf(opened()), idsOf(books.alerts))
    assert(killed.alerts.length > 0 && killed.alerts.length < books.alerts.length)
  })

  it('came by signed events, and by a look at the feeds where those reached nobody', () => {
    const states = deliveries.filter(({ event }) => event === 'azure-fraud-event-detected').map(({ state }) => state)
    assert.equal(states.length, events)
    assert.deepEqual([...new Set(states)].sort(), ['delivered', 'queued'])
  })

  it('has a card for each high alert and for the first of each customer, whatever the weather', () => {
    const high = opened().filter(({ details }) => details?.['severity'] === 'high')
    const firsts = Map.groupBy(opened(), ({ customer }) => customer)
      .values()
      .flatMap((all) => all.slice(0, 1))
    assert.equal(high.length, incidents.filter(({ severity }) => severity === 'high').length)
    const digested = opened().filter(({ details }) => details?.['digested'] !== undefined)
    assert.deepEqual(
      [...high, ...firsts].filter((each) => digested.includes(each)),
      [],
    )
    assert(digested.length > 0)
  })

  for (const chat of ['teams', 'slack'] as const)
    it(`is told whole in ${chat}: one card or a place in a digest for each alert, and never both`, () => {
      const { cards, inDigests, moreInDigests } = stands[chat]
      const known = new Set(killed.cards.filter(({ place }) => place.startsWith(chat)).map((card) => card.case))
      // A chat may have taken a card whose answer died with the desk: no chat says whether it has one already.
      const unheard = stood[chat].cards.filter((id) => !known.has(id))
      const single = cards.filter((id, at) => cards.indexOf(id) === at || !unheard.includes(id))
      const digested = books.alerts.filter((alert) => alert.digested === 'told')
      assert.deepEqual(single.toSorted(), idsOf(books.alerts.filter((alert) => alert.digested === undefined)))
      assert.deepEqual(
        inDigests.filter((id, at) => inDigests.indexOf(id) !== at || !digested.some((alert) => alert.id === id)),
        [],
      )
      assert.equal(inDigests.length + moreInDigests, digested.length)
      assert.equal(single.length + digested.length, books.alerts.length)
    })

  it('leaves nothing undone, and an audit that is whole', async () => {
    // What waits for its day: reminders, the look at other lanes, the next step of an escalation.
    const now = [
      'follow-event',
      'post-case',
      'post-card',
      'update-card',
      'update-cards',
      'tell-thread',
      'page',
      'page-by',
    ]
    const isOfTheStorm = (order: Order) =>
      now.includes(order.kind) || ('news' in order && order.news.kind === 'fraud-digest')
    assert.deepEqual(books.owed.filter(isOfTheStorm), [])
    const { NODE_OPTIONS: _, ...env } = chats.desk.env
    const { output } = await runScript('bot/cli/index.ts', ['audit', 'verify'], env)
    assert.match(output, /The audit is whole/)
  })

  const opened = () => books.audit.filter(({ what }) => what === 'fraud-alert.opened')
  const idsOf = (all: readonly ({ readonly id: string } | { readonly about: string })[]): readonly string[] =>
    all.map((each) => ('id' in each ? each.id : each.about)).sort()
})
