import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { mailPager, type MailPagerSettings } from '../../../adapters/pager/mail-pager.ts'
import type { MailServer } from '../../../adapters/shared/mail-server.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { openMailHost, type MailHost } from '../../kit/mail-server.ts'
import { aPagerCall } from '../../kit/paging.ts'

const onDuty = 'oncall@partner.example'
const textOf = () => ({ subject: '[Partner Desk] F-12：已有 30 分鐘無人處理', lines: ['One.', 'Two.'] })

describe('a call by mail', () => {
  const hosts: MailHost[] = []
  const host = async (...args: Parameters<typeof openMailHost>) => {
    const opened = await openMailHost(...args)
    hosts.push(opened)
    return opened
  }
  afterEach(() => Promise.all(hosts.splice(0).map((each) => each.close())))

  const pagerOf = (port: number, server: Partial<MailServer> = {}, more: Partial<MailPagerSettings> = {}) =>
    mailPager(
      {
        server: { host: '127.0.0.1', port, encryption: 'none', auth: null, ...server },
        from: 'Partner Desk <desk@partner.example>',
        to: [onDuty],
        ...more,
      },
      textOf,
    )
  const faultOf = async (work: Promise<unknown>): Promise<OutsideFault> => {
    const fault = await work.then(
      () => assert.fail('it was taken'),
      (caught: unknown) => caught,
    )
    assert(fault instanceof OutsideFault, String(fault))
    return fault
  }

  it('reaches whoever is on duty, in words, marked as sent by a machine', async () => {
    const mail = await host()
    assert.deepEqual(await pagerOf(mail.port).page(aPagerCall()), { taken: 1, refused: 0 })
    const [got] = mail.received
    assert(got)
    assert.equal(got.from, 'desk@partner.example')
    assert.deepEqual(got.to, [onDuty])
    assert.match(got.raw, /^Auto-Submitted: auto-generated\r$/m)
    assert.match(got.raw, /\r\n\r\nOne\.\r\nTwo\.\r\n$/)
  })

  it('carries the same id and the same words on every try', async () => {
    const mail = await host()
    const pager = pagerOf(mail.port)
    await pager.page(aPagerCall())
    await pager.page(aPagerCall())
    const [first, second] = mail.received
    assert.match(first?.raw ?? '', /^Message-ID: <7b5f0c52-0b8e-4f0a-9b67-2f2f5f0c9a11@partner\.example>\r$/m)
    assert.equal(first?.raw, second?.raw)
  })

  it('signs in where it must', async () => {
    const mail = await host({ authOptional: false })
    await pagerOf(mail.port, { auth: { user: 'desk', pass: 'pa ss:word' } }).page(aPagerCall())
    assert.equal(mail.received.length, 1)
  })

  it('tells a wrong password, and never the password', async () => {
    const mail = await host()
    const fault = await faultOf(
      pagerOf(mail.port, { auth: { user: 'someone', pass: 'pa ss:word' } }).page(aPagerCall()),
    )
    assert.deepEqual(fault.facts, { service: 'pager:mail', kind: 'unauthorised', code: 'EAUTH', status: 535 })
    assert.doesNotMatch(inspect(fault, { depth: 9, showHidden: true }), /pa ss:word|someone/)
    assert.equal(fault.retryable, false)
  })

  it('counts who was refused where somebody else was taken', async () => {
    const mail = await host()
    mail.refuse('gone@partner.example')
    const pager = pagerOf(mail.port, {}, { to: [onDuty, 'gone@partner.example'] })
    assert.deepEqual(await pager.page(aPagerCall()), { taken: 1, refused: 1 })
  })

  it('is refused where nobody is taken, and tells nobody’s address', async () => {
    const mail = await host()
    mail.refuse(onDuty)
    const fault = await faultOf(pagerOf(mail.port).page(aPagerCall()))
    assert.deepEqual(fault.facts, { service: 'pager:mail', kind: 'refused', code: 'EENVELOPE', status: 550 })
    assert.doesNotMatch(inspect(fault, { depth: 9, showHidden: true }), /oncall/)
  })

  it('is tried again where the server says later', async () => {
    const mail = await host()
    mail.refuse(onDuty, 'later')
    const fault = await faultOf(pagerOf(mail.port).page(aPagerCall()))
    assert.equal(fault.facts.kind, 'unreachable')
    assert(fault.retryable)
  })

  it('is tried again where nobody answers', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    assert((await faultOf(pagerOf(port).page(aPagerCall()))).retryable)
  })

  it('sends no word to a server that offers no encryption where it must', async () => {
    const mail = await host({ disabledCommands: ['STARTTLS'] })
    const fault = await faultOf(
      pagerOf(mail.port, { encryption: 'upgraded', auth: { user: 'desk', pass: 'pa ss:word' } }).page(aPagerCall()),
    )
    assert.equal(fault.facts.kind, 'refused')
    assert.equal(mail.received.length, 0)
  })

  for (const encryption of ['upgraded', 'at-once'] as const) {
    it(`trusts no certificate that nobody vouches for (${encryption})`, async () => {
      const mail = await host({ secure: encryption === 'at-once' })
      const fault = await faultOf(pagerOf(mail.port, { encryption }).page(aPagerCall()))
      assert.equal(fault.facts.kind, 'refused', fault.message)
      assert.equal(mail.received.length, 0)
    })
  }

  it('can be looked at without sending any', async () => {
    const mail = await host()
    assert.equal(await pagerOf(mail.port).looks(), 'answers')
    assert.equal(mail.received.length, 0)
  })
})
