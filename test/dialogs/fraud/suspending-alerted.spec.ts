import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice, e5 } from './a-fraud-office.ts'

describe('stopping what an alert is about', () => {
  it('takes one press of each of two people, and stops the clock; what was legitimate is brought back', async () => {
    const { office, raise } = await aFraudOffice()
    await raise({
      severity: 'high',
      hits: 4,
      resources: [1, 2, 3, 4, 5].map((n) => ({
        id: `/subscriptions/az-1/virtualMachines/vm${n}`,
        kind: 'AzureResource',
      })),
    })
    await transcript(
      office,
      `
      Ines: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: 4 times, last Mar 31, 2025, 10:00 AM
           Where: vm1, vm2, vm3, and 2 more resources
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      (23 min pass)
      Ines: [Stop Azure subscription (compromise)]
      Bot: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Ines, Mar 31, 2025, 10:23 AM
           Note: F-1: Connections to crypto-mining pools at Partner Center, high severity, seen 4 times since Mar 31, 2025, 10:00 AM. “Mining pool traffic from a virtual machine” Affected: vm1, vm2, vm3, and 2 more resources.
           This subscription and no other:
           …
      Bot to Wang: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Rosa: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Rosa: [Approve]
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Rosa; being carried out.
           harbor-lane-prod: being carried out
           Reason: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Ines, Mar 31, 2025, 10:23 AM
           Note: F-1: Connections to crypto-mining pools at Partner Center, high severity, seen 4 times since Mar 31, 2025, 10:00 AM. “Mining pool traffic from a virtual machine” Affected: vm1, vm2, vm3, and 2 more resources.
           This subscription and no other:
           harbor-lane-prod (Azure subscription)
           A payment does not lift this hold.
      Bot to Ines: S-1: suspension of Fabrikam Inc
           Approved by Rosa; carried out.
           harbor-lane-prod: suspended, confirmed by Partner Center Mar 31, 2025, 10:23 AM
      Bot changes for Ines: S-1: suspension of Fabrikam Inc
           Approved by Rosa; carried out.
           …
      Bot changes for Wang: S-1: suspension of Fabrikam Inc
           Approved by Rosa; carried out.
           …
      Bot changes: S-1: suspension of Fabrikam Inc
           Approved by Rosa; carried out.
           harbor-lane-prod: suspended, confirmed by Partner Center Mar 31, 2025, 10:23 AM
           Reason: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Ines, Mar 31, 2025, 10:23 AM
           Note: F-1: Connections to crypto-mining pools at Partner Center, high severity, seen 4 times since Mar 31, 2025, 10:00 AM. “Mining pool traffic from a virtual machine” Affected: vm1, vm2, vm3, and 2 more resources.
           This subscription and no other:
           harbor-lane-prod (Azure subscription)
           A payment does not lift this hold.
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           S-1 was decided; the verdict is still to be given.
           …
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           S-1 was decided; the verdict is still to be given.
           Answered after 23 minutes, by S-1.
           S-1 was decided Mar 31, 2025, 10:23 AM and takes it out of service.
           …
      Rosa: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           S-1 was decided; the verdict is still to be given.
           Answered after 23 minutes, by S-1.
           S-1 was decided Mar 31, 2025, 10:23 AM and takes it out of service.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: 4 times, last Mar 31, 2025, 10:00 AM
           …
      Rosa: [Give the verdict] verdict=3; words=It was theirs.
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be legitimate: It was theirs.
           Answered after 23 minutes, by S-1.
           S-1 was decided Mar 31, 2025, 10:23 AM and takes it out of service.
           …
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be legitimate: It was theirs.
           …
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be legitimate: It was theirs.
           Answered after 23 minutes, by S-1.
           S-1 was decided Mar 31, 2025, 10:23 AM and takes it out of service.
           …
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be legitimate: It was theirs.
           Answered after 23 minutes, by S-1.
           S-1 was decided Mar 31, 2025, 10:23 AM and takes it out of service.
           …
      Rosa: [Resume]
      Bot: Fabrikam Inc: what is out of service
           harbor-lane-prod is held for fraud (S-1, Rosa, Mar 31, 2025; to be reviewed Apr 3, 2025). Until when it can be brought back is unknown: ask the operator.
           S-1: F-1: Connections to crypto-mining pools at Partner Center, high severity, seen 4 times since Mar 31, 2025, 10:00 AM. “Mining pool traffic from a virtual machine” Affected: vm1, vm2, vm3, and 2 more resources.
           Service returns when the last hold of a subscription is lifted.
           [Lift the fraud hold]
      `,
    )
  })

  it('is an ordinary suspension where seats were bought', async () => {
    const { office, raise } = await aFraudOffice()
    await raise({
      source: 'desk',
      id: 'bought',
      type: 'suspiciousPurchase',
      subscription: e5,
      subscriptionName: 'Microsoft 365 E5',
      title: null,
      details: { why: 'new-subscription,first-large', before: '0', after: '250', offer: 'Microsoft 365 E5' },
    })
    await transcript(
      office,
      `
      Ines: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Nobody outside asks for an answer; our own aim is Mar 31, 2025, 11:00 AM.
           Suspicious purchase
           Subscription: Microsoft 365 E5
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Seats: 0 before, 250 now
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Ines: [Suspend]
      Bot: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: fraud
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           Note: F-1: Suspicious purchase at Partner Center, medium severity, seen once since Mar 31, 2025, 10:00 AM.
           This subscription and no other:
           …
      Bot to Wang: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Rosa: S-1: suspend Fabrikam Inc?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
  })

  it('opens the form with what is known where nobody said which subscription', async () => {
    const { office, raise } = await aFraudOffice()
    await raise({ subscription: null, subscriptionName: null })
    await transcript(
      office,
      `
      Ines: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Ines: [Suspend]
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           1. ( ) Azure plan × 1
           2. ( ) Microsoft 365 E5 × 250
           3. ( ) harbor-lane-prod (Azure subscription under Azure plan)
           4. ( ) harbor-lane-test (Azure subscription under Azure plan)
           What was seen? The second person decides on these words: F-1: Connections to crypto-mining pools at Partner Center, medium severity, seen once since Mar 31, 2025, 10:00 AM. “Mining pool traffic from a virtual machine”
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      `,
    )
  })
})
