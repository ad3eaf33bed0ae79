import { aSubscription, fabrikam } from '../kit/builders.ts'
import type { CommercialModel } from '../../domain/ports/operator-lane.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from './an-office.ts'

const sold = (name: string, model: CommercialModel, commitmentEnd: Instant | null = null) =>
  aSubscription({ id: `${fabrikam}-${name}`, name, model, commitmentEnd })

describe('what a suspension does', () => {
  it('is told for each way a subscription was sold, and what nobody knows is called unknown', async () => {
    const office = await anOffice({
      customers: [
        [
          fabrikamCustomer,
          [
            sold('Office', 'new-commerce', '2025-11-30T00:00:00.000Z'),
            sold('Visio', 'new-commerce'),
            sold('Project', 'legacy'),
            sold('Azure', 'azure-plan'),
            sold('Other', 'unknown'),
          ],
        ],
      ],
    })
    await transcript(
      office,
      `
      Mei: suspend fabrikam for fraud
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           …
      Mei: all
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           …
      Mei: Calls to premium numbers all night.
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           …
      Mei: ask
      Bot: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Calls to premium numbers all night.
           These 5 subscriptions and no others:
           Office × 25
           Visio × 25
           Project × 25
           Azure × 25
           Other × 25
           Users lose access at once. Administrators can still reach the data.
           Office: can be undone until its term ends on Nov 30, 2025; after that, treat access as lost. We are still billed, and auto-renew is switched off.
           Visio: how long it can be undone is unknown.
           Can be undone for 90 days, but not beyond the term; then the data is deleted.
           An Azure plan can be suspended only when no Azure subscription under it is active.
           Other: how long it can be undone is unknown.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Withdraw]
      Bot to Wang: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           …
      Bot to Lin: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           …
      Bot to Ines: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           Office: being carried out
           …
      Bot to Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Office: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Bot changes for Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Office: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Office: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Bot changes for Lin: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Office: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Bot changes for Ines: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Office: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      `,
    )
  })
})
