import assert from 'node:assert/strict'
import { aNotice, anInvoice } from '../kit/builders.ts'
import type { OfficeSetup } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, unpaidSeats } from './an-office.ts'

/** What stands in the way, and what Mei reads about it. */
const obstacles: readonly (readonly [when: string, setup: Partial<OfficeSetup>, owed: string, why: string])[] = [
  [
    'before the debt is old enough',
    { items: [anInvoice({ due: '2025-03-10', lines: unpaidSeats.lines })] },
    'Contoso owes CNY 48,200.00, the oldest 21 days past due.',
    'The policy does not call for a suspension yet; it calls for: reminder.',
  ],
  [
    'without a final notice',
    { notices: [] },
    'Contoso owes CNY 48,200.00, the oldest 70 days past due.',
    'No final notice is on record for this debt. Send one, then say “final notice NAME”.',
  ],
  [
    'while the final notice runs',
    { notices: [aNotice({ givenOn: '2025-03-20', deadline: '2025-04-03' })] },
    'Contoso owes CNY 48,200.00, the oldest 70 days past due.',
    'The final notice runs until the end of Apr 3, 2025.',
  ],
  [
    'on a ledger that is too old',
    { asOf: '2025-03-25' },
    'Contoso owes CNY 48,200.00, the oldest 70 days past due.',
    'The ledger is as of Mar 25, 2025, 4 working days old; the limit is 3. Somebody with the role of collector, approver, or administrator can import a fresh one: npm run desk -- import FILE.csv',
  ],
]

describe('a suspension for debt is not asked for without a reason', () => {
  for (const [when, setup, owed, why] of obstacles) {
    it(when, async () => {
      const office = await anOffice(setup)
      await transcript(
        office,
        `
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso for non-payment?
             ${owed}
             ${why}
             Two approvers together can override this. Give the reason:
             …
        Mei: all
        Bot: Suspend Contoso for non-payment?
             ${owed}
             ${why}
             Two approvers together can override this. Give the reason:
             …
        Mei: ask
        Bot: Suspend Contoso for non-payment?
             Give the reason for overriding the policy, or wait until it calls for a suspension.
             ${owed}
             ${why}
             …
        `,
      )
      assert.deepEqual(await office.desk.suspensions.open(), [])
    })
  }

  it('and with one it takes two approvers, of whom neither asked', async () => {
    const office = await anOffice({ asOf: '2025-03-25' })
    await transcript(
      office,
      `
      Wang: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           The ledger is as of Mar 25, 2025, 4 working days old; the limit is 3. Somebody with the role of collector, approver, or administrator can import a fresh one: npm run desk -- import FILE.csv
           Two approvers together can override this. Give the reason:
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Wang: The import is broken.
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           The ledger is as of Mar 25, 2025, 4 working days old; the limit is 3. Somebody with the role of collector, approver, or administrator can import a fresh one: npm run desk -- import FILE.csv
           Two approvers together can override this. Give the reason: The import is broken.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Wang: ask
      Bot: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 25, 2025
           Asked by: Wang, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Overrides the policy. Reason: The import is broken.
           The ledger is as of Mar 25, 2025, 4 working days old; the limit is 3.
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Lin: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Wang: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      Lin: [Approve]
      Bot changes: S-1: suspend Contoso?
           Approved by Lin; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Approved by Lin; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Lin: [Approve]
      Bot: You approved this already; a different second approver is needed.
      Wang: [Withdraw]
      Bot changes: S-1: suspension of Contoso
           Withdrawn by Wang.
           Reason: non-payment
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Withdrawn by Wang.
           Reason: non-payment
           …
      `,
    )
    assert.deepEqual(office.operators['china']?.transitions, [])
  })
})
