import assert from 'node:assert/strict'
import { anOperatorCustomer, contoso, fabrikam } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'

describe('between the question and the second person’s press', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const transitions = () => office.operators['china']?.transitions ?? []

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
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
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
      Mei: match K-1001
      Bot: Contoso has Contoso Ltd (K-1001) in the ledger
           If that is wrong, which of these is it? Changing the match cancels the requests that are waiting.
           Contoso Limited · contoso.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [It is Contoso Limited (Partner Center)]
      Mei: [It is Contoso Limited (Partner Center)]
      Bot changes: Recorded: the account belongs to Contoso Limited.
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
      Bot: S-1 has already been dealt with. Cancelled, nothing was suspended: the ledger account was matched to another customer.
      Mei: [Open]
      Bot: Contoso Limited
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           At Partner Center: Contoso Limited · contoso.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           No subscriptions
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Remind] [Final notice was given] [Agreements] [Ticket]
      `,
    )
    assert.deepEqual(transitions(), [])
    assert.deepEqual(
      (await office.store.auditOf(contoso)).map(({ by, what }) => `${by} ${what}`),
      ['mei suspension.requested', 'mei suspension.voided'],
    )
    assert.equal((await office.store.get('match', 'K-1001'))?.value.tenantId, fabrikam)
  })

  it('takes what is disputed of its invoices along, and says whose they were', async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [{ ...fabrikamCustomer, name: 'Contoso Limited', domain: 'contoso.com' }, []],
      ],
    })
    await before(office, 'Mei: dispute INV-1 800 CNY because never ordered', 'Mei: record')
    await transcript(
      office,
      `
      Mei: match K-1001
      Bot: Contoso has Contoso Ltd (K-1001) in the ledger
           …
      Mei: [It is Contoso Limited (Partner Center)]
      Bot changes: Recorded: the account belongs to Contoso Limited.
           [Open]
      Mei: agreements contoso.com
      Bot: What is agreed with Contoso Limited
           A-1 · CNY 800.00 of INV-1 is disputed: “never ordered”. Recorded when the invoice counted as Contoso’s.
           …
      Mei: agreements contoso.cn
      Bot: What is agreed with Contoso
           Nothing.
           …
      `,
    )
  })
})
