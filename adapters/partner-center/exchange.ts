import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Surroundings } from './settings.ts'

/** What came back: a status, headers, and the body as text without byte order marks. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** What the operator calls this exchange; quote it in tickets. */
  readonly correlationId: string | undefined
}

/**
 * One HTTP exchange. Throws a fault of kind `unreachable` when no whole answer came in time. Redirects are answers
 * like any other: following one would carry a credential to whatever host it names.
 */
export async function exchange(
  { fetch, timeout, timings }: Surroundings,
  service: string,
  url: URL,
  request: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string | undefined },
  within?: AbortSignal,
): Promise<Answer> {
  const attempt = timeout(timings.attemptMs)
  const signal = within === undefined ? attempt : AbortSignal.any([attempt, within])
  const { body, ...head } = request
  const correlationId = request.headers['MS-CorrelationId']
  try {
    const response = await fetch(url, { ...head, ...(body !== undefined && { body }), redirect: 'manual', signal })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      // facts/partner-center 4.2: a byte order mark may precede the JSON.
      text: text.replace(/^\uFEFF+/, ''),
      correlationId: response.headers.get('MS-CorrelationId') ?? correlationId,
    }
  } catch (cause) {
    const code = signal.aborted ? 'timed-out' : 'no-answer'
    throw new OutsideFault({ service, kind: 'unreachable', code, ...(correlationId && { correlationId }), cause })
  }
}
