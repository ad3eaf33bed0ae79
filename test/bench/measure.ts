import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

interface Load {
  readonly url: string
  readonly serviceUrl: string
  readonly pid: number
  readonly text: string
  readonly connections: number
  /** Either a time or a number of requests. */
  readonly seconds?: number
  readonly requests?: number
}

export interface Figures {
  readonly requests: number
  readonly perSecond: number
  /** CPU of the measured process, ms per request. */
  readonly cpuMs: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly rssMb: number
  readonly failed: number
}

let deliveries = 0

/** Sends one sentence over and over, each connection from a person and a chat of its own. */
export async function measure({ url, serviceUrl, pid, text, connections, seconds, requests }: Load): Promise<Figures> {
  const before = cpuMsOf(pid)
  let people = 0
  const latencies: number[] = []
  const running = autocannon({
    url: `${url}/api/messages`,
    method: 'POST',
    connections,
    ...(requests === undefined ? { duration: seconds ?? 10 } : { amount: requests }),
    setupClient(client) {
      const person = `person-${(people += 1)}`
      client.setHeadersAndBody({ 'content-type': 'application/json' }, messageOf(person, text, serviceUrl))
      client.on('response', (_status, _bytes, ms) => {
        latencies.push(ms)
        client.setBody(messageOf(person, text, serviceUrl))
      })
    },
  })
  const result = await running
  const count = result['2xx']
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return {
    requests: count,
    perSecond: count / result.duration,
    cpuMs: (cpuMsOf(pid) - before) / Math.max(1, count),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    rssMb: rssMbOf(pid),
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

export function messageOf(person: string, text: string, serviceUrl: string): string {
  return JSON.stringify({
    type: 'message',
    id: `bench-${(deliveries += 1)}`,
    channelId: 'msteams',
    serviceUrl,
    locale: 'en-US',
    text,
    from: { id: `29:${person}`, name: person, aadObjectId: person },
    recipient: { id: '28:desk', name: 'Partner Desk' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
  })
}

/** CPU time a process has used, user and system, from Linux's own books (100 ticks a second). */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export function rssMbOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}
