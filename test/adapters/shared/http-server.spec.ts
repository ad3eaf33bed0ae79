import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { answer, createHttpServer } from '../../../adapters/shared/http-server.ts'

describe('closing an HTTP server', () => {
  const open = async (graceMs: number) => {
    const server = createHttpServer(
      'test',
      () => 'ref',
      ({ cause }) => assert.fail(String(cause)),
      { graceMs },
    )
    let go: () => void = () => undefined
    const asked = new Promise<void>((resolve) => {
      server.routes.get('/slow', async (_req, res) => {
        resolve()
        await new Promise<void>((released) => (go = released))
        answer(res, 200, { answered: true })
      })
    })
    const port = await server.listen(0, '127.0.0.1')
    return { server, port, asked, finish: () => go() }
  }

  for (const [who, said] of [
    ['says nothing', ''],
    ['stops in the middle of a header', 'GET /slow HT'],
    ['stops in the middle of a body', 'POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'],
  ] as const) {
    it(`is not held up by somebody who ${who}`, async () => {
      const { server, port } = await open(20)
      const caller = await call(port, said)
      const cutOff = once(caller, 'close')
      await server.close()
      await cutOff
    })
  }

  it('lets an answer in flight finish', async () => {
    const { server, port, asked, finish } = await open(60_000)
    const answered = fetch(`http://127.0.0.1:${port}/slow`)
    await asked
    const closed = server.close()
    finish()
    assert.deepEqual(await (await answered).json(), { answered: true })
    await closed
  })
})

async function call(port: number, said: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  await once(socket, 'connect')
  if (said !== '') socket.write(said)
  socket.resume()
  return socket
}
