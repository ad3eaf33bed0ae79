import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

const metadata = z.object({ jwks_uri: z.url() })

/**
 * The keys of a cloud, found through its OpenID metadata. A key counts only if it is endorsed for Teams: the same
 * document holds keys of other channels.
 */
export function teamsKeys(openIdMetadata: string): JWTVerifyGetKey {
  let found: ReturnType<typeof load> | null = null
  return async (header, token) => {
    found ??= load(openIdMetadata).catch((cause: unknown) => {
      found = null
      throw cause
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

async function load(openIdMetadata: string) {
  const response = await fetch(openIdMetadata, { signal: AbortSignal.timeout(5_000) })
  const { jwks_uri: keys } = metadata.parse(await response.json())
  // A made-up key id sends us for the keys again; the cool-down keeps that to once a minute.
  return createRemoteJWKSet(new URL(keys), { cooldownDuration: 60_000, cacheMaxAge: 12 * 3_600_000 })
}
