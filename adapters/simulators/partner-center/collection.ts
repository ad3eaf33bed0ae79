import type { ApiCall } from './serve.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal } from './wire-answer.ts'

/** Where the asked-for page begins: in seek style the token says it (facts/partner-center 4.4). */
export function pageAsked(call: ApiCall): number {
  const token = call.header('MS-ContinuationToken')
  const operation = call.query.get('seekOperation')
  if (token === undefined && operation === null) return 0
  const [, start] = /^from (\d+)$/.exec(Buffer.from(token ?? '', 'base64').toString()) ?? []
  if (start === undefined || operation?.toLowerCase() !== 'next')
    throw new OperatorRefusal(400, 800002, 'The continuation token or the seek operation is malformed.')
  return Number(start)
}

/** A page in the operator's envelope (4.2). */
export function collection(
  path: string,
  all: readonly object[],
  start: number,
  size: number,
  switches: Switches,
): object {
  const items = all.slice(start, start + size)
  const envelope = { totalCount: items.length, items, attributes: { objectType: 'Collection' } }
  const end = start + items.length
  if (end >= all.length) return { ...envelope, links: { self: { uri: path, method: 'GET', headers: [] } } }
  const token = Buffer.from(`from ${end}`).toString('base64')
  const uri = {
    sound: `${path}?size=${size}&seekOperation=Next`,
    // As in the one published sample: two question marks and a misspelt parameter.
    malformed: `${path}?size=${size}?seekOperaton=Next`,
    'on-another-host': `https://elsewhere.example/v1${path}?size=${size}&seekOperation=Next`,
  }[switches.nextLinks]
  const next = { uri, method: 'GET', headers: [{ key: 'MS-ContinuationToken', value: token }] }
  return { ...envelope, continuationToken: token, links: { next } }
}
