import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { teamsKeys } from '../../../adapters/teams/signing-keys.ts'

describe('the signing keys of Teams', () => {
  let server: Server
  let down: boolean
  beforeEach(async () => {
    const { publicKey } = await generateKeyPair('RS256')
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'teams', alg: 'RS256', endorsements: ['msteams'] }]
    server = createServer((req, res) => {
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

  it('are asked for again when they could not be found the first time', async () => {
    const keys = teamsKeys(`${origin()}/openid`)
    const find = () => keys({ alg: 'RS256', kid: 'teams' }, { payload: '', signature: '' })
    down = true
    await assert.rejects(async () => find())
    down = false
    assert(await find())
  })
})
