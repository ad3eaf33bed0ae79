import { isLoopback } from '../../shared/loopback.ts'

/** Where certificates come from, and whom they must go back to. */
export interface CertificateSources {
  /** Whether a delivery may name this address as that of its certificate. */
  readonly mayServe: (url: URL) => boolean
  /** Whether it is the one address that is known beforehand: it is asked whatever strangers do meanwhile. */
  readonly isUsual: (url: URL) => boolean
  /** Whether a certificate may name this address as that of its issuer's. */
  readonly mayServeIssuers: (url: URL) => boolean
  /** PEM, one certificate each. */
  readonly roots: () => readonly string[]
}

/**
 * The one host that Microsoft's own sample names for the certificate (the storage account behind
 * `pcnotifications-dispatch.microsoft.com`), and Microsoft's own domain in case it moves there. Nothing is believed
 * because of where it lies: this only keeps strangers from having us fetch wherever they like.
 */
const storageHost = '3psostorageacct.blob.core.windows.net'
const ownDomain = '.microsoft.com'
const usual = `https://${storageHost}/cert/pcnotifications-dispatch.microsoft.com.cer`

/** Where the authorities that sign for Microsoft publish their own certificates. Plain http is usual there: each is proven by its signature. */
const issuerHosts: ReadonlySet<string> = new Set([
  'www.microsoft.com',
  'caissuers.microsoft.com',
  'cacerts.digicert.com',
])

/** Microsoft's deliveries. `roots`: those every browser trusts. */
export function microsoftSources(roots: () => readonly string[]): CertificateSources {
  return {
    mayServe: (url) =>
      url.protocol === 'https:' && isPlain(url) && (url.hostname === storageHost || url.hostname.endsWith(ownDomain)),
    isUsual: ({ href }) => href === usual,
    mayServeIssuers: (url) => /^https?:$/.test(url.protocol) && isPlain(url) && issuerHosts.has(url.hostname),
    roots,
  }
}

/** A stand-in on this machine, which signs with a root of its own: for the demo, and never beside a real operator. */
export function standInSources(api: URL, root: string): CertificateSources {
  return {
    mayServe: (url) => isLoopback(url) && url.origin === api.origin && url.username === '' && url.password === '',
    isUsual: () => false,
    mayServeIssuers: () => false,
    roots: () => [root],
  }
}

/** An address without a port, a user or a query: each query would be one more address to fetch. */
function isPlain({ port, username, password, search, hash }: URL): boolean {
  return [port, username, password, search, hash].every((part) => part === '')
}

/** The address as it was written, if it is one as a person would write it; else null. */
export function addressOf(text: string): URL | null {
  // What the URL parser forgives (backslashes, blanks, control characters) reads differently elsewhere.
  if (text.length > 500 || !/^https?:\/\/[A-Za-z0-9.:[\]-]+\/[A-Za-z0-9._~%/-]*$/.test(text)) return null
  return URL.parse(text)
}
