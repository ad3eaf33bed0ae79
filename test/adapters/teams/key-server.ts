import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { createHttpServer } from '../../../adapters/shared/http-server.ts'
import { answer } from '../../../adapters/shared/http-server.ts'

const issued = Date.parse('2026-03-31T02:00:00Z') / 1_000

export interface KeyServer {
  readonly openIdMetadata: string
  /** How often each document was asked for. */
  readonly asked: { metadata: number; keys: number }
  sign(
    claims?: JWTPayload,
    header?: { kid?: string | undefined; signedBy?: 'teams' | 'skype' | 'stranger' },
  ): Promise<string>
  close(): Promise<void>
}

/** Bot Framework's sign-in host on loopback: OpenID metadata, keys with their endorsements, and tokens to match. */
export async function openKeyServer(issuer: string, appId: string, serviceUrl: string): Promise<KeyServer> {
  const keys = {
    teams: await generateKeyPair('RS256'),
    skype: await generateKeyPair('RS256'),
    stranger: await generateKeyPair('RS256'),
  }
  const published = [
    { ...(await exportJWK(keys.teams.publicKey)), kid: 'teams', alg: 'RS256', use: 'sig', endorsements: ['msteams'] },
    { ...(await exportJWK(keys.skype.publicKey)), kid: 'skype', alg: 'RS256', use: 'sig', endorsements: ['skype'] },
  ]
  const asked = { metadata: 0, keys: 0 }
  const server = createHttpServer(
    'keys',
    () => 'ref',
    ({ cause }) => {
      throw cause
    },
  )
  let origin = ''
  server.routes.get('/openid', async (_req, res) => {
    asked.metadata += 1
    answer(res, 200, { issuer, jwks_uri: `${origin}/keys` })
  })
  server.routes.get('/keys', async (_req, res) => {
    asked.keys += 1
    answer(res, 200, { keys: published })
  })
  origin = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`

  return {
    openIdMetadata: `${origin}/openid`,
    asked,
    sign: (claims = {}, { signedBy = 'teams', ...header } = {}) =>
      new SignJWT({ iss: issuer, aud: appId, nbf: issued, exp: issued + 3_600, serviceurl: serviceUrl, ...claims })
        .setProtectedHeader({ alg: 'RS256', ...('kid' in header ? header : { kid: signedBy }) } as { alg: string })
        .sign(keys[signedBy].privateKey),
    close: () => server.close(),
  }
}
