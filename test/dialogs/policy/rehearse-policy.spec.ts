import { anAccount, anInvoice, cny } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { aPolicyOffice, editedPolicy, firstPolicy } from './a-policy-office.ts'

describe('an edited policy that is rehearsed', () => {
  it('tells who would be treated otherwise, before anybody puts it in force', async () => {
    const office = await aPolicyOffice()
    office.editPolicy(editedPolicy)
    await transcript(
      office,
      `
      Mei: policy
      Bot: Collections policy, version 1
           …
      Mei: [Rehearse]
      Bot: What policy.yaml would change for customers
           Lived under both policies: Dec 31, 2024 to Apr 30, 2025. After Mar 31, 2025 nobody pays and nobody is billed.
           A final notice is taken to be given on the day on which a policy calls for it.
           reminder: 1 customer under the policy in force, 0 customers under this one
           final notice: 1 customer under the policy in force, 0 customers under this one
           suspension: 1 customer under the policy in force, 0 customers under this one
           Contoso: spared the step suspension, which the policy in force calls for on Mar 21, 2025
           Contoso: spared the step final notice, which the policy in force calls for on Feb 19, 2025
           Contoso: spared the step reminder, which the policy in force calls for on Jan 21, 2025
           [Activate the edited file]
      Mei: [Activate the edited file]
      Bot: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Wang: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Lin: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Ines: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Otto: V-1: put policy.yaml in force as the collections policy?
           …
      `,
    )
  })

  it('is told a page at a time, and in Chinese', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
    const office = await aPolicyOffice({
      accounts: numbers.map((at) => anAccount({ key: `K-${at}`, number: `K-${at}`, name: `Customer ${at}` })),
      matches: [],
      notices: [],
      items: numbers.map((at) =>
        anInvoice({ account: `K-${at}`, number: `I-${at}`, ...cny(200_000), due: '2025-03-21' }),
      ),
    })
    office.editPolicy(
      firstPolicy.replace('days past due: 1 }', 'days past due: 5 }').replace('days past due: 30', 'days past due: 40'),
    )
    await transcript(
      office,
      `
      Mei: policy rehearse page 2
      Bot: What policy.yaml would change for customers
           Customer 09: reminder on Mar 26, 2025 instead of Mar 22, 2025
           Customer 10: reminder on Mar 26, 2025 instead of Mar 22, 2025
           Customer 11: reminder on Mar 26, 2025 instead of Mar 22, 2025
           Customer 12: reminder on Mar 26, 2025 instead of Mar 22, 2025
           Page 2 of 2
           [Previous page] [Activate the edited file]
      Sam: policy rehearse
      Bot: What policy.yaml would change for customers
           …
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 試行政策第2頁
      Bot: policy.yaml 會讓客戶的處理有何不同
           …
      `,
    )
  })

  it('is not, where it says the same, is faulty or is not there, nor for whoever may not see who owes', async () => {
    const office = await aPolicyOffice()
    await transcript(
      office,
      `
      Mei: policy rehearse
      Bot: The file says the same as version 1, which is in force. Edit it first.
      Otto: policy rehearse
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      `,
    )
    office.editPolicy(firstPolicy.replace('ladder:', 'ladders: []\nladder:'))
    await transcript(
      office,
      `
      Mei: policy rehearse
      Bot: policy.yaml cannot be put in force; this line must be mended first.
           line 4: ladders is no entry of a policy
      `,
    )
    office.editPolicy(null)
    await transcript(
      office,
      `
      Mei: policy rehearse
      Bot: There is no policy.yaml in the desk’s data folder. Put one there and edit it; the default, adapters/policy-yaml/default-policy.yaml, explains every entry.
      `,
    )
  })
})
