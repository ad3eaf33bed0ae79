import autocannon from 'autocannon'
import { newFolder, removeFolder, startDesk, startOperator } from '../kit/demo-desk.ts'
import { startScript } from '../kit/processes.ts'
import { signatureOf } from '../kit/slack-requests.ts'
import { middle, spread, type Spread } from './spread.ts'

const perSecond = 100
const seconds = 10
const rounds = 3
const secret = 'bench'

export interface Acknowledged {
  readonly name: string
  /** Milliseconds until a signed command was acknowledged. */
  readonly ms: Spread
  readonly failed: number
}

/** A hundred signed commands a second: the desk, which answers each with a list, beside a bolt app that does nothing more. */
export async function acknowledge(): Promise<readonly Acknowledged[]> {
  const folder = await newFolder()
  const operator = await startOperator('global', folder)
  const slack = await startScript('test/bench/slack-stand-in.ts', [], {}, /Slack\s+(http:\/\/\S+)/)
  const standIn = slack.said[1] ?? ''
  const settings = { DESK_MODE: 'demo', SLACK_API_URL: `${standIn}/api/`, SLACK_SIGNING_SECRET: secret }
  const desk = await startDesk(folder, [operator], settings)
  const bolt = await startScript('test/bench/bolt-app.ts', [], {}, /Desk\s+(http:\/\/\S+)/)
  try {
    const subjects = [
      { name: 'desk: /overdue', url: desk.url },
      { name: 'bolt app', url: bolt.said[1] ?? '' },
    ]
    for (const { url } of subjects) await load(url, standIn, 3)
    const told = new Map<string, { readonly ms: Spread; readonly failed: number }[]>()
    for (let round = 0; round < rounds; round += 1)
      for (const { name, url } of subjects) {
        const { latencies, failed } = await load(url, standIn, seconds)
        told.set(name, [...(told.get(name) ?? []), { ms: spread(latencies), failed }])
      }
    return [...told].map(([name, all]) => ({
      name,
      ms: middle(all.map(({ ms }) => ms)),
      failed: all.reduce((sum, { failed }) => sum + failed, 0),
    }))
  } finally {
    await desk.end('SIGTERM')
    await bolt.end('SIGTERM')
    await slack.end('SIGTERM')
    await operator.end()
    await removeFolder(folder)
  }
}

let commands = 0

async function load(url: string, standIn: string, duration: number) {
  const latencies: number[] = []
  const result = await autocannon({
    url: `${url}/slack/events`,
    method: 'POST',
    connections: 20,
    overallRate: perSecond,
    duration,
    setupClient(client) {
      const next = () => {
        const body = command(standIn)
        const type = { 'content-type': 'application/x-www-form-urlencoded' }
        client.setHeadersAndBody({ ...type, ...signatureOf(body, secret, Date.now()) }, body)
      }
      next()
      client.on('response', (_status, _bytes, ms) => {
        latencies.push(ms)
        next()
      })
    },
  })
  return { latencies, failed: result.non2xx + result.errors + result.timeouts }
}

/** Each from one of a hundred people, and none twice. */
function command(standIn: string): string {
  const number = (commands += 1)
  return new URLSearchParams({
    command: '/overdue',
    text: 'over 60 days',
    team_id: 'partner',
    user_id: `U${number % 100}`,
    channel_id: 'C1',
    channel_name: 'money',
    response_url: `${standIn}/response/${number}`,
    trigger_id: `T${number}`,
  }).toString()
}
