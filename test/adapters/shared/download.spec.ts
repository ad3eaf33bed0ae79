import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { download } from '../../../adapters/shared/download.ts'
import { OutsideFault, type FaultFacts } from '../../../domain/shared/outside-fault.ts'

/** A server on loopback that keeps what it was asked. */
async function listening(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const asked: IncomingMessage[] = []
  const server: Server = createServer((req, res) => {
    asked.push(req)
    answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Answering = (req: IncomingMessage, res: ServerResponse) => void

describe('a download', () => {
  let answer: Answering
  let here: Awaited<ReturnType<typeof listening>>
  let elsewhere: Awaited<ReturnType<typeof listening>>
  beforeEach(async () => {
    here = await listening((req, res) => answer(req, res))
    elsewhere = await listening((_req, res) => void res.end('from elsewhere'))
  })
  afterEach(() => Promise.all([here.close(), elsewhere.close()]))

  const get = (
    path = '/list.csv',
    { allowed = ({ origin }) => origin === here.url, ...more }: Partial<Parameters<typeof download>[1]> = {},
  ) =>
    download(path.startsWith('/') ? `${here.url}${path}` : path, {
      allowed,
      largest: 1_000,
      timeoutMs: 5_000,
      service: 'teams',
      ...more,
    })
  const faultOf = async (fetching: Promise<unknown>): Promise<FaultFacts> => {
    const fault: unknown = await fetching.then(
      () => assert.fail('it was fetched'),
      (cause: unknown) => cause,
    )
    assert(fault instanceof OutsideFault)
    assert.doesNotMatch(JSON.stringify([fault.message, fault.facts, fault.stack]), /tempauth/)
    return fault.facts
  }
  const ended = (status: number, headers: Record<string, string> = {}, body = '') => {
    answer = (_req, res) => {
      res.writeHead(status, headers)
      res.end(body)
    }
  }

  it('gives the bytes as they are', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0, 255, 10])
    answer = (_req, res) => void res.end(bytes)
    assert.deepEqual([...(await get())], [...bytes])
    assert.equal(here.asked[0]?.headers.authorization, undefined)
  })

  it('takes as many bytes as are allowed, and not one more, whatever is said of their number', async () => {
    ended(200, {}, 'x'.repeat(1_000))
    assert.equal((await get()).length, 1_000)
    const tooLarge = { service: 'teams', kind: 'refused', code: 'too-large' }
    ended(200, { 'Content-Length': '1001' }, 'x'.repeat(1_001))
    assert.deepEqual(await faultOf(get()), tooLarge)
    ended(200, { 'Transfer-Encoding': 'chunked' }, 'x'.repeat(1_001))
    assert.deepEqual(await faultOf(get()), tooLarge)
    answer = (_req, res) => {
      res.writeHead(200, { 'Content-Encoding': 'gzip' })
      res.end(gzipSync('x'.repeat(1_000_000)))
    }
    // What is packed small is judged unpacked.
    assert.deepEqual(await faultOf(get('/list.csv', { largest: 10_000 })), tooLarge)
  })

  it('hangs up on a file that never ends', async () => {
    const hungUp = new Promise<void>((resolve) => {
      answer = (_req, res) => {
        res.on('close', resolve)
        const more = () => {
          while (!res.destroyed && res.write('x'.repeat(500)));
        }
        res.on('drain', more)
        more()
      }
    })
    assert.equal((await faultOf(get())).code, 'too-large')
    await hungUp
  })

  for (const [what, status, headers] of [
    ['too large by its own account', 200, { 'Content-Length': '5000' }],
    ['a page', 200, { 'Content-Type': 'text/html' }],
    ['refused', 403, {}],
    ['led elsewhere', 302, { Location: 'https://elsewhere.example/' }],
  ] as const) {
    it(`hangs up once it is ${what}`, async () => {
      const hungUp = new Promise<void>((resolve) => {
        answer = (_req, res) => {
          res.on('close', resolve)
          res.writeHead(status, headers)
          res.write('and so on')
        }
      })
      // Long enough that nobody waits for the time limit to hang up.
      await faultOf(get('/list.csv?tempauth=once', { timeoutMs: 600_000 }))
      await hungUp
    })
  }

  it('asks nobody at an address that is not allowed', async () => {
    for (const address of [`${elsewhere.url}/list.csv?tempauth=once`, 'file:///etc/passwd', 'no address', ''])
      assert.deepEqual(await faultOf(get(address === '' ? ' ' : address)), {
        service: 'teams',
        kind: 'refused',
        code: 'not-allowed-there',
      })
    const secret = here.url.replace('http://', 'http://mei:secret@')
    assert.equal((await faultOf(get(`${secret}/list.csv`))).code, 'not-allowed-there')
    assert.deepEqual([here.asked.length, elsewhere.asked.length], [0, 0])
  })

  it('goes where it is led to, as long as that is allowed', async () => {
    answer = (req, res) => {
      if (req.url === '/moved') return void res.end('here')
      res.writeHead(302, { Location: req.url === '/away' ? `${elsewhere.url}/x` : '/moved' })
      res.end()
    }
    assert.equal(Buffer.from(await get()).toString(), 'here')
    assert.equal((await faultOf(get('/away'))).code, 'not-allowed-there')
    assert.equal(elsewhere.asked.length, 0)
  })

  it('shows its headers to nobody but the address itself', async () => {
    answer = (_req, res) => {
      res.writeHead(307, { Location: `${elsewhere.url}/x` })
      res.end()
    }
    const headers = { Authorization: 'Bearer ours' }
    assert.equal(Buffer.from(await get('/a', { headers, allowed: () => true })).toString(), 'from elsewhere')
    assert.equal(here.asked[0]?.headers.authorization, 'Bearer ours')
    assert.equal(elsewhere.asked[0]?.headers.authorization, undefined)
  })

  it('is not led in circles', async () => {
    ended(302, { Location: '/again' })
    assert.equal((await faultOf(get())).code, 'too-many-redirects')
    assert.equal(here.asked.length, 4)
  })

  it('takes no page to sign in for a file', async () => {
    ended(200, { 'Content-Type': 'text/html; charset=utf-8' }, '<p>Sign in</p>')
    assert.deepEqual(await faultOf(get()), { service: 'teams', kind: 'refused', code: 'web-page' })
  })

  for (const [status, kind] of [
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'not-found'],
    [410, 'not-found'],
    [418, 'refused'],
    [429, 'throttled'],
    [503, 'unreachable'],
  ] as const) {
    it(`is ${kind} where the answer is ${status}`, async () => {
      ended(status, {}, 'no')
      assert.deepEqual(await faultOf(get('/list.csv?tempauth=once')), { service: 'teams', kind, status })
    })
  }

  it('gives up on who does not answer, or not to the end', async () => {
    answer = () => undefined
    const late = { service: 'teams', kind: 'unreachable', code: 'timeout' }
    assert.deepEqual(await faultOf(get('/list.csv?tempauth=once', { timeoutMs: 50 })), late)
    answer = (_req, res) => void res.write('half')
    assert.deepEqual(await faultOf(get('/list.csv?tempauth=once', { timeoutMs: 50 })), late)
    answer = (_req, res) => {
      res.writeHead(200, { 'Content-Length': '100' })
      res.write('half')
      setImmediate(() => res.destroy())
    }
    assert.deepEqual(await faultOf(get('/list.csv?tempauth=once')), { service: 'teams', kind: 'unreachable' })
    await here.close()
    assert.deepEqual(await faultOf(get('/list.csv?tempauth=once')), { service: 'teams', kind: 'unreachable' })
  })
})
