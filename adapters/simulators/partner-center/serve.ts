import { setTimeout as delay } from 'node:timers/promises'
import type { Handler, Response } from 'restify'
import { readBody } from '../../shared/request-body.ts'
import { answerOf, type Fault } from './faults.ts'
import { letFraudCome } from './fraud-incident.ts'
import { noteCall, type CallEntry } from './log.ts'
import { letTimePass } from './passing-time.ts'
import type { Simulation } from './simulation.ts'
import { errorAnswer, OperatorRefusal, type WireAnswer } from './wire-answer.ts'

/** A call as the rules see it. */
export interface ApiCall {
  readonly method: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Buffer
  header(name: string): string | undefined
}
export type Handle = (call: ApiCall) => WireAnswer

const longestBody = 1_000_000

/** A route of the simulated operator: logged, troubled where asked for, answered with the operator's headers. */
export function served(simulation: Simulation, handle: Handle): Handler {
  return async (req, res) => {
    const { world, faults } = simulation
    const { pathname, search, searchParams: query } = new URL(req.url ?? '/', 'http://simulator')
    const path = pathname + search
    const method = req.method ?? 'GET'
    const header = (name: string) => [req.headers[name.toLowerCase()]].flat()[0]
    const requestId = header('MS-RequestId') ?? null
    const correlationId = header('MS-CorrelationId') ?? null
    const entry = noteCall(world.log, { at: simulation.now(), method, path, requestId, correlationId })
    const body = await readBody(req, longestBody)

    const fault = faults.take(method, path)
    if (fault?.when === 'before' && (await trouble(simulation, fault, res, entry))) return
    letTimePass(world, simulation.switches, simulation.now())
    letFraudCome(simulation)
    const answer = orRefusal(simulation, () => handle({ method, params: req.params, query, body, header }))
    entry.replayed = answer.replayed === true
    if (method !== 'GET') simulation.save()
    if (fault?.when === 'after' && (await trouble(simulation, fault, res, entry))) return
    send(simulation, res, answer, entry)
  }
}

/** The operator's no becomes an answer; anything else is a mistake of the simulation. */
export function orRefusal({ switches }: Simulation, handle: () => WireAnswer): WireAnswer {
  try {
    return handle()
  } catch (cause) {
    if (!(cause instanceof OperatorRefusal)) throw cause
    return errorAnswer(switches.errorShape, cause.status, cause.code, cause.message)
  }
}

/** Answers whether the trouble has taken the call over. */
async function trouble(simulation: Simulation, fault: Fault, res: Response, entry: CallEntry): Promise<boolean> {
  if (fault.delayMs > 0) await delay(fault.delayMs, undefined, { ref: false })
  const answer = answerOf(fault)
  if (answer === null) return false
  if (answer === 'hang' || answer === 'drop') await unanswered(simulation, res, answer)
  else send(simulation, res, answer, entry)
  return true
}

/** Resolves when the connection is gone: restify takes a handler that ends before that for one that forgot to answer. */
function unanswered({ hanging }: Simulation, res: Response, how: 'hang' | 'drop'): Promise<void> {
  return new Promise((resolve) => {
    const breakOff = () => void res.socket?.destroy()
    hanging.add(breakOff)
    res.once('close', () => {
      hanging.delete(breakOff)
      resolve()
    })
    if (how === 'drop') breakOff()
  })
}

function send(simulation: Simulation, res: Response, answer: WireAnswer, entry: CallEntry): void {
  if (res.destroyed || res.headersSent) return
  res.statusCode = entry.answered = answer.status
  // facts/partner-center 4.1
  if (entry.requestId !== null) res.setHeader('MS-RequestId', entry.requestId)
  if (entry.correlationId !== null) res.setHeader('MS-CorrelationId', entry.correlationId)
  res.setHeader('MS-CV', `${simulation.newId()}.0`)
  res.setHeader('MS-ServerId', `simulated-${simulation.lane}`)
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value)
  if (answer.body === undefined) return void res.end()
  if (!res.hasHeader('Content-Type')) res.setHeader('Content-Type', 'application/json; charset=utf-8')
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
  res.end(simulation.switches.byteOrderMark ? `\uFEFF${text}` : text)
}
