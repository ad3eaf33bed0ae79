import { OutsideFault, unreadable } from '../../domain/shared/outside-fault.ts'

/** What came back: a status, headers, and the body as text without byte order marks. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** What the other side calls this exchange; quote it in tickets. */
  readonly correlationId: string | undefined
}

/** What an exchange needs from the world. */
export interface Wire {
  readonly fetch: typeof fetch
  /** A signal that aborts after so long. */
  readonly timeout: (ms: number) => AbortSignal
  /** How long one exchange may take. */
  readonly timings: { readonly attemptMs: number }
}

/** More than the largest page of any collection, and no more than memory bears. */
const largest = 64 * 1024 * 1024

/**
 * One HTTP exchange. Throws a fault of kind `unreachable` when no whole answer came in time, or one without an end. Redirects are answers
 * like any other: following one would carry a credential to whatever host it names.
 */
export async function exchange(
  { fetch, timeout, timings }: Wire,
  service: string,
  url: URL,
  request: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string | undefined },
  within?: AbortSignal,
): Promise<Answer> {
  const attempt = timeout(timings.attemptMs)
  const signal = within === undefined ? attempt : AbortSignal.any([attempt, within])
  const { body, ...head } = request
  const correlationId = request.headers['MS-CorrelationId'] ?? request.headers['client-request-id']
  const reference = correlationId === undefined ? {} : { correlationId }
  try {
    const response = await fetch(url, { ...head, ...(body !== undefined && { body }), redirect: 'manual', signal })
    const text = await textOf(response)
    if (text === null) throw new OutsideFault({ service, kind: 'unreachable', code: unreadable, ...reference })
    return {
      status: response.status,
      headers: response.headers,
      // facts/partner-center 4.2: a byte order mark may precede the JSON.
      text: text.replace(/^\uFEFF+/, ''),
      correlationId: response.headers.get('MS-CorrelationId') ?? response.headers.get('request-id') ?? correlationId,
    }
  } catch (cause) {
    if (cause instanceof OutsideFault) throw cause
    const code = signal.aborted ? 'timed-out' : 'no-answer'
    throw new OutsideFault({ service, kind: 'unreachable', code, ...reference, cause })
  }
}

/** Null where it is larger than anything there is to say; whoever sends it is hung up on. */
async function textOf({ body }: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > largest) return null
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
