import type { AddressInfo } from 'node:net'
import { createServer, type Handler, type Response, type Server } from 'restify'
import { hostGuard, type Guard } from './host-guard.ts'
import { UnreadableBody } from './request-body.ts'

/** restify as this house uses it: behind the host guard, and closing in order. */
export interface HttpServer {
  readonly routes: Pick<Server, 'get' | 'head' | 'post' | 'put' | 'patch' | 'del'>
  /** Starts listening; resolves with the port in use (port 0 picks a free one). Rejects when the port is taken. */
  listen(port: number, host: string): Promise<number>
  /** Stops accepting, gives answers in flight a while to finish, then cuts off whoever is left. */
  close(): Promise<void>
}

/** Hears of every request that failed for a reason of ours, with the reference its caller was given. */
export type OnFailure = (failure: {
  readonly reference: string
  readonly path: string
  readonly cause: unknown
}) => void

/** A turn takes some ten seconds at most (facts/chat-platforms 4.1); a silent caller holds nothing up for longer. */
const usualGraceMs = 15_000

interface HttpServerOptions {
  /** {@link hostGuard} unless said otherwise. */
  readonly guard?: Guard | undefined
  readonly graceMs?: number
}

/** restify behind a guard; an error in a handler becomes a status and a reference, never its message. */
export function createHttpServer(
  name: string,
  newReference: () => string,
  onFailure: OnFailure,
  { guard = hostGuard, graceMs = usualGraceMs }: HttpServerOptions = {},
): HttpServer {
  const server = createServer({ name, log: silentLog })
  server.first(guard)

  const guarded =
    (handler: Handler): Handler =>
    async (req, res) => {
      try {
        await handler(req, res)
      } catch (cause) {
        if (cause instanceof UnreadableBody) {
          // The rest of an oversized body is not worth reading.
          res.setHeader('Connection', 'close')
          return answer(res, cause.status)
        }
        const reference = newReference()
        onFailure({ reference, path: req.url?.split('?')[0] ?? '', cause })
        answer(res, 500, { error: 'internal', reference })
      }
    }
  const register = (method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'del') => (path: string, handler: Handler) => {
    server[method](path, guarded(handler))
  }

  return {
    routes: {
      get: register('get'),
      head: register('head'),
      post: register('post'),
      put: register('put'),
      patch: register('patch'),
      del: register('del'),
    },
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.on('error', reject)
        server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port))
      }),
    close: () =>
      new Promise((resolve) => {
        // A caller that keeps its connection is idle only once it has been answered.
        const sweep = setInterval(() => server.server.closeIdleConnections(), 20)
        const cut = setTimeout(() => server.server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(cut)
          clearInterval(sweep)
          resolve()
        })
      }),
  }
}

/** Answers once; a second answer on the same response would take the process down. */
export function answer(res: Response, status: number, body?: object): void {
  if (res.headersSent) return
  res.statusCode = status
  if (body !== undefined) res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.end(body === undefined ? undefined : JSON.stringify(body))
}

const ignore = () => undefined
const silentLog = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  child: () => silentLog,
}
