import { sign } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A file of `test/fixtures/webhooks`; its script tells what each certificate is. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/webhooks/${name}`, import.meta.url), 'utf8')
}

export const storage = 'https://3psostorageacct.blob.core.windows.net/cert'
const key = fixture('signing.key')

export function signatureOf(body: string | Uint8Array, algorithm = 'RSA-SHA256'): string {
  return sign(algorithm, Buffer.from(body), key).toString('base64')
}

/** Every header of a signed delivery; what is null is left out. */
export function headersOf(
  body: string | Uint8Array,
  over: Readonly<Record<string, string | null>> = {},
): Record<string, string> {
  const all = {
    'Content-Type': 'application/json',
    Authorization: `Signature ${signatureOf(body)}`,
    'X-MS-Certificate-Url': `${storage}/leaf.pem`,
    'X-MS-Signature-Algorithm': 'rsa-sha256',
    ...over,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  )
}

export const anEvent = {
  EventName: 'subscription-updated',
  ResourceUri:
    'https://api.partnercenter.microsoft.com/webhooks/v1/customers/1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a11/subscriptions/c0ffee00-5b1d-4a6e-8f11-2f4a9d3b7710',
  ResourceName: 'subscription',
  AuditUri: 'https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/example-record',
  ResourceChangeUtcDate: '2026-06-02T11:00:00.0000000+00:00',
}

/** Serves the fixtures wherever they are asked for, and counts; a name that is no fixture is a 404. */
export function certificateHost() {
  const asked: string[] = []
  const its = {
    asked,
    /** Answers in place of the fixtures, once set. */
    answer: null as ((url: URL) => Response | Promise<Response>) | null,
    fetch: (async (input: URL, init?: RequestInit) => {
      asked.push(input.href)
      if (init?.redirect !== 'manual') throw new Error('redirects must not be followed')
      if (its.answer) return its.answer(input)
      // Where the fixture below the intermediate says that its issuer lies.
      const name = input.pathname.split('/').at(-1)?.replace('specs.crt', 'intermediate.pem') ?? ''
      try {
        return new Response(fixture(name))
      } catch {
        return new Response(null, { status: 404 })
      }
    }) as typeof fetch,
  }
  return its
}
