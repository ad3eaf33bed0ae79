import assert from 'node:assert/strict'
import { phones, seats } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, voicemail } from './an-office.ts'

describe('when the operator makes trouble', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice()
    operator = office.operators['china'] as FakeOperator
  })
  const suspended = () => operator.transitions.map(({ subscription }) => subscription)

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
             Contoso owes CNY 48,200.00, 70 days past due at the longest.
             Which subscriptions? Those behind unpaid invoice lines are chosen
             1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
             2. ( ) Voicemail × 25 (add-on)
             3. ( ) Phones × 5
             Note for the second person:
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
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
        Bot: Nobody was asked yet, because I could not read the subscriptions. 21Vianet refused our own access (code 900150). An administrator should run “npm run desk -- doctor”. It said: “The agent has no role for this.” Correlation id 7d1c3d6e-1111-4000-8000-00000000aaaa.
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
             Contoso owes CNY 48,200.00, 70 days past due at the longest.
             …
        Mei: They hang up on me.
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, 70 days past due at the longest.
             Which subscriptions? Those behind unpaid invoice lines are chosen
             1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
             2. ( ) Voicemail × 25 (add-on)
             3. ( ) Phones × 5
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
             Look at
             1. (x) Contoso
             [Open]
        Bot: Nobody was asked yet, because I could not read the subscriptions. 21Vianet is not answering.
             [Ask a second person] [Not now]
        Mei: [Ask a second person]
        Mei: [Ask a second person]
        Bot changes: S-1: suspend Contoso?
             Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Overdue when asked: CNY 48,200.00, 70 days at the longest
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             Note: They hang up on me.
             This subscription, and nothing that is not named here:
             Microsoft 365 Business × 25; with it falls its add-on Voicemail
             Users lose access at once. Administrators can still reach the data.
             21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
             Reason for a no, or a question:
             [Approve] [Reject] [Ask back] [Withdraw]
        Bot to Wang: S-1: suspend Contoso?
             Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
             …
        Bot to Lin: S-1: suspend Contoso?
             Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
             …
        `,
      )
    })
  })

  describe('while a suspension is carried out', () => {
    beforeEach(() => before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask'))

    it('waits when it is told to slow down, and does each thing once', async () => {
      operator.weather('changes', { kind: 'throttled', retryAfterMs: 120_000 })
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: being carried out
             Phones: being carried out
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Overdue when asked: CNY 48,200.00, 70 days at the longest
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             These 2 subscriptions, and nothing that is not named here:
             Microsoft 365 Business × 25; with it falls its add-on Voicemail
             Phones × 5
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not confirmed yet. 21Vianet asks us to slow down. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (2 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:02 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:02 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             Reason: non-payment
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             Overdue when asked: CNY 48,200.00, 70 days at the longest
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             These 2 subscriptions, and nothing that is not named here:
             Microsoft 365 Business × 25; with it falls its add-on Voicemail
             Phones × 5
             Can be undone until May 30, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet.
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [phones, seats, voicemail])
    })

    it('waits out a renewal', async () => {
      operator.weather('changes', 'ok', { kind: 'busy', code: '900278' })
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             Phones: not confirmed yet. 21Vianet is busy with this subscription, with a renewal or an order (code 900278); that passes within a day. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (30 min pass)
        (31 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 11:01 AM
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 11:01 AM
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [seats, voicemail, phones])
    })

    it('takes a no for a no, and says what was done and what was not', async () => {
      operator.weather('changes', 'ok', {
        kind: 'refused',
        code: '900416',
        description: 'Customer is locked for transactions.',
        correlationId: '7d1c3d6e-1111-4000-8000-00000000aaaa',
      })
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             Phones: not done. 21Vianet said no (code 900416). Look at it in the portal, or open a ticket. It said: “Customer is locked for transactions.” Correlation id 7d1c3d6e-1111-4000-8000-00000000aaaa.
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             Phones: not done. 21Vianet said no (code 900416). Look at it in the portal, or open a ticket. It said: “Customer is locked for transactions.” Correlation id 7d1c3d6e-1111-4000-8000-00000000aaaa.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             …
        (12 h pass)
        Mei: customer contoso
        Bot: Contoso
             The policy calls for: suspension.
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
             Invoice · Due · Days · Left to pay
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Final notice given Mar 3, 2025, deadline Mar 17, 2025.
             Microsoft 365 Business is held for non-payment (S-1, Wang, Mar 31, 2025).
             3 subscriptions
             Microsoft 365 Business × 25: suspended
             Voicemail × 25: suspended
             Phones × 5: active
             Ledger as of Mar 30, 2025 (1 working day old).
             [Suspend] [Resume] [Final notice was given] [Ticket]
        `,
      )
      assert.deepEqual(suspended(), [seats, voicemail])
    })

    it('says so when nothing could be done at all', async () => {
      operator.weather('changes', { kind: 'refused' }, { kind: 'refused' })
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             Microsoft 365 Business: not done. 21Vianet said no. Look at it in the portal, or open a ticket.
             Phones: not done. 21Vianet said no. Look at it in the portal, or open a ticket.
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             Microsoft 365 Business: not done. 21Vianet said no. Look at it in the portal, or open a ticket.
             Phones: not done. 21Vianet said no. Look at it in the portal, or open a ticket.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             …
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, 70 days past due at the longest.
             …
        `,
      )
      assert.deepEqual(suspended(), [])
    })

    it('does not suspend twice when an answer is lost', async () => {
      operator.weather('changes', 'lost')
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not confirmed yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (1 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:01 AM
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [seats, voicemail, phones])
    })

    it('calls accepted what is not confirmed yet', async () => {
      operator.weather('changes', 'later', 'later')
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: 21Vianet accepted it; not confirmed yet
             Phones: 21Vianet accepted it; not confirmed yet
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [])
      operator.letArrive()
      await transcript(
        office,
        `
        (20 min pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
             Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:20 AM
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out.
             …
        `,
      )
      assert.deepEqual(suspended(), [seats, voicemail, phones])
    })

    it('says that it is not confirmed when the operator never shows it', async () => {
      operator.weather('changes', 'later', 'later')
      await before(office)
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (24 h pass)
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (1 h pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; done, but not all of it is confirmed. Look at it in the portal.
             Microsoft 365 Business: done, not confirmed by 21Vianet
             Phones: done, not confirmed by 21Vianet
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; done, but not all of it is confirmed. Look at it in the portal.
             Microsoft 365 Business: done, not confirmed by 21Vianet
             Phones: done, not confirmed by 21Vianet
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; done, but not all of it is confirmed. Look at it in the portal.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; done, but not all of it is confirmed. Look at it in the portal.
             …
        `,
      )
    })

    it('stops trying after a day of silence, and leaves nobody in doubt', async () => {
      operator.weather('looks', ...Array.from({ length: 400 }, () => ({ kind: 'unreachable' }) as const))
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: not confirmed yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             Phones: not confirmed yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        (12 h pass)
        (13 h pass)
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             Microsoft 365 Business: not confirmed, and the desk has stopped trying. 21Vianet is not answering. Look at it in the portal.
             Phones: not confirmed, and the desk has stopped trying. 21Vianet is not answering. Look at it in the portal.
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             Microsoft 365 Business: not confirmed, and the desk has stopped trying. 21Vianet is not answering. Look at it in the portal.
             Phones: not confirmed, and the desk has stopped trying. 21Vianet is not answering. Look at it in the portal.
             …
        Bot changes for Wang: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; not carried out, as far as the desk can tell.
             …
        (1 h pass)
        `,
      )
      assert.deepEqual(suspended(), [])
    })

    it('sees what somebody else did at the portal', async () => {
      operator.change(seats, { status: 'suspended' })
      operator.change(phones, { status: 'deleted' })
      await transcript(
        office,
        `
        Wang: [Approve]
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             …
        Bot to Mei: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             Microsoft 365 Business: was suspended already
             Phones: not done. At 21Vianet it is deleted, so this cannot be done.
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             Microsoft 365 Business: was suspended already
             Phones: not done. At 21Vianet it is deleted, so this cannot be done.
             …
        Bot changes: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             …
        Bot changes for Lin: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             …
        `,
      )
      assert.deepEqual(suspended(), [])
    })
  })

  it('says where the desk has no access at all', async () => {
    office = await anOffice({ closed: ['china'] })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
           Invoice · Due · Days · Left to pay
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           The desk has no access to 21Vianet. An administrator can set it up; until then this is done in the portal.
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Ticket]
      `,
    )
  })
})
