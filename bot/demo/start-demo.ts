import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { destination } from 'pino'
import { webhookAddress } from '../../adapters/partner-center/webhooks/webhook-door.ts'
import { LoopbackAuthentication } from '../../adapters/teams/loopback-auth.ts'
import { openConsole } from '../cli/console-door.ts'
import { compose } from '../compose.ts'
import type { Config } from '../config.ts'
import { readCustomersOnce } from '../keep-customers-fresh.ts'
import { createLog } from '../logging.ts'
import { deskTasks } from '../desk-tasks.ts'
import { createHeartbeat } from '../heartbeat.ts'
import { openDesk } from '../open-desk.ts'
import { startTimetable } from '../timetable.ts'
import { createCast, createStage, seatCast } from './cast.ts'
import { openDemoClock } from './demo-clock.ts'
import { wallClock } from '../wall-clock.ts'
import { demoFolder, wipe } from './demo-folder.ts'
import { startOperators } from './operators.ts'
import { startPlayground } from './playground.ts'
import { createFirstAlert } from './first-alert.ts'
import { fillLedger } from './fill-ledger.ts'
import { demoCustomers } from './world/customers.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { dayAt, later } from '../../domain/shared/time.ts'
import { welcome } from './welcome.ts'

/** Starts the demo: simulated operators, seeded customers, a local Teams client, and the real desk between them. */
export async function startDemo(config: Config, words: readonly string[]): Promise<{ stop(): Promise<void> }> {
  const folder = config.dataFolder ?? demoFolder
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (config.dataFolder === null) await wipe(folder, wallClock())
  const log = createLog(config.logLevel, destination({ dest: join(folder, 'desk.log'), sync: false }))
  const ends: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of ends.reverse()) await end().catch((err: unknown) => log.error({ err }, 'did not stop cleanly'))
  }
  try {
    let wake = (): void => undefined
    const customers = demoCustomers()
    const clock = await openDemoClock(folder, wallClock)
    const { aheadMs } = clock
    // From there on each operator's own control moves it, as it does one in another process.
    const theirs = () => later(wallClock(), aheadMs)
    const operators = await startOperators(config.lanes, customers, dayAt(clock.now(), 'UTC'), theirs)
    ends.push(() => operators.close())
    const first = createFirstAlert(() => operators.raiseAlert())
    ends.push(async () => first.stop())
    // A demo that is kept goes on where it was, and is not told the same story at every start.
    const showsFraud = config.dataFolder === null || words.includes('--alert')
    const stage = createStage(() => showsFraud && first.someoneIsThere())
    const open = await openDesk(config, {
      folder,
      log,
      clock,
      lanes: operators.lanes,
      placesOf: stage.placesOf,
      onPromised: () => wake(),
    })
    ends.push(() => open.close())
    await seatCast(open.store, open.now())
    // Nobody in the demo should need two administrators before anything happens.
    await open.desk.lanes.open(open.accounts, true)
    await readCustomersOnce(open.directory, (lane) => open.desk.laneOf(lane) !== null, log)
    await fillLedger(open, customers)
    const authentication = new LoopbackAuthentication(process.env['NODE_ENV'])
    const cast = createCast(open.desk, stage)
    const running = await compose(open, { folder, authentication, slack: config.slack, log, cast })
    ends.push(() => running.close())
    wake = () => running.runner.wake()
    const console = await openConsole(folder, open)
    ends.push(() => console.close())
    running.runner.start()
    const port = await running.server.listen(config.port, config.host)
    // The simulators deliver to this machine's own door, as Microsoft would to the public one.
    const own = config.host.includes(':') ? `[${config.host}]` : config.host
    const addressOf = (lane: Lane) => webhookAddress(`http://${own}:${port}`, lane)
    const { timeZone: zone } = open.policy.calendar
    const { heartbeatUrl: url } = config.pager
    const heartbeat = createHeartbeat({ url, ready: running.ready, fetch, now: open.now, log })
    const timetable = startTimetable([...deskTasks(open.desk, log, addressOf), ...heartbeat.tasks], {
      zone,
      now: open.now,
      log,
    })
    clock.onMoved(() => {
      running.runner.wake()
      timetable.moved()
    })
    ends.push(() => {
      heartbeat.stop()
      return timetable.stop()
    })
    const playground = words.includes('--no-playground')
      ? null
      : await startPlayground({ port, anyPort: config.port === 0, folder })
    if (playground) ends.push(() => playground.close())
    process.stdout.write(welcome({ port, playground: playground?.url ?? null, slack: config.slack }))
    return { stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}
