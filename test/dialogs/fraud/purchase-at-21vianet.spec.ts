import { anOperatorCustomer, aSubscription, ines, mei, otto, seats, wang } from '../../kit/builders.ts'
import type { FakeOperator } from '../../kit/fake-operator.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

describe('a customer of 21Vianet buys five hundred seats', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      staff: [mei, wang, ines, otto],
      customers: [[anOperatorCustomer({ name: 'Contoso' }), [aSubscription({ quantity: 10 })]]],
      timetable: true,
    })
    await transcript(office, 'Otto in #fraud: route fraud here\nBot: From now on, news about fraud goes to #fraud.')
    await office.pass(15 * 60_000)
  })

  it('and is stopped by two people within the next look, though nobody outside said a word', async () => {
    ;(office.operators['china'] as FakeOperator).change(seats, { quantity: 500 })
    await transcript(
      office,
      `
      (15 min pass)
      Bot to #fraud: F-1: Suspicious use at Contoso (21Vianet)
           …
      `,
    )
    await transcript(
      office,
      `
      Ines: F-1
      Bot: F-1: Suspicious use at Contoso (21Vianet)
           Nobody looks after it yet.
           Nobody outside asks for an answer; our own aim is Mar 31, 2025, 11:30 AM.
           Suspicious purchase
           Subscription: Microsoft 365 商业版
           Since: Mar 31, 2025, 10:30 AM
           Seen: once, last Mar 31, 2025, 10:30 AM
           Judged: high severity and medium confidence
           Seats: 10 before, 500 now
           Offer: Microsoft 365 Business
           Why it is suspicious: a jump in quantity and bought while overdue enough to be suspended
           Owed when it opened: CNY 48,200.00 overdue, the oldest for 70 days; stage: suspension (ledger of Mar 30, 2025)
           …
      Ines: [Suspend]
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot to Ines: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 商业版: suspended, confirmed by 21Vianet Mar 31, 2025, 10:30 AM
      Bot changes for Ines: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for #fraud: F-1: Suspicious use at Contoso (21Vianet)
           S-1 was decided; the verdict is still to be given.
           Answered after less than a minute, by S-1.
           …
      Bot in thread of F-1 in #fraud: Mar 31, 2025, 10:30 AM · A suspension was decided; that stops the clock.
      Bot changes for Ines: F-1: Suspicious use at Contoso (21Vianet)
           S-1 was decided; the verdict is still to be given.
           …
      `,
    )
  })
})
