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
           Lose access at once: Office, Visio, Project, and Other: 25 seats each; how many people use them is unknown
           Lose access at once: Azure: unknown
           Billed to us meanwhile: Office: goes on until Nov 30, 2025; how much is unknown
           Billed to us meanwhile: Visio: goes on until the end of the term, which is unknown; how much is unknown
           Billed to us meanwhile: Project: nothing
           Billed to us meanwhile: Azure: by use, until the Azure subscriptions under it are stopped
           Billed to us meanwhile: Other: unknown
           Can be undone: Office: until its term ends on Nov 30, 2025; after that, treat access and data as lost
           Can be undone: Visio, Azure, and Other: until when is unknown
           Can be undone: Project: until Jun 29, 2025, 90 days from Mar 31, 2025, but not beyond its term, whose end is unknown; then the data is deleted
           Switched off by it: Office and Visio: auto-renew; the desk puts it back when it resumes
           Switched off by it: Other: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           An Azure plan can be suspended only when no Azure subscription under it is active; else the operator refuses (900115). For fraud or misuse, choose those too: the desk stops them first. For other reasons it cannot: stop them in the Azure portal first.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
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
