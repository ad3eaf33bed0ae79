import assert from 'node:assert/strict'
import type { CollectionsPolicy } from '../../../domain/policy/collections-policy.ts'
import type { Save } from '../../../domain/ports/desk-store.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aPaidMark, aPromise } from '../../kit/agreements.ts'
import { anAccount, anInvoice, aPolicy, contoso, morning } from '../../kit/builders.ts'
import { fakeCustomerMail, type FakeCustomerMail } from '../../kit/fake-customer-mail.ts'
import type { Office, OfficeSetup } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

const hours = 3_600_000
const email = 'billing@contoso.example'
/** Reminders go out by themselves; final notices take a press. */
const reminding: Partial<CollectionsPolicy> = {
  rungs: aPolicy().rungs.map((rung) => (rung.stage === 'reminder' ? { ...rung, sendsItself: true } : rung)),
}
const young = anInvoice({ due: '2025-03-25' })
const save = (what: Save) => ({ save: [what] })

describe('a reminder that the policy sends by itself', () => {
  let office: Office
  let mail: FakeCustomerMail
  const open = async (changes: Partial<OfficeSetup> = {}, confirmed = true) => {
    mail = fakeCustomerMail()
    office = await anOffice({
      ...{ notices: [], customerMailbox: mail, timetable: true, policy: reminding, items: [young] },
      accounts: [anAccount({ email })],
      ...changes,
    })
    const value = {
      ...{ customer: contoso, language: null, entered: null },
      confirmed: confirmed ? [{ address: email, by: 'wang', at: morning }] : [],
    }
    await office.store.commit(save({ kind: 'correspondence', id: contoso, value, basedOn: null }))
  }
  const subjects = () => mail.taken.map(({ to, subject, bySelf }) => [to, subject, bySelf])

  it('goes once, whatever time passes, and again when a newer debt reaches the rung', async () => {
    await open()
    for (let days = 0; days < 4; days += 1) await office.pass(24 * hours)
    assert.deepEqual(subjects(), [[email, 'Payment reminder: invoice INV-1', true]])
    office.setItems([young, anInvoice({ number: 'INV-2', due: '2025-04-03' })], '2025-04-04')
    await office.restart()
    for (let days = 0; days < 4; days += 1) await office.pass(24 * hours)
    assert.deepEqual(subjects().at(-1), [email, 'Payment reminder: invoices INV-1 and INV-2', true])
    assert.equal(mail.taken.length, 2)
  })

  it('goes for invoices only: a sum by age beside them is never named, and calls for no letter again', async () => {
    await open({ items: [young, anInvoice({ number: '1 - 30', due: '2025-03-25', summary: true })] })
    for (let days = 0; days < 3; days += 1) await office.pass(24 * hours)
    assert.deepEqual(subjects(), [[email, 'Payment reminder: invoice INV-1', true]])
  })

  it('does not go at night, on a weekend, or from a ledger that is too old', async () => {
    await open()
    office.sleep(10 * hours)
    await office.pass(0)
    assert.deepEqual(subjects(), [])
    // Friday evening until Monday early.
    office.sleep(4 * 24 * hours)
    for (let step = 0; step < 12; step += 1) await office.pass(4 * hours)
    assert.deepEqual(subjects(), [])
    // In working hours again, with books of eight days ago.
    await office.pass(14 * hours)
    assert.deepEqual(subjects(), [])
    office.setItems([young], '2025-04-06')
    await office.pass(0)
    assert.equal(mail.taken.length, 1)
  })

  it('is tried again while people work, and not in the evening', async () => {
    await open()
    office.sleep(7 * hours - 60_000)
    const busy = new OutsideFault({ service: 'smtp', kind: 'unreachable', notSent: true })
    mail.spoil(busy)
    await office.pass(0)
    await office.pass(8 * hours)
    assert.deepEqual(subjects(), [], 'it is one at night by now')
    await office.pass(9 * hours)
    assert.equal(subjects().length, 1)
  })

  it('does not go where nobody confirmed the address, or a person sends that kind', async () => {
    await open({}, false)
    await office.pass(1 * hours)
    assert.deepEqual(subjects(), [])
    await open({ items: [anInvoice()] })
    await office.pass(1 * hours)
    assert.deepEqual(subjects(), [])
  })

  it('does not go to whoever promised, or says to have paid', async () => {
    for (const value of [aPromise(), aPaidMark()]) {
      await open()
      await office.store.commit(save({ kind: 'agreement', id: value.id, value, basedOn: null }))
      await office.pass(1 * hours)
      assert.deepEqual(subjects(), [], value.kind)
    }
  })

  it('does not go to whom nobody can tell yet who they are, since the operators were not read', async () => {
    for (const unread of [true, false]) {
      await open({ unread, matches: [] })
      const value = {
        ...{ customer: 'account:K-1001', language: null, entered: null },
        confirmed: [{ address: email, by: 'wang', at: morning }],
      }
      await office.store.commit(save({ kind: 'correspondence', id: value.customer, value, basedOn: null }))
      await office.pass(1 * hours)
      assert.equal(mail.taken.length, unread ? 0 : 1)
    }
  })

  it('that is refused is told to those who could find another address, and not tried every day', async () => {
    await open({}, false)
    // The watch of the operator has told what it found.
    await office.pass(0)
    const value = {
      customer: contoso,
      language: null,
      entered: null,
      confirmed: [{ address: email, by: 'wang', at: morning }],
    }
    await office.store.commit(save({ kind: 'correspondence', id: contoso, value, basedOn: 1 }))
    mail.spoil(
      new OutsideFault({ service: 'customer-mail', kind: 'refused', code: '5.1.1', description: 'nobody here' }),
    )
    await transcript(
      office,
      `
      (1 h pass)
      Bot to Mei: Reminder to Contoso
           Not sent to billing@contoso.example: the mail server refused it, saying “nobody here”. Check the address; then ask for it anew.
      Bot to Wang: Reminder to Contoso
           …
      Bot to Lin: Reminder to Contoso
           …
      (24 h pass)
      `,
    )
    assert.deepEqual(subjects(), [])
  })
})
