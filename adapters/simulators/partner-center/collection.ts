import type { ApiCall } from './serve.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal } from './wire-answer.ts'

type Paging = Switches['subscriptionPaging']

/** Where the asked-for page begins: in seek style a token says it, in index style a number (facts/partner-center 4.4). */
export function pageAsked(call: ApiCall, paging: Paging = 'seek'): number {
  return paging === 'seek' ? soughtFrom(call) : offsetOf(call)
}

function offsetOf(call: ApiCall): number {
  const offset = call.query.get('offset') ?? '0'
  if (!/^\d{1,9}$/.test(offset) || call.query.has('seekOperation'))
    throw new OperatorRefusal(400, 800002, 'The offset is malformed, or this collection cannot be sought through.')
  return Number(offset)
}

function soughtFrom(call: ApiCall): number {
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
  paging: Paging = 'seek',
): object {
  const items = all.slice(start, start + size)
  const envelope = { totalCount: items.length, items, attributes: { objectType: 'Collection' } }
  const end = start + items.length
  if (end >= all.length) return { ...envelope, links: { self: { uri: path, method: 'GET', headers: [] } } }
  const following = paging === 'seek' ? 'seekOperation=Next' : `offset=${end}`
  const uri = {
    sound: `${path}?size=${size}&${following}`,
    // As in the one published sample, which is in seek style: two question marks and a misspelt parameter.
    malformed: `${path}?size=${size}?${following.replace('seekOperation', 'seekOperaton')}`,
    'on-another-host': `https://elsewhere.example/v1${path}?size=${size}&${following}`,
  }[switches.nextLinks]
  if (paging === 'index') return { ...envelope, links: { next: { uri, method: 'GET', headers: [] } } }
  const token = Buffer.from(`from ${end}`).toString('base64')
  const next = { uri, method: 'GET', headers: [{ key: 'MS-ContinuationToken', value: token }] }
  return { ...envelope, continuationToken: token, links: { next } }
}
