import { aMatch, anAccount, fabrikam } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from './a-fraud-office.ts'

describe('asking about an alert', () => {
  it('gives a text for the customer, and a ticket that is half written', async () => {
    const { office, raise } = await aFraudOffice()
    await raise()
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
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Ines: [Ask the customer]
      Bot: F-1: ask Fabrikam Inc
           Nothing is sent. Copy this to somebody at Fabrikam Inc whom you know, by a way the intruder cannot read (English):
           > Hello,
           > for your subscription “harbor-lane-prod” at Partner Center, unusual activity was noticed: Connections to crypto-mining pools, since Mar 31, 2025, 10:00 AM.
           > Please tell us today:
           > 1. Do you know of this use or purchase, and is it wanted?
           > 2. Who ordered it or set it up?
           > 3. If not: please change the passwords of all administrators, turn on multifactor authentication, and remove accounts you do not know.
           > Until we hear from you we may stop the subscription to keep the costs down.
      Ines: [Ticket]
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. (x) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem): Suspicious use: networkConnectionsToCryptoMiningPools
           The problem: what happens, since when. Partner Center reads it as it is: Alert "networkConnectionsToCryptoMiningPools", first seen at 2025-03-31 02:00 UTC (2025-03-31 10:00 Beijing time), once so far.
           The source says: Mining pool traffic from a virtual machine
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Ines
           This goes along by itself
           Subscriptions: harbor-lane-prod
           On record: 1 entry about F-1; what concerns the operator goes along
           Attachment: the dossier
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      `,
    )
  })

  it('gives it in the language of the customer’s country, or the one they are written to in', async () => {
    const accounts = [anAccount(), anAccount({ key: 'K-1002', number: 'K-1002', name: 'Fabrikam Inc', country: 'TW' })]
    const matches = [aMatch(), aMatch({ account: 'K-1002', lane: 'global', tenantId: fabrikam })]
    const { office, raise } = await aFraudOffice({ accounts, matches })
    await raise()
    await transcript(
      office,
      `
      Ines: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           …
      Ines: [Ask the customer]
      Bot: F-1: ask Fabrikam Inc
           Nothing is sent. Copy this to somebody at Fabrikam Inc whom you know, by a way the intruder cannot read (繁體中文):
           > 您好：
           …
      Mei: language of fabrikam english
      Bot: From now on Fabrikam Inc is written to in English.
      Ines: [Ask the customer]
      Bot: F-1: ask Fabrikam Inc
           Nothing is sent. Copy this to somebody at Fabrikam Inc whom you know, by a way the intruder cannot read (English):
           > Hello,
           …
      `,
    )
  })
})
