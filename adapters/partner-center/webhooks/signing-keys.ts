import { X509Certificate, type KeyObject } from 'node:crypto'
import { msOf, type Clock } from '../../../domain/shared/time.ts'
import { certificatesIn, endOf, isTrusted, issuerAddresses, maySign } from './certificate-chain.ts'
import { addressOf, type CertificateSources } from './certificate-sources.ts'
import type { Refusal } from './signed-delivery.ts'

const seconds = 1000
const minutes = 60 * seconds

/** A certificate is some 2 KB; a file with its whole chain some 8. */
const largest = 64 * 1024
const timeoutMs = 5 * seconds
/** Looked at again after a day; while its host is silent then, the one known goes on until its own end. */
const goodForMs = 24 * 60 * minutes
/** A certificate may be replaced under its address: one that does not fit a signature is fetched again, this often at most. */
const againAfterMs = 5 * minutes
/** One that was no good is not asked for again before, nor one whose host was silent. */
const refusedForMs = 5 * minutes
const silentForMs = 20 * seconds
/** So much may strangers have us fetch, whatever addresses they think of. */
const mostFetchesAMinute = 10
const mostKept = 50

/** A key that may sign, or why there is none. */
export type KeyOrRefusal = { readonly key: KeyObject } | { readonly refusal: Extract<Refusal, `certificate-${string}`> }

/** The public keys of those who may sign deliveries. */
export interface SigningKeys {
  /** The key that the certificate at an address vouches for. `afresh`: the one known did not fit. */
  at(address: string, afresh?: boolean): Promise<KeyOrRefusal>
}

interface Known {
  readonly fetchedAt: number
  /** When it is looked at again. */
  readonly until: number
  readonly answer: KeyOrRefusal
  /** Until when its certificate is in force. */
  readonly end: number
  /** Which certificate it was; null where it was none. */
  readonly fingerprint: string | null
}

type Proven = Pick<Known, 'end' | 'fingerprint'>
const none: Proven = { end: 0, fingerprint: null }

/** Fetches a certificate when a delivery names it, checks it, and remembers what came of it. */
export function openSigningKeys(
  sources: CertificateSources,
  { fetch, now }: { readonly fetch: typeof globalThis.fetch; readonly now: Clock },
): SigningKeys {
  const known = new Map<string, Known>()
  const underWay = new Map<string, Promise<KeyOrRefusal>>()
  let fetched: number[] = []
  let roots: readonly X509Certificate[] | null = null
  const time = () => msOf(now())

  return {
    async at(address, afresh = false) {
      const url = addressOf(address)
      if (url === null || !sources.mayServe(url)) return { refusal: 'certificate-host' }
      const before = known.get(url.href) ?? null
      const at = time()
      const isKnown = before !== null && before.until > at
      const mayBeReplaced = afresh && before !== null && 'key' in before.answer && before.fetchedAt + againAfterMs <= at
      if (isKnown && !mayBeReplaced) return before.answer
      const running = underWay.get(url.href)
      if (running) return running
      // Whoever signed for us before is asked again whatever strangers do meanwhile.
      const trusted = before !== null && 'key' in before.answer
      if (!trusted && !sources.isUsual(url) && !mayFetch(at)) return { refusal: 'certificate-unreachable' }
      const run = learn(url, before).finally(() => underWay.delete(url.href))
      underWay.set(url.href, run)
      return run
    },
  }

  function mayFetch(at: number): boolean {
    fetched = fetched.filter((each) => each > at - minutes)
    if (fetched.length >= mostFetchesAMinute) return false
    fetched.push(at)
    return true
  }

  async function learn(url: URL, before: Known | null): Promise<KeyOrRefusal> {
    const bytes = await bytesAt(url)
    const fetchedAt = time()
    const keep = (answer: KeyOrRefusal, forMs: number, { end, fingerprint }: Proven = none): KeyOrRefusal => {
      known.delete(url.href)
      if (known.size >= mostKept) known.delete(leastMissed() ?? '')
      known.set(url.href, { fetchedAt, until: fetchedAt + forMs, answer, end, fingerprint })
      return answer
    }
    const [leaf, ...given] = bytes === null ? [] : certificatesIn(bytes)
    // Silence, and a page that is no certificate, say nothing of the one that is known.
    if (leaf === undefined) {
      if (before !== null && before.end > fetchedAt)
        return keep(before.answer, Math.min(againAfterMs, before.end - fetchedAt), before)
      if (bytes === null) return keep({ refusal: 'certificate-unreachable' }, silentForMs)
    }
    const isSame = leaf !== undefined && leaf.fingerprint256 === before?.fingerprint
    // What was proven once stays proven, also while its issuer's host is silent.
    if (leaf === undefined || !maySign(leaf, now()) || !(isSame || (await goesBack(leaf, given))))
      return keep({ refusal: 'certificate-untrusted' }, refusedForMs)
    const end = endOf(leaf)
    const { fingerprint256: fingerprint } = leaf
    return keep({ key: leaf.publicKey }, Math.min(goodForMs, end - fetchedAt), { end, fingerprint })
  }

  /** The oldest that was no good; strangers can name many of those, and must not crowd out who signs for us. */
  function leastMissed(): string | undefined {
    const [oldest] = known.keys()
    return [...known].find(([, { answer }]) => 'refusal' in answer)?.[0] ?? oldest
  }

  async function goesBack(leaf: X509Certificate, given: readonly X509Certificate[]): Promise<boolean> {
    roots ??= sources.roots().map((root) => new X509Certificate(root))
    return isTrusted(leaf, { given, roots, now: now(), issuerOf })
  }

  /** Microsoft serves the leaf alone; its issuer's certificate lies where it says. */
  async function issuerOf(certificate: X509Certificate): Promise<readonly X509Certificate[]> {
    const url = issuerAddresses(certificate).flatMap((text) => {
      const address = addressOf(text)
      return address !== null && sources.mayServeIssuers(address) ? [address] : []
    })[0]
    const bytes = url === undefined ? null : await bytesAt(url)
    return bytes === null ? [] : certificatesIn(bytes)
  }

  /** Null where nothing, too little or too much came in time. A redirect is no certificate. */
  async function bytesAt(url: URL): Promise<Uint8Array | null> {
    const done = new AbortController()
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), done.signal])
      const response = await fetch(url, { redirect: 'manual', signal })
      if (response.status !== 200) return null
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        size += chunk.length
        if (size > largest) return null
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    } catch {
      return null
    } finally {
      // Hangs up on whatever was not read.
      done.abort()
    }
  }
}
