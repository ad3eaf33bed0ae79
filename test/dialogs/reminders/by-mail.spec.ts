import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aPaidMark } from '../../kit/agreements.ts'
import { anAccount, anInvoice } from '../../kit/builders.ts'
import { fakeCustomerMail, type FakeCustomerMail } from '../../kit/fake-customer-mail.ts'
import type { Office, OfficeSetup } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before, unpaidSeats } from '../an-office.ts'

const silence = new OutsideFault({ service: 'customer-mail', kind: 'unreachable', code: 'ETIMEDOUT' })
const away = new OutsideFault({ service: 'customer-mail', kind: 'unreachable', code: 'ECONNREFUSED', notSent: true })
const no = new OutsideFault({
  ...{ service: 'customer-mail', kind: 'refused', status: 550, code: '5.1.1' },
  description: 'nobody called billing',
})

describe('a letter to a customer by mail', () => {
  let office: Office
  let mail: FakeCustomerMail
  const open = async (changes: Partial<OfficeSetup> = {}) => {
    mail = fakeCustomerMail()
    office = await anOffice({
      ...{ notices: [], customerMailbox: mail },
      accounts: [anAccount({ email: 'billing@contoso.example' })],
      ...changes,
    })
  }
  beforeEach(() => open())
  const confirmed = () => before(office, 'Mei: address contoso billing@contoso.example', 'Wang: address of contoso')

  it('goes to an address that somebody looked at, and a final notice that left is on record', async () => {
    await transcript(
      office,
      `
      Mei: remind contoso
      Bot: Final notice to Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           Subject
           > Final notice: invoice INV-1
           Text in English
           > To Contoso Ltd, accounts payable
           >
           > This is our final notice. According to our books, with payments received up to Mar 30, 2025, this invoice is overdue:
           >
           > - INV-1, due Jan 20, 2025: CNY 48,200.00
           >
           > In total: CNY 48,200.00.
           >
           > Please pay by Apr 14, 2025 at the latest. If we have not received your payment by the end of that day, we may suspend your subscriptions: the people who use them then lose access until the debt is paid.
           >
           > If you have paid in the meantime, please disregard this letter. If you cannot pay in time, or do not agree with an invoice, please tell us now: billing@northwind.example, +49 30 5550 1234.
           >
           > Kind regards
           > Northwind Cloud
           > billing@northwind.example, +49 30 5550 1234
           Mailbox (before the @): billing
           Domain (behind the @): contoso.example
           From the ledger. No letter has gone there yet: look at it and confirm it first.
           Ledger as of Mar 30, 2025 (1 working day old).
           [Confirm the address] [I sent it myself] [As a reminder] [Not now]
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           Mailbox (before the @): billing
           Domain (behind the @): contoso.example
           From the ledger. Confirmed: letters may go there.
           [Write to them]
      Mei: [Write to them]
      Bot: Final notice to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      Bot: Final notice to Contoso
           Sent to billing@contoso.example: the mail server took it Mar 31, 2025, 10:00 AM.
           Recorded as given; the deadline is the end of Apr 14, 2025.
      Mei: customer contoso
      Bot: Contoso
           Final notice given; the customer has until the end of Apr 14, 2025. Suspension is possible after that.
           …
      Mei: remind contoso
      Bot: Reminder to Contoso
           Final notice given; the customer has until the end of Apr 14, 2025. Suspension is possible after that.
           Subject
           > Payment reminder: invoice INV-1
           …
      `,
    )
    assert.deepEqual(
      mail.taken.map(({ to, subject, bySelf }) => [to, subject, bySelf]),
      [['billing@contoso.example', 'Final notice: invoice INV-1', false]],
    )
  })

  it('is sent once, however often and by whichever button it is pressed', async () => {
    await transcript(
      office,
      `
      Mei: remind contoso
      Bot: Final notice to Contoso
           …
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: [Write to them]
      Bot: Final notice to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      Bot: Final notice to Contoso
           Sent to billing@contoso.example: the mail server took it Mar 31, 2025, 10:00 AM.
           Recorded as given; the deadline is the end of Apr 14, 2025.
      Mei late: [Send by mail]
      Bot changes: Final notice to Contoso
           Sent to billing@contoso.example: the mail server took it Mar 31, 2025, 10:00 AM.
           Recorded as given; the deadline is the end of Apr 14, 2025.
      Mei late: [I sent it myself]
      `,
    )
    assert.equal(mail.taken.length, 1)
    assert.equal((await office.store.list('final-notice')).length, 1)
  })

  it('goes to no address that only its author has seen', async () => {
    await open({ accounts: [anAccount()] })
    await transcript(
      office,
      `
      Mei: remind contoso
      Bot: Final notice to Contoso
           …
      Mei: address contoso Billing.EU@Contoso.example
      Bot: Mail to Contoso
           Mailbox (before the @): Billing.EU
           Domain (behind the @): contoso.example
           Entered by Mei. No letter goes there before somebody else confirms it; they were asked.
      Bot to Wang: Mail to Contoso
           Entered by Mei.
           Mailbox (before the @): Billing.EU
           Domain (behind the @): contoso.example
           Compare it, letter by letter, with what the customer wrote to you, and not with what is shown here twice.
           [Confirm the address]
      Bot to Lin: Mail to Contoso
           …
      Wang: [Confirm the address]
      Bot changes: Mail to Contoso
           Mailbox (before the @): Billing.EU
           Domain (behind the @): contoso.example
           Entered by Mei. Confirmed: letters may go there.
           [Write to them]
      Mei: address contoso new@contoso.example
      Bot: Mail to Contoso
           Mailbox (before the @): new
           Domain (behind the @): contoso.example
           Entered by Mei. No letter goes there before somebody else confirms it; they were asked.
      Bot to Wang: Mail to Contoso
           …
      Bot to Lin: Mail to Contoso
           …
      Lin at “Mail”: [Confirm the address]
      Bot changes: Mail to Contoso
           Mailbox (before the @): new
           Domain (behind the @): contoso.example
           Entered by Mei. Confirmed: letters may go there.
           [Write to them]
      `,
    )
    const known = (await office.store.get('correspondence', '5f3c1d6e-0000-4000-8000-00000000c001'))?.value
    assert.deepEqual(
      known?.confirmed.map(({ address, by }) => [address, by]),
      [
        ['Billing.EU@contoso.example', 'wang'],
        ['new@contoso.example', 'lin'],
      ],
    )
  })

  it('is not sent to whoever paid in between, and says so, and that a copy may have arrived', async () => {
    await before(office, 'Mei: remind contoso')
    mail.spoil(silence)
    await transcript(
      office,
      `
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: write a reminder to contoso
      Bot: Reminder to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Reminder to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      `,
    )
    office.setItems([])
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Mei: Reminder to Contoso
           Not sent to billing@contoso.example: everything it names was paid in the meantime. An earlier try got no answer, so a copy may have arrived all the same.
      Mei: remind contoso
      Bot: Nothing is overdue according to the ledger.
      `,
    )
    assert.deepEqual(mail.taken, [])
  })

  it('is not sent where part of it was paid while the mail server was away', async () => {
    await before(office, 'Mei: remind contoso')
    mail.spoil(away)
    await transcript(
      office,
      `
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: [Write to them]
      Bot: Final notice to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      `,
    )
    office.setItems([{ ...unpaidSeats, open: { minor: 4_000_000, currency: 'CNY' } }])
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Mei: Final notice to Contoso
           Not sent to billing@contoso.example: part of what it names was paid or changed in the meantime. Ask for it anew to see what is owed now.
      `,
    )
    assert.deepEqual(mail.taken, [])
    assert.deepEqual(await office.store.list('final-notice'), [])
  })

  it('is not sent where somebody noted meanwhile that the customer says to have paid; pressed again, it is', async () => {
    await before(office, 'Mei: remind contoso')
    mail.spoil(away)
    await transcript(
      office,
      `
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: [Write to them]
      Bot: Final notice to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      `,
    )
    office.sleep(1_000)
    const mark = aPaidMark({ recordedAt: office.now() })
    await office.store.commit({ save: [{ kind: 'agreement', id: mark.id, value: mark, basedOn: null }] })
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Mei: Final notice to Contoso
           Not sent to billing@contoso.example: meanwhile somebody noted that the customer says to have paid. Wait for the ledger, or ask for it anew.
      `,
    )
    assert.deepEqual([mail.taken, await office.store.list('final-notice')], [[], []])
    await transcript(
      office,
      `
      Mei: remind contoso
      Bot: Final notice to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      Bot: Final notice to Contoso
           Sent to billing@contoso.example: the mail server took it Mar 31, 2025, 10:01 AM.
           …
      `,
    )
  })

  it('is tried again as it was, and the customer has it once', async () => {
    await before(office, 'Mei: remind contoso')
    mail.loseAnswers(silence)
    await transcript(
      office,
      `
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: [Write to them]
      Bot: Final notice to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      (the desk restarts)
      (1 min pass)
      Bot to Mei: Final notice to Contoso
           Sent to billing@contoso.example: the mail server took it Mar 31, 2025, 10:01 AM.
           Recorded as given; the deadline is the end of Apr 14, 2025.
      `,
    )
    const [first, second, ...others] = mail.taken
    assert.deepEqual([first, others], [second, []])
    assert.equal((await office.store.list('final-notice')).length, 1)
  })

  it('that the mail server refuses is told with its words, and was not given', async () => {
    await before(office, 'Mei: remind contoso')
    mail.spoil(no)
    await transcript(
      office,
      `
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: [Write to them]
      Bot: Final notice to Contoso
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      Bot: Final notice to Contoso
           Not sent to billing@contoso.example: the mail server refused it, saying “nobody called billing”. Check the address; then ask for it anew.
      Mei: remind contoso
      Bot: Final notice to Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           Not sent to billing@contoso.example: the mail server refused it, saying “nobody called billing”. Check the address; then ask for it anew.
           …
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      Bot: Final notice to Contoso
           Sent to billing@contoso.example: the mail server took it Mar 31, 2025, 10:00 AM.
           Recorded as given; the deadline is the end of Apr 14, 2025.
      `,
    )
  })

  it('is shown anew where what is owed changed since it was shown', async () => {
    await before(office, 'Mei: remind contoso')
    await before(office, 'Mei: address of contoso')
    await transcript(
      office,
      `
      Mei: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: [Write to them]
      Bot: Final notice to Contoso
           …
      `,
    )
    office.setItems([
      unpaidSeats,
      anInvoice({ number: 'INV-2', due: '2025-03-01', open: { minor: 100, currency: 'EUR' } }),
    ])
    await transcript(
      office,
      `
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           Subject
           > Final notice: invoices INV-1 and INV-2
           Text in English
           > To Contoso Ltd, accounts payable
           >
           > This is our final notice. According to our books, with payments received up to Mar 30, 2025, these invoices are overdue:
           >
           > - INV-1, due Jan 20, 2025: CNY 48,200.00
           > - INV-2, due Mar 1, 2025: EUR 1.00
           >
           > In total: CNY 48,200.00 and EUR 1.00.
           …
      Bot: Nothing was sent: what is owed, the address or the day changed since this was shown. Here it is as it stands now.
      `,
    )
    assert.deepEqual(mail.taken, [])
  })

  it('is another one on another day', async () => {
    await confirmed()
    await transcript(
      office,
      `
      Wang: [Confirm the address]
      Bot changes: Mail to Contoso
           …
      Mei: remind contoso
      Bot: Final notice to Contoso
           …
      (24 h pass)
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           …
      Bot: Nothing was sent: what is owed, the address or the day changed since this was shown. Here it is as it stands now.
      Mei: [Send by mail]
      Bot changes: Final notice to Contoso
           On its way to billing@contoso.example. I will say here when the mail server has it.
      Bot: Final notice to Contoso
           Sent to billing@contoso.example: the mail server took it Apr 1, 2025, 10:00 AM.
           Recorded as given; the deadline is the end of Apr 15, 2025.
      `,
    )
  })
})
