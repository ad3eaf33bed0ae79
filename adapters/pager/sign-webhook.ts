import { createHmac } from 'node:crypto'

/** What is signed: the call's id, when it was sent, in seconds since 1970, and the body as it goes over the wire. */
export interface SignedParts {
  readonly id: string
  readonly timestamp: number
  readonly body: string
}

/** The key behind a secret: base64, with or without `whsec_` before it; null where it is not 24 to 64 bytes of that. */
export function webhookKey(secret: string): Buffer | null {
  const text = secret.replace(/^whsec_/, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null
  const key = Buffer.from(text, 'base64')
  return key.length >= 24 && key.length <= 64 ? key : null
}

/** One signature for each secret, as Standard Webhooks has them (standardwebhooks.com, “Signature scheme”). */
export function signatures({ id, timestamp, body }: SignedParts, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = webhookKey(secret)
      if (!key) throw new Error('a secret of the pager is no key')
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
    })
    .join(' ')
}
