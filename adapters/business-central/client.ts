import { z } from 'zod'
import { OutsideFault, unreadable } from '../../domain/shared/outside-fault.ts'
import { exchange, type Answer } from '../shared/exchange.ts'
import { readAnswer } from '../shared/read-answer.ts'
import { faultOf, service } from './faults.ts'
import { endpointsOf, surroundings, type BusinessCentralConfig, type BusinessCentralDeps } from './settings.ts'
import { openAppTokens } from './token.ts'

/** What is asked of a collection; names without their `$`. */
export interface Query {
  readonly select: readonly string[]
  readonly filter?: string
  readonly expand?: string
  /** No more than so many. */
  readonly top?: number
  /** How many at once; the server's own number where it is left out. */
  readonly pageSize?: number
}

/** API v2.0 of one environment. It only reads. */
export interface BusinessCentralClient {
  /** A whole collection: half of one is never passed off as it. Throws `OutsideFault`. */
  all<Item extends z.ZodType>(path: string, item: Item, query: Query): Promise<readonly z.output<Item>[]>
}

/** Throws an ordinary error when the configured addresses cannot be used. Calls nobody yet. */
export function openBusinessCentral(config: BusinessCentralConfig, deps: BusinessCentralDeps): BusinessCentralClient {
  const endpoints = endpointsOf(config)
  const outside = surroundings(deps)
  const tokens = openAppTokens(config, endpoints, outside)

  async function send(url: URL, token: string, pageSize: number | undefined): Promise<Answer> {
    const headers = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      ...(pageSize !== undefined && { Prefer: `odata.maxpagesize=${pageSize}` }),
    }
    return exchange(outside, service, url, { method: 'GET', headers })
  }

  async function attempt(url: URL, pageSize: number | undefined): Promise<Answer> {
    const token = await tokens.current()
    let answer = await send(url, token, pageSize)
    if (answer.status === 401) {
      tokens.drop(token)
      answer = await send(url, await tokens.current(), pageSize)
    }
    if (answer.status === 200) return answer
    throw faultOf(answer, outside.now)
  }

  async function get(url: URL, pageSize: number | undefined): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(url, pageSize)
      } catch (fault) {
        const pause = pauseAfter(fault, tries)
        if (pause === null) throw fault
        await outside.sleep(pause)
      }
    }
  }

  /** How long to wait before trying again; null when trying again here makes no sense. */
  function pauseAfter(fault: unknown, tries: number): number | null {
    const wait = outside.timings.retryWaitsMs[tries]
    if (!(fault instanceof OutsideFault) || !fault.retryable || wait === undefined) return null
    const asked = fault.facts.retryAfterMs ?? 0
    return asked > outside.timings.patienceMs ? null : Math.max(wait, asked)
  }

  /** Only at the environment's own address: a token goes nowhere else. */
  function following(link: string | undefined, asked: ReadonlySet<string>): URL | null {
    if (link === undefined) return null
    const url = URL.canParse(link, endpoints.api.href) ? new URL(link, endpoints.api) : null
    const isOurs = url?.origin === endpoints.api.origin && url.pathname.startsWith(endpoints.api.pathname)
    if (url === null || !isOurs || asked.has(url.href))
      throw new OutsideFault({ service, kind: 'unreachable', code: unreadable })
    return url
  }

  return {
    async all(path, item, query) {
      const page = z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() })
      const asked = new Set<string>()
      const items: z.output<typeof item>[] = []
      let url: URL | null = new URL(`${path}?${textOf(query)}`, endpoints.api)
      while (url !== null) {
        asked.add(url.href)
        const read: z.output<typeof page> = readAnswer(service, page, await get(url, query.pageSize))
        items.push(...read.value)
        url = following(read['@odata.nextLink'], asked)
      }
      return items
    },
  }
}

/** With `%20` for a space: OData reads a plus as one. */
function textOf({ select, filter, expand, top }: Query): string {
  const options = { select: select.join(','), filter, expand, top }
  return Object.entries(options)
    .flatMap(([name, value]) => (value === undefined ? [] : [`$${name}=${encodeURIComponent(String(value))}`]))
    .join('&')
}
