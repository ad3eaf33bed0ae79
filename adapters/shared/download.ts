import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'

interface DownloadOptions {
  /** Where a file may be fetched from; asked of each redirect too. */
  readonly allowed: (url: URL) => boolean
  /** Sent to the address itself, and never on to another origin that it leads to. */
  readonly headers?: Readonly<Record<string, string>>
  /** In bytes, of the file as it is and not as it travels. */
  readonly largest: number
  /** For all of it, redirects included. */
  readonly timeoutMs: number
  readonly service: string
}

/** The codes of a fault that are ours; others are HTTP's. */
export type DownloadTrouble =
  | 'not-allowed-there'
  | 'too-large'
  /** A page instead of the file: a way to sign in, mostly. */
  | 'web-page'

const mostRedirects = 3

/** A file that somebody sent, whole or not at all. Throws `OutsideFault`, which never names the address: it is a key. */
export async function download(address: string, options: DownloadOptions): Promise<Uint8Array> {
  const { service, timeoutMs, largest } = options
  const late = AbortSignal.timeout(timeoutMs)
  const done = new AbortController()
  const signal = AbortSignal.any([late, done.signal])
  try {
    const response = await fetched(address, signal, options)
    if (Number(response.headers.get('content-length') ?? 0) > largest) throw trouble('too-large', service)
    return await readUpTo(response, largest, service)
  } catch (cause) {
    if (cause instanceof OutsideFault) throw cause
    throw new OutsideFault({ service, kind: 'unreachable', ...(late.aborted && { code: 'timeout' }) })
  } finally {
    // Hangs up on whatever was not read.
    done.abort()
  }
}

async function fetched(
  address: string,
  signal: AbortSignal,
  { allowed, headers = {}, service }: DownloadOptions,
): Promise<Response> {
  const first = allowedUrl(address, allowed, service)
  let url = first
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const sent = url.origin === first.origin ? headers : {}
    const response = await fetch(url, { headers: sent, redirect: 'manual', signal })
    const leadsTo = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (leadsTo === null) return usable(response, service)
    url = allowedUrl(leadsTo, allowed, service, url)
  }
  throw new OutsideFault({ service, kind: 'refused', code: 'too-many-redirects' })
}

function allowedUrl(address: string, allowed: (url: URL) => boolean, service: string, base?: URL): URL {
  const url = URL.parse(address, base?.href)
  if (url === null || url.username !== '' || url.password !== '' || !allowed(url))
    throw trouble('not-allowed-there', service)
  return url
}

function usable(response: Response, service: string): Response {
  const { ok, status } = response
  if (!ok) throw new OutsideFault({ service, kind: kindOf(status), status })
  if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) throw trouble('web-page', service)
  return response
}

function kindOf(status: number): FaultKind {
  if (status === 429) return 'throttled'
  if (status === 401 || status === 403) return 'unauthorised'
  if (status === 404 || status === 410) return 'not-found'
  return status >= 500 ? 'unreachable' : 'refused'
}

/** Counted while it is read: what is said of its length may be wrong, and what travels packed grows. */
async function readUpTo({ body }: Response, largest: number, service: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > largest) throw trouble('too-large', service)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function trouble(code: DownloadTrouble, service: string): OutsideFault {
  return new OutsideFault({ service, kind: 'refused', code })
}
