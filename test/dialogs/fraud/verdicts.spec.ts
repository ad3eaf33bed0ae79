import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { fakeFeed } from '../../kit/fake-feed.ts'
import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from './a-fraud-office.ts'

describe('the verdict on an alert', () => {
  it('is told as another word only where the person agrees, and stays what it is here', async () => {
    const { office, raise, feed } = await aFraudOffice({}, fakeFeed('global', 'fraud-events', ['fraud', 'ignore']))
    await raise({ source: 'fraud-events' })
    await transcript(
      office,
      `
      Rosa: F-1
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
      Bot to Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Rosa: [Give the verdict] verdict=3; words=They tested it.
      Bot: F-1: another word for its source
           Partner Center’s older feed knows no such verdict as “legitimate”. It can be told “ignore” instead; here your verdict stays what it is.
           Why: They tested it.
           [Tell it “ignore”]
      Rosa: [Tell it “ignore”]
      Bot changes: Rosa found it to be legitimate: They tested it.
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be legitimate: They tested it.
           Answered after less than a minute, by the verdict.
           Partner Center was told Mar 31, 2025, 10:00 AM: ignore.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be legitimate: They tested it.
           …
      `,
    )
    assert.deepEqual(
      feed.told.map(({ ids, reason }) => [ids, reason]),
      [[['alert-1'], 'ignore']],
    )
  })

  it('that its source refuses is shown with its words, and told again by one press', async () => {
    const { office, raise, feed } = await aFraudOffice()
    await raise()
    feed.spoil(new OutsideFault({ service: 'graph', kind: 'refused', code: '403', description: 'Missing permission' }))
    await transcript(
      office,
      `
      Rosa: F-1
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
      Bot to Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Rosa: [Give the verdict] verdict=1; words=Mining from a stolen account.
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           Answered after less than a minute, by the verdict.
           Partner Center is being told.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           …
      Bot: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           Answered after less than a minute, by the verdict.
           Partner Center did not accept the verdict (Mar 31, 2025, 10:00 AM): “Missing permission” (code 403)
           Press “Tell again”, or resolve it in the portal of Partner Center.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           [Tell again]
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           Answered after less than a minute, by the verdict.
           Partner Center did not accept the verdict (Mar 31, 2025, 10:00 AM): “Missing permission” (code 403)
           Press “Tell again”, or resolve it in the portal of Partner Center.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           [Tell again]
      Bot to Wang: New orders of Fabrikam Inc are on hold
           …
      Rosa: [Tell again]
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           Answered after less than a minute, by the verdict.
           Partner Center is being told.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           Answered after less than a minute, by the verdict.
           Partner Center was told Mar 31, 2025, 10:00 AM: fraud.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           …
      Bot changes: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: Mining from a stolen account.
           Answered after less than a minute, by the verdict.
           Partner Center was told Mar 31, 2025, 10:00 AM: fraud.
           Connections to crypto-mining pools
           “Mining pool traffic from a virtual machine”
           Subscription: harbor-lane-prod (Azure subscription)
           Since: Mar 31, 2025, 10:00 AM
           Seen: once, last Mar 31, 2025, 10:00 AM
           Judged: medium severity and medium confidence
           Owed when it opened: unknown: no ledger account is matched
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      `,
    )
    assert.deepEqual(
      feed.told.map(({ reason }) => reason),
      ['fraud'],
    )
  })
})
