import type { Request, Response } from 'restify'
import type { NewId } from '../../domain/shared/ids.ts'
import { dayAt, msOf, type Clock, type TimeZone } from '../../domain/shared/time.ts'
import { loopbackGuard } from '../shared/host-guard.ts'
import { createHttpServer, type OnFailure } from '../shared/http-server.ts'
import { readBody } from '../shared/request-body.ts'
import { entitiesOf } from './business-central/collections.ts'
import { BooksRefusal, pageOf, queried } from './business-central/odata.ts'
import type { BooksSeed } from './business-central/seed.ts'
import { openSignIn } from './business-central/sign-in.ts'
import { booksSwitches, resources, type BooksSwitchChange, type BooksSwitches } from './business-central/switches.ts'
import { openWorld, postInvoice, postMemo, takePayment, type Payment } from './business-central/world.ts'
import { answerOf, openFaults, type FaultOrder } from './partner-center/faults.ts'

interface SimulatedBooksOptions {
  readonly seed: BooksSeed
  readonly now: Clock
  readonly newId: NewId
  readonly timeZone?: TimeZone
  readonly switches?: BooksSwitchChange
  readonly onFailure?: OnFailure
}

/** Business Central on this machine, over real HTTP on 127.0.0.1. */
export interface SimulatedBooks {
  /** What a client needs to sign in and call. */
  readonly connection: {
    readonly tenantId: string
    readonly clientId: string
    readonly clientSecret: string
    readonly environment: string
    readonly apiUrl: string
    readonly loginUrl: string
  }
  post(invoice: Parameters<typeof postInvoice>[1]): void
  postMemo(memo: Parameters<typeof postMemo>[1]): void
  pay(payment: Payment): void
  set(change: BooksSwitchChange): void
  /** Trouble for the next calls that match. */
  fault(order: FaultOrder): void
  /** No token issued so far is taken any more. */
  revoke(): void
  /** Paths and queries asked for, oldest first. */
  readonly calls: readonly string[]
  close(): Promise<void>
}

const minute = 60_000

/** Starts it on a free port. It is read only, as the desk is towards the real one. */
export async function startBusinessCentralSimulator(options: SimulatedBooksOptions): Promise<SimulatedBooks> {
  const { now, newId, timeZone = 'UTC', onFailure = () => undefined } = options
  const world = openWorld(options.seed)
  const { seed } = world
  let switches: BooksSwitches = booksSwitches.parse(options.switches ?? {})
  const faults = openFaults()
  const signIn = openSignIn(world, newId)
  const calls: string[] = []
  let asked: readonly number[] = []

  const server = createHttpServer('simulated-books', newId, onFailure, { guard: loopbackGuard })
  server.routes.post('/:tenant/oauth2/v2.0/token', async (req, res) => {
    const form = new URLSearchParams((await readBody(req, 10_000)).toString())
    const { status, body } = signIn.issue(req.params['tenant'] ?? '', form, now(), switches.tokenLifetimeSeconds)
    send(res, status, body)
  })
  server.routes.get('/v2.0/*', async (req, res) => {
    const path = req.url ?? '/'
    calls.push(decodeURIComponent(path))
    const trouble = faults.take('GET', decodeURIComponent(path))
    const instead = trouble && answerOf(trouble)
    if (instead === 'drop' || instead === 'hang') return cut(res)
    if (instead) return send(res, instead.status, instead.body ?? '', instead.headers)
    try {
      send(res, 200, answer(req))
    } catch (refusal) {
      if (!(refusal instanceof BooksRefusal)) throw refusal
      const { status, code, message } = refusal
      send(res, status, { error: { code, message: `${message}  CorrelationId:  ${newId()}.` } }, headersOf(status))
    }
  })
  const port = await server.listen(0, '127.0.0.1')
  const origin = `http://127.0.0.1:${port}`

  function answer(req: Request): object {
    const url = new URL(req.url ?? '/', origin)
    signIn.check([req.headers.authorization].flat()[0], now())
    admit()
    const [, tenant, environment, rest = ''] =
      /^\/v2\.0\/([^/]+)\/([^/]+)\/api\/v2\.0\/(.+)$/.exec(decodeURIComponent(url.pathname)) ?? []
    if (tenant !== seed.tenantId || environment !== seed.environment)
      throw new BooksRefusal(404, 'BadRequest_ResourceNotFound', 'There is no such environment.')
    const entities = collection(rest)
    return pageOf(queried(entities, url.searchParams), url, [req.headers['prefer']].flat()[0], switches)
  }

  function collection(rest: string): readonly Readonly<Record<string, unknown>>[] {
    const others = seed.otherCompanies.map((name, at) => ({
      id: `00000000-0000-4000-8000-00000000000${at}`,
      name,
      displayName: '',
    }))
    if (rest === 'companies') return [seed.company, ...others]
    const [, company, name] = /^companies\(([^)]+)\)\/(\w+)$/.exec(rest) ?? []
    if (company !== seed.company.id)
      throw new BooksRefusal(404, 'Internal_CompanyNotFound', 'There is no such company.')
    const resource = resources.find((one) => one === name)
    if (resource === undefined)
      throw new BooksRefusal(404, 'BadRequest_NotFound', `Resource not found for the segment '${name ?? ''}'.`)
    const found = entitiesOf(resource, world, dayAt(now(), timeZone), switches)
    if (!switches.forbidden.includes(resource) || resource === 'salesInvoices' || resource === 'salesCreditMemos')
      return found
    const code = switches.forbiddenSaid === '400' ? 'Application_DialogException' : 'Authorization_RequestDenied'
    throw new BooksRefusal(Number(switches.forbiddenSaid), code, `You do not have permission to read ${resource}.`)
  }

  /** 429 beyond the published number of requests a minute. */
  function admit(): void {
    const at = msOf(now())
    asked = [...asked.filter((each) => each > at - minute), at]
    if (asked.length > switches.requestsPerMinute)
      throw new BooksRefusal(429, 'Application_TooManyRequests', 'The request limits are exceeded.')
  }

  return {
    connection: {
      tenantId: seed.tenantId,
      clientId: seed.clientId,
      clientSecret: seed.clientSecret,
      environment: seed.environment,
      apiUrl: origin,
      loginUrl: origin,
    },
    post: (invoice) => postInvoice(world, invoice),
    postMemo: (memo) => postMemo(world, memo),
    pay: (payment) => takePayment(world, payment),
    set: (change) => (switches = booksSwitches.parse({ ...switches, ...change })),
    fault: (order) => faults.add(order),
    revoke: () => signIn.revoke(),
    calls,
    close: () => server.close(),
  }
}

function headersOf(status: number): Readonly<Record<string, string>> {
  return status === 429 ? { 'Retry-After': '60' } : {}
}

function send(res: Response, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  res.statusCode = status
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  if (!res.hasHeader('Content-Type')) res.setHeader('Content-Type', 'application/json; odata.metadata=minimal')
  res.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Resolves when the connection is gone: restify takes a handler that ends before that for one that forgot to answer. */
function cut(res: Response): Promise<void> {
  return new Promise((resolve) => {
    res.once('close', () => resolve())
    res.socket?.destroy()
  })
}
