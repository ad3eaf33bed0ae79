import type { MadeFile } from '../../dialogs/vocabulary/file.ts'
import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'

interface PutOptions {
  readonly method: 'PUT' | 'POST'
  /** Where a file may be sent: the address is whatever a chat said. */
  readonly allowed: (url: URL) => boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly service: string
  readonly fetch?: typeof fetch
}

/** Sends a file to an address that is its own key, once. Throws `OutsideFault`, which never names the address. */
export async function putFile(address: string, { bytes }: MadeFile, options: PutOptions): Promise<void> {
  const { method, allowed, headers = {}, timeoutMs, service, fetch: fetched = fetch } = options
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '' || !allowed(url))
    throw new OutsideFault({ service, kind: 'refused', code: 'not-allowed-there' })
  const signal = AbortSignal.timeout(timeoutMs)
  // Nothing leads on from there: what was allowed is this address and no other.
  const init: RequestInit = { method, headers, body: Buffer.from(bytes), redirect: 'error', signal }
  const answer = await fetched(url, init).catch(() => {
    throw new OutsideFault({ service, kind: 'unreachable', ...(signal.aborted && { code: 'timeout' }) })
  })
  await answer.arrayBuffer().catch(() => null)
  if (!answer.ok) throw new OutsideFault({ service, kind: kindOf(answer.status), status: answer.status })
}

function kindOf(status: number): FaultKind {
  if (status === 429) return 'throttled'
  if (status === 404 || status === 410) return 'not-found'
  return status >= 500 ? 'unreachable' : 'refused'
}
