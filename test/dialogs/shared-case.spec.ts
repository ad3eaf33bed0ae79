import { aStaff, lin, mei, otto, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('one case among people of two languages', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      staff: [
        { ...mei, language: 'zh-Hant-TW' },
        wang,
        { ...lin, language: 'zh-Hant-TW' },
        otto,
        aStaff('Kai', ['collector']),
      ],
    })
  })

  it('is asked back, answered and approved, each in their own words', () =>
    transcript(
      office,
      `
      Mei: 因未付款暫停 contoso 的服務
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           …
      Mei: 送出
      Bot: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           世紀互聯客戶: Contoso · contoso.cn
           租用戶識別碼: 5f3c1d6e-0000-4000-8000-00000000c001
           應收帳款客戶: Contoso Ltd (K-1001)
           申請時逾期金額: CNY 48,200.00，最久已逾期 70 天
           最後催告: 2025年3月3日 發出，期限 2025年3月17日；由 Mei 記錄
           帳款資料截至: 2025年3月30日
           申請人: Mei，2025年3月31日 上午10:00
           僅限這個訂用帳戶：
           Microsoft 365 Business × 25；會一併暫停 1 個附加元件：Voicemail
           立刻無法使用的人: 25 個授權，實際使用人數不明
           暫停期間向我們計費: 不明
           可以恢復的期限: 到 2025年5月30日 為止（自 2025年3月31日 起 60 天），之後世紀互聯會刪除所有資料。請向世紀互聯確認確切日期
           會一併關閉: 不明，恢復服務後可能無法完全復原
           系統管理員仍可存取資料。
           駁回理由，或想問的問題:
           [核准] [駁回] [提出疑問] [變更範圍] [撤回]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to Lin: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Wang: [Ask a question] words=Did they answer the notice?
      Bot changes: S-1: suspend Contoso?
           Wang has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Mei: S-1：要暫停「Contoso」的服務嗎？
           Wang 提出疑問，回覆之前不能核准。
           原因: 未付款
           …
      Bot changes for Mei: S-1：要暫停「Contoso」的服務嗎？
           Wang 提出疑問，回覆之前不能核准。
           原因: 未付款
           …
      Bot changes for Lin: S-1：要暫停「Contoso」的服務嗎？
           Wang 提出疑問，回覆之前不能核准。
           原因: 未付款
           …
      Mei: [回覆] words=沒有。
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot changes for Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot changes for Lin: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Lin: [核准]
      Bot changes: S-1：暫停「Contoso」的服務
           Lin 已核准，執行中。
           Microsoft 365 Business: 執行中
           …
      Bot to Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      `,
    ))

  it('has one card in the channel, which does not change its language with whoever presses', () =>
    transcript(
      office,
      `
      Otto in #collections: route approvals here
      Bot: From now on, news about approvals goes to #collections.
      Mei: 因未付款暫停 contoso 的服務
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           …
      Mei: 送出
      Bot: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           …
      Bot to #collections: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Lin in #collections: [Ask a question] words=沒有人接電話嗎？
      Bot changes: S-1: suspend Contoso?
           Lin has a question. Nobody can approve until it is answered.
           Reason: non-payment
           …
      Bot to Mei: S-1：要暫停「Contoso」的服務嗎？
           Lin 提出疑問，回覆之前不能核准。
           原因: 未付款
           …
      Bot changes for Mei: S-1：要暫停「Contoso」的服務嗎？
           Lin 提出疑問，回覆之前不能核准。
           原因: 未付款
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Lin asked a question.
      Mei: [回覆] words=沒有。
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot changes for #collections: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot in thread of S-1 in #collections: Mar 31, 2025, 10:00 AM · Mei answered the question.
      Lin in #collections: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; being carried out.
           Microsoft 365 Business: being carried out
           …
      Bot to Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           …
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Lin approved it.
      Bot in thread of S-1: Mar 31, 2025, 10:00 AM · Approved by Lin; carried out.
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      `,
    ))

  it('asked for in the channel, is a card for everybody there; what is not a case stays in the asker’s words', () =>
    transcript(
      office,
      `
      Mei in #collections: 因未付款暫停 contoso 的服務
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           要暫停哪些訂用帳戶？已預先選取未付款項目的訂用帳戶
           1. (x) Microsoft 365 Business × 25；會一併暫停 1 個附加元件：Voicemail
           2. ( ) Voicemail × 25（附加元件）
           3. ( ) Phones × 5
           暫停的影響
           立刻無法使用的人: 25 個授權，實際使用人數不明
           暫停期間向我們計費: 不明
           可以恢復的期限: 到 2025年5月30日 為止（自 2025年3月31日 起 60 天），之後世紀互聯會刪除所有資料。請向世紀互聯確認確切日期
           會一併關閉: 不明，恢復服務後可能無法完全復原
           系統管理員仍可存取資料。
           給第二人的備註:
           您也可以直接輸入：用「1，2」或「全部」選擇，再寫下說明，最後輸入「送出」。
           [請第二人核准] [先不要]
      Mei in #collections: [請第二人核准]
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      Bot to Lin: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Lin in #collections: S-1
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Mei in #collections: [Approve]
      Bot: 您自己參與了這件事，必須由別人決定。
      Mei in #collections: 為 contoso 開工單，內容：發票錯了
      Bot: 送交世紀互聯的工單（Contoso）
           依內容判斷，類別是「帳務」；若不對，請改選。
           是哪一類的問題？
           …
      Mei in #collections: 帳務
      Bot: 送交世紀互聯的工單（Contoso）
           是哪一類的問題？
           …
      Mei in #collections: 中等
      Bot: 送交世紀互聯的工單（Contoso）
           …
      Mei in #collections: 試過：沒有用
      Bot: 送交世紀互聯的工單（Contoso）
           …
      Mei in #collections: 送出
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Mei, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] 發票錯了
           Description
           > 问题描述：
           > 發票錯了
           >
           > 我方已采取的措施：
           > 沒有用
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 联系人：Mei
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > (Written in Chinese only; see the Chinese part above.)
           >
           > What we have tried:
           > (Written in Chinese only; see the Chinese part above.)
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Contact: Mei
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      `,
    ))
})
