import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPlayground } from '../../../bot/demo/playground.ts'

describe('the local Teams client', () => {
  let other: Server
  beforeEach(async () => {
    other = createServer((_req, res) => res.end('a page of somebody else'))
    await once(other.listen(0, '127.0.0.1'), 'listening')
  })
  afterEach(() => other.close())

  it('is not started where something else has its port, however friendly that answers', async () => {
    const { port: taken } = other.address() as AddressInfo
    await assert.rejects(startPlayground({ port: taken - 1, folder: '.' }), { code: 'EADDRINUSE', port: taken })
  })
})
