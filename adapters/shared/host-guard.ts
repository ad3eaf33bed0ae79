import type { IncomingMessage, ServerResponse } from 'node:http'

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
  if (sound) return true
  res.statusCode = 400
  res.end()
  return false
}
