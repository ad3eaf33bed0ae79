import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from './a-fraud-office.ts'

describe('looking after an alert', () => {
  it('begins with one press, and goes on with somebody else', async () => {
    const { office, raise } = await aFraudOffice()
    await raise()
    await transcript(
      office,
      `
      (0 min pass)
      Bot to Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Mei: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           …
      Mei: [Claim]
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Mei looks after it.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           …
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Mei looks after it.
           …
      Bot changes for Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Mei looks after it.
           …
      Ines: [Hand over]
      Bot: Choose first to whom it goes.
      Ines: [Hand over] to=2
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Ines looks after it.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           …
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Ines looks after it.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           …
      Bot changes for Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Ines looks after it.
           …
      Bot changes for Mei: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Ines looks after it.
           …
      `,
    )
  })
})
