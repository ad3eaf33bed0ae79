import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { newFolder, removeFolder, startDesk, startOperator, type DeskProcess } from '../kit/demo-desk.ts'
import { startScript } from '../kit/processes.ts'
import { bigSeed } from './big-ledger.ts'
import { fillStore } from './fill-store.ts'
import { measure, messageOf, rssMbOf, type Figures } from './measure.ts'

// `overdue` over ten thousand customers, side by side in one run with a bare botbuilder echo bot on restify.
// Rounds are alternated and their medians told: these machines are noisy, ratios hold where single figures drift.
const connections = 16
const seconds = 8
const rounds = 3

const posted: string[] = []
let answered: () => void = () => undefined
const connector = createServer((req, res) => {
  let body = ''
  req.on('data', (chunk: Buffer) => (body += chunk.toString()))
  req.on('end', () => {
    if (posted.length < 1) posted.push(body)
    answered()
    res.setHeader('Content-Type', 'application/json')
    res.end('{"id":"1"}')
  })
})
await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve))
const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`

const folder = await newFolder()
const operator = await startOperator('global', folder, bigSeed())
let desk: DeskProcess | null = null
let echo: Awaited<ReturnType<typeof startScript>> | null = null
try {
  await fillStore(join(folder, 'desk'), operator)

  const start = performance.now()
  desk = await startDesk(folder, [operator])
  const first = new Promise<void>((resolve) => (answered = resolve))
  await fetch(`${desk.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: messageOf('first', 'overdue', serviceUrl),
  })
  await first
  console.log(`start to first answer: ${Math.round(performance.now() - start)} ms`)
  answered = () => undefined
  if (!/customers are overdue/.test(posted.join()))
    throw new Error(`no overdue list came: ${posted.join().slice(0, 400)}`)

  const load = { serviceUrl, connections }
  const soak = await measure({ ...load, url: desk.url, pid: desk.pid, text: 'overdue', requests: 10_000 })
  console.log(`memory after ${soak.requests} turns: ${Math.round(soak.rssMb)} MB, ${soak.failed} failed`)

  echo = await startScript('test/bench/echo-bot.ts', [], {}, /Desk\s+(http:\/\/\S+)/)
  const subjects = [
    { name: 'desk: overdue', url: desk.url, pid: desk.pid, text: 'overdue' },
    { name: 'desk: help', url: desk.url, pid: desk.pid, text: 'help' },
    { name: 'echo bot', url: echo.said[1] ?? '', pid: echo.pid, text: 'overdue' },
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
} finally {
  await desk?.end('SIGTERM')
  await echo?.end('SIGTERM')
  await operator.end()
  connector.close()
  connector.closeAllConnections()
  await removeFolder(folder)
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
