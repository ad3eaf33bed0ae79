import type { IncomingHttpHeaders } from 'node:http'

/** What a delivery brings to be believed, before anything of it was checked. */
export interface SignatureClaim {
  /** One, or where both headers are there, either. */
  readonly signatures: readonly Buffer[]
  readonly certificateUrl: string
}

/** Why a delivery was turned away; its sender is never told. */
export type Refusal =
  | 'unknown-lane'
  | 'unsigned'
  | 'algorithm'
  | 'certificate-host'
  | 'certificate-unreachable'
  | 'certificate-untrusted'
  | 'signature'
  | 'unreadable'
  | 'out-of-time'

/**
 * Reads the headers of facts/partner-center 10.2: the signature in `Authorization: Signature …`, or in `x-ms-signature`
 * where the registration says so. Costs nothing, so it comes first.
 */
export function signatureClaim(headers: IncomingHttpHeaders): SignatureClaim | Refusal {
  const authorization = /^signature +(\S+)$/i.exec(headers.authorization?.trim() ?? '')?.[1]
  const signatures = [one(headers['x-ms-signature']), authorization].flatMap((text) => bytesOf(text ?? ''))
  const certificateUrl = one(headers['x-ms-certificate-url'])
  if (signatures.length === 0 || certificateUrl === undefined) return 'unsigned'
  if (one(headers['x-ms-signature-algorithm'])?.toLowerCase() !== 'rsa-sha256') return 'algorithm'
  return { signatures, certificateUrl }
}

/** Node joins a header that came twice with commas, which no base64 and no address of ours has. */
function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header.trim() : undefined
}

/** RSA keys of 2048 to 4096 bits sign with as many. */
function bytesOf(text: string): readonly Buffer[] {
  if (text.length > 700 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return []
  const bytes = Buffer.from(text, 'base64')
  return bytes.length >= 256 && bytes.length <= 512 ? [bytes] : []
}
