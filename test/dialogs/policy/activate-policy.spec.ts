import assert from 'node:assert/strict'
import { enrol } from '../../kit/second-factors.ts'
import { transcript } from '../../kit/transcript.ts'
import { mei, wang } from '../../kit/builders.ts'
import { before } from '../an-office.ts'
import { aPolicyOffice, editedPolicy, firstPolicy } from './a-policy-office.ts'

describe('an edited policy', () => {
  it('rules once two people have put it in force, and not before; a restart in between changes nothing', async () => {
    const office = await aPolicyOffice()
    const stage = async () => (await office.desk.book.today()).withItems[0]?.finding.stage
    assert.equal(await stage(), 'suspend')
    office.editPolicy(editedPolicy)
    await transcript(
      office,
      `
      Mei: policy
      Bot: Collections policy, version 1
           In force since Mar 31, 2025, 10:00 AM, as it was found in policy.yaml at the first start.
           For everybody
           Reminder after 1 day
           Final notice after 30 days
           Suspension after 60 days (from CNY 1,000.00)
           Holds are lifted without a press once paid: no
           Left alone: CNY 5.00
           Time to pay after a final notice: 14 days
           Oldest ledger for a suspension: 3 working days
           Most suspensions for non-payment on a day: 10 suspensions
           No suspension for non-payment in the last hours before days off: 4 hours
           The policy file says something else. It is not in force: two people put it there.
           [Text for customers] [Versions] [Rehearse] [Activate the edited file]
      Mei: [Activate the edited file]
      Bot: V-1: put policy.yaml in force as the collections policy?
           A second person puts it in force, or not; until then version 1 holds. Expires Apr 7, 2025, 9:59 AM GMT+8.
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           5 things change against version 1
           Ladder: Suspension after 90 days, instead of Suspension after 60 days (from CNY 1,000.00)
           Customers of China: new, 21Vianet
           Ladder of China: new, Reminder after 5 days (from 2 overdue invoices in one currency)
           Ladder of China: new, Final notice after 40 days (from 2 overdue invoices in one currency and sent without a press)
           Whom customers write to: new, accounts@partner.example
           [Put in force] [Reject]
      Bot to Wang: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Lin: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Ines: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Otto: V-1: put policy.yaml in force as the collections policy?
           …
      Mei: [Put in force]
      Bot: You had a hand in this yourself; a different person must decide.
      Mei: policy activate
      Bot: V-1 waits for a second person already. Have it decided, or reject it, and ask again.
      (the desk restarts)
      `,
    )
    assert.equal(await stage(), 'suspend')
    // What is on the card counts, whatever somebody writes into the file meanwhile.
    office.editPolicy('nonsense')
    await transcript(
      office,
      `
      Wang: [Put in force]
      Bot changes: V-1: policy.yaml as the collections policy
           In force as version 2 since Mar 31, 2025, 10:00 AM: Wang said yes.
           …
      Bot to Mei: V-1: policy.yaml as the collections policy
           In force as version 2 since Mar 31, 2025, 10:00 AM: Wang said yes.
      Bot changes for Mei: V-1: policy.yaml as the collections policy
           …
      Bot changes for Lin: V-1: policy.yaml as the collections policy
           …
      Bot changes for Ines: V-1: policy.yaml as the collections policy
           …
      Bot changes for Otto: V-1: policy.yaml as the collections policy
           …
      Lin late: [Put in force]
      Bot: V-1 has already been dealt with. In force as version 2 since Mar 31, 2025, 10:00 AM: Wang said yes.
      `,
    )
    // One invoice, where the ladder for China asks for two: nothing is called for any more.
    assert.equal(await stage(), 'clear')
    await office.restart()
    assert.equal(await stage(), 'clear')
    await transcript(
      office,
      `
      Wang: policy
      Bot: Collections policy, version 2
           In force since Mar 31, 2025, 10:00 AM: asked for by Mei, put in force by Wang (V-1).
           China: 21Vianet
           Reminder after 5 days (from 2 overdue invoices in one currency)
           Final notice after 40 days (from 2 overdue invoices in one currency and sent without a press)
           For everybody else
           Reminder after 1 day
           Final notice after 30 days
           Suspension after 90 days
           …
      Wang: policy versions
      Bot: 2 versions of the collections policy
           Version 2. In force since Mar 31, 2025, 10:00 AM: asked for by Mei, put in force by Wang (V-1).
           Version 1. In force since Mar 31, 2025, 10:00 AM, as it was found in policy.yaml at the first start.
      `,
    )
    const trail = await office.store.auditOf('V-1')
    assert.deepEqual(
      trail.map(({ what, by }) => [what, by]),
      [
        ['policy.asked', 'mei'],
        ['policy.activated', 'wang'],
      ],
    )
  })

  it('cannot be asked for where it is faulty, says the same, or is not there', async () => {
    const office = await aPolicyOffice()
    await transcript(
      office,
      `
      Mei: policy activate
      Bot: The file says the same as version 1, which is in force. Edit it first.
      `,
    )
    office.editPolicy(`# Nobody reads this.\n${firstPolicy}`)
    await transcript(
      office,
      `
      Mei: policy activate
      Bot: The file says the same as version 1, which is in force. Edit it first.
      `,
    )
    office.editPolicy(firstPolicy.replace('ladder:', 'ladders: []\nladder:').replace('CNY: 5 ', 'CNY: none '))
    await transcript(
      office,
      `
      Mei: policy activate
      Bot: policy.yaml cannot be put in force; these 2 lines must be mended first.
           line 4: ladders is no entry of a policy
           line 9: tolerance › CNY must be a number
      `,
    )
    office.editPolicy(firstPolicy.replace('days past due: 30 }', 'days past due: 30, amounts: { CNY: 5000 } }'))
    await transcript(
      office,
      `
      Mei: policy activate
      Bot: policy.yaml cannot be put in force; this line must be mended first.
           line 7: ladder › no. 3 (suspension) asks for CNY 1000 only: a debt below CNY 5000 would skip the final notice
      `,
    )
    office.editPolicy(null)
    await transcript(
      office,
      `
      Mei: policy activate
      Bot: There is no policy.yaml in the desk’s data folder. Put one there and edit it; the default, adapters/policy-yaml/default-policy.yaml, explains every entry.
      `,
    )
  })

  it('is taken back by whoever asked, rejected by an approver, and over after a week', async () => {
    const office = await aPolicyOffice({ staff: [mei, wang] })
    office.editPolicy(editedPolicy)
    await before(office, 'Mei: policy activate')
    await transcript(
      office,
      `
      Mei: [Reject]
      Bot changes: V-1: policy.yaml as the collections policy
           Withdrawn by Mei.
           …
      Bot changes for Wang: V-1: policy.yaml as the collections policy
           …
      `,
    )
    await before(office, 'Wang: policy activate')
    await transcript(
      office,
      `
      Mei: V-2
      Bot: V-2: put policy.yaml in force as the collections policy?
           …
      Mei: [Put in force]
      Bot: Your role does not allow deciding this. It takes the role of approver or administrator.
      Mei: [Reject]
      Bot: Your role does not allow deciding this. It takes the role of approver or administrator.
      Wang: [Reject]
      Bot changes: V-2: policy.yaml as the collections policy
           …
      Bot changes for Mei: V-2: policy.yaml as the collections policy
           …
      `,
    )
    await before(office, 'Mei: policy activate')
    await transcript(
      office,
      `
      (168 h pass)
      Bot to Mei: V-3: policy.yaml as the collections policy
           Expired; nobody decided within seven days. Ask again if it is still needed.
      Bot changes for Mei: V-3: policy.yaml as the collections policy
           …
      Bot changes for Wang: V-3: policy.yaml as the collections policy
           …
      `,
    )
    assert.equal(office.desk.policies.inForce().number, 1)
  })

  it('that was overtaken by another one is not put in force: its card tells what would no longer change', async () => {
    const office = await aPolicyOffice()
    office.editPolicy(editedPolicy)
    await before(office, 'Mei: policy activate')
    const draft = { file: 'other.yaml', text: firstPolicy.replace('final notice days: 14', 'final notice days: 20') }
    const [open] = await office.store.list('policy-change')
    assert(open)
    // As two who ask at the same moment may leave it.
    await office.store.commit({
      save: [{ kind: 'policy-change', id: 'V-9', value: { ...open.value, id: 'V-9', ...draft }, basedOn: null }],
    })
    const unread = { ...open.value, id: 'V-8', text: 'nonsense' }
    await office.store.commit({ save: [{ kind: 'policy-change', id: 'V-8', value: unread, basedOn: null }] })
    const outcome = await office.desk.policies.activate({ case: 'V-8', version: 1 }, '', wang)
    assert.deepEqual(outcome, { ok: false, refusal: { code: 'unreadable' } })
    assert((await office.desk.policies.activate({ case: 'V-9', version: 1 }, '', wang)).ok)
    assert.equal(office.desk.policy.finalNoticeDays, 20)
    await transcript(
      office,
      `
      Wang: [Put in force]
      Bot: Version 2 was put in force meanwhile, so this card no longer shows what would change. Reject it and say “policy activate” again.
      Bot to Mei: V-9: other.yaml as the collections policy
           …
      `,
    )
  })

  it('takes a code where the policy asks for codes, also to do away with them', async () => {
    const careful = `${firstPolicy}step-up: { people: 500 }\n`
    const office = await aPolicyOffice({ policyText: careful, staff: [mei, wang] })
    await enrol(office.store, 'wang', office.now())
    office.editPolicy(firstPolicy)
    await transcript(
      office,
      `
      Mei: policy activate
      Bot: V-1: put policy.yaml in force as the collections policy?
           …
      Bot to Wang: V-1: put policy.yaml in force as the collections policy?
           A second person puts it in force, or not; until then version 1 holds. Expires Apr 7, 2025, 9:59 AM GMT+8.
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           What changes against version 1
           Code from an authenticator app above: no longer, 500 people
           Whoever says yes also gives a code from their authenticator app.
           Code from your authenticator app:
           [Put in force] [Reject]
      Wang: [Put in force]
      Bot: Nothing was decided: this takes the code that your authenticator app shows now. Type it into the field of the card, then press again.
      Wang: [Put in force] code=020000
      Bot changes: V-1: policy.yaml as the collections policy
           In force as version 2 since Mar 31, 2025, 10:00 AM: Wang said yes.
           …
      Bot to Mei: V-1: policy.yaml as the collections policy
           …
      Bot changes for Mei: V-1: policy.yaml as the collections policy
           …
      `,
    )
    assert.equal(office.desk.policy.stepUp, null)
  })

  it('ends a request that it no longer calls for, before anybody can approve it', async () => {
    const office = await aPolicyOffice({ staff: [mei, wang] })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    office.editPolicy(editedPolicy)
    await before(office, 'Mei: policy activate', 'Wang: V-1')
    await transcript(
      office,
      `
      Wang: [Put in force]
      Bot changes: V-1: policy.yaml as the collections policy
           In force as version 2 since Mar 31, 2025, 10:00 AM: Wang said yes.
           …
      Bot to Mei: V-1: policy.yaml as the collections policy
           …
      Bot changes for Mei: V-1: policy.yaml as the collections policy
           …
      Bot changes: V-1: policy.yaml as the collections policy
           …
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
           …
      Bot changes: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
           …
      `,
    )
  })

  it('is told in the reader’s own language', async () => {
    const office = await aPolicyOffice({ staff: [mei, wang], locales: { Wang: 'zh-TW' } })
    office.editPolicy(editedPolicy)
    await before(office, 'Mei: policy activate')
    await transcript(
      office,
      `
      Wang: V-1
      Bot: V-1：要讓 policy.yaml 成為催收政策嗎？
           須由另一人決定是否生效；在此之前仍適用第 1 版。2025年4月7日 上午9:59（GMT+8） 失效。
           申請人: Mei，2025年3月31日 上午10:00
           與第 1 版相比有 5 項變更
           階梯：由「逾期 60 天：暫停（金額達 CNY 1,000.00）」改為「逾期 90 天：暫停」
           China 的適用客戶：新增，世紀互聯
           China 的階梯：新增，逾期 5 天：催款提醒（同一幣別至少 2 張逾期發票）
           China 的階梯：新增，逾期 40 天：最後催告（同一幣別至少 2 張逾期發票和無須按鈕自動寄出）
           客戶聯絡方式：新增，accounts@partner.example
           [讓它生效] [駁回]
      Wang: 政策
      Bot: 催收政策，第 1 版
           自 2025年3月31日 上午10:00 起生效，為首次啟動時在 policy.yaml 中找到的內容。
           適用於所有客戶
           逾期 1 天：催款提醒
           逾期 30 天：最後催告
           逾期 60 天：暫停（金額達 CNY 1,000.00）
           …
      Wang: 已於3月3日以合約將政策交給contoso
      Bot: 已記錄：Contoso 已收到催收政策，第 1 版，2025年3月3日，隨合約。
      `,
    )
  })
})
