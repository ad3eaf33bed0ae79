import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { endAll } from '../kit/processes.ts'
import { cardsOf, customersFor, raiseSteadily, type FirstCards } from './fraud/first-cards.ts'
import { keptLimits } from './fraud/kept-limits.ts'
import { chatNames, openStormOffice, type StormOffice } from './fraud/storm-office.ts'
import { channels } from './fraud/storm-world.ts'
import { weather } from './fraud/storm.ts'

// From suspicious use at the operator to its card in both chats. `npm run bench -- fraud short` takes a tenth of the
// storm; `webhooks`, `polling` or `storm` runs one part.
const said = process.argv.slice(2)
const isShort = said.includes('short')
const parts = ['webhooks', 'polling', 'storm']
const runs = (part: string) => said.includes(part) || !parts.some((each) => said.includes(each))

const limits = { p95: 2_000, p99: 5_000 }
const perSecond = 10
/** So many in one go, over twenty channels of which a chat takes a message a second each. */
const burst = 20 * perSecond
const rounds = isShort ? 1 : 3

/** Alerts of ten a second, in rounds between which the chats rest. */
async function steadily(office: StormOffice): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const had = round * burst
    const raised = await raiseSteadily(office, { count: burst, perSecond, customersEach, had })
    show(await cardsOf(office, raised, 90_000), limits)
    if (round + 1 < rounds) await wait(15_000)
  }
}

const customersEach = customersFor(burst * rounds)

function show(cards: readonly FirstCards[], { p95, p99 }: { p95: number | null; p99: number | null }): void {
  console.table(
    cards.map(({ chat, channels, ms, lost, doubled }) => ({
      chat,
      channels,
      alerts: ms.count,
      p50: ms.p50,
      p95: ms.p95,
      ...(p95 !== null && { 'p95 at most': p95 }),
      p99: ms.p99,
      ...(p99 !== null && { 'p99 at most': p99 }),
      most: ms.most,
      lost,
      doubled,
    })),
  )
  const bad = cards.some(
    ({ ms, lost, doubled }) => lost + doubled > 0 || ms.p95 > (p95 ?? Infinity) || ms.p99 > (p99 ?? Infinity),
  )
  if (bad) process.exitCode = 1
}

async function showLimits(office: StormOffice): Promise<void> {
  const rows = await Promise.all(chatNames.map(async (chat) => ({ chat, ...keptLimits(await office.log(chat)) })))
  console.table(rows)
  if (rows.some(({ refused }) => refused > 0)) process.exitCode = 1
}

async function within(customers: number, withWebhooks: boolean, run: (office: StormOffice) => Promise<void>) {
  const office = await openStormOffice(customers, withWebhooks).catch(async (fault: unknown) => {
    await endAll()
    throw fault
  })
  try {
    await run(office)
    await showLimits(office)
  } finally {
    await office.close().catch(() => endAll())
  }
}

console.log(
  `load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)
if (runs('webhooks')) {
  console.log(`a signed event received until the card stands, ms, at ${perSecond} distinct alerts a second`)
  await within(customersEach, true, steadily)
}
if (runs('polling')) {
  console.log('without events: ms from the record to its card; then from the moment at which the desk asked')
  await within(customersEach, false, polled)
}
if (runs('storm')) {
  const storm = { events: isShort ? 300 : 3_000, customers: 100, overMs: isShort ? 30_000 : 300_000 }
  console.log(`a storm of ${storm.events} events in ${storm.overMs / 1_000} s over ${storm.customers} customers`)
  await within(storm.customers / 2, true, async (office) => {
    const weathered = await weather(office, storm)
    console.table([{ ...weathered, rssMb: undefined }])
    console.log(
      `memory of the desk, MB, at the start, each minute and at the end: ${weathered.rssMb.map(Math.round).join(' ')}`,
    )
    if (weathered.lost + weathered.doubled + weathered.wrongCards > 0) process.exitCode = 1
  })
}
console.log(
  `load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)

/**
 * The desk asks once a minute. Alerts appear for some seconds before that, no more than both chats take within a second, so
 * that what is measured is the desk and not the chats' pace.
 */
async function polled(office: StormOffice): Promise<void> {
  const count = 2 * channels.length
  const leadMs = (count * 1_000) / perSecond + 2_000
  // What it asked when it started is no part of its rhythm.
  const askedAt = await nextAsked(office, Date.now())
  await wait(Math.max(0, askedAt + 60_000 - leadMs - Date.now()))
  const raised = await raiseSteadily(office, { count, perSecond, customersEach, had: 0 })
  show(await cardsOf(office, raised, 90_000), { p95: null, p99: null })
  const foundAt = await nextAsked(office, Math.max(...raised.values()))
  const since = new Map([...raised.keys()].map((alert) => [alert, foundAt]))
  show(await cardsOf(office, since, 1_000), limits)
}

/** When the desk first asks for alerts after a moment; waits for it. */
async function nextAsked({ operators }: StormOffice, after: number): Promise<number> {
  for (;;) {
    const logs = await Promise.all(
      Object.values(operators).map((operator) =>
        operator.control<{ entries: { at: string; path?: string }[] }>('GET', 'log'),
      ),
    )
    const asked = logs
      .flatMap(({ entries }) => entries)
      .filter(({ path }) => /fraudEvents|securityAlerts/.test(path ?? ''))
      .map(({ at }) => Date.parse(at))
      .filter((at) => at >= after)
    if (asked.length > 0) return Math.min(...asked)
    await wait(500)
  }
}
