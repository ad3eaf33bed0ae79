import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { readBody, readJsonObject, UnreadableBody } from '../../../adapters/shared/request-body.ts'

/** A request that says so of itself and sends these pieces; how many of them were taken can be asked. */
function aRequest(headers: Readonly<Record<string, string>>, ...pieces: readonly string[]) {
  let taken = 0
  const body = Readable.from(
    (function* () {
      for (const piece of pieces) {
        taken += 1
        yield Buffer.from(piece)
      }
    })(),
    { highWaterMark: 1 },
  )
  return { req: Object.assign(body, { headers }) as unknown as IncomingMessage, taken: () => taken }
}

const refusedWith = (status: number) => (fault: unknown) => fault instanceof UnreadableBody && fault.status === status

describe('the body of a request', () => {
  it('is read up to its limit, to the byte', async () => {
    assert.equal((await readBody(aRequest({}, '12', '34').req, 4)).toString(), '1234')
    await assert.rejects(readBody(aRequest({}, '12', '345').req, 4), refusedWith(413))
  })

  it('is refused before it is read when it says that it is too large', async () => {
    const { req, taken } = aRequest({ 'content-length': '5' }, '12345')
    await assert.rejects(readBody(req, 4), refusedWith(413))
    assert.equal(taken(), 0)
  })

  it('is not read to its end when it never said how large it is', async () => {
    const { req, taken } = aRequest({ 'transfer-encoding': 'chunked' }, ...Array.from({ length: 1_000 }, () => '12345'))
    await assert.rejects(readBody(req, 4), refusedWith(413))
    assert(taken() < 100, `${taken()} pieces`)
  })

  it('is refused when it was compressed', async () => {
    await assert.rejects(readBody(aRequest({ 'content-encoding': 'gzip' }, '{}').req, 4), refusedWith(415))
    assert.equal((await readBody(aRequest({ 'content-encoding': 'identity' }, '{}').req, 4)).toString(), '{}')
  })

  it('is unreadable, and nobody’s failure, when its sender hangs up', async () => {
    const cutOff = new Readable({ read: () => undefined })
    const reading = readBody(Object.assign(cutOff, { headers: {} }) as unknown as IncomingMessage, 100)
    cutOff.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
    await assert.rejects(reading, refusedWith(400))
  })

  for (const [what, type, text, status] of [
    ['is not said to be JSON', 'text/plain', '{}', 415],
    ['is said to be something that only begins like JSON', 'application/json5', '{}', 415],
    ['is no JSON', 'application/json', '{', 400],
    ['is an array', 'application/json', '[]', 400],
    ['is null', 'application/json', 'null', 400],
  ] as const) {
    it(`is no JSON object when it ${what}`, () =>
      assert.rejects(readJsonObject(aRequest({ 'content-type': type }, text).req, 100), refusedWith(status)))
  }

  it('is a JSON object, whatever the case and parameters of its type', async () => {
    const { req } = aRequest({ 'content-type': 'Application/JSON; charset=utf-8' }, '{"a":', '1}')
    assert.deepEqual(await readJsonObject(req, 100), { a: 1 })
  })
})
