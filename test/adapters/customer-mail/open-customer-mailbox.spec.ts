import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import PostalMime from 'postal-mime'
import {
  openCustomerMailbox,
  type CustomerMailSettings,
} from '../../../adapters/customer-mail/open-customer-mailbox.ts'
import type { CustomerMail } from '../../../domain/ports/customer-mailbox.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { messageIdOf, openMailHost, type MailHost } from '../../kit/mail-server.ts'

const letter: CustomerMail = {
  id: 'c-1/reminder/2025-03-31T02:00:00.000Z/m1',
  writtenAt: '2025-03-31T02:00:00.000Z',
  to: 'Billing.EU@contoso.example',
  subject: '付款提醒：發票 INV-1',
  text: '貴公司下列發票已逾期：\n\n- INV-1：CNY 48,200.00\n',
  bySelf: false,
}

describe('mail to customers', () => {
  let mail: MailHost
  beforeEach(async () => {
    mail = await openMailHost()
  })
  afterEach(() => mail.close())

  const mailboxOf = (more: Partial<CustomerMailSettings> = {}) =>
    openCustomerMailbox(
      {
        server: { host: '127.0.0.1', port: mail.port, encryption: 'none', auth: null },
        from: { name: 'Northwind Cloud', address: 'billing@bücher.example' },
        replyTo: null,
        ...more,
      },
      { greetsWithinMs: 5_000, silentForMs: 300, wholeMs: 5_000 },
    )
  const faultOf = (work: Promise<unknown>): Promise<OutsideFault> =>
    work.then(
      () => assert.fail('it was taken'),
      (caught: unknown) => {
        assert(caught instanceof OutsideFault, inspect(caught))
        return caught
      },
    )

  it('is read as it was written, and goes to one mailbox', async () => {
    await mailboxOf({ replyTo: 'accounts@northwind.example' }).send(letter)
    const [got] = mail.received
    assert.deepEqual(got?.to, [letter.to])
    const read = await PostalMime.parse(got.raw)
    assert.deepEqual([read.subject, read.text], [letter.subject, letter.text])
    assert.deepEqual(read.to, [{ name: '', address: letter.to }])
    assert.equal(read.from?.name, 'Northwind Cloud')
    assert.deepEqual(read.replyTo, [{ name: '', address: 'accounts@northwind.example' }])
    assert.equal(read.date, '2025-03-31T02:00:00.000Z')
    assert.doesNotMatch(got.raw, /^(?:Auto-Submitted|X-Mailer|B?cc):/im)
  })

  it('says so where no person pressed for it', async () => {
    await mailboxOf().send({ ...letter, bySelf: true })
    assert.match(mail.received[0]?.raw ?? '', /^Auto-Submitted: auto-generated$/im)
  })

  it('is the same to the byte when it is sent again after silence, and names no tenant', async () => {
    mail.meetsInTurn('takes-it-and-hangs-up')
    const mailbox = mailboxOf()
    const fault = await faultOf(mailbox.send(letter))
    assert.equal(fault.facts.kind, 'unreachable')
    const { messageId } = await mailbox.send(letter)
    const [first, second] = mail.received
    assert.equal(first?.raw, second?.raw)
    assert.equal(mail.copiesOf(messageId), 2)
    assert.match(messageIdOf(second?.raw ?? '') ?? '', /^<letter\.[0-9a-f]{32}@xn--bcher-kva\.example>$/)
    const other = await mailbox.send({ ...letter, id: `${letter.id}2` })
    assert.notEqual(other.messageId, messageId)
  })

  it('that is refused is told with the server’s own words, and no secret', async () => {
    mail.refuse(letter.to)
    const { facts } = await faultOf(mailboxOf().send(letter))
    assert.deepEqual([facts.service, facts.kind, facts.status], ['customer-mail', 'refused', 550])
    assert.match(facts.description ?? '', /nobody called/)
    const auth = { user: 'desk', pass: 'wrong' }
    const server = { host: '127.0.0.1', port: mail.port, encryption: 'none', auth } as const
    const unknown = await faultOf(mailboxOf({ server }).looks())
    assert.equal(unknown.facts.kind, 'unauthorised')
    assert.equal(unknown.facts.description, undefined)
  })

  it('that is put off, or meets silence, is tried again', async () => {
    for (const trouble of ['puts-off', 'hangs'] as const) {
      mail.meets(trouble)
      assert.equal((await faultOf(mailboxOf().send(letter))).retryable, true, trouble)
    }
  })

  it('cannot grow a second recipient or a header', async () => {
    await mailboxOf().send({ ...letter, subject: 'S\r\nBcc: thief@evil.example', text: 'T\r\n.\r\nMAIL FROM:<x@y>' })
    const [got, ...others] = mail.received
    assert.deepEqual([got?.to, others], [[letter.to], []])
    assert.doesNotMatch(got?.raw ?? '', /^Bcc:/im)
    for (const to of [
      'a@b.example, c@d.example',
      'a@b.example\r\nRCPT TO:<c@d.example>',
      '<a@b.example>,c@d.example',
    ]) {
      await mailboxOf()
        .send({ ...letter, to })
        .catch(() => undefined)
    }
    for (const { to } of mail.received) assert.equal(to.length, 1)
    assert(mail.received.every(({ to }) => !to.includes('c@d.example')))
  })
})
