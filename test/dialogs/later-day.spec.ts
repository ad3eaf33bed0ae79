import assert from 'node:assert/strict'
import { aPayment } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, unpaidSeats } from './an-office.ts'

describe('a suspension on a later day', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  const suspended = () => office.operators['china']?.transitions.length

  it('is approved now and carried out when work begins that day', async () => {
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment on thursday
      Bot: Suspend Contoso for non-payment?
           To be approved now and carried out on Apr 3, 2025, when work begins; the debt is read again then.
           …
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
           To be carried out: on Apr 3, 2025, when work begins
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until Jun 2, 2025, 60 days from Apr 3, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           …
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; to be carried out Apr 3, 2025, 9:00 AM.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; to be carried out Apr 3, 2025, 9:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; to be carried out Apr 3, 2025, 9:00 AM.
           …
      `,
    )
    assert.equal(suspended(), 0)
    office.setItems([unpaidSeats], '2025-04-02')
    await office.pass(70 * 3_600_000)
    assert.equal(suspended(), 0)
    // Thursday, nine o'clock: longer ago than an approval holds by itself.
    await office.pass(3_600_000)
    assert.equal(suspended(), 2)
  })

  it('is not carried out where the debt was paid before', async () => {
    await before(office, 'Mei: suspend contoso for non-payment on thursday', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; to be carried out Apr 3, 2025, 9:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; to be carried out Apr 3, 2025, 9:00 AM.
           …
      `,
    )
    office.setItems([unpaidSeats, aPayment(4_820_000)], '2025-04-02')
    await office.pass(71 * 3_600_000)
    assert.equal(suspended(), 0)
    await transcript(
      office,
      `
      Wang: S-1
      Bot: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the debt was paid in the meantime.
           …
      `,
    )
  })

  it('is called off while it waits', async () => {
    await before(office, 'Mei: suspend contoso for non-payment on thursday', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; to be carried out Apr 3, 2025, 9:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; to be carried out Apr 3, 2025, 9:00 AM.
           …
      Wang: [Call off what is not done]
      Bot changes: S-1: suspension of Contoso
           Cancelled, nothing was suspended: it was called off.
           …
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: it was called off.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: it was called off.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: it was called off.
           …
      `,
    )
    await office.pass(80 * 3_600_000)
    assert.equal(suspended(), 0)
  })

  it('is asked about where the day cannot be read or is past, and a name with “on” in it stays a name', () =>
    transcript(
      office,
      `
      Mei: suspend contoso on 2025-03-30
      Bot: Mar 30, 2025 is past. Name a day to come, or none.
      Mei: suspend works on wheels
      Bot: I find no customer “works on wheels”. Try another spelling, the domain or the account number.
           [Not now]
      `,
    ))
})

describe('the Friday brake', () => {
  // Monday ten o'clock, and Tuesday is a holiday: the last hours begin at one.
  it('asks for two approvers within the last working hours, and says why', async () => {
    const office = await anOffice({ holidays: ['2025-04-01'] })
    await office.pass(4 * 3_600_000)
    await before(office, 'Mei: suspend contoso for non-payment')
    await transcript(
      office,
      `
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waiting for 2 different approvers. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 2:00 PM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Just before or on days off at the customer’s place nothing is suspended for a debt, as nobody is there to pay or to help. Two approvers are needed to have it done at once; or ask for Apr 2, 2025, 9:00 AM or later.
           …
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      Wang: [Approve]
      Bot changes: S-1: suspend Contoso?
           Approved by Wang; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Mei: S-1: suspend Contoso?
           Approved by Wang; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot changes for Lin: S-1: suspend Contoso?
           Approved by Wang; waiting for one more approver. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang and Lin; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang and Lin; carried out.
           …
      `,
    )
    assert.equal(office.operators['china']?.transitions.length, 2)
  })

  it('holds back what one person approves within them', async () => {
    const office = await anOffice({ holidays: ['2025-04-01'] })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await office.pass(4 * 3_600_000)
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; held back over days off at the customer’s place, to be carried out Apr 2, 2025, 9:00 AM.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; held back over days off at the customer’s place, to be carried out Apr 2, 2025, 9:00 AM.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; held back over days off at the customer’s place, to be carried out Apr 2, 2025, 9:00 AM.
           …
      `,
    )
    assert.equal(office.operators['china']?.transitions.length, 0)
    await office.pass(43 * 3_600_000)
    assert.equal(office.operators['china']?.transitions.length, 2)
  })
})
