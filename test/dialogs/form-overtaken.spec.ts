import { aPayment } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, unpaidSeats } from './an-office.ts'

describe('a form that is open', () => {
  it('does not take 0 for a choice', async () =>
    transcript(
      await anOffice(),
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           …
      Mei: 0
      Bot: Suspend Contoso for non-payment?
           I did not understand that as an answer.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           …
      `,
    ))

  it('is not asked again after a question when nothing is owed any more; the reason is said in its place', async () => {
    const office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment')
    office.setItems([unpaidSeats, aPayment(4_820_000)])
    await transcript(
      office,
      `
      Mei: waiting
      Bot: Nothing is waiting for an approver.
      Bot: Nothing is overdue according to the ledger.
      `,
    )
  })
})
