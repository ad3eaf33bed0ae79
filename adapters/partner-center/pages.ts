import type { z } from 'zod'
import type { PartnerCenterClient } from './client.ts'
import { pageOf, type NextPage } from './wire.ts'

type Query = Readonly<Record<string, string>>

/**
 * A collection page by page. A next page that cannot be asked for, or that comes round again, is a fault: half a
 * collection is never passed off as the whole.
 */
export async function* pagesOf<Item extends z.ZodType>(
  client: PartnerCenterClient,
  path: string,
  item: Item,
  query: Query = {},
): AsyncGenerator<readonly z.output<Item>[]> {
  const asked = new Set<string>()
  const pageSchema = pageOf(item).refine(({ next }) => next === null || !asked.has(JSON.stringify(next)), 'a circle')
  let following: NextPage | null = null
  do {
    const answer = await client.call({ method: 'GET', path, ...askingFor(following, query) })
    const { items, next } = client.read(pageSchema, answer)
    asked.add(JSON.stringify(next))
    yield items
    following = next
  } while (following !== null)
}

/** How a page is asked for, the first where there is nothing to go by (facts/partner-center 4.4). */
export function askingFor(next: NextPage | null, query: Query) {
  if (next === null) return { query }
  if ('offset' in next) return { query: { ...query, ...next } }
  return { query: { ...query, seekOperation: 'Next' }, headers: { 'MS-ContinuationToken': next.token } }
}
