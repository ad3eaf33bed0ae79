import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('when the operator is silent', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  describe('while the subscriptions are read', () => {
    it('asks nobody, says why, and lets Mei try again', async () => {
      office.spoilReading({ kind: 'throttled' }, { kind: 'unreachable' })
      await transcript(
        office,
        `
        Mei: suspend contoso for non-payment
        Bot: Nobody was asked yet, because I could not read the subscriptions. 21Vianet asks us to slow down.
             [Try again]
        Mei: [Try again]
        Bot: Nobody was asked yet, because I could not read the subscriptions. 21Vianet is not answering.
             [Try again]
        Mei: [Try again]
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
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
        `,
      )
    })

    it('does not call silence what was answered by something else', async () => {
      office.spoilReading({ kind: 'unreachable', code: 'unreadable', status: 200 })
      await transcript(
        office,
        `
        Mei: suspend contoso for non-payment
        Bot: Nobody was asked yet, because I could not read the subscriptions. Something answered in 21Vianet’s place that I cannot understand (a proxy, perhaps).
             [Try again]
        `,
      )
    })

    it('sends Mei to an administrator when the desk itself is not let in', async () => {
      office.spoilReading({
        kind: 'unauthorised',
        code: '900150',
        description: 'The agent has no role for this.',
        correlationId: '7d1c3d6e-1111-4000-8000-00000000aaaa',
      })
      await transcript(
        office,
        `
        Mei: suspend contoso for non-payment
        Bot: Nobody was asked yet, because I could not read the subscriptions. 21Vianet refused our own access (code 900150). An administrator should give the account that signs in for the desk the role “Admin agent” there. It said: “The agent has no role for this.” Correlation id 7d1c3d6e-1111-4000-8000-00000000aaaa.
             [Try again]
        `,
      )
    })

    it('keeps what Mei wrote', async () => {
      await transcript(
        office,
        `
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
             …
        Mei: They hang up on me.
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
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
             Note for the second person: They hang up on me.
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        `,
      )
      office.spoilReading({ kind: 'unreachable' }, { kind: 'unreachable' }, { kind: 'unreachable' })
      await transcript(
        office,
        `
        Mei: 1, 3
        Bot: Nothing was done; try again later. 21Vianet is not answering.
        Mei: overdue
        Bot: 1 customer is overdue
             CNY, 1 customer
             1–30 days: CNY 0.00
             31–60 days: CNY 0.00
             61–90 days: CNY 48,200.00 ██████████
             over 90 days: CNY 0.00
             Customer · Overdue · Days · Stage
             - Contoso · CNY 48,200.00 · 70 · suspension
             Ledger as of Mar 30, 2025 (1 working day old).
             Open a customer
             1. (x) Contoso
             [Open]
        Bot: Nobody was asked yet, because I could not read the subscriptions. 21Vianet is not answering.
             [Ask a second person] [Not now]
        Mei: [Ask a second person]
        Bot changes: Nobody was asked yet, because I could not read the subscriptions. 21Vianet is not answering.
             [Ask a second person] [Not now]
        Mei: [Ask a second person]
        Bot changes: S-1: suspend Contoso?
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             Note: They hang up on me.
             This subscription and no other:
             Microsoft 365 Business × 25; also suspends its add-on Voicemail
             Lose access at once: 25 seats; how many people use them is unknown
             Billed to us meanwhile: unknown
             Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
             Switched off by it: unknown; resuming may not bring everything back
             Administrators can still reach the data.
             Reason for rejecting, or your question:
             [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
        Bot to Wang: S-1: suspend Contoso?
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             …
        Bot to Lin: S-1: suspend Contoso?
             Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
             …
        `,
      )
    })
  })

  it('says where the desk has no access at all', async () => {
    office = await anOffice({ closed: ['china'] })
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
           Business seats: seats and status unknown, by hand
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    )
  })
})
