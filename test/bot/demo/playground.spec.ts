import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPlayground } from '../../../bot/demo/playground.ts'
import { newFolder, removeFolder } from '../../kit/demo-desk.ts'

describe('the local Teams client', function () {
  this.timeout(150_000)
  let other: Server
  beforeEach(async () => {
    other = createServer((_req, res) => res.end('a page of somebody else'))
    await once(other.listen(0, '127.0.0.1'), 'listening')
  })
  afterEach(() => other.close())

  it('is not started where something else has its port, however friendly that answers', async () => {
    const { port: taken } = other.address() as AddressInfo
    await assert.rejects(startPlayground({ port: taken - 1, anyPort: false, folder: '.' }), {
      code: 'EADDRINUSE',
      port: taken,
    })
  })

  it('takes another port then, where nobody chose the desk’s own', async () => {
    const { port: taken } = other.address() as AddressInfo
    const folder = await newFolder()
    const client = await startPlayground({ port: taken - 1, anyPort: true, folder })
    assert(client)
    assert.notEqual(new URL(client.url).port, String(taken))
    await client.close()
    await removeFolder(folder)
  })
})
