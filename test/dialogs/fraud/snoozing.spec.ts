import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from './a-fraud-office.ts'

describe('putting an alert aside', () => {
  it('takes an end and a reason, shows what it would have hidden, and ends early when it becomes graver', async () => {
    const { office, raise } = await aFraudOffice()
    await raise({ severity: 'low' })
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
           Judged: low severity and medium confidence
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Ines: [Snooze]
      Bot: Say until when, at most 30 days from now: “2h”, “tomorrow”, “2026-12-05”.
      Ines: [Snooze] until=2h
      Bot: Write why first: others will read it.
      Ines: [Snooze] until=2h; words=They test it today.
      Bot: F-1: snooze it until Mar 31, 2025, 12:00 PM?
           Had this stood for the last 90 days, it would have hidden 1 alert.
           F-1, Mar 31, 2025: not decided
           Only this is snoozed: Connections to crypto-mining pools, of this customer and subscription. It comes back early when it becomes graver, dearer or larger.
           Why: They test it today.
           [Snooze it]
      Ines: [Snooze it]
      Bot changes: Snoozed by Ines until Mar 31, 2025, 12:00 PM: They test it today.
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Snoozed by Ines until Mar 31, 2025, 12:00 PM: They test it today.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           …
      Bot changes for Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Snoozed by Ines until Mar 31, 2025, 12:00 PM: They test it today.
           …
      Ines: fraud
      Bot: 1 open alert
           F-1 · Fabrikam Inc: Connections to crypto-mining pools, low severity, seen once. Snoozed by Ines until Mar 31, 2025, 12:00 PM: They test it today.
           [F-1] [Report fraud]
      Mei: F-1
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Snoozed by Ines until Mar 31, 2025, 12:00 PM: They test it today.
           Microsoft asks for an answer by Mar 31, 2025, 11:00 AM. A suspension or a verdict is one; a claim is not.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: low severity and medium confidence
           …
      `,
    )
    await office.pass(60_000)
    await raise({ severity: 'high' })
    await office.desk.alerts.tend()
    await transcript(
      office,
      `
      (1 min pass)
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot changes for Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot changes for Mei: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           This alert is back: its time is up, more is at risk than when it was snoozed, or what was decided about it was not done.
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           This alert is back: its time is up, more is at risk than when it was snoozed, or what was decided about it was not done.
           …
      `,
    )
  })
})
