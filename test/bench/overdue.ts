import { loadavg } from 'node:os'
import { join } from 'node:path'
import { movable, newFolder, removeFolder, startDesk, startOperator, type DeskProcess } from '../kit/demo-desk.ts'
import { startScript } from '../kit/processes.ts'
import { bigSeed } from './big-ledger.ts'
import { fillStore } from './fill-store.ts'
import { measure, rssMbOf, type Figures } from './measure.ts'
import { answersOf, calm, firstOfDay, listen, type Answers } from './overdue/answers.ts'

// `overdue` over twenty thousand customers and two hundred thousand open invoices: first one question at a time, in
// every situation that makes an answer dear, then under load, side by side in one run with a bare botbuilder echo bot
// on restify. Rounds are alternated and their medians told: these machines are noisy, ratios hold where single figures
// drift. `npm run bench -- overdue answers` leaves the load out.
const answersOnly = process.argv.includes('answers')
const connections = 16
const seconds = 8
const rounds = 3

/** What is promised for one question at a time. */
const p95AtMost = 300

const listening = await listen()
const { serviceUrl } = listening
const folder = await newFolder()
const operator = await startOperator('global', folder, bigSeed())
let desk: DeskProcess | null = null
let echo: Awaited<ReturnType<typeof startScript>> | null = null
try {
  await fillStore(join(folder, 'desk'), operator)

  const start = performance.now()
  desk = await startDesk(folder, [operator])
  await listening.ask(desk, 'overdue')
  console.log(`start to first answer: ${Math.round(performance.now() - start)} ms`)
  console.log(`memory after the first answer: ${Math.round(rssMbOf(desk.pid))} MB`)

  await calm(desk)
  const answers = await answersOf(desk, listening, folder)
  console.log(`memory after imports: ${Math.round(rssMbOf(desk.pid))} MB`)
  await desk.end('SIGTERM')
  desk = await startDesk(folder, [operator], movable)
  show(new Map([...answers, ['overdue, first of the day', await firstOfDay(desk, listening)]]))
  if (!answersOnly) {
    await desk.end('SIGTERM')
    desk = await startDesk(folder, [operator])
    echo = await startScript('test/bench/echo-bot.ts', [], {}, /Desk\s+(http:\/\/\S+)/)
    await underLoad(desk, { url: echo.said[1] ?? '', pid: echo.pid })
  }
} finally {
  await desk?.end('SIGTERM')
  await echo?.end('SIGTERM')
  await operator.end()
  listening.close()
  await removeFolder(folder)
}

/** As many as can be answered, beside the echo bot. */
async function underLoad(desk: DeskProcess, echo: Pick<DeskProcess, 'url' | 'pid'>): Promise<void> {
  const load = { serviceUrl, connections }
  const soak = await measure({ ...load, url: desk.url, pid: desk.pid, text: 'overdue', requests: 10_000 })
  console.log(`memory after ${soak.requests} turns: ${Math.round(soak.rssMb)} MB, ${soak.failed} failed`)

  const subjects = [
    { name: 'desk: overdue', url: desk.url, pid: desk.pid, text: 'overdue' },
    { name: 'desk: help', url: desk.url, pid: desk.pid, text: 'help' },
    { name: 'echo bot', url: echo.url, pid: echo.pid, text: 'overdue' },
  ]
  const figures = new Map<string, Figures[]>(subjects.map(({ name }) => [name, []]))
  for (const { url, pid, text } of subjects) await measure({ ...load, url, pid, text, seconds: 3 })
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, url, pid, text } of subjects) {
      figures.get(name)?.push(await measure({ ...load, url, pid, text, seconds }))
    }
  }
  const rows = [...figures].map(([name, all]) => ({ name, ...median(all) }))
  console.table(
    rows.map(({ name, ...row }) => ({
      name,
      ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 100) / 100])),
    })),
  )
  const [overdue, , bare] = rows
  if (overdue && bare) {
    console.log(
      `overdue against echo: ${(overdue.perSecond / bare.perSecond).toFixed(2)} of the requests per second, ${(overdue.cpuMs / bare.cpuMs).toFixed(2)} times the CPU`,
    )
  }
  console.log(`memory of the desk after all of these: ${Math.round(rssMbOf(desk.pid))} MB`)
}

function show(answers: ReadonlyMap<string, Answers>): void {
  const rounded = ([situation, { ms, cpuMs }]: readonly [string, Answers]) => ({
    situation,
    count: ms.count,
    ...Object.fromEntries(
      Object.entries({ p50: ms.p50, p95: ms.p95, most: ms.most, 'cpu p50': cpuMs.p50, 'cpu p95': cpuMs.p95 }).map(
        ([name, one]) => [name, Math.round(one)],
      ),
    ),
  })
  console.log(
    `load of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )
  console.log(`one question at a time, ms until the answer is there; promised: p95 under ${p95AtMost}`)
  console.table([...answers].map(rounded))
  if ([...answers.values()].some(({ ms }) => ms.p95 >= p95AtMost)) process.exitCode = 1
}

function median(all: readonly Figures[]): Figures {
  const of = (key: keyof Figures) =>
    [...all].map((each) => each[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return {
    requests: of('requests'),
    perSecond: of('perSecond'),
    cpuMs: of('cpuMs'),
    p50: of('p50'),
    p95: of('p95'),
    p99: of('p99'),
    rssMb: of('rssMb'),
    failed: of('failed'),
  }
}
