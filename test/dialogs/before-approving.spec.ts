import assert from 'node:assert/strict'
import { anOperatorCustomer, aPayment, contoso, fabrikam, seats } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer, unpaidSeats, voicemail } from './an-office.ts'

describe('between the question and the second person’s press', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const transitions = () => office.operators['china']?.transitions ?? []

  it('cancels what was paid over lunch, and says so on every card', async () => {
    office.setItems([])
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      Lin late: [Approve]
      Bot: S-1 was decided already. Cancelled, nothing was suspended: the debt was paid in the meantime.
      Mei: suspend contoso for non-payment
      Bot: Nothing is overdue according to the ledger.
      `,
    )
    assert.deepEqual(transitions(), [])
    assert.equal((await office.store.auditOf('S-1')).at(-1)?.what, 'suspension.voided')
  })

  it('cancels when what is left is too little for the policy', async () => {
    office.setItems([unpaidSeats, aPayment(4_819_600)])
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
           …
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
           …
      `,
    )
    assert.deepEqual(transitions(), [])
  })

  it('goes on after a part payment that leaves enough', async () => {
    office.setItems([unpaidSeats, aPayment(2_000_000)])
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Can be undone until May 30, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet.
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      `,
    )
    assert.deepEqual(
      transitions().map(({ subscription }) => subscription),
      [seats, voicemail],
    )
  })

  it('keeps the request when the ledger has become too old, until a fresh one is there', async () => {
    office.setItems([unpaidSeats], '2025-03-25')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot: The ledger is of Mar 25, 2025, too old to approve on. The request stays: approve it once a fresh ledger is imported.
      Mei: waiting
      Bot: 1 request waits
           S-1 · Contoso: Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           [S-1]
      `,
    )
    assert.deepEqual(transitions(), [])
    office.setItems([unpaidSeats], '2025-03-31')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      `,
    )
    assert.deepEqual(
      transitions().map(({ subscription }) => subscription),
      [seats, voicemail],
    )
  })

  it('cancels when the ledger account turns out to be another customer’s', async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [{ ...fabrikamCustomer, name: 'Contoso Limited', domain: 'contoso.com' }, []],
      ],
    })
    await transcript(
      office,
      `
      Mei: suspend contoso.cn for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions? Those behind unpaid invoice lines are chosen
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
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
      Mei: match K-1001
      Bot: Contoso has Contoso Ltd (K-1001) in the ledger
           If that is wrong, which of these is it? A changed pair ends the requests that wait.
           Contoso Limited · contoso.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [It is Contoso Limited (Partner Center)]
      Mei: [It is Contoso Limited (Partner Center)]
      Bot: Kept: the account belongs to Contoso Limited.
           [Open]
      Bot: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
      Bot changes: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
           …
      Wang late: [Approve]
      Bot: S-1 was decided already. Cancelled, nothing was suspended: the ledger account was matched to another customer.
      Mei: [Open]
      Bot: Contoso Limited
           Old enough for a suspension, but no final notice is on record: send one and say “final notice NAME”.
           At Partner Center: Contoso Limited · contoso.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
           Invoice · Due · Days · Left to pay
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           No subscriptions
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Ticket]
      `,
    )
    assert.deepEqual(transitions(), [])
    assert.deepEqual(
      (await office.store.auditOf(contoso)).map(({ by, what }) => `${by} ${what}`),
      ['mei suspension.requested', 'mei suspension.voided'],
    )
    assert.equal((await office.store.get('match', 'K-1001'))?.value.tenantId, fabrikam)
  })

  it('reads the debt once more before each call', async () => {
    office.operators['china']?.weather('looks', { kind: 'unreachable' })
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
      `,
    )
    office.setItems([])
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      `,
    )
    assert.deepEqual(transitions(), [])
  })
})
