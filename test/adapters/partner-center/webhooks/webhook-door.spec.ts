import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { microsoftSources, standInSources } from '../../../../adapters/partner-center/webhooks/certificate-sources.ts'
import { openSigningKeys, type SigningKeys } from '../../../../adapters/partner-center/webhooks/signing-keys.ts'
import {
  webhookDoor,
  webhookPath,
  type WebhookOutcome,
} from '../../../../adapters/partner-center/webhooks/webhook-door.ts'
import { createHttpServer, type HttpServer } from '../../../../adapters/shared/http-server.ts'
import type { Instant } from '../../../../domain/shared/time.ts'
import type { WebhookNotice } from '../../../../domain/webhooks/webhook-event.ts'
import { createWebhookInbox } from '../../../../domain/webhooks/webhook-inbox.ts'
import { memoryStore } from '../../../kit/memory-store.ts'
import { anEvent, certificateHost, fixture, headersOf, signatureOf, storage } from './a-delivery.ts'

describe('the door for the events of an operator', () => {
  let server: HttpServer
  let port = 0
  let host: ReturnType<typeof certificateHost>
  let now: Instant
  let keys: SigningKeys
  let outcomes: (readonly [string | null, WebhookOutcome])[]
  let kept: WebhookNotice[]
  let failed: unknown[]
  let trouble: Error | null

  beforeEach(async () => {
    now = '2026-06-02T12:00:00.000Z'
    host = certificateHost()
    outcomes = []
    kept = []
    failed = []
    trouble = null
    keys = openSigningKeys(
      microsoftSources(() => [fixture('root.pem')]),
      { fetch: host.fetch, now: () => now },
    )
    let ids = 0
    const inbox = createWebhookInbox({ store: memoryStore(), now: () => now, newId: () => `id-${(ids += 1)}` })
    server = createHttpServer(
      'door',
      () => 'ref',
      ({ cause }) => void failed.push(cause),
    )
    server.routes.post(
      webhookPath,
      webhookDoor({
        keysOf: (lane) => (lane === 'global' ? keys : null),
        async receive(lane, key, notice) {
          if (trouble) throw trouble
          const received = await inbox.receive(lane, key, notice)
          if (received === 'kept') kept.push(notice)
          return received
        },
        now: () => now,
        onAnswered: (lane, outcome) => void outcomes.push([lane, outcome]),
      }),
    )
    port = await server.listen(0, '127.0.0.1')
  })
  afterEach(() => server.close())

  const text = (event: object = anEvent) => JSON.stringify(event)
  async function deliver(body: string | Uint8Array, headers = headersOf(body), lane = 'global') {
    const response = await fetch(`http://127.0.0.1:${port}/webhooks/partner-center/${lane}`, {
      method: 'POST',
      body: Buffer.from(body),
      headers,
    })
    return { status: response.status, said: await response.text() }
  }
  const outcome = () => outcomes.at(-1)?.[1]

  it('takes a signed event, and answers only once it is kept', async () => {
    assert.deepEqual(await deliver(text()), { status: 200, said: '' })
    assert.deepEqual(kept, [
      {
        name: 'subscription-updated',
        resource: anEvent.ResourceUri,
        audit: anEvent.AuditUri,
        changedAt: '2026-06-02T11:00:00.000Z',
      },
    ])
    assert.deepEqual(outcomes, [['global', 'kept']])
  })

  it('answers 200 to a copy, and drops it', async () => {
    await deliver(text())
    assert.equal((await deliver(text())).status, 200)
    assert.deepEqual([kept.length, outcome()], [1, 'copy'])
  })

  it('takes the signature from either header', async () => {
    const body = text()
    const own = { Authorization: null, 'x-ms-signature': signatureOf(body) }
    assert.equal((await deliver(body, headersOf(body, own))).status, 200)
    const proxied = text({ ...anEvent, AuditUri: 'https://another' })
    const both = { Authorization: 'Basic c29tZWJvZHk6ZWxzZQ==', 'x-ms-signature': signatureOf(proxied) }
    assert.equal((await deliver(proxied, headersOf(proxied, both))).status, 200)
  })

  it('answers 500 with a reference, and nothing else, where the event could not be kept', async () => {
    trouble = new Error('disk full at /secret')
    const { status, said } = await deliver(text())
    assert.deepEqual([status, JSON.parse(said)], [500, { error: 'internal', reference: 'ref' }])
    assert.deepEqual([failed, outcomes], [[trouble], []])
  })

  describe('turns away, without a word,', () => {
    const body = text()
    const refused: readonly (readonly [string, WebhookOutcome, () => Promise<{ status: number; said: string }>])[] = [
      ['what is not signed', 'unsigned', () => deliver(body, headersOf(body, { Authorization: null }))],
      [
        'another scheme',
        'unsigned',
        () => deliver(body, headersOf(body, { Authorization: `Bearer ${signatureOf(body)}` })),
      ],
      ['what is no base64', 'unsigned', () => deliver(body, headersOf(body, { Authorization: 'Signature %%%' }))],
      [
        'a signature that is too short',
        'unsigned',
        () => deliver(body, headersOf(body, { Authorization: 'Signature AAAA' })),
      ],
      ['no certificate', 'unsigned', () => deliver(body, headersOf(body, { 'X-MS-Certificate-Url': null }))],
      ['no algorithm', 'algorithm', () => deliver(body, headersOf(body, { 'X-MS-Signature-Algorithm': null }))],
      [
        'another algorithm',
        'algorithm',
        () => deliver(body, headersOf(body, { 'X-MS-Signature-Algorithm': 'rsa-sha1' })),
      ],
      [
        'none as an algorithm',
        'algorithm',
        () => deliver(body, headersOf(body, { 'X-MS-Signature-Algorithm': 'none' })),
      ],
      [
        'a signature of another hash',
        'signature',
        () => deliver(body, headersOf(body, { Authorization: `Signature ${signatureOf(body, 'RSA-SHA1')}` })),
      ],
      ['the signature of another body', 'signature', () => deliver(body, headersOf(`${body} `))],
      ['a body changed by one byte', 'signature', () => deliver(body.replace('updated', 'Updated'), headersOf(body))],
      ['a body with a byte more', 'signature', () => deliver(`${body}\n`, headersOf(body))],
      [
        'a body with a mark before it that was not signed',
        'signature',
        () => deliver(`\uFEFF${body}`, headersOf(body)),
      ],
      [
        'a signature of zeros',
        'signature',
        () => deliver(body, headersOf(body, { Authorization: `Signature ${Buffer.alloc(256).toString('base64')}` })),
      ],
      ['no body', 'signature', () => deliver('', headersOf(body))],
      ...[
        'foreign',
        'self-signed',
        'other-organisation',
        'two-organisations',
        'organisation-in-name',
        'authority-itself',
        'below-leaf',
        'issuer-elsewhere',
        'weak',
        'elliptic',
        'root',
        'signing.key',
      ].map(
        (name) =>
          [
            `a certificate that is ${name}`,
            'certificate-untrusted',
            () => {
              const file = name.includes('.') ? name : `${name}.pem`
              return deliver(body, headersOf(body, { 'X-MS-Certificate-Url': `${storage}/${file}` }))
            },
          ] as const,
      ),
      [
        'a certificate that is not there',
        'certificate-unreachable',
        () => deliver(body, headersOf(body, { 'X-MS-Certificate-Url': `${storage}/none.pem` })),
      ],
    ]
    for (const [what, why, knock] of refused)
      it(what, async () => {
        assert.deepEqual(await knock(), { status: 401, said: '' })
        assert.deepEqual([outcomes, kept], [[['global', why]], []])
        assert.equal((await deliver(body)).status, 200, 'and goes on taking what is sound')
      })

    for (const [what, date, status] of [
      ['what was signed more than a week ago', '2026-05-26T11:59:59.0000000+00:00', 401],
      ['what is of tomorrow', '2026-06-03T12:00:00Z', 401],
      ['but not what comes two days late', '2026-05-31T12:00:00Z', 200],
    ] as const)
      it(what, async () => {
        assert.equal((await deliver(text({ ...anEvent, ResourceChangeUtcDate: date }))).status, status)
        assert.equal(outcome(), status === 200 ? 'kept' : 'out-of-time')
      })

    for (const [when, at] of [
      ['after its last day', '2121-01-01T00:00:00.000Z'],
      ['before its first', '2019-12-31T00:00:00.000Z'],
    ] as const)
      it(`a certificate ${when}`, async () => {
        now = at
        assert.equal((await deliver(text({ EventName: 'test-created' }))).status, 401)
        assert.equal(outcome(), 'certificate-untrusted')
      })
  })

  describe('fetches no certificate from', () => {
    for (const address of [
      'http://3psostorageacct.blob.core.windows.net/cert/leaf.pem',
      'https://evil.example/leaf.pem',
      'https://evilmicrosoft.com/leaf.pem',
      'https://microsoft.com.evil.example/leaf.pem',
      'https://other.blob.core.windows.net/cert/leaf.pem',
      'https://a.3psostorageacct.blob.core.windows.net/leaf.pem',
      'https://api.microsoft.com@evil.example/leaf.pem',
      'https://user:pass@api.microsoft.com/leaf.pem',
      'https://api.microsoft.com:8443/leaf.pem',
      'https://api.microsoft.com:443@127.0.0.1/leaf.pem',
      'https://api.microsoft.com./leaf.pem',
      'https://api.microsoft.com/leaf.pem?other=1',
      'https://api.microsoft.com/leaf.pem#other',
      'https://evil.example\\@api.microsoft.com/leaf.pem',
      'https:\\\\api.microsoft.com/leaf.pem',
      'https:/evil.example/.microsoft.com/leaf.pem',
      'https://127.0.0.1/leaf.pem',
      'https://2130706433/leaf.pem',
      'https://0x7f.1/leaf.pem',
      'https://[::1]/leaf.pem',
      'https://[::ffff:169.254.169.254]/leaf.pem',
      'https://localhost/leaf.pem',
      'https://api.microsoft.com%2eevil.example/leaf.pem',
      'file:///etc/passwd',
      'data:text/plain,x',
      'api.microsoft.com/leaf.pem',
      '',
      `https://api.microsoft.com/${'a'.repeat(500)}`,
    ])
      it(address === '' ? 'nowhere' : address.slice(0, 80), async () => {
        const { status } = await deliver(text(), headersOf(text(), { 'X-MS-Certificate-Url': address }))
        assert.deepEqual([status, host.asked], [401, []])
      })
  })

  it('takes certificates from the host of the documentation, and from Microsoft itself', async () => {
    for (const [index, address] of [`${storage}/leaf.pem`, 'https://pc.microsoft.com/leaf.pem'].entries()) {
      const body = text({ ...anEvent, AuditUri: `https://a/${index}` })
      assert.equal((await deliver(body, headersOf(body, { 'X-MS-Certificate-Url': address }))).status, 200)
    }
  })

  it('finds the issuer of a certificate that is served alone, where it says, and only at an authority', async () => {
    const own = { 'X-MS-Certificate-Url': `${storage}/below-intermediate.pem` }
    assert.equal((await deliver(text(), headersOf(text(), own))).status, 200)
    assert.deepEqual(host.asked, [
      `${storage}/below-intermediate.pem`,
      'http://www.microsoft.com/pkiops/certs/specs.crt',
    ])
  })

  it('takes a chain that is served whole, and a certificate in DER', async () => {
    host.answer = () => new Response(fixture('below-intermediate.pem') + fixture('intermediate.pem'))
    assert.equal((await deliver(text())).status, 200)
    now = '2026-06-02T12:30:00.000Z'
    host.answer = () => new Response(new X509Certificate(fixture('leaf.pem')).raw)
    const other = text({ ...anEvent, AuditUri: 'https://another' })
    const own = { 'X-MS-Certificate-Url': `${storage}/der.cer` }
    assert.equal((await deliver(other, headersOf(other, own))).status, 200)
    assert.equal(host.asked.length, 2)
  })

  describe('keeps strangers cheap:', () => {
    it('an address is fetched once, and by many at once only once', async () => {
      const bodies = Array.from({ length: 5 }, (_, index) => text({ ...anEvent, AuditUri: `https://a/${index}` }))
      await Promise.all(bodies.map((body) => deliver(body)))
      assert.deepEqual([kept.length, host.asked.length], [5, 1])
    })

    it('one that was no good is left alone for a while', async () => {
      const own = headersOf(text(), { 'X-MS-Certificate-Url': `${storage}/foreign.pem` })
      for (let times = 0; times < 3; times += 1) await deliver(text(), own)
      assert.equal(host.asked.length, 1)
    })

    it('however many addresses they think of, few are fetched a minute', async () => {
      assert.equal((await deliver(text())).status, 200)
      for (let index = 0; index < 30; index += 1)
        await deliver(text(), headersOf(text(), { 'X-MS-Certificate-Url': `${storage}/x${index}.pem` }))
      assert.equal(host.asked.length, 10)
      const again = text({ ...anEvent, AuditUri: 'https://another' })
      assert.equal((await deliver(again)).status, 200, 'whoever signed before is still believed')
      now = '2026-06-02T12:01:01.000Z'
      await deliver(text(), headersOf(text(), { 'X-MS-Certificate-Url': `${storage}/y.pem` }))
      assert.equal(host.asked.length, 11)
    })

    it('and many of theirs do not crowd out the one who signs for us', async () => {
      await deliver(text())
      for (let minute = 0; minute < 6; minute += 1) {
        now = `2026-06-02T12:0${minute}:30.000Z`
        for (let at = 0; at < 10; at += 1)
          await deliver(text(), headersOf(text(), { 'X-MS-Certificate-Url': `${storage}/x${minute}-${at}.pem` }))
      }
      const asked = host.asked.length
      assert.equal((await deliver(text({ ...anEvent, AuditUri: 'https://another' }))).status, 200)
      assert.equal(host.asked.length, asked)
    })

    it('and the address that is known beforehand is asked whatever they do', async () => {
      for (let at = 0; at < 10; at += 1)
        await deliver(text(), headersOf(text(), { 'X-MS-Certificate-Url': `${storage}/x${at}.pem` }))
      host.answer = () => new Response(fixture('leaf.pem'))
      const usual = `${storage}/pcnotifications-dispatch.microsoft.com.cer`
      assert.equal((await deliver(text(), headersOf(text(), { 'X-MS-Certificate-Url': usual }))).status, 200)
    })

    it('wrong signatures have a known certificate fetched again, once in five minutes', async () => {
      await deliver(text())
      const wrong = () => deliver(text(), headersOf('another'))
      for (let times = 0; times < 3; times += 1) await wrong()
      assert.equal(host.asked.length, 1)
      now = '2026-06-02T12:06:00.000Z'
      for (let times = 0; times < 3; times += 1) await wrong()
      assert.equal(host.asked.length, 2)
    })

    it('follows no redirect, and reads no endless file', async () => {
      host.answer = () => new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } })
      assert.equal((await deliver(text())).status, 401)
      assert.equal(outcome(), 'certificate-unreachable')
      let sent = 0
      host.answer = () =>
        new Response(
          new ReadableStream({
            pull: (controller) => {
              sent += 1
              controller.enqueue(new Uint8Array(16_384))
            },
          }),
        )
      const own = { 'X-MS-Certificate-Url': `${storage}/endless.pem` }
      assert.equal((await deliver(text(), headersOf(text(), own))).status, 401)
      assert(sent < 10, `${sent}`)
    })
  })

  it('goes on with the certificate it knows while its host is silent', async () => {
    await deliver(text())
    now = '2026-06-03T12:00:01.000Z'
    host.answer = () => new Response(null, { status: 503 })
    const next = text({ ...anEvent, AuditUri: 'https://another' })
    assert.equal((await deliver(next)).status, 200)
    assert.equal(host.asked.length, 2)
  })

  it('goes on with it while its host shows a page instead, or its issuer’s host is silent', async () => {
    const own = { 'X-MS-Certificate-Url': `${storage}/below-intermediate.pem` }
    assert.equal((await deliver(text(), headersOf(text(), own))).status, 200)
    const leaf = fixture('below-intermediate.pem')
    for (const [day, answer] of [
      [
        '03',
        (url: URL) => (url.host === 'www.microsoft.com' ? new Response(null, { status: 503 }) : new Response(leaf)),
      ],
      ['05', () => new Response('<html>')],
    ] as const) {
      now = `2026-06-${day}T12:00:01.000Z`
      host.answer = answer
      const next = text({ ...anEvent, AuditUri: `https://day/${day}` })
      assert.equal((await deliver(next, headersOf(next, own))).status, 200, day)
    }
  })

  it('learns of a certificate that was replaced under its address', async () => {
    host.answer = () => new Response(fixture('below-intermediate.pem') + fixture('intermediate.pem'))
    await deliver(text())
    assert.equal(outcome(), 'kept')
    host.answer = () => new Response(fixture('foreign.pem'))
    now = '2026-06-03T12:00:01.000Z'
    assert.equal((await deliver(text({ ...anEvent, AuditUri: 'https://another' }))).status, 401)
    assert.equal(outcome(), 'certificate-untrusted')
  })

  describe('answers', () => {
    it('413 to more than 64 KB', async () => {
      const body = text({ ...anEvent, padding: 'x'.repeat(65_536) })
      assert.equal((await deliver(body)).status, 413)
      assert.deepEqual([outcome(), host.asked], ['unreadable-body', []])
    })

    it('413 also where it is not said before how much comes', async () => {
      const headers = Object.entries(headersOf('x')).map(([name, value]) => `${name}: ${value}`)
      const head = [
        'POST /webhooks/partner-center/global HTTP/1.1',
        'Host: x',
        ...headers,
        'Transfer-Encoding: chunked',
      ]
      const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
      assert.match(await raw(port, `${head.join('\r\n')}\r\n\r\n${chunk}${chunk}`), /^HTTP\/1\.1 413 /)
    })

    it('415 to a packed body, even if it is signed as it travels', async () => {
      const body = gzipSync(text())
      assert.equal((await deliver(body, headersOf(body, { 'Content-Encoding': 'gzip' }))).status, 415)
    })

    for (const lane of ['us-government', 'china', 'germany', 'nowhere', 'GLOBAL', '__proto__'])
      it(`404 for the lane ${lane}, signed or not`, async () => {
        assert.deepEqual(await deliver(text(), undefined, lane), { status: 404, said: '' })
        assert.deepEqual([outcomes, host.asked], [[[null, 'unknown-lane']], []])
      })

    it('400 to what is signed and no event', async () => {
      for (const body of ['[]', 'null', '{', '{}', '{"EventName": ""}', '{"EventName": 7}', '"x"', '\xFF']) {
        assert.equal((await deliver(Buffer.from(body, 'latin1'))).status, 400, body)
        assert.equal(outcome(), 'unreadable')
      }
    })
  })

  it('reads names in any casing, and does without all but that of the event', async () => {
    for (const event of [
      { eventName: 'a', resourceUri: 'r', auditUrl: 'https://u/1', resourceChangeUtcDate: '2026-06-02T11:00:00' },
      { EVENTNAME: 'b' },
      { EventName: ' c ', ResourceUri: 7, AuditUri: null, ResourceChangeUtcDate: ['x'] },
      { EventName: 'd', ResourceChangeUtcDate: '9999-12-31T23:59:59.997' },
      { EventName: 'e', ResourceChangeUtcDate: 'yesterday' },
      { EventName: 'f'.repeat(5000), ResourceChangeUtcDate: '2026-06-02T13:00:00+02:00' },
    ])
      assert.equal((await deliver(text(event))).status, 200)
    const none = { resource: null, audit: null, changedAt: null }
    assert.deepEqual(kept, [
      { name: 'a', resource: 'r', audit: 'https://u/1', changedAt: '2026-06-02T11:00:00.000Z' },
      { ...none, name: 'b' },
      { ...none, name: 'c' },
      { ...none, name: 'd' },
      { ...none, name: 'e' },
      { ...none, name: 'f'.repeat(100), changedAt: '2026-06-02T11:00:00.000Z' },
    ])
  })

  describe('of the demo', () => {
    it('believes its own stand-in, at its own address, and nobody else', async () => {
      const api = new URL('http://127.0.0.1:4000/')
      keys = openSigningKeys(standInSources(api, fixture('root.pem')), { fetch: host.fetch, now: () => now })
      const at = (address: string) => keys.at(address)
      assert('key' in (await at('http://127.0.0.1:4000/certificates/leaf.pem')))
      assert.deepEqual(await at('http://127.0.0.1:4001/leaf.pem'), { refusal: 'certificate-host' })
      assert.deepEqual(await at('http://user@127.0.0.1:4000/leaf.pem'), { refusal: 'certificate-host' })
      assert.deepEqual(await at(`${storage}/leaf.pem`), { refusal: 'certificate-host' })
      assert.deepEqual(await at('http://127.0.0.1:4000/foreign.pem'), { refusal: 'certificate-untrusted' })
    })

    it('is no stand-in outside of this machine, whatever it is told', async () => {
      const api = new URL('https://evil.example/')
      keys = openSigningKeys(standInSources(api, fixture('root.pem')), { fetch: host.fetch, now: () => now })
      assert.deepEqual(await keys.at('https://evil.example/leaf.pem'), { refusal: 'certificate-host' })
    })
  })
})

function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let heard = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      heard += chunk
      if (!heard.includes('\r\n\r\n')) return
      socket.destroy()
      resolve(heard)
    })
    socket.on('error', reject)
  })
}
