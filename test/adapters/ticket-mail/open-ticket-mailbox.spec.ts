import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { inspect } from 'node:util'
import {
  openTicketMailbox,
  type TicketMailboxSettings,
  type Waits,
} from '../../../adapters/ticket-mail/open-ticket-mailbox.ts'
import type { MailServer } from '../../../adapters/shared/mail-server.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aTicketMail } from '../../kit/a-ticket-mail.ts'
import { openMailHost, type MailHost } from '../../kit/mail-server.ts'

const first = '<pd-142.20260330015958.1@partner.example>'
const to = 'support@operator.example'
const short: Waits = { greetsWithinMs: 200, silentForMs: 200, wholeMs: 5_000 }

describe('a mailbox that takes tickets', () => {
  const hosts: MailHost[] = []
  const others: { readonly server: Server; readonly sockets: Socket[] }[] = []
  const host = async (...args: Parameters<typeof openMailHost>) => {
    const opened = await openMailHost(...args)
    hosts.push(opened)
    return opened
  }
  afterEach(async () => {
    for (const { server, sockets } of others.splice(0)) {
      for (const socket of sockets) socket.destroy()
      server.close()
    }
    await Promise.all(hosts.splice(0).map((each) => each.close()))
  })

  const mailboxOf = (
    port: number,
    server: Partial<MailServer> = {},
    waits?: Waits,
    more: Partial<TicketMailboxSettings> = {},
  ) =>
    openTicketMailbox(
      {
        lane: 'china',
        server: { host: '127.0.0.1', port, encryption: 'none', auth: null, ...server },
        from: { name: 'Partner Desk', address: 'tickets@partner.example' },
        to,
        replyTo: null,
        ...more,
      },
      waits,
    )
  const faultOf = async (work: Promise<unknown>): Promise<OutsideFault> => {
    const fault = await work.then(
      () => assert.fail('it was taken'),
      (caught: unknown) => caught,
    )
    assert(fault instanceof OutsideFault, inspect(fault))
    assert.equal(fault.facts.service, 'ticket-mail:china')
    return fault
  }

  it('gets a ticket, and tells under which id', async () => {
    const mail = await host()
    const mailbox = mailboxOf(mail.port)
    assert.deepEqual([mailbox.lane, mailbox.address], ['china', to])
    assert.deepEqual(await mailbox.send(aTicketMail()), { messageId: first })
    const [got] = mail.received
    assert.deepEqual([got?.from, got?.to], ['tickets@partner.example', [to]])
    assert.equal(mail.copiesOf(first), 1)
  })

  it('tells the id that its server put in the place of ours', async () => {
    const theirs = '<AM0PR01@AM0PR01.eurprd01.prod.outlook.com>'
    const mail = await host({
      onData: (stream, _session, answer) => {
        stream.on('end', () => answer(null, `2.0.0 OK ${theirs} [Hostname=AM0PR01]`))
        stream.resume()
      },
    })
    assert.deepEqual(await mailboxOf(mail.port).send(aTicketMail()), { messageId: theirs })
  })

  it('never gets a ticket of another lane', async () => {
    const mail = await host()
    const { ticket } = aTicketMail()
    for (const lane of ['global', 'us-government'] as const)
      await assert.rejects(
        mailboxOf(mail.port).send(aTicketMail({ ticket: { ...ticket, lane } })),
        new Error(`PD-142 is a ticket of ${lane}, and not of china`),
      )
    assert.deepEqual(mail.received, [])
  })

  it('gets the same mail again where nobody heard that it took the first', async () => {
    const mail = await host()
    const mailbox = mailboxOf(mail.port)
    mail.meets('takes-it-and-hangs-up')
    const fault = await faultOf(mailbox.send(aTicketMail()))
    assert.equal(fault.facts.kind, 'unreachable')
    assert(fault.retryable)
    mail.meets(null)
    assert.deepEqual(await mailbox.send(aTicketMail()), { messageId: first })
    assert.equal(mail.copiesOf(first), 2)
    assert.equal(mail.received[0]?.raw, mail.received[1]?.raw)
  })

  it('tells the number and the words of a lasting no', async () => {
    const mail = await host()
    mail.meets('refuses')
    const fault = await faultOf(mailboxOf(mail.port).send(aTicketMail()))
    assert.deepEqual(fault.facts, {
      service: 'ticket-mail:china',
      kind: 'refused',
      status: 550,
      code: '5.7.1',
      description: 'This mailbox takes no mail from there',
    })
    assert.equal(fault.retryable, false)
    assert.deepEqual(mail.received, [])
  })

  it('tells a mailbox that is not there', async () => {
    const mail = await host()
    mail.refuse(to)
    const { kind, status, code, description } = (await faultOf(mailboxOf(mail.port).send(aTicketMail()))).facts
    assert.deepEqual([kind, status, code], ['refused', 550, 'EENVELOPE'])
    assert.equal(description, `nobody called ${to}`)
  })

  for (const passing of ['once it has read it', 'for the address'] as const) {
    it(`is tried again where it is put off ${passing}`, async () => {
      const mail = await host()
      if (passing === 'for the address') mail.refuse(to, 'later')
      else mail.meets('puts-off')
      const fault = await faultOf(mailboxOf(mail.port).send(aTicketMail()))
      assert.deepEqual([fault.facts.kind, fault.facts.status], ['unreachable', 451])
      assert(fault.retryable)
      assert(fault.facts.description !== undefined)
      mail.accept(to)
      mail.meets(null)
      await mailboxOf(mail.port).send(aTicketMail())
      assert.equal(mail.copiesOf(first), 1)
    })
  }

  it('signs in where it must, and tells a wrong password but not what was said of it', async () => {
    const mail = await host({ authOptional: false })
    await mailboxOf(mail.port, { auth: { user: 'desk', pass: 'pa ss:word' } }).send(aTicketMail())
    assert.equal(mail.received.length, 1)
    const fault = await faultOf(
      mailboxOf(mail.port, { auth: { user: 'someone', pass: 'pa ss:word' } }).send(aTicketMail()),
    )
    assert.deepEqual(fault.facts, { service: 'ticket-mail:china', kind: 'unauthorised', code: 'EAUTH', status: 535 })
    assert.doesNotMatch(inspect(fault, { depth: 9, showHidden: true }), /pa ss:word|someone/)
  })

  it('leaves our password out of a server’s words', async () => {
    const pass = 'pa ss:word'
    const encoded = Buffer.from(`\0desk\0${pass}`).toString('base64')
    const mail = await host({
      onMailFrom: (_address, _session, answer) =>
        answer(Object.assign(new Error(`5.7.8 ${pass} or ${encoded} may not send`), { responseCode: 553 })),
    })
    const fault = await faultOf(mailboxOf(mail.port, { auth: { user: 'desk', pass } }).send(aTicketMail()))
    assert.equal(fault.facts.description, '… or … may not send')
    assert.doesNotMatch(inspect(fault, { depth: 9, showHidden: true }), /pa ss:word|AGRlc2sA/)
  })

  it('is tried again where nobody answers', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const fault = await faultOf(mailboxOf(port).send(aTicketMail()))
    const { kind, code, notSent } = fault.facts
    assert.deepEqual([kind, code, notSent], ['unreachable', 'ECONNREFUSED', true])
  })

  for (const trouble of ['says-nothing', 'hangs'] as const) {
    it(`is not waited for without end where its server ${trouble}`, async () => {
      const mail = await host()
      mail.meets(trouble)
      const fault = await faultOf(mailboxOf(mail.port, {}, short).send(aTicketMail()))
      assert.deepEqual([fault.facts.kind, fault.facts.notSent], ['unreachable', undefined])
      assert(fault.retryable)
    })
  }

  it('is not waited for without end where its server never stops talking', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => undefined)
      socket.write('220 here\r\n')
      const timer = setInterval(() => socket.write('250-more\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    others.push({ server, sockets })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const fault = await faultOf(mailboxOf(port, {}, { ...short, wholeMs: 400 }).send(aTicketMail()))
    assert.equal(fault.facts.kind, 'unreachable')
  })

  it('gets no word over a wire that should be encrypted and is not', async () => {
    const mail = await host({ disabledCommands: ['STARTTLS'] })
    const fault = await faultOf(mailboxOf(mail.port, { encryption: 'upgraded' }).send(aTicketMail()))
    assert.equal(fault.facts.kind, 'refused')
    assert.deepEqual(mail.received, [])
  })

  for (const encryption of ['upgraded', 'at-once'] as const) {
    it(`gets nothing by a server whose certificate nobody vouches for (${encryption})`, async () => {
      const mail = await host({ secure: encryption === 'at-once' })
      const fault = await faultOf(mailboxOf(mail.port, { encryption }).send(aTicketMail()))
      assert.equal(fault.facts.kind, 'refused', fault.message)
      assert.deepEqual(mail.received, [])
    })
  }

  it('can be looked at without a mail', async () => {
    const mail = await host()
    await mailboxOf(mail.port).looks()
    assert.deepEqual(mail.received, [])
    mail.meets('says-nothing')
    assert.equal((await faultOf(mailboxOf(mail.port, {}, short).looks())).facts.kind, 'unreachable')
  })
})
