import assert from 'node:assert/strict'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { aSubscription, fabrikam, ines, mei, rosa, wang } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from './an-office.ts'

const plan = `${fabrikam}-azure`

describe('stopping single Azure subscriptions', () => {
  let office: Office
  let operator: FakeOperator
  beforeEach(async () => {
    office = await anOffice({
      staff: [mei, wang, ines, rosa],
      customers: [
        [fabrikamCustomer, [aSubscription({ id: plan, name: 'Azure plan', model: 'azure-plan', quantity: 1 })]],
      ],
    })
    operator = office.operators['global'] as FakeOperator
    operator.putAzure({ id: 'az-1', name: 'harbor-lane-prod', plan, status: 'active' })
    operator.putAzure({ id: 'az-2', name: 'harbor-lane-test', plan, status: 'active' })
    operator.putAzure({ id: 'az-3', name: 'harbor-lane-old', plan, status: 'inactive' })
  })

  it('is asked for by name on suspicion, comes before their plan and is undone after it; one may need the portal', async () => {
    await transcript(
      office,
      `
      Mei: suspend fabrikam for fraud
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           1. ( ) Azure plan × 1
           2. ( ) harbor-lane-prod (Azure subscription under Azure plan)
           3. ( ) harbor-lane-test (Azure subscription under Azure plan)
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: all
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           1. (x) Azure plan × 1
           2. (x) harbor-lane-prod (Azure subscription under Azure plan)
           3. (x) harbor-lane-test (Azure subscription under Azure plan)
           What it does
           Lose access at once: Azure plan: unknown
           Lose access at once: harbor-lane-prod and harbor-lane-test: everyone who uses resources there; who that is, is unknown
           Billed to us meanwhile: Azure plan: by use, until the Azure subscriptions under it are stopped
           Billed to us meanwhile: harbor-lane-prod and harbor-lane-test: nothing for use once stopped
           Can be undone: until when is unknown
           Stopping the Azure subscriptions stops every resource under them; which those are is unknown. It can be undone; reactivation may need the Azure portal.
           The Azure subscriptions chosen with it are stopped first; the Azure plan is suspended once none under it is active.
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: Mining since midnight.
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           1. (x) Azure plan × 1
           2. (x) harbor-lane-prod (Azure subscription under Azure plan)
           3. (x) harbor-lane-test (Azure subscription under Azure plan)
           What it does
           Lose access at once: Azure plan: unknown
           Lose access at once: harbor-lane-prod and harbor-lane-test: everyone who uses resources there; who that is, is unknown
           Billed to us meanwhile: Azure plan: by use, until the Azure subscriptions under it are stopped
           Billed to us meanwhile: harbor-lane-prod and harbor-lane-test: nothing for use once stopped
           Can be undone: until when is unknown
           Stopping the Azure subscriptions stops every resource under them; which those are is unknown. It can be undone; reactivation may need the Azure portal.
           The Azure subscriptions chosen with it are stopped first; the Azure plan is suspended once none under it is active.
           What was seen? The second person decides on these words: Mining since midnight.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: ask
      Bot: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Mining since midnight.
           These 3 subscriptions and no others:
           Azure plan × 1
           harbor-lane-prod (Azure subscription)
           harbor-lane-test (Azure subscription)
           Lose access at once: Azure plan: unknown
           Lose access at once: harbor-lane-prod and harbor-lane-test: everyone who uses resources there; who that is, is unknown
           Billed to us meanwhile: Azure plan: by use, until the Azure subscriptions under it are stopped
           Billed to us meanwhile: harbor-lane-prod and harbor-lane-test: nothing for use once stopped
           Can be undone: until when is unknown
           Stopping the Azure subscriptions stops every resource under them; which those are is unknown. It can be undone; reactivation may need the Azure portal.
           The Azure subscriptions chosen with it are stopped first; the Azure plan is suspended once none under it is active.
           A payment does not lift this hold.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Ines: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Rosa: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
    operator.weather('changes', 'later')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           Azure plan: being carried out
           harbor-lane-prod: being carried out
           harbor-lane-test: being carried out
           …
      Bot changes for Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           Azure plan: not done yet. The Azure subscriptions under it are stopped first. Partner Center may show them as active for about ten minutes more. The desk has kept trying since Mar 31, 2025, 10:00 AM.
           harbor-lane-prod: Partner Center accepted it; not confirmed yet
           harbor-lane-test: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      Bot changes for Ines: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      Bot changes for Rosa: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      `,
    )
    operator.letArrive()
    await transcript(
      office,
      `
      (11 min pass)
      Bot changes for Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           Azure plan: not done yet. The Azure subscriptions under it are stopped first. Partner Center may show them as active for about ten minutes more. The desk has kept trying since Mar 31, 2025, 10:00 AM.
           harbor-lane-prod: suspended, confirmed by Partner Center Mar 31, 2025, 10:11 AM
           harbor-lane-test: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Bot changes for Wang: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      Bot changes for Ines: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      Bot changes for Rosa: S-1: suspension of Fabrikam Inc
           Approved by Wang; being carried out.
           …
      (1 min pass)
      Bot to Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Azure plan: suspended, confirmed by Partner Center Mar 31, 2025, 10:12 AM
           harbor-lane-prod: suspended, confirmed by Partner Center Mar 31, 2025, 10:11 AM
           harbor-lane-test: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           Azure plan: suspended, confirmed by Partner Center Mar 31, 2025, 10:12 AM
           harbor-lane-prod: suspended, confirmed by Partner Center Mar 31, 2025, 10:11 AM
           harbor-lane-test: suspended, confirmed by Partner Center Mar 31, 2025, 10:00 AM
           …
      Bot changes for Wang: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           …
      Bot changes for Ines: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           …
      Bot changes for Rosa: S-1: suspension of Fabrikam Inc
           Approved by Wang; carried out.
           …
      Ines: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           harbor-lane-test is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). Until when it can be brought back is unknown: ask the operator.
           harbor-lane-prod is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). Until when it can be brought back is unknown: ask the operator.
           Azure plan is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). Until when it can be brought back is unknown: ask the operator.
           S-1: Mining since midnight.
           Service returns when the last hold of a subscription is lifted.
           [Lift the fraud hold]
      Ines: [Lift the fraud hold]
      Bot changes: R-1: resume Fabrikam Inc
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Hold: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Ines, Mar 31, 2025, 10:12 AM
           These 3 subscriptions and no others:
           harbor-lane-test is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). Until when it can be brought back is unknown: ask the operator.
           harbor-lane-prod is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). Until when it can be brought back is unknown: ask the operator.
           Azure plan is held for fraud (S-1, Wang, Mar 31, 2025; to be reviewed Apr 3, 2025). Until when it can be brought back is unknown: ask the operator.
           Reason for rejecting:
           [Approve] [Reject]
      Bot to Rosa: R-1: resume Fabrikam Inc
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
    operator.weather('changes', 'ok', 'ok', { kind: 'refused', status: 400, code: '900337' })
    await transcript(
      office,
      `
      Rosa: [Approve]
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           harbor-lane-test: being carried out
           harbor-lane-prod: being carried out
           Azure plan: being carried out
           Hold: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Ines, Mar 31, 2025, 10:12 AM
           Approved by: Rosa, Mar 31, 2025, 10:12 AM
      Bot changes for Ines: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           harbor-lane-test: not done yet. Its Azure plan comes back first. The desk has kept trying since Mar 31, 2025, 10:12 AM.
           harbor-lane-prod: not done yet. Its Azure plan comes back first. The desk has kept trying since Mar 31, 2025, 10:12 AM.
           Azure plan: in service again, confirmed by Partner Center Mar 31, 2025, 10:12 AM
           Azure plan is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           Hold: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Ines, Mar 31, 2025, 10:12 AM
           Approved by: Rosa, Mar 31, 2025, 10:12 AM
      Bot changes: R-1: resume Fabrikam Inc
           Holds lifted; service is coming back.
           …
      (1 min pass)
      Bot to Ines: R-1: resume Fabrikam Inc
           2 of 3 back in service.
           harbor-lane-test: in service again, confirmed by Partner Center Mar 31, 2025, 10:13 AM
           harbor-lane-prod: not done. Partner Center cannot bring this Azure subscription back (code 900337). It may need the Azure portal, and its Azure plan has to be active for that.
           Azure plan: in service again, confirmed by Partner Center Mar 31, 2025, 10:12 AM
           Azure plan is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           What is not back is still on hold. Once it can come back, say “resume Fabrikam Inc” again.
      Bot changes for Ines: R-1: resume Fabrikam Inc
           2 of 3 back in service.
           harbor-lane-test: in service again, confirmed by Partner Center Mar 31, 2025, 10:13 AM
           harbor-lane-prod: not done. Partner Center cannot bring this Azure subscription back (code 900337). It may need the Azure portal, and its Azure plan has to be active for that.
           Azure plan: in service again, confirmed by Partner Center Mar 31, 2025, 10:12 AM
           Azure plan is as it was before the suspension: seats, add-ons, auto-renew and scheduled changes.
           What is not back is still on hold. Once it can come back, say “resume Fabrikam Inc” again.
           …
      Bot changes for Rosa: R-1: resume Fabrikam Inc
           2 of 3 back in service.
           …
      `,
    )
    assert.deepEqual(
      operator.transitions.map(({ subscription, to }) => [subscription, to]),
      [
        ['az-2', 'inactive'],
        ['az-1', 'inactive'],
        [plan, 'suspended'],
        [plan, 'active'],
        ['az-2', 'active'],
      ],
    )
  })

  it('is not offered for another reason, and the form says why the plan alone may not do', () =>
    transcript(
      office,
      `
      Mei: suspend fabrikam for customer request
      Bot: Suspend Fabrikam Inc for customer request?
           Which subscriptions?
           1. ( ) Azure plan × 1
           Who at the customer asked, and how? The second person decides on these words:
           …
      Mei: 1
      Bot: Suspend Fabrikam Inc for customer request?
           Which subscriptions?
           1. (x) Azure plan × 1
           What it does
           Lose access at once: unknown
           Billed to us meanwhile: by use, until the Azure subscriptions under it are stopped
           Can be undone: until when is unknown
           An Azure plan can be suspended only when no Azure subscription under it is active; else the operator refuses (900115). For fraud or misuse, choose those too: the desk stops them first. For other reasons it cannot: stop them in the Azure portal first.
           …
      `,
    ))

  it('keeps nobody from suspending the rest where they cannot be read, and says so', async () => {
    operator.azureSubscriptions = () =>
      Promise.reject(new OutsideFault({ service: 'partner-center:global', kind: 'refused', code: '800096' }))
    await transcript(
      office,
      `
      Mei: suspend fabrikam for fraud
      Bot: Suspend Fabrikam Inc for fraud?
           The Azure subscriptions under Azure plan could not be read, so they are not listed here.
           Which subscriptions?
           1. ( ) Azure plan × 1
           …
      `,
    )
  })
})
