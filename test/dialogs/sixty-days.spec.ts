import assert from 'node:assert/strict'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

const day = 24 * 3_600_000

/** Contoso's phones were suspended on 31 March: sixty days later is 30 May. */
async function suspended(): Promise<Office> {
  const office = await anOffice({ timetable: true })
  await before(office, 'Mei: suspend contoso for non-payment', 'Mei: 3', 'Mei: Nothing since January.', 'Mei: ask')
  const by = office.speaker('Wang', { channel: null, chat: 'teams' })
  await office.hear({
    kind: 'acted',
    by,
    action: { act: 'suspension.approve', case: 'S-1', version: 1 },
    inputs: {},
  })
  await office.pass(15 * 60_000)
  return office
}

describe('21Vianet, 60 days', () => {
  let office: Office
  beforeEach(async () => {
    office = await suspended()
  })

  it('stands in the digest, becomes a card, goes to administrators, and is let go by an approver', async () => {
    await transcript(
      office,
      `
      Ines in #money: route approvals here
      Bot: From now on, news about approvals goes to #money.
      Mei: countdown
      Bot: 1 subscription is on hold and out of service
           Contoso · Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
      `,
    )
    await transcript(
      office,
      `
      (720 h pass)
      Bot to #money: On hold, and to be lost
           This can be brought back only until the day it shows; after that its data is lost for good.
           Contoso · Phones at 21Vianet: until May 30, 2025, 30 days left
           A card follows seven days before. Say “countdown” to see all of it.
      (384 h pass)
      Bot to #money: On hold, and to be lost
           This can be brought back only until the day it shows; after that its data is lost for good.
           Contoso · Phones at 21Vianet: until May 30, 2025, 14 days left
           A card follows seven days before. Say “countdown” to see all of it.
      (168 h pass)
      Bot to #money: D-1: what Contoso is about to lose
           7 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Nobody has signed yet. This desk brings nothing back and deletes nothing by itself.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      (96 h pass)
      Bot changes for #money: D-1: what Contoso is about to lose
           3 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Nobody has signed yet. This desk brings nothing back and deletes nothing by itself.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Bot in thread of D-1 in #money: May 27, 2025, 10:15 AM · Nobody has signed; the administrators were told.
      Bot to Ines: D-1: what Contoso is about to lose
           Nobody has signed for this yet. An approver can let it go; a collector, approver or fraud lead can bring it back.
           3 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Nobody has signed yet. This desk brings nothing back and deletes nothing by itself.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Bot to Otto: D-1: what Contoso is about to lose
           Nobody has signed for this yet. An approver can let it go; a collector, approver or fraud lead can bring it back.
           3 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Nobody has signed yet. This desk brings nothing back and deletes nothing by itself.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Otto: [Let it go] words=They have left.
      Bot changes: D-1: what Contoso is about to lose
           3 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Nobody has signed yet. This desk brings nothing back and deletes nothing by itself.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Bot: Your role does not allow letting it go. It takes the role of approver.
      Wang in #money: [Let it go]
      Bot: Write why it may be lost, then press again.
      Wang in #money: [Let it go] words=They have left for good and took their data along.
      Bot changes: D-1: what Contoso is about to lose
           Wang lets it go: They have left for good and took their data along.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      Bot in thread of D-1: May 27, 2025, 10:15 AM · Wang lets it go.
      Bot changes for Ines: D-1: what Contoso is about to lose
           Wang lets it go: They have left for good and took their data along.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      Bot changes for Otto: D-1: what Contoso is about to lose
           Wang lets it go: They have left for good and took their data along.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      (120 h pass)
      `,
    )
  })

  it('comes back when somebody wants it back, and its card closes by itself', async () => {
    await office.pass(53 * day)
    await transcript(
      office,
      `
      Mei: D-1
      Bot: D-1: what Contoso is about to lose
           7 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Nobody has signed yet. This desk brings nothing back and deletes nothing by itself.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Mei: [Bring it back]
      Bot changes: D-1: what Contoso is about to lose
           7 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Mei wants it back (May 23, 2025, 10:15 AM); it counts on until it is.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Bot: Contoso: what is out of service
           Phones is held for non-payment (S-1, Wang, Mar 31, 2025). It can be brought back until May 30, 2025, 60 days after it was suspended; have 21Vianet confirm the day.
           S-1: Nothing since January.
           Contoso owes CNY 48,200.00, the oldest 123 days past due.
           Service returns when the last hold of a subscription is lifted.
           [Lift the non-payment hold]
      Bot changes for Wang: D-1: what Contoso is about to lose
           7 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Mei wants it back (May 23, 2025, 10:15 AM); it counts on until it is.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Bot changes for Lin: D-1: what Contoso is about to lose
           7 days left to bring it back; after that its data is lost for good.
           Phones: can be brought back until May 30, 2025 (60 days after it was suspended, by 21Vianet’s older pages: have 21Vianet confirm the day)
           Mei wants it back (May 23, 2025, 10:15 AM); it counts on until it is.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Why it may be lost:
           [Bring it back] [Let it go]
      Mei: [Lift the non-payment hold]
      Bot changes: R-1: resume Contoso
           Holds lifted; service is coming back.
           Phones: being carried out
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Mei, May 23, 2025, 10:15 AM
      Bot: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet May 23, 2025, 10:15 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
      Bot changes: R-1: resume Contoso
           1 of 1 back in service.
           Phones: in service again, confirmed by 21Vianet May 23, 2025, 10:15 AM
           Phones is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Asked by: Mei, May 23, 2025, 10:15 AM
      (15 min pass)
      Bot changes for Wang: D-1: what Contoso is about to lose
           Nothing of it is about to be lost any more: it is back, no longer on hold here, or has more time.
           Phones: would have been lost after May 30, 2025
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      Bot changes for Lin: D-1: what Contoso is about to lose
           Nothing of it is about to be lost any more: it is back, no longer on hold here, or has more time.
           Phones: would have been lost after May 30, 2025
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      Bot changes for Mei: D-1: what Contoso is about to lose
           Nothing of it is about to be lost any more: it is back, no longer on hold here, or has more time.
           Phones: would have been lost after May 30, 2025
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      `,
    )
  })

  it('is recorded as passed where nobody signed, and nothing is done about it', async () => {
    await office.pass(53 * day)
    await office.pass(7 * day)
    await transcript(
      office,
      `
      (24 h pass)
      Bot changes for Wang: D-1: what Contoso is about to lose
           The last day has passed, and nobody had signed.
           Phones: the last day, May 30, 2025, has passed
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      Bot changes for Lin: D-1: what Contoso is about to lose
           The last day has passed, and nobody had signed.
           Phones: the last day, May 30, 2025, has passed
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      Bot changes for Ines: D-1: what Contoso is about to lose
           The last day has passed, and nobody had signed.
           Phones: the last day, May 30, 2025, has passed
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      Bot changes for Otto: D-1: what Contoso is about to lose
           The last day has passed, and nobody had signed.
           Phones: the last day, May 30, 2025, has passed
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      (24 h pass)
      Wang: D-1
      Bot: D-1: what Contoso is about to lose
           The last day has passed, and nobody had signed.
           Phones: the last day, May 30, 2025, has passed
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
      `,
    )
    const china = office.operators['china'] as FakeOperator
    assert.deepEqual(
      china.transitions.map(({ to }) => to),
      ['suspended'],
    )
  })
})
