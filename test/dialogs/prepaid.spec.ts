import { aMatch, anAccount, aNotice, anInvoice, aSubscription, eur, fabrikam } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from './an-office.ts'

const office = aSubscription({
  id: `${fabrikam}-office`,
  name: 'Office',
  model: 'new-commerce',
  billingCycle: 'monthly',
})
const visio = aSubscription({ id: `${fabrikam}-visio`, name: 'Visio', model: 'new-commerce', billingCycle: 'annual' })

describe('a subscription that was paid for ahead', () => {
  it('is suspended for a debt only where somebody names it', async () => {
    const line = { text: 'Office', amount: { minor: 500_000, currency: 'EUR' }, subscription: office.id }
    const place = await anOffice({
      customers: [[fabrikamCustomer, [office, visio]]],
      accounts: [anAccount()],
      matches: [aMatch({ lane: 'global', tenantId: fabrikam })],
      items: [anInvoice({ ...eur(500_000), lines: [line] })],
      notices: [aNotice({ customer: fabrikam })],
    })
    await transcript(
      place,
      `
      Mei: suspend fabrikam for non-payment
      Bot: Suspend Fabrikam Inc for non-payment?
           Fabrikam Inc owes EUR 5,000.00, the oldest 70 days past due.
           Paid ahead, so “all” leaves it out; choose it by name if it is meant: Visio.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Office × 25
           2. ( ) Visio × 25
           …
      Mei: all
      Bot: Suspend Fabrikam Inc for non-payment?
           Fabrikam Inc owes EUR 5,000.00, the oldest 70 days past due.
           Paid ahead, so “all” leaves it out; choose it by name if it is meant: Visio.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Office × 25
           2. ( ) Visio × 25
           …
      Mei: 1, 2
      Bot: Suspend Fabrikam Inc for non-payment?
           Fabrikam Inc owes EUR 5,000.00, the oldest 70 days past due.
           Paid ahead, so “all” leaves it out; choose it by name if it is meant: Visio.
           Which subscriptions?
           1. (x) Office × 25
           2. (x) Visio × 25
           …
      Mei: ask
      Bot: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to Wang: S-1: suspend Fabrikam Inc?
           …
      Bot to Lin: S-1: suspend Fabrikam Inc?
           …
      `,
    )
  })
})
