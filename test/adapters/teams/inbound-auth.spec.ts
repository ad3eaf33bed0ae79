import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { UnsecuredJWT, SignJWT } from 'jose'
import { ChannelAuthentication } from '../../../adapters/teams/inbound-auth.ts'
import { teamsCloud } from '../../../adapters/teams/teams-cloud.ts'
import { openTeamsConnector, type TeamsConnector } from '../../kit/teams-connector.ts'
import { recorded, tenant } from './activities.ts'
import { openKeyServer, type KeyServer } from './key-server.ts'
import { now, openDoor, ourToken, type OpenDoor } from './open-door.ts'

const appId = 'bbbbbbbb-0000-4000-8000-000000000002'
const issuer = 'https://api.botframework.com'

describe('the signed way in', () => {
  let connector: TeamsConnector
  let keys: KeyServer
  let door: OpenDoor
  before(async () => {
    connector = await openTeamsConnector()
    keys = await openKeyServer(issuer, appId, connector.serviceUrl)
    const publicCloud = teamsCloud('')
    assert(publicCloud)
    const cloud = { ...publicCloud, openIdMetadata: keys.openIdMetadata, serviceOrigins: [connector.serviceUrl] }
    const tenants = [tenant.toUpperCase()]
    door = await openDoor(new ChannelAuthentication({ cloud, appId, tenants, credentials: ourToken, now }))
  })
  after(async () => {
    await Promise.all([door.close(), keys.close(), connector.close()])
  })

  let messages = 0
  const activity = (changes: object = {}) =>
    recorded('message-personal', { id: `m-${(messages += 1)}`, serviceUrl: connector.serviceUrl, ...changes })
  const knock = (token: string | null, changes: object = {}) =>
    door.post(activity(changes), token === null ? {} : { Authorization: `Bearer ${token}` })
  const heard = async (call: () => Promise<Response>) => {
    const before = door.turns.length
    const response = await call()
    return { status: response.status, body: await response.text(), turns: door.turns.length - before }
  }

  it('lets Teams in', async () => {
    const response = await heard(async () => knock(await keys.sign()))
    assert.deepEqual(response, { status: 200, body: '', turns: 1 })
  })

  it('answers with its own token, where the claim says', async () => {
    door.turn = async (context) => void (await context.sendActivity('hello'))
    await knock(await keys.sign())
    door.turn = async () => undefined
    assert.deepEqual(door.failures, [])
    assert.equal(connector.requests.at(-1)?.authorization, 'Bearer ours')
    assert.equal(connector.shown.at(-1)?.versions[0]?.['text'], 'hello')
  })

  it('allows clocks to differ by five minutes, not more', async () => {
    const at = Date.parse(now()) / 1_000
    assert.equal((await heard(async () => knock(await keys.sign({ exp: at - 290 })))).status, 200)
    assert.equal((await heard(async () => knock(await keys.sign({ exp: at - 310 })))).status, 401)
    assert.equal((await heard(async () => knock(await keys.sign({ nbf: at + 310 })))).status, 401)
  })

  const secret = new TextEncoder().encode('a secret long enough for any algorithm')
  const cases: readonly [what: string, why: string, call: () => Promise<Response>][] = [
    ['no token', 'no-token', () => knock(null)],
    ['garbage', 'no-token', () => knock('garbage')],
    ['a token that is none', 'token ERR_JWS_INVALID', () => knock('a.b.c')],
    ['another scheme', 'no-token', async () => door.post(activity(), { Authorization: `Basic ${await keys.sign()}` })],
    [
      'no signature at all',
      'no-token',
      () => knock(new UnsecuredJWT({ serviceurl: connector.serviceUrl }).setIssuer(issuer).setAudience(appId).encode()),
    ],
    [
      'alg none with a made-up signature',
      'token ERR_JOSE_ALG_NOT_ALLOWED',
      () => knock(`${new UnsecuredJWT({}).setIssuer(issuer).setAudience(appId).encode()}c2ln`),
    ],
    [
      'HS256',
      'token ERR_JOSE_ALG_NOT_ALLOWED',
      async () =>
        knock(
          await new SignJWT({ serviceurl: connector.serviceUrl })
            .setProtectedHeader({ alg: 'HS256', kid: 'teams' })
            .setIssuer(issuer)
            .setAudience(appId)
            .setExpirationTime('1h')
            .sign(secret),
        ),
    ],
    [
      'another issuer',
      'token ERR_JWT_CLAIM_VALIDATION_FAILED',
      async () => knock(await keys.sign({ iss: 'https://x' })),
    ],
    [
      'the emulator as issuer',
      'token ERR_JWT_CLAIM_VALIDATION_FAILED',
      async () =>
        knock(await keys.sign({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: appId })),
    ],
    [
      'a token for another bot',
      'token ERR_JWT_CLAIM_VALIDATION_FAILED',
      async () => knock(await keys.sign({ aud: 'other' })),
    ],
    ['an expired token', 'token ERR_JWT_EXPIRED', async () => knock(await keys.sign({ exp: 1_700_000_000 }))],
    [
      'a token without an end',
      'token ERR_JWT_CLAIM_VALIDATION_FAILED',
      async () => knock(await keys.sign({ exp: undefined as unknown as number })),
    ],
    [
      'a token without a service URL',
      'token ERR_JWT_CLAIM_VALIDATION_FAILED',
      async () => knock(await keys.sign({ serviceurl: undefined })),
    ],
    ['a token for another service URL', 'service-url', async () => knock(await keys.sign({ serviceurl: 'https://x' }))],
    [
      'a key nobody published',
      'token ERR_JWKS_NO_MATCHING_KEY',
      async () => knock(await keys.sign({}, { kid: 'new' })),
    ],
    [
      'a signature of somebody else',
      'token ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      async () => knock(await keys.sign({}, { kid: 'teams', signedBy: 'stranger' })),
    ],
    [
      'a key endorsed for another channel',
      'token unchecked',
      async () => knock(await keys.sign({}, { signedBy: 'skype' })),
    ],
    [
      'a token that names no key',
      'token ERR_JWKS_MULTIPLE_MATCHING_KEYS',
      async () => knock(await keys.sign({}, { kid: undefined })),
    ],
    [
      'a foreign service URL',
      'service-url',
      async () => knock(await keys.sign(), { serviceUrl: 'https://evil.example' }),
    ],
    [
      'a foreign service URL, signed for',
      'service-url',
      async () =>
        knock(await keys.sign({ serviceurl: 'https://evil.trafficmanager.net' }), {
          serviceUrl: 'https://evil.trafficmanager.net',
        }),
    ],
    ...['emulator', 'directline', 'webchat', 'AseChannel', 'skype'].map(
      (channelId): [string, string, () => Promise<Response>] => [
        `the channel ${channelId}`,
        'channel',
        async () => knock(await keys.sign(), { channelId }),
      ],
    ),
    [
      'a foreign tenant',
      'tenant',
      async () =>
        knock(await keys.sign(), { channelData: { tenant: { id: 'elsewhere' } }, conversation: { id: 'a:1' } }),
    ],
    [
      'a tenant that is ours in one place only',
      'tenant',
      async () => knock(await keys.sign(), { conversation: { id: 'a:1', tenantId: 'elsewhere' } }),
    ],
    ['no tenant', 'tenant', async () => knock(await keys.sign(), { channelData: {}, conversation: { id: 'a:1' } })],
  ]
  for (const [what, why, call] of cases) {
    it(`turns away ${what}, without a word`, async () => {
      assert.deepEqual(await heard(call), { status: 401, body: '', turns: 0 })
      assert.equal(door.turnedAway.at(-1), why)
    })
  }

  it('remembers nothing of a thousand strangers', async () => {
    const sizes = () => [...issuerLists().map((list) => list.length), keys.asked.metadata]
    const before = sizes()
    assert(before.length > 1)
    for (let at = 0; at < 20; at += 1) {
      const strangers = Array.from({ length: 50 }, async (_, nth) => {
        const claims = { iss: `https://sts.windows.net/${at}-${nth}/`, tid: `${at}-${nth}`, ver: '1.0', appid: appId }
        return knock(await keys.sign(claims, { kid: `k-${at}-${nth}`, signedBy: 'stranger' }))
      })
      for (const { status } of await Promise.all(strangers)) assert.equal(status, 401)
    }
    assert.deepEqual(sizes(), before)
    // jose asks once more for keys it does not know, and then waits.
    assert(keys.asked.keys <= 2, `asked ${keys.asked.keys} times for keys`)
  })

  it('says “later” while it cannot tell whether a token is good', async () => {
    const publicCloud = teamsCloud('')
    assert(publicCloud)
    const cloud = {
      ...publicCloud,
      openIdMetadata: 'http://127.0.0.1:1/openid',
      serviceOrigins: [connector.serviceUrl],
    }
    const blind = await openDoor(
      new ChannelAuthentication({ cloud, appId, tenants: [tenant], credentials: ourToken, now }),
    )
    const response = await blind.post(activity(), { Authorization: `Bearer ${await keys.sign()}` })
    await blind.close()
    assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '10'])
    assert.deepEqual([blind.turns.length, blind.failures.length, blind.turnedAway], [0, 0, ['keys unreachable']])
  })

  it('needs an app id and a tenant to exist at all', () => {
    const cloud = teamsCloud('https://botframework.azure.us')
    assert(cloud)
    const options = { cloud, appId, tenants: [tenant], credentials: ourToken, now }
    assert.throws(() => new ChannelAuthentication({ ...options, appId: '' }))
    assert.throws(() => new ChannelAuthentication({ ...options, tenants: [] }))
  })

  it('keeps the doors for skills and sockets shut', async () => {
    const cloud = teamsCloud('')
    assert(cloud)
    const shut = new ChannelAuthentication({ cloud, appId, tenants: [tenant], credentials: ourToken, now })
    await assert.rejects(shut.authenticateStreamingRequest())
    await assert.rejects(shut.authenticateChannelRequest())
  })
})

/** Where the SDK's own check keeps the issuers it was told of, for the life of the process. */
function issuerLists(): readonly (readonly string[])[] {
  const load = createRequire(import.meta.url)
  const parameters = load('botframework-connector/lib/auth/tokenValidationParameters.js') as Record<
    string,
    { issuer?: string[] }
  >
  return Object.values(parameters).flatMap(({ issuer }) => (issuer ? [issuer] : []))
}
