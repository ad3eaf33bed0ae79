import { isLoopback } from './loopback.ts'

/**
 * A configured address, ending in a slash, so that paths can be resolved against it. Throws an ordinary error, to be shown
 * at start-up, when it cannot or may not be used: credentials travel over https only, or stay on this machine.
 */
export function secureAddress(text: string, allow?: (url: URL) => boolean): URL {
  const url = URL.canParse(text) ? new URL(text.endsWith('/') ? text : `${text}/`) : null
  if (url === null) throw new Error(`not an address: ${text}`)
  const secret = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  if (!secret) throw new Error(`${url.origin}: credentials travel over https only`)
  if (url.username !== '' || url.search !== '' || url.hash !== '')
    throw new Error(`${url.origin}: only a plain address`)
  if (allow?.(url) === false) throw new Error(`${url.origin}: this address may not be called here`)
  return url
}
