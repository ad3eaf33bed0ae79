import { aSubscription, fabrikam, mei, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, fabrikamCustomer } from './an-office.ts'

describe('the card of a suspension that was carried out', () => {
  it('tells only the way back: what an Azure plan takes to be suspended is of no use any more', async () => {
    const office = await anOffice({
      staff: [mei, wang],
      customers: [
        [
          fabrikamCustomer,
          [
            aSubscription({ id: `${fabrikam}-azure`, name: 'Azure', model: 'azure-plan' }),
            aSubscription({ id: `${fabrikam}-project`, name: 'Project', model: 'legacy' }),
          ],
        ],
      ],
    })
    await before(office, 'Mei: suspend fabrikam for fraud', 'Mei: all', 'Mei: Premium numbers.', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           …
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Azure: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Project: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           Reason: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Premium numbers.
           These 2 subscriptions and no others:
           Azure × 25
           Project × 25
           Can be undone: until Jun 29, 2025, 90 days from Mar 31, 2025, but not beyond its term, whose end is unknown; then the data is deleted
           A payment does not lift this hold.
      `,
    )
  })
})
