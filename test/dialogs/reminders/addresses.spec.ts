import assert from 'node:assert/strict'
import { anAccount, contoso, mei } from '../../kit/builders.ts'
import { fakeCustomerMail } from '../../kit/fake-customer-mail.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before } from '../an-office.ts'
import { anImportOffice, list } from '../ledger/an-import-office.ts'

describe('the address of a customer', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ customerMailbox: fakeCustomerMail() })
  })

  it('is one address and nothing else', async () => {
    await transcript(
      office,
      `
      Mei: address contoso billing@contoso.example, other@contoso.example
      Bot: “billing@contoso.example, other@contoso.example” has more than one @. Letters go to one address: say that one alone.
      Mei: address contoso rechnung.ü@contoso.example
      Bot: Not every mail server takes letters such as those before the @ in “rechnung.ü@contoso.example”. Ask the customer for an address in plain letters.
      Mei: address contoso billing@localhost
      Bot: “billing@localhost” is no address that mail can go to. Say it in one line with nothing around it, such as billing@contoso.example.
      Mei: address contoso
      Bot: Mail to Contoso
           There is no address for mail to this customer. Say for example “address Contoso billing@contoso.example”.
      `,
    )
    assert.deepEqual(await office.store.list('correspondence'), [])
  })

  it('cannot bring a line of its own into a header', async () => {
    await before(office, 'Mei: address contoso billing@contoso.example\r\nBcc: thief@evil.example')
    await before(office, 'Mei: address contoso billing@contoso.example\nBcc:x')
    assert.deepEqual(await office.store.list('correspondence'), [])
  })

  it('is told by its plain letters where its domain only looks like another', async () => {
    await transcript(
      office,
      `
      Mei: address contoso billing@cоntoso.example
      Bot: Mail to Contoso
           Mailbox (before the @): billing
           Domain (behind the @): xn--cntoso-wqf.example (it has letters of other scripts, which can look like Latin ones; this is how mail servers write it)
           Entered by Mei. No letter goes there before somebody else confirms it; they were asked.
      Bot to Wang: Mail to Contoso
           …
      Bot to Lin: Mail to Contoso
           …
      `,
    )
  })

  it('is asked about where the ledger has several', async () => {
    office = await anOffice({
      customerMailbox: fakeCustomerMail(),
      accounts: [anAccount({ email: 'a@contoso.example' }), anAccount({ key: '100:K-2', email: 'b@contoso.example' })],
    })
    const match = {
      account: '100:K-2',
      lane: 'china',
      tenantId: '5f3c1d6e-0000-4000-8000-00000000c001',
      how: 'confirmed',
    }
    await office.store.commit({ save: [{ kind: 'match', id: '100:K-2', value: match as never, basedOn: null }] })
    await transcript(
      office,
      `
      Mei: address of contoso
      Bot: Mail to Contoso
           The ledger has several addresses for this customer: a@contoso.example and b@contoso.example. Say which one, for example “address Contoso billing@contoso.example”.
      `,
    )
  })

  it('comes with a list that has a column for it, and gets no letter before somebody confirmed it', async () => {
    const mails = ['E-mail', 'billing@contoso.example', 'billing@contoso.example']
    const rows = list()
      .split('\n')
      .map((row) => (row.includes(',') ? `${row},${mails.shift()}` : row))
    office = await anImportOffice({ 'mails.csv': rows.join('\n') }, { customerMailbox: fakeCustomerMail() })
    await transcript(
      office,
      `
      Mei: (sends "mails.csv")
      Bot: Which part of the books does mails.csv speak for?
           …
      Mei: [A company]
      Bot changes: Which company? Type its name as the books have it.
           …
      Mei: Nimbus
      Bot: Does it list everything that is open for company Nimbus?
           …
      Mei: [Everything]
      Bot changes: mails.csv: what I read, and what it would change
           …
      Mei: [Import]
      Bot changes: L-1: ledger import mails.csv
           …
      Mei: address contoso
      Bot: Mail to Contoso
           Mailbox (before the @): billing
           Domain (behind the @): contoso.example
           From the ledger. It came with a list that you imported, so somebody else must look at it and confirm it first: ask them to say “address of” and the customer’s name.
      Lin: address of contoso
      Bot: Mail to Contoso
           Mailbox (before the @): billing
           Domain (behind the @): contoso.example
           From the ledger. No letter has gone there yet: look at it and confirm it first.
           [Confirm the address]
      `,
    )
    const pressed = { customer: contoso, address: 'billing@contoso.example' }
    const own = await office.desk.reminders.confirmAddress(pressed, mei)
    assert.equal(own.ok ? null : own.refusal.code, 'own-request')
    await transcript(
      office,
      `
      Lin at “Mail”: [Confirm the address]
      Bot changes: Mail to Contoso
           Mailbox (before the @): billing
           Domain (behind the @): contoso.example
           From the ledger. Confirmed: letters may go there.
           [Write to them]
      `,
    )
  })

  it('that changed since it was shown is not confirmed', async () => {
    await before(office, 'Mei: address contoso one@contoso.example', 'Lin: address contoso two@contoso.example')
    await transcript(
      office,
      `
      Wang at “Mail”: [Confirm the address]
      Bot changes: Mail to Contoso
           Mailbox (before the @): two
           …
      Lin at “Mail”: [Confirm the address]
      Bot: The address is another one now. Say “address of NAME” to see it.
      `,
    )
  })
})
