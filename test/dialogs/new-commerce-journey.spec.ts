import assert from 'node:assert/strict'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { aMatch, anAccount, anInvoice, aNotice, aSubscription, fabrikam, mei, sam, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from './an-office.ts'

const office365 = `${fabrikam}-office`
const voice = `${fabrikam}-voice`

/** New commerce until the end of November: renews by itself, with fewer seats from then on, and with an add-on. */
const sold: readonly OperatorSubscription[] = [
  aSubscription({
    ...{ id: office365, name: 'Office', model: 'new-commerce', commitmentEnd: '2025-11-30T00:00:00.000Z' },
    ...{ term: 'P1Y', billingCycle: 'monthly' },
    scheduledChange: {
      quantity: 20,
      product: null,
      term: 'P1Y',
      billingCycle: 'Monthly',
      instructions: '{"quantity":20}',
    },
  }),
  aSubscription({
    ...{ id: voice, name: 'Voice', parent: office365, model: 'new-commerce' },
    commitmentEnd: '2025-11-30T00:00:00.000Z',
  }),
]

describe('suspend and resume a new-commerce customer', () => {
  it('from the first word to the last thing to do', async () => {
    const office = await anOffice({
      staff: [mei, wang, sam],
      customers: [[fabrikamCustomer, sold]],
      accounts: [anAccount({ name: 'Fabrikam' })],
      matches: [aMatch({ lane: 'global', tenantId: fabrikam })],
      items: [
        anInvoice({
          lines: [{ text: 'Seats', amount: { minor: 4_820_000, currency: 'CNY' }, subscription: office365 }],
        }),
      ],
      notices: [aNotice({ customer: fabrikam })],
    })
    const operator = office.operators['global'] as FakeOperator
    await transcript(
      office,
      `
      Mei: suspend fabrikam for non-payment
      Bot: Suspend Fabrikam Inc for non-payment?
           Fabrikam Inc owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Office × 25; also suspends its add-on Voice
           2. ( ) Voice × 25 (add-on)
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: goes on until Nov 30, 2025; how much is unknown
           Can be undone: until its term ends on Nov 30, 2025; after that, treat access and data as lost
           Switched off by it: Office: auto-renew and the change at renewal to 20 seats, a term of 1 year, and billed monthly; the desk puts them back when it resumes
           Switched off by it: Voice: auto-renew; the desk puts it back when it resumes
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: ask
      Bot: S-1: suspend Fabrikam Inc?
           …
      Bot to Wang: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Office × 25; also suspends its add-on Voice
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: goes on until Nov 30, 2025; how much is unknown
           Can be undone: until its term ends on Nov 30, 2025; after that, treat access and data as lost
           Switched off by it: Office: auto-renew and the change at renewal to 20 seats, a term of 1 year, and billed monthly; the desk puts them back when it resumes
           Switched off by it: Voice: auto-renew; the desk puts it back when it resumes
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Wang: [Approve]
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Office: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           …
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Office: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Mei: holds fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           Fabrikam Inc owes CNY 48,200.00, the oldest 70 days past due.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold]
      `,
    )
    assert.deepEqual(
      (await operator.subscriptions(fabrikam)).map(({ status, autoRenew, scheduledChange }) => [
        status,
        autoRenew,
        scheduledChange,
      ]),
      [
        ['suspended', false, null],
        ['suspended', false, null],
      ],
    )
    // Somebody orders seats and gives the add-on up at the portal, while it is out of service.
    operator.change(office365, { quantity: 30 })
    operator.change(voice, { status: 'deleted' })
    await transcript(
      office,
      `
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Office is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until Nov 30, 2025, the end of its term.
           Fabrikam Inc owes CNY 48,200.00, the oldest 70 days past due.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold]
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           …
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           The seats of Office were changed by somebody since, and were left alone: check them at Partner Center.
           The add-on Voice is no longer there to be brought back: order it again at Partner Center if it is needed.
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           The seats of Office were changed by somebody since, and were left alone: check them at Partner Center.
           The add-on Voice is no longer there to be brought back: order it again at Partner Center if it is needed.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           [Done: Office, seats] [Done: Voice, service]
      Sam: R-1
      Bot: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           The seats of Office were changed by somebody since, and were left alone: check them at Partner Center.
           The add-on Voice is no longer there to be brought back: order it again at Partner Center if it is needed.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           [Done: Office, seats] [Done: Voice, service]
      Sam: [Done: Office, seats]
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           The seats of Office were changed by somebody since, and were left alone: check them at Partner Center. Done by Sam, Mar 31, 2025, 10:00 AM.
           The add-on Voice is no longer there to be brought back: order it again at Partner Center if it is needed.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           [Done: Voice, service]
      Bot changes for Mei: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      Sam: [Done: Voice, service]
      Bot changes: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           Office: in service again, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Auto-renew of Office is on again.
           The change scheduled for the next term of Office is back.
           The seats of Office were changed by somebody since, and were left alone: check them at Partner Center. Done by Sam, Mar 31, 2025, 10:00 AM.
           The add-on Voice is no longer there to be brought back: order it again at Partner Center if it is needed. Done by Sam, Mar 31, 2025, 10:00 AM.
           Hold: non-payment
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam (K-1001)
           Asked by: Mei, Mar 31, 2025, 10:00 AM
      Bot changes for Mei: R-1: resume Fabrikam Inc
           1 of 1 back in service.
           …
      `,
    )
    const [base] = await operator.subscriptions(fabrikam)
    const [before] = sold
    assert.deepEqual(base, { ...before, quantity: 30 })
  })
})
