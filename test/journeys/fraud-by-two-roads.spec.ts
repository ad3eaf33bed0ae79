import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { PartnerCenterSimulator } from '../../adapters/simulators/partner-center-simulator.ts'
import {
  webhookAddress,
  webhookPath,
  type WebhookOutcome,
} from '../../adapters/partner-center/webhooks/webhook-door.ts'
import { unkeptRefreshTokens } from '../../adapters/partner-center/refresh-tokens.ts'
import { openAccess } from '../../adapters/partner-center/client.ts'
import { createHttpServer, type HttpServer } from '../../adapters/shared/http-server.ts'
import { isLoopback } from '../../adapters/shared/loopback.ts'
import { readConfig } from '../../bot/config.ts'
import { openWebhooks } from '../../bot/open-webhooks.ts'
import type { FraudFeed } from '../../domain/ports/fraud-feed.ts'
import { feedNames, type FeedName } from '../../domain/fraud/signal.ts'
import { later } from '../../domain/shared/time.ts'
import { chance } from '../chaos/many-customers.ts'
import { instantDeps } from '../adapters/partner-center/a-lane.ts'
import { feedAt } from '../adapters/partner-center/fraud/a-feed.ts'
import { aSeed, aSimulator, aSubscription, countedIds, guidOf, stopSimulators } from '../adapters/simulators/a-seed.ts'
import { anOffice } from '../dialogs/an-office.ts'
import { morning } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { eventually } from '../kit/processes.ts'
import { transcript } from '../kit/transcript.ts'

const rounds = 48
const minute = 60_000
const holdMs = 25

/** A desk whose operator tells it of fraud by a signed event, and which asks that operator of its own accord. */
describe('an incident that comes by event and by poll at the same instant', function () {
  this.timeout(400_000)
  let clock = morning
  let simulator: PartnerCenterSimulator
  let office: Office
  let server: HttpServer
  const outcomes: WebhookOutcome[] = []
  const random = chance(20_250_331)
  /** Whose answer is held up, or (null) that of each until the other one has its own: they arrive at the same instant. */
  let late: FeedName | null = null
  let first = Promise.withResolvers<void>()
  const answered = new Map<FeedName, () => void>()

  before(async () => {
    const now = () => clock
    const plan = aSubscription({ id: guidOf(70), soldAs: 'azure-plan', azure: [{ id: guidOf(71) }] })
    simulator = await aSimulator({ now, seed: aSeed([plan], rounds), switches: { deliveryPauseMs: 5 } })
    // Here each feed signs in by itself.
    simulator.set({ requestsPerMinute: 1_000_000, oldRefreshTokens: 'accepted' })
    const feeds = feedNames.map((name): FraudFeed => {
      const feed = feedAt(simulator, name, { now })
      return {
        ...feed,
        async open(isKnown) {
          const found = await feed.open(isKnown)
          await held(name)
          return found
        },
      }
    })
    office = await anOffice({ feeds })
    await transcript(office, 'Otto in #fraud: route fraud here\nBot: From now on, news about fraud goes to #fraud.')
    // As from a disk: what was read may be old by the time something is written.
    const read = office.store.get.bind(office.store)
    const slowly = async (...asked: Parameters<typeof read>) => {
      const found = await read(...asked)
      await wait(Math.floor(random() * 4))
      return found
    }
    Object.assign(office.store, { get: slowly })
    await listen()
    await office.desk.feeds.pass('global', false)
  })
  after(async () => {
    await server.close()
    await stopSimulators()
  })

  async function held(name: FeedName): Promise<void> {
    if (late !== null && late !== name) return first.resolve()
    if (late !== null) {
      await Promise.race([first.promise, wait(20 * holdMs)])
      return wait(holdMs)
    }
    const [other] = feedNames.filter((each) => each !== name)
    const waiting = other && answered.get(other)
    if (waiting) return waiting()
    await Promise.race([new Promise<void>((release) => answered.set(name, release)), wait(holdMs)])
    answered.delete(name)
  }

  /** At the desk and at its operator alike. */
  function pass(ms: number): void {
    clock = later(clock, ms)
    office.sleep(ms)
  }

  /** The door of the desk, at an address that the operator tells of fraud. */
  async function listen(): Promise<void> {
    const { connection } = simulator
    const now = () => clock
    const { deps } = instantDeps({ now })
    const access = openAccess({ lane: 'global', ...connection, allow: isLoopback }, deps)
    const handler = openWebhooks(
      {
        config: readConfig({}),
        desk: office.desk,
        now,
        accessOf: (lane) =>
          lane === 'global'
            ? {
                refreshTokens: unkeptRefreshTokens(null),
                budget: access.budget,
                api: new URL(`${connection.apiUrl}/`),
              }
            : null,
      },
      {
        metrics: { webhook: (_lane, outcome) => void outcomes.push(outcome) },
        log: { info: () => undefined, warn: () => undefined },
      },
    )
    server = createHttpServer('desk', countedIds(), ({ cause }) => assert.fail(cause as Error))
    server.routes.post(webhookPath, handler)
    const address = webhookAddress(`http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`, 'global')
    simulator.registerElsewhere({ url: address, events: ['azure-fraud-event-detected'] })
  }

  it(`is one alert with one card, whichever feed says it first: ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      pass(minute)
      first = Promise.withResolvers()
      late = [...feedNames, null][round % 3] ?? null
      const before = outcomes.length
      simulator.raiseFraud({ customer: guidOf(round), severity: 'high' })
      await Promise.all([
        (async () => {
          await eventually(async () => outcomes.length > before)
          await office.pass(0)
        })(),
        (async () => {
          await wait(Math.floor(random() * holdMs))
          await office.desk.feeds.pass('global', false)
        })(),
      ])
    }
    // What an event's look left to the other feed.
    pass(minute)
    await office.desk.feeds.pass('global', false)
    await office.pass(0)

    assert.deepEqual([...new Set(outcomes)], ['kept'])
    assert.deepEqual(
      (await office.desk.feeds.states()).flatMap(({ trouble }) => trouble ?? []),
      [],
    )
    const alerts = await office.desk.alerts.all()
    // Each feed was the first at times.
    assert.deepEqual([...new Set(alerts.map(({ items }) => items[0]?.source))].sort(), [...feedNames].sort())
    const raised = simulator.fraud()
    assert.equal(raised.length, rounds)
    assert.deepEqual(
      alerts.map(({ items }) => items.map(({ source, id }) => `${source} ${id}`).sort()).sort(),
      raised.map(({ graphId, eventId }) => [`fraud-events ${eventId}`, `graph ${graphId}`]).sort(),
    )
    const audit = await Array.fromAsync(office.store.auditTrail())
    assert.equal(audit.filter(({ what }) => what === 'fraud-alert.opened').length, rounds)
    const cards = office.messages.flatMap(({ reply, place }) => (reply.shows ? [`${reply.shows.case} ${place}`] : []))
    assert.deepEqual(cards.sort(), alerts.map(({ id }) => `${id} teams:partner/#fraud`).sort())
  })
})
