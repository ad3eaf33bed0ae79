import assert from 'node:assert/strict'
import { anInvoice, phones } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, voicemail } from './an-office.ts'

describe('asking for a suspension', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('can be typed from the first word to the last', async () => {
    await transcript(
      office,
      `
      Mei: suspend
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: contoso
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: because they do not pay
      Bot: Why should Contoso be suspended?
           I did not understand that as an answer.
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: 1, 3
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           …
      Mei: 4
      Bot: Suspend Contoso for non-payment?
           I did not understand that as an answer.
           …
      Mei: all
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. (x) Voicemail × 25 (add-on)
           …
      Mei: 3
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           …
      Mei: They promised the money for February.
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           What it does
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person: They promised the money for February.
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
           Note: They promised the money for February.
           This subscription and no other:
           Phones × 5
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
    const asked = await office.store.get('suspension', 'S-1')
    assert.deepEqual(
      asked?.value.subscriptions.map(({ id }) => id),
      [phones],
    )
    assert.equal(asked?.value.note, 'They promised the money for February.')
  })

  it('takes yes for yes', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: Yes, please.
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    ))

  it('chooses nothing where the ledger does not tell what is unpaid', async () => {
    office.setItems([anInvoice()])
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           The ledger does not say which subscriptions are unpaid: choose them yourself.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           …
      Mei: [Ask a second person]
      Bot changes: Suspend Contoso for non-payment?
           Choose at least one subscription.
           …
      Mei: [Ask a second person] subscriptions=1,3
      Bot changes: Suspend Contoso for non-payment?
           You chose anew: below is what that does. Press again if it is what you want.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           The ledger does not say which subscriptions are unpaid: choose them yourself.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           What it does
           Lose access at once: Microsoft 365 Business: 25 seats; how many people use them is unknown
           Lose access at once: Phones: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           …
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
           These 2 subscriptions and no others:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
  })

  it('offers only what is in service', async () => {
    office.operators['china']?.change(phones, { status: 'deleted' })
    office.operators['china']?.change(voicemail, { status: 'suspended' })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Microsoft 365 Business × 25
           …
      `,
    )
    for (const { id } of contosoSubscriptions) office.operators['china']?.change(id, { status: 'suspended' })
    await transcript(
      office,
      `
      Mei: [Ask a second person]
      Bot changes: Nothing of Contoso can be suspended: no subscription is active, or each is held for this already.
      `,
    )
  })

  it('asks nobody when Mei changes her mind', async () => {
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: [Not now]
      Bot changes: All right, dropped. Nothing was done.
      Mei late: [Not now]
      Bot: That was answered already; the newest card is the one that counts.
      Mei late: [Ask a second person]
      Bot: That was answered already; the newest card is the one that counts.
      `,
    )
    assert.deepEqual(await office.desk.suspensions.open(), [])
  })

  it('says so when nobody is there who could approve', async () => {
    office = await anOffice({ alone: true })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           This request waits, but nobody who could approve it can be reached: none of them has written to me yet, and no channel is set with “route approvals here”.
           …
      Mei: waiting
      Bot: 1 request is waiting
           S-1 · Contoso: Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           [S-1]
      `,
    )
  })
})
