import { anOperatorCustomer, aSubscription } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions } from './an-office.ts'

const seats = [aSubscription({ id: 'false-seats', name: 'Seats' })]

describe('a name with letters of several alphabets', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        // A Cyrillic а.
        [anOperatorCustomer({ tenantId: 'false-1', name: 'Fabrikаm', domain: 'fabrikam-pay.example' }), seats],
      ],
    })
  })

  it('is not found by what it only looks like, but asked about', () =>
    transcript(
      office,
      `
      Mei: suspend fabrikam
      Bot: Nobody is called “fabrikam”. Did you mean one of these?
           Fabrikаm · letters of several alphabets · fabrikam-pay.example · 21Vianet
           [Fabrikаm (21Vianet)] [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      `,
    ))

  it('is told on its card', () =>
    transcript(
      office,
      `
      Mei: customer fabrikam-pay.example
      Bot: Fabrikаm
           No ledger account is matched to this customer, so no stage is known.
           At 21Vianet: Fabrikаm · fabrikam-pay.example · letters of several alphabets
           Tenant id: false-1
           In the ledger: no account is matched to this customer
           This name mixes letters of several alphabets that look alike. Make sure that it is whom you mean.
           1 subscription
           Seats × 25: active
           [Suspend] [Ticket]
      `,
    ))
})
