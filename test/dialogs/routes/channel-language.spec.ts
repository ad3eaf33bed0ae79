import assert from 'node:assert/strict'
import { aStaff, lin, mei, otto, wang } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { nameButtons, namesListed } from '../../kit/languages.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

describe('the language of a channel', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ staff: [mei, { ...wang, language: 'zh-Hant-TW' }, lin, otto] })
  })

  it('is chosen there by administrators, and by nobody else', async () => {
    await transcript(
      office,
      `
      Otto: language 繁體中文 here
      Bot: This is a private chat. Say it in the channel; for yourself, say “language”.
      Mei in #collections: language 繁體中文 here
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Otto in #collections: language Klingon here
      Bot: Which language is this channel to be in? I speak ${namesListed('en')}. Choose, or say “language English here”.
           ${nameButtons}
      Otto in #collections: language here
      Bot: Which language is this channel to be in? I speak ${namesListed('en')}. Choose, or say “language English here”.
           ${nameButtons}
      Otto in #collections: [繁體中文]
      Bot: 之後大家在 #collections 看到的內容都會用繁體中文。我回覆您時，仍然用您自己的語言。
      Otto in #collections: language 繁體中文 here
      Bot: 之後大家在 #collections 看到的內容都會用繁體中文。我回覆您時，仍然用您自己的語言。
      Otto in #collections: waiting
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Wang in #collections: 這裡用 English
      Bot: Wang，您的角色不能這樣做。須由兩位系統管理員一起變更角色。
      `,
    )
    const place = (await office.desk.cards.named('#collections'))[0]?.place ?? ''
    assert.deepEqual(
      (await office.store.auditOf(place)).map(({ by, what, details }) => [by, what, details]),
      [['otto', 'place.language-chosen', { language: 'zh-Hant-TW' }]],
    )
  })

  it('is that of its cards and threads, while each person is answered in their own', async () => {
    await transcript(
      office,
      `
      Otto in #collections: language 繁體中文 here
      Bot: 之後大家在 #collections 看到的內容都會用繁體中文。我回覆您時，仍然用您自己的語言。
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      (the desk restarts)
      Mei in #collections: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           …
      Mei in #collections: 3
      Bot: Suspend Contoso for non-payment?
           …
      Mei in #collections: ask
      Bot: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           …
      Mei in #collections: [核准]
      Bot: You had a hand in this yourself; a different person must decide.
      Lin in #collections: [核准]
      Bot changes: S-1：暫停「Contoso」的服務
           Lin 已核准，執行中。
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Lin; carried out.
           …
      Bot changes: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           …
      Bot in thread of S-1: 2025年3月31日 上午10:00 · Lin 已核准。
      Bot in thread of S-1: 2025年3月31日 上午10:00 · Lin 已核准；已全部執行。
      `,
    )
  })

  it('is that of its morning digest, and shown beside its name where channels are listed', async () => {
    await transcript(
      office,
      `
      Otto in #morning: route digest here at 12:00
      Bot: From now on #morning gets the morning digest at 12:00 in Asia/Shanghai, on working days on which there is something to tell.
      Otto in #morning: language 繁體中文 here
      Bot: 之後大家在 #morning 看到的內容都會用繁體中文。我回覆您時，仍然用您自己的語言。
      Otto in #morning: route approvals here
      Bot: From now on, news about approvals goes to #morning.
      Otto in #collections: route fraud here
      Bot: From now on, news about fraud goes to #collections.
      Otto: routes
      Bot: Which channel gets which news
           approvals: #morning (繁體中文)
           tickets: no channel; whoever opens one has its card and is asked about it, and nobody has the digest
           administration: no channel; each person concerned is told
           fraud: #collections
           morning digest: #morning (繁體中文), at 12:00 in Asia/Shanghai
           …
      `,
    )
    await office.pass(2 * 3_600_000)
    await office.desk.digests.tend()
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #morning: 2025年3月31日 催收摘要
           這是這裡的第一份摘要：從明天起會列出有變動的項目。
           CNY，1 家客戶
           1–30 天: CNY 0.00
           31–60 天: CNY 0.00
           61–90 天: CNY 48,200.00 ██████████
           超過 90 天: CNY 0.00
           [誰逾期？]
      `,
    )
  })

  it('is what somebody is answered in there whose own nobody knows', async () => {
    office = await anOffice({ staff: [mei, otto, aStaff('Ken', ['collector'])], locales: { Ken: 'sw' } })
    await transcript(
      office,
      `
      Ken in #collections: waiting
      Bot: Nothing is waiting for an approver.
      Otto in #collections: language 繁體中文 here
      Bot: 之後大家在 #collections 看到的內容都會用繁體中文。我回覆您時，仍然用您自己的語言。
      Ken in #collections: waiting
      Bot: 沒有等待核准的申請。
      Mei in #collections: waiting
      Bot: Nothing is waiting for an approver.
      `,
    )
  })
})
