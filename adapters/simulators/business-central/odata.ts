import type { BooksSwitches } from './switches.ts'

type Entity = Readonly<Record<string, unknown>>

/** The API's no: a status, a code of a documented family, and a sentence. */
export class BooksRefusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** What a query leaves of a collection: OData's filter, top, select and one expand, as far as the desk uses them. */
export function queried(entities: readonly Entity[], query: URLSearchParams): readonly Entity[] {
  const filter = query.get('$filter')
  const found = filter === null ? entities : entities.filter(matching(filter))
  const most = Number(query.get('$top') ?? Number.POSITIVE_INFINITY)
  const { name: expanded, select } = expansionIn(query.get('$expand'))
  return found.slice(0, most).map((entity) => {
    const own = picked(without(entity, 'salesInvoiceLines'), query.get('$select'))
    if (expanded === null) return own
    const lines = entity[expanded]
    if (!Array.isArray(lines))
      throw new BooksRefusal(400, 'BadRequest', `Could not find a property named '${expanded}'.`)
    return { ...own, [expanded]: lines.map((line: Entity) => picked(line, select)) }
  })
}

/** One page, and where the next one is (server-driven paging; a client may ask for smaller ones). */
export function pageOf(
  entities: readonly Entity[],
  url: URL,
  prefer: string | undefined,
  switches: BooksSwitches,
): object {
  const wanted = Number(/odata\.maxpagesize=(\d+)/.exec(prefer ?? '')?.[1] ?? switches.pageSize)
  const size = Math.min(wanted, switches.pageSize)
  const from = Number(url.searchParams.get('$skiptoken') ?? 0)
  const value = entities.slice(from, from + size)
  const body = { '@odata.context': `${url.origin}${url.pathname}`, value }
  if (from + size >= entities.length) return body
  const next = new URL(url)
  if (switches.nextLinks === 'on-another-host') next.host = 'elsewhere.example'
  next.searchParams.set('$skiptoken', String(switches.nextLinks === 'in-a-circle' ? from : from + size))
  return { ...body, '@odata.nextLink': next.href }
}

/** `status eq 'Open' or status eq 'Corrective'`: a field of the table. What is worked out, as remainingAmount is, cannot be filtered by. */
function matching(filter: string): (entity: Entity) => boolean {
  const terms = filter.split(' or ').map((term) => /^(\w+) eq '([^']*)'$/.exec(term))
  const allowed = terms.map((term) => {
    if (term?.[1] !== 'status') throw new BooksRefusal(400, 'BadRequest', `The filter ${filter} is not supported.`)
    return term[2]
  })
  return ({ status }) => allowed.includes(status as string)
}

function expansionIn(expand: string | null): { readonly name: string | null; readonly select: string | null } {
  const [, name = null, select = null] = /^(\w+)(?:\(\$select=([\w,]+)\))?$/.exec(expand ?? '') ?? []
  return { name, select }
}

function picked(entity: Entity, select: string | null): Entity {
  if (select === null) return entity
  const names = select.split(',')
  for (const name of names)
    if (!(name in entity)) throw new BooksRefusal(400, 'BadRequest', `Could not find a property named '${name}'.`)
  return { '@odata.etag': 'W/"simulated"', ...Object.fromEntries(names.map((name) => [name, entity[name]])) }
}

function without(entity: Entity, name: string): Entity {
  const { [name]: left, ...rest } = entity
  void left
  return rest
}
