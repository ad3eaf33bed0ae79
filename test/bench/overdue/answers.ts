import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { socketIn, toConsole } from '../../../bot/cli/console-door.ts'
import { daysBetween, dayAt, instantOf, type Day } from '../../../domain/shared/time.ts'
import { isQuiet, type DeskProcess } from '../../kit/demo-desk.ts'
import { bigLedgerCsv, fewChangesCsv } from '../big-ledger.ts'
import { cpuMsOf, messageOf } from '../measure.ts'
import { spread, type Spread } from '../spread.ts'

/** How long one answer took, ms: until it was there, and of that what the desk's processor was busy with it. */
interface Took {
  readonly ms: number
  readonly cpuMs: number
}

/** Many answers in one situation. */
export interface Answers {
  readonly ms: Spread
  readonly cpuMs: Spread
}

/** Where the desk's answers come out, so that each can be waited for. */
export interface Listening {
  readonly serviceUrl: string
  /** Asks a desk who is overdue, and answers how long it took until the list was there, ms. Throws where it apologised. */
  ask(desk: DeskProcess, text: string): Promise<Took>
  close(): void
}

export async function listen(): Promise<Listening> {
  let answered: (body: string) => unknown = () => false
  const connector = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      answered(body)
      res.setHeader('Content-Type', 'application/json')
      res.end('{"id":"1"}')
    })
  })
  // While a desk imports it reuses no connection; one that is closed meanwhile fails the next answer.
  connector.keepAliveTimeout = 600_000
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve))
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`
  return {
    serviceUrl,
    async ask({ url, pid }, text) {
      const reply = new Promise<string>((resolve) => {
        // Cards that the desk posts of its own accord are no answers.
        answered = (body) => /customers are overdue|Something went wrong/.test(body) && resolve(body)
      })
      const [start, busy] = [performance.now(), cpuMsOf(pid)]
      const sent = fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: messageOf('first', text, serviceUrl),
      })
      const body = await reply
      const took = { ms: performance.now() - start, cpuMs: cpuMsOf(pid) - busy }
      answered = () => false
      await (await sent).text()
      if (!/customers are overdue/.test(body)) throw new Error(`no answer to ${text}: ${body.slice(0, 400)}`)
      return took
    },
    close() {
      connector.close()
      connector.closeAllConnections()
    },
  }
}

const rounds = 20
const today = (): Day => dayAt(instantOf(Date.now()), 'UTC')

/** How long one person waits in each situation, ms; each round goes through all of them. */
export async function answersOf(
  desk: DeskProcess,
  listening: Listening,
  folder: string,
): Promise<ReadonlyMap<string, Answers>> {
  const day = today()
  const times = new Map<string, Took[]>()
  const measured = async (situation: string, text: string) => {
    const took = await listening.ask(desk, text)
    times.set(situation, [...(times.get(situation) ?? []), took])
  }
  for (let round = 0; round < rounds; round += 1) {
    await importInto(folder, fewChangesCsv(day, round), 'partial')
    await measured('overdue, after an import of few changes', 'overdue')
    await measured('overdue again', 'overdue')
    await measured('page 2', 'overdue page 2')
    await measured('over 60 days', 'overdue over 60 days')
    await measured('over 60 days above an amount', 'overdue over 60 days above 500 EUR')
    await measured('above an amount, page 2', 'overdue above 500 EUR page 2')
    if (round % 4 !== 0) continue
    await importInto(folder, bigLedgerCsv(day), 'complete')
    await measured('overdue, after the whole list came again', 'overdue')
  }
  return new Map([...times].map(([situation, took]) => [situation, spreadOf(took)]))
}

/** How long whoever asks first on a new day waits, ms; the desk's clock can be moved. */
export async function firstOfDay(desk: DeskProcess, listening: Listening): Promise<Answers> {
  const times: Took[] = []
  let ahead = 0
  for (let night = 0; night < 5; night += 1) {
    const now = instantOf(Date.now() + ahead)
    const midnight = Date.parse(`${today()}T00:00:00Z`) + (daysBetween(today(), dayAt(now, 'UTC')) + 1) * 86_400_000
    const toEvening = midnight - 60_000 - Date.now() - ahead
    await desk.advance(toEvening)
    ahead += toEvening
    // What fell due during the day is no part of midnight.
    await calm(desk)
    await listening.ask(desk, 'overdue')
    await desk.advance(90_000)
    ahead += 90_000
    times.push(await listening.ask(desk, 'overdue'))
  }
  return spreadOf(times)
}

function spreadOf(took: readonly Took[]): Answers {
  return { ms: spread(took.map(({ ms }) => ms)), cpuMs: spread(took.map(({ cpuMs }) => cpuMs)) }
}

/** Waits until a desk has done what it does at the start, or after a day. */
export async function calm(desk: DeskProcess): Promise<void> {
  await wait(5_000)
  while (!(await isQuiet(desk))) await wait(500)
}

/** As the command line does it. */
function importInto(folder: string, csv: string, kind: 'complete' | 'partial'): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketIn(join(folder, 'desk')))
    const run = ['import', 'ledger.csv', '--company', 'Demo Partner', `--${kind}`, '--as-of', today(), '--yes']
    const file = { name: 'ledger.csv', base64: Buffer.from(csv).toString('base64') }
    socket.once('error', reject)
    socket.once('connect', () => socket.write(`${JSON.stringify({ run, user: 'bench', file })}\n`))
    const said: string[] = []
    createInterface({ input: socket }).on('line', (line) => {
      const heard = toConsole.parse(JSON.parse(line))
      if ('print' in heard) said.push(heard.print)
      if (!('exit' in heard)) return
      if (heard.exit === 0 && said.some((each) => each.startsWith('Imported'))) resolve()
      else reject(new Error(`not imported: ${said.join('\n')}`))
    })
  })
}
