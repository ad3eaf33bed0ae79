import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { KeysUnreachable, restMs, teamsKeys } from '../../../adapters/teams/signing-keys.ts'

describe('the signing keys of Teams', () => {
  let server: Server
  let down: boolean
  let asked: number
  let ms: number
  beforeEach(async () => {
    asked = 0
    ms = 0
    const { publicKey } = await generateKeyPair('RS256')
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'teams', alg: 'RS256', endorsements: ['msteams'] }]
    server = createServer((req, res) => {
      asked += 1
      if (down) res.statusCode = 503
      res.end(down ? '' : JSON.stringify(req.url === '/openid' ? { jwks_uri: `${origin()}/keys` } : { keys }))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })
  afterEach(() => {
    server.close()
    server.closeAllConnections()
  })
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const keys = () => {
    const known = teamsKeys(`${origin()}/openid`, () => ms)
    return async (kid = 'teams') => known({ alg: 'RS256', kid }, { payload: '', signature: '' })
  }

  it('are asked for again when they could not be found, but not at once', async () => {
    const find = keys()
    down = true
    for (let nth = 0; nth < 5; nth += 1) await assert.rejects(find(), KeysUnreachable)
    assert.equal(asked, 1)
    down = false
    await assert.rejects(find(), KeysUnreachable)
    ms += restMs
    assert(await find())
  })

  it('that are known stay known while their host is silent', async () => {
    const find = keys()
    down = false
    await find()
    down = true
    await assert.rejects(find('made-up'))
    assert(await find())
  })
})
