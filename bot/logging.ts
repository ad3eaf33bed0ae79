import { AsyncLocalStorage } from 'node:async_hooks'
import { pino, type DestinationStream, type Logger } from 'pino'
import { OutsideFault } from '../domain/shared/outside-fault.ts'

/** What everything in the log that belongs together has in common. */
type Trace = { readonly turn: string } | { readonly entry: string }

const current = new AsyncLocalStorage<Trace>()

/** Runs a turn or a promise: each line logged meanwhile, however deep, carries its id. */
export const traced = <Result>(trace: Trace, work: () => Result): Result => current.run(trace, work)

/** JSON lines with ids; names and amounts never get in. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { name: 'partner-desk', level, mixin: () => current.getStore() ?? {} }
  return destination ? pino(options, destination) : pino(options)
}

/** A failure as it may be logged: the outside's own words can name customers, so they stay out. */
export function loggable(cause: unknown): object {
  if (!(cause instanceof OutsideFault)) return { err: cause }
  const { service, kind, status, code, correlationId } = cause.facts
  return { service, kind, status, code, correlationId }
}
