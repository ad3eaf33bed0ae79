import { X509Certificate } from 'node:crypto'
import { msOf, type Instant } from '../../../domain/shared/time.ts'

/** Leaf, two issuers and a root are usual; more is somebody playing. */
const mostIssuers = 4
const mostInOneFile = 6

/** Whose name the certificate of a delivery must bear (facts/partner-center 10.2). */
const organisation = 'Microsoft Corporation'
const fewestBits = 2048

/** The certificates of a file, in PEM or DER; empty where it holds none that can be read. */
export function certificatesIn(bytes: Uint8Array): readonly X509Certificate[] {
  const text = Buffer.from(bytes).toString('latin1')
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  try {
    return (blocks?.slice(0, mostInOneFile) ?? [bytes]).map((one) => new X509Certificate(one))
  } catch {
    return []
  }
}

/** Whether this is a certificate that may sign events: Microsoft's own, with an RSA key, and today. */
export function maySign(leaf: X509Certificate, now: Instant): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = leaf.publicKey
  return (
    !leaf.ca &&
    // Exactly this organisation and no other beside it; a list is what two of them come out as.
    (leaf.toLegacyObject().subject as { readonly O?: unknown } | undefined)?.O === organisation &&
    asymmetricKeyType === 'rsa' &&
    (asymmetricKeyDetails?.modulusLength ?? 0) >= fewestBits &&
    isInForce(leaf, now)
  )
}

/**
 * Whether a certificate goes back to one of the roots, each step signed by the next, which is an authority and in force.
 * `given` came along with it; `issuerOf` finds what did not. Constraints on names and lengths are not looked at: whoever
 * could issue in Microsoft's name is trusted by the root as it is.
 */
export async function isTrusted(
  leaf: X509Certificate,
  facts: {
    readonly given: readonly X509Certificate[]
    readonly roots: readonly X509Certificate[]
    readonly now: Instant
    readonly issuerOf: (certificate: X509Certificate) => Promise<readonly X509Certificate[]>
  },
): Promise<boolean> {
  const { given, roots, now, issuerOf } = facts
  const issued = (by: X509Certificate, one: X509Certificate) =>
    by.ca && isInForce(by, now) && one.checkIssued(by) && one.verify(by.publicKey)
  let current = leaf
  for (let steps = 0; steps < mostIssuers; steps += 1) {
    const one = current
    if (roots.some((root) => issued(root, one))) return true
    const next =
      given.find((each) => issued(each, one)) ?? (await issuerOf(one)).find((each) => issued(each, one)) ?? null
    if (next === null || next.fingerprint256 === one.fingerprint256) return false
    current = next
  }
  return false
}

/** Until when this certificate is in force, in ms. */
export function endOf(certificate: X509Certificate): number {
  return certificate.validToDate.getTime()
}

/** Where a certificate says that its issuer's lies. */
export function issuerAddresses({ infoAccess }: X509Certificate): readonly string[] {
  return [...(infoAccess ?? '').matchAll(/^CA Issuers - URI:(\S+)$/gm)].flatMap(([, address]) => address ?? [])
}

function isInForce({ validFromDate, validToDate }: X509Certificate, now: Instant): boolean {
  const at = msOf(now)
  return validFromDate.getTime() <= at && at <= validToDate.getTime()
}
