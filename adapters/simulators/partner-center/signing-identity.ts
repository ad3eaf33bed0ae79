import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'

// Public, long-lived and made up: `signing/make.sh` tells how. Only a demo believes this root.
const read = (name: string) => readFileSync(new URL(`signing/${name}`, import.meta.url), 'utf8')

/** The one root a demo trusts, in PEM. */
export function simulatedRoot(): string {
  return read('root.pem')
}

/** What the simulator serves in place of Microsoft's certificate: it bears the same organisation. */
export function simulatedCertificate(): string {
  return read('leaf.pem')
}

/** Base64, RSA-SHA256 over the bytes (facts/partner-center 10.2). */
export function signedBySimulator(body: string): string {
  return sign('RSA-SHA256', Buffer.from(body), createPrivateKey(read('leaf.key'))).toString('base64')
}
