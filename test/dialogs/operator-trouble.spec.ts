import assert from 'node:assert/strict'
import { minute, phones, seats } from '../kit/builders.ts'
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

  describe('while a suspension is carried out', () => {
    beforeEach(() => before(office, 'Mei: suspend contoso for non-payment', 'Mei: 1, 3', 'Mei: ask'))

    it('waits when it is told to, says until when, and does each thing once', async () => {
      operator.weather('changes', { kind: 'throttled', retryAfterMs: 120_000, waitUntil: minute(2) })
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
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             These 2 subscriptions and no others:
             Microsoft 365 Business × 25; also suspends its add-on Voicemail
             Phones × 5
             Wider than the debt: no unpaid invoice line stands behind Phones.
             [Call off what is not done]
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; being carried out.
             Microsoft 365 Business: still under way. 21Vianet asks us to wait until Mar 31, 2025, 10:02 AM. The desk has kept trying since Mar 31, 2025, 10:00 AM.
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
             Overdue when asked: CNY 48,200.00, oldest 70 days
             Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
             Ledger as of: Mar 30, 2025
             Asked by: Mei, Mar 31, 2025, 10:00 AM
             These 2 subscriptions and no others:
             Microsoft 365 Business × 25; also suspends its add-on Voicemail
             Phones × 5
             Wider than the debt: no unpaid invoice line stands behind Phones.
             Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
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
             Phones: still under way. 21Vianet is busy with this subscription, with a renewal or an order (code 900278); that passes within a day. The desk has kept trying since Mar 31, 2025, 10:00 AM.
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
             Phones: not done. 21Vianet has locked this customer for all transactions (code 900416). Open a ticket there to learn why. It said: “Customer is locked for transactions.” Correlation id 7d1c3d6e-1111-4000-8000-00000000aaaa.
        Bot changes for Mei: S-1: suspension of Contoso
             Approved by Wang; carried out in part: 1 of 2 not done.
             Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
             Phones: not done. 21Vianet has locked this customer for all transactions (code 900416). Open a ticket there to learn why. It said: “Customer is locked for transactions.” Correlation id 7d1c3d6e-1111-4000-8000-00000000aaaa.
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
             CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
             Invoice · Due · Days · Outstanding
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Final notice given Mar 3, 2025, deadline Mar 17, 2025.
             Microsoft 365 Business is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
             3 subscriptions
             Microsoft 365 Business × 25: suspended
             Voicemail × 25: suspended
             Phones × 5: active
             Ledger as of Mar 30, 2025 (1 working day old).
             [Suspend] [Resume] [Final notice was given] [Agreements] [Ticket]
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
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
             …
        `,
      )
      assert.deepEqual(suspended(), [])
    })
  })
})
