import { anOffice, before } from '../an-office.ts'
import { transcript } from '../../kit/transcript.ts'

describe('the daily limit', () => {
  it('halts the rest and asks two approvers, neither of whom asked for it', async () => {
    const office = await anOffice({ policy: { dailyLimit: 0 } })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: not done yet, waiting since Mar 31, 2025, 10:00 AM. The day’s limit of suspensions for non-payment at 21Vianet was reached; two approvers decide in B-1.
           …
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      Bot: B-1: let more suspensions go on at 21Vianet?
           No suspension for non-payment may be begun at 21Vianet on Mar 31, 2025; that is the policy’s daily limit. The rest waits: two different approvers can let it go on. Nobody decides on what they asked for. Expires Apr 2, 2025, 9:59 AM GMT+8.
           S-1 · Contoso, asked by Mei
           [Let 1 more go] [Call off the rest]
      Bot to Lin: B-1: let more suspensions go on at 21Vianet?
           …
      Wang: [Let 1 more go]
      Bot changes: B-1: let more suspensions go on at 21Vianet?
           No suspension for non-payment may be begun at 21Vianet on Mar 31, 2025; that is the policy’s daily limit. The rest waits: approved by Wang; waiting for one more approver. Nobody decides on what they asked for. Expires Apr 2, 2025, 9:59 AM GMT+8.
           …
      Bot changes for Lin: B-1: let more suspensions go on at 21Vianet?
           …
      Wang: [Let 1 more go]
      Bot: You approved this already; a different second approver is needed.
      Lin: [Let 1 more go]
      Bot changes: B-1: let more suspensions go on at 21Vianet?
           Wang and Lin let one more go on.
           S-1 · Contoso, asked by Mei
      Bot changes for Wang: B-1: let more suspensions go on at 21Vianet?
           …
      (1 min pass)
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      `,
    )
  })

  it('ends what is called off, and says so', async () => {
    const office = await anOffice({ policy: { dailyLimit: 0 } })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      Bot: B-1: let more suspensions go on at 21Vianet?
           …
      Bot to Lin: B-1: let more suspensions go on at 21Vianet?
           …
      Lin: [Call off the rest]
      Bot changes: B-1: let more suspensions go on at 21Vianet?
           Lin called off the rest of the day. It was not suspended.
           S-1 · Contoso, asked by Mei
      Bot changes for Wang: B-1: let more suspensions go on at 21Vianet?
           …
      (1 min pass)
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the day’s limit was reached, and nobody let it go on.
      Bot changes for Mei: S-1: suspension of Contoso
           …
      Bot changes for Wang: S-1: suspension of Contoso
           …
      Bot changes for Lin: S-1: suspension of Contoso
           …
      `,
    )
  })
})
