import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

const metadata = z.object({ jwks_uri: z.url() })

/** The key host is silent, so nobody can say whether a token is good: whoever sent it may try again. */
export class KeysUnreachable extends Error {}

/** Once the key host failed it is left alone for so long: every stranger's token would have us ask it again. */
export const restMs = 10_000

/**
 * The keys of a cloud, found through its OpenID metadata. A key counts only if it is endorsed for Teams: the same
 * document holds keys of other channels. Throws {@link KeysUnreachable}.
 */
export function teamsKeys(openIdMetadata: string, nowMs: () => number): JWTVerifyGetKey {
  let restUntil = 0
  const failed = (cause: unknown): KeysUnreachable => {
    restUntil = nowMs() + restMs
    return new KeysUnreachable('the key host cannot be reached', { cause })
  }
  const ask = async (url: string, options: RequestInit): Promise<Response> => {
    if (nowMs() < restUntil) throw new KeysUnreachable('the key host failed just now')
    try {
      const response = await fetch(url, options)
      if (!response.ok) throw new Error(`the key host answered ${response.status}`)
      await response.clone().json()
      return response
    } catch (cause) {
      throw failed(cause)
    }
  }
  let found: ReturnType<typeof load> | null = null
  return async (header, token) => {
    found ??= load(openIdMetadata, ask).catch((cause: unknown) => {
      found = null
      throw cause instanceof KeysUnreachable ? cause : failed(cause)
    })
    const keys = await found
    const key = await keys(header, token)
    const known = endorsedKeys.parse(keys.jwks()).keys.find(({ kid }) => kid === header.kid)
    if (header.kid === undefined || !known?.endorsements.includes('msteams'))
      throw new Error('key not endorsed for Teams')
    return key
  }
}

const endorsedKeys = z.object({
  keys: z.array(z.object({ kid: z.string().optional(), endorsements: z.array(z.string()).default([]) })),
})

async function load(openIdMetadata: string, ask: (url: string, options: RequestInit) => Promise<Response>) {
  const response = await ask(openIdMetadata, { signal: AbortSignal.timeout(5_000) })
  const { jwks_uri: keys } = metadata.parse(await response.json())
  // A made-up key id sends us for the keys again; the cool-down keeps that to once a minute.
  const seldom = { cooldownDuration: 60_000, cacheMaxAge: 12 * 3_600_000 }
  return createRemoteJWKSet(new URL(keys), { ...seldom, [customFetch]: ask })
}
