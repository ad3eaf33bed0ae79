import assert from 'node:assert/strict'
import { aPayment, seats } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, unpaidSeats, voicemail } from './an-office.ts'

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
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      Lin late: [Approve]
      Bot: S-1 has already been dealt with. Cancelled, nothing was suspended: the debt was paid in the meantime.
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
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
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
      Bot: The ledger is as of Mar 25, 2025, too old to approve on. The request stays open: approve it once a fresh ledger is imported.
      Mei: waiting
      Bot: 1 request is waiting
           S-1 · Contoso: Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
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
           Microsoft 365 Business: not done yet. 21Vianet is not answering. The desk has kept trying since Mar 31, 2025, 10:00 AM.
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
