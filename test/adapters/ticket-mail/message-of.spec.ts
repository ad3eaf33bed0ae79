import assert from 'node:assert/strict'
import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { messageOf, type Correspondents } from '../../../adapters/ticket-mail/message-of.ts'
import type { TicketMail } from '../../../domain/ports/ticket-mailbox.ts'
import { aTicketMail } from '../../kit/a-ticket-mail.ts'

const correspondents: Correspondents = {
  from: { name: 'Partner 服務台', address: 'tickets@partner.example' },
  to: 'support@operator.example',
  replyTo: null,
}
const first = '<pd-142.20260330015958.1@partner.example>'

/** As it goes over the wire. */
async function raw(changes: Partial<TicketMail> = {}, more: Partial<Correspondents> = {}): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(messageOf(aTicketMail(changes), { ...correspondents, ...more }))
  assert(Buffer.isBuffer(message))
  return message.toString('latin1')
}
/** As another program than ours reads it. */
const read = async (changes?: Partial<TicketMail>, more?: Partial<Correspondents>) =>
  PostalMime.parse(await raw(changes, more))

describe('a mail about a ticket', () => {
  it('is read as it was written, in both languages', async () => {
    const mail = await read()
    assert.equal(mail.subject, '[PD-142] 订阅已暂停，但账单仍在增加 / Subscription suspended, still billed')
    assert.equal(mail.text, aTicketMail().text)
    assert.equal(mail.html, undefined)
    assert.deepEqual(mail.from, { name: 'Partner 服務台', address: 'tickets@partner.example' })
    assert.deepEqual(mail.to, [{ name: '', address: 'support@operator.example' }])
    assert.equal(mail.date, '2026-03-30T02:00:00.000Z')
  })

  it('has nothing but letters that every server lets through, in lines that none breaks', async () => {
    const long = `${'一'.repeat(5_000)}\n${'x'.repeat(5_000)}\n.\nFrom here on`
    const wire = await raw({ subject: `[PD-142] ${'订'.repeat(200)}`, text: long })
    assert.match(wire, /^[\r\n\x20-\x7e]*$/)
    for (const line of wire.split('\r\n')) assert(line.length <= 78, line)
    assert.equal((await read({ text: long })).text, `${long}\n`)
  })

  it('says who wrote it, and nothing of how', async () => {
    const { headers } = await read()
    assert.deepEqual(
      headers.map(({ key }) => key),
      ['from', 'to', 'subject', 'message-id', 'date', 'content-transfer-encoding', 'mime-version', 'content-type'],
    )
  })

  it('asks for answers at the sender’s mailbox, or where it is told', async () => {
    assert.equal((await read()).replyTo, undefined)
    assert.deepEqual((await read({}, { replyTo: 'team@partner.example' })).replyTo, [
      { name: '', address: 'team@partner.example' },
    ])
  })

  it('is the same to the byte on every try', async () => {
    const attachments = [{ name: 'dossier.html', mediaType: 'text/html', content: '<p>案卷</p>' }]
    assert.equal(await raw({ attachments }), await raw({ attachments }))
  })

  it('has an id that no other mail has', async () => {
    const { ticket } = aTicketMail()
    const ids = await Promise.all(
      [
        {},
        { part: 2 },
        { ticket: { ...ticket, id: 'PD-1422' } },
        { ticket: { ...ticket, openedAt: '2026-04-30T01:59:58.000Z' as const } },
      ].map(async (changes) => (await read(changes)).messageId),
    )
    assert.equal(ids[0], first)
    assert.equal(new Set(ids).size, 4)
  })

  it('has an id of plain letters under a domain of Chinese ones', async () => {
    const { messageId } = await read({}, { from: { name: null, address: 'desk@例子.example' } })
    assert.equal(messageId, '<pd-142.20260330015958.1@xn--fsqu00a.example>')
  })

  it('stands, when later, in the thread of the first', async () => {
    const mail = await read({ part: 3, firstId: first })
    assert.equal(mail.messageId, '<pd-142.20260330015958.3@partner.example>')
    assert.equal(mail.inReplyTo, first)
    assert.equal(mail.references, first)
    assert.equal(mail.subject, `Re: ${aTicketMail().subject}`)
  })

  it('finds its thread also where the server gave the first an id of its own, and where nobody kept it', async () => {
    const theirs = '<0100018b@eu-west-1.amazonses.com>'
    const mail = await read({ part: 2, firstId: theirs })
    assert.equal(mail.inReplyTo, theirs)
    assert.equal(mail.references, `${first} ${theirs}`)
    assert.equal((await read({ part: 2 })).inReplyTo, first)
  })

  it('carries files under their names, with the letters they have', async () => {
    const { attachments, text } = await read({
      attachments: [
        { name: '案卷 F-12.html', mediaType: 'text/html', content: '<p>证据：三台虚拟机</p>' },
        { name: 'PD-142.json', mediaType: 'application/json', content: `{"x":"${'y'.repeat(4_000)}"}` },
      ],
    })
    const shown = attachments.map(({ filename, mimeType, content }) => [
      filename,
      mimeType,
      typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8'),
    ])
    assert.deepEqual(shown, [
      ['案卷 F-12.html', 'text/html', '<p>证据：三台虚拟机</p>'],
      ['PD-142.json', 'application/json', `{"x":"${'y'.repeat(4_000)}"}`],
    ])
    assert.equal(text?.trimEnd(), aTicketMail().text.trimEnd())
    const wire = await raw({ attachments: [{ name: 'a.html', mediaType: 'text/html', content: '<p>证</p>' }] })
    assert.match(wire, /^Content-Type: text\/html; charset=utf-8;/m)
  })

  for (const nasty of [
    'a\r\nBcc: thief@evil.example',
    'a\nBcc: thief@evil.example\n\n<b>x</b>',
    'a\rBcc: thief@evil.example',
    'a\u2028Bcc: thief@evil.example',
    'a\0\x08\x1b[31m',
    'a>, thief@evil.example, <b',
    'a" <thief@evil.example>; "',
    '=?utf-8?B?DQpCY2M6IHRoaWVmQGV2aWwuZXhhbXBsZQ==?=',
    'a \u202Eevil',
    'a\uD800b',
    '',
  ]) {
    it(`lets nobody add to its head: ${JSON.stringify(nasty)}`, async () => {
      const mail = await read(
        {
          part: 2,
          firstId: nasty,
          subject: nasty,
          attachments: [{ name: nasty, mediaType: nasty, content: nasty }],
        },
        { from: { name: nasty, address: 'tickets@partner.example' } },
      )
      assert.deepEqual(
        mail.headers.map(({ key }) => key),
        ['from', 'to', 'in-reply-to', 'references', 'subject', 'message-id', 'date', 'mime-version', 'content-type'],
      )
      assert.equal(mail.from?.address, 'tickets@partner.example')
      assert.deepEqual(
        mail.to?.map(({ address }) => address),
        ['support@operator.example'],
      )
      assert.equal(mail.inReplyTo, first)
      assert.doesNotMatch(`${mail.subject}${mail.from.name}${mail.attachments[0]?.filename}`, /[\p{Cc}\u2028\u202E]/u)
      assert.equal(mail.attachments.length, 1)
      assert.equal(mail.attachments[0]?.mimeType, 'application/octet-stream')
      assert.match(mail.subject ?? '', /^Re:/)
    })
  }

  it('lets nobody add a part to its body', async () => {
    const attachments = [{ name: 'a.txt', mediaType: 'text/plain', content: 'a' }]
    const boundary = /boundary="?([^";\r\n]+)/.exec(await raw({ attachments }))?.[1]
    assert(boundary !== undefined)
    const text = `x\n--${boundary}\nContent-Type: text/html\n\n<b>forged</b>\n--${boundary}--\n`
    const mail = await read({ attachments, text })
    assert.equal(mail.html, undefined)
    assert.equal(mail.text?.trimEnd(), text.trimEnd())
    assert.equal(mail.attachments.length, 1)
  })

  it('says in the text what was written, without marks that turn lines round', async () => {
    assert.equal((await read({ text: 'a\r\nb\u202E c\0\uD800' })).text, 'a\nb c\uFFFD\n')
  })

  it('cuts a subject that nobody would read', async () => {
    const { subject } = await read({ part: 2, subject: `[PD-142] ${'x'.repeat(400)}` })
    assert.equal(subject?.length, 250)
    assert.match(subject, /^Re: \[PD-142\] x+…$/)
  })
})
