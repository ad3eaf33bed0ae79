import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLoopback } from './loopback.ts'

/** Looks at a request before anything else does; false when it was answered already. */
export type Guard = (req: IncomingMessage, res: ServerResponse) => boolean

const hostName = /^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/
const longestTarget = 4096

/**
 * Turns away what restify 12 cannot survive: it builds a URL from the Host header, so a malformed Host or an
 * absolute-form target is an uncaught exception, and a Host like `x/admin?` re-routes the request (restify#2011).
 */
export function hostGuard(req: IncomingMessage, res: ServerResponse): boolean {
  const host = req.headers.host ?? ''
  const target = req.url ?? ''
  const sound =
    hostName.test(host) &&
    target.startsWith('/') &&
    target.length < longestTarget &&
    URL.canParse(`http://${host}${target}`)
  return sound || turnAway(res, 400)
}

/**
 * For what lets everybody in: only this machine's own names may be called by. A web page elsewhere can have its name
 * lead here, and its reader's browser then takes our answers for its own (DNS rebinding).
 */
export function loopbackGuard(req: IncomingMessage, res: ServerResponse): boolean {
  if (!hostGuard(req, res)) return false
  return isLoopback(new URL(`http://${req.headers.host}`)) || turnAway(res, 403)
}

function turnAway(res: ServerResponse, status: number): false {
  res.statusCode = status
  res.end()
  return false
}
