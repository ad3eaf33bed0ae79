import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from './a-fraud-office.ts'

describe('open alerts', () => {
  it('are listed with tests, new types and unknown customers among them, also on the card of a customer', async () => {
    const { office, raise } = await aFraudOffice()
    await raise({ severity: 'high' })
    await raise({
      id: 'two',
      type: 'brandNewThing',
      subscription: 'az-2',
      subscriptionName: 'harbor-lane-test',
      isTest: true,
      details: { NewKey: '9' },
      country: 'BR',
    })
    await raise({ id: 'three', customer: 'stranger-1', customerName: 'Tailspin Toys', subscription: null })
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
      Bot to Ines: TEST F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Rosa: TEST F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Ines: F-3: Suspicious use at Tailspin Toys (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Rosa: F-3: Suspicious use at Tailspin Toys (Partner Center)
           Nobody looks after it yet.
           …
      Mei: fraud
      Bot: 3 open alerts
           F-1 · Fabrikam Inc: Connections to crypto-mining pools, high severity, seen once. Nobody looks after it yet.
           F-2 · Fabrikam Inc: “brandNewThing”, a type that is new to this desk, medium severity, seen once. A test. Nobody looks after it yet.
           F-3 · Tailspin Toys: Connections to crypto-mining pools, medium severity, seen once. Nobody looks after it yet.
           [F-1] [F-2] [F-3] [Report fraud]
      Rosa: F-2
      Bot: TEST F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           A test: nothing is at risk. It goes the same way as a real one, up to the verdict.
           “brandNewThing”, a type that is new to this desk
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-test (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Where: Brazil
           …
      Rosa: F-3
      Bot: F-3: Suspicious use at Tailspin Toys (Partner Center)
           Nobody looks after it yet.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           This desk knows no such customer at Partner Center, so nothing can be suspended from here. Look them up there.
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           …
      Mei: customer fabrikam
      Bot: Fabrikam Inc
           No ledger account is matched to this customer, so no stage is known.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           F-2 · Fabrikam Inc: “brandNewThing”, a type that is new to this desk, medium severity, seen once. A test. Nobody looks after it yet.
           F-1 · Fabrikam Inc: Connections to crypto-mining pools, high severity, seen once. Nobody looks after it yet.
           2 subscriptions
           Azure plan × 1: active
           Microsoft 365 E5 × 250: active
           [F-2] [F-1] [Suspend] [Ticket]
      `,
    )
  })

  it('stay within what a chat shows, however much their source says', async () => {
    const { office, raise } = await aFraudOffice()
    await raise({
      title: 'Endless title. '.repeat(400),
      description: 'Endless description. '.repeat(400),
      type: 'T'.repeat(300),
      customerName: 'N'.repeat(300),
      country: 'Z'.repeat(200),
      resources: Array.from({ length: 500 }, (_, at) => ({ id: `/subscriptions/${'r'.repeat(300)}${at}`, kind: 'VM' })),
      details: Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`key${at}`, 'v'.repeat(500)])),
    })
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
      Rosa: [Claim]
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa looks after it.
           …
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa looks after it.
           …
      `,
    )
  })
})
