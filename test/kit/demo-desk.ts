import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatorSeed } from '../../adapters/simulators/partner-center/seed.ts'
import { seedOf } from '../../bot/demo/world/operator-seed.ts'
import { demoCustomers } from '../../bot/demo/world/customers.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { Order } from '../../domain/outbox/outbox-entry.ts'
import { dayAt, instantOf } from '../../domain/shared/time.ts'
import { startScript, type Running } from './processes.ts'

/** A simulated operator in a process of its own: it outlives the desk, so that its log can be compared. */
export interface Operator {
  readonly apiUrl: string
  readonly env: Readonly<Record<string, string>>
  /** How far its clock was moved. */
  readonly aheadMs: number
  control<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer>
  end(): Promise<void>
}

const customers = demoCustomers()

export function customerCalled(name: string) {
  const found = customers.find((customer) => customer.name === name)
  if (!found) throw new Error(`the demo has no ${name}`)
  return found
}

export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'desk-'))
}

export async function startOperator(
  lane: Lane,
  folder: string,
  seeded: SimulatorSeed = seedOf(lane, customers, dayAt(instantOf(Date.now()), 'UTC')),
): Promise<Operator> {
  const seed = join(folder, `${lane}.json`)
  await writeFile(seed, JSON.stringify(seeded))
  const running = await startScript(
    'adapters/simulators/main.ts',
    ['--lane', lane, '--seed', seed, '--with-parent'],
    {},
    /^\{.*\}$/,
  )
  const { tenantId, clientId, clientSecret, refreshToken, apiUrl, loginUrl, graphUrl } = JSON.parse(
    running.said[0],
  ) as Record<string, string>
  const prefix = `PARTNER_CENTER_${lane.toUpperCase().replaceAll('-', '_')}`
  let aheadMs = 0
  return {
    get aheadMs() {
      return aheadMs
    },
    apiUrl: apiUrl ?? '',
    env: {
      [`${prefix}_TENANT_ID`]: tenantId ?? '',
      [`${prefix}_CLIENT_ID`]: clientId ?? '',
      [`${prefix}_CLIENT_SECRET`]: clientSecret ?? '',
      // Without somebody's consent fraudEvents and webhooks say no (facts/partner-center 3.3).
      [`${prefix}_REFRESH_TOKEN`]: refreshToken ?? '',
      [`${prefix}_API_URL`]: apiUrl ?? '',
      [`${prefix}_LOGIN_URL`]: loginUrl ?? '',
      [`${prefix}_GRAPH_URL`]: graphUrl ?? '',
    },
    async control<Answer>(method: string, path: string, body?: object) {
      const response = await fetch(`${apiUrl}/simulator/${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      })
      if (!response.ok) throw new Error(`the simulator answered ${response.status}: ${await response.text()}`)
      if (path === 'advance' && body !== undefined && 'ms' in body) aheadMs += Number(body.ms)
      const text = await response.text()
      return (text === '' ? null : JSON.parse(text)) as Answer
    },
    end: async () => void (await running.end('SIGTERM')),
  }
}

export interface DeskProcess extends Pick<Running, 'end' | 'pid'> {
  readonly url: string
  readonly env: Readonly<Record<string, string>>
  /** Moves its clock ahead, and the operators' with it; only one that was started with `movable`. */
  advance(ms: number): Promise<void>
}

/** Settings of a desk whose clock can be moved; one that starts where its operators were moved already is where they are. */
export const movable = { NODE_OPTIONS: `--import=${new URL('moving-clock.ts', import.meta.url).href}` } as const

/** The desk as `npm start` runs it, its data kept in `folder` and its operators where they are told to be. */
export async function startDesk(
  folder: string,
  operators: readonly Operator[],
  extra: Readonly<Record<string, string>> = {},
): Promise<DeskProcess> {
  const env = {
    DESK_MODE: 'demo',
    DESK_DATA: join(folder, 'desk'),
    PORT: '0',
    CLOCK_AHEAD_MS: String(Math.max(0, ...operators.map(({ aheadMs }) => aheadMs))),
    ...Object.assign({}, ...operators.map((operator) => operator.env)),
    ...extra,
  } as Record<string, string>
  const running = await startScript('bot/index.ts', ['--no-playground'], env, /Desk\s+(http:\/\/\S+)/)
  return {
    url: running.said[1] ?? '',
    env,
    pid: running.pid,
    async advance(ms) {
      for (const operator of operators) await operator.control('POST', 'advance', { ms })
      await running.hear(String(ms), /^moved$/)
    },
    end: (signal) => running.end(signal),
  }
}

/** Whether a desk has done and said everything that was due by now. */
export async function isQuiet({ url }: DeskProcess): Promise<boolean> {
  const state = (await (await fetch(`${url}/readyz`)).json()) as { readonly outbox: { readonly lateMs: number } }
  return state.outbox.lateMs === 0
}

/** How many promises of a kind a desk has kept since it started. */
export async function kept({ url }: DeskProcess, kind: Order['kind']): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(
    new RegExp(`^desk_promises_total\\{kind="${kind}",outcome="kept"\\} (\\d+)$`, 'm').exec(metrics)?.[1] ?? 0,
  )
}

/** What a desk counts of turns that ended in an apology; none is the only good answer. */
export async function failedTurns({ url }: DeskProcess): Promise<readonly string[]> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return metrics.split('\n').filter((line) => line.startsWith('desk_turns_total{outcome="failed"}'))
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
