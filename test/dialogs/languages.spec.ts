import { nameButtons, namesListed } from '../kit/languages.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('languages', () => {
  it('are those of the person’s own chat: Traditional Chinese, from the question to the card', async () => {
    const office = await anOffice({ locales: { Mei: 'zh-TW' } })
    await transcript(
      office,
      `
      Mei: 誰逾期
      Bot: 共有 1 家客戶逾期
           CNY，1 家客戶
           1–30 天: CNY 0.00
           31–60 天: CNY 0.00
           61–90 天: CNY 48,200.00 ██████████
           超過 90 天: CNY 0.00
           客戶 · 逾期金額 · 天數 · 階段
           - Contoso · CNY 48,200.00 · 70 · 暫停服務
           帳款資料截至 2025年3月30日（已過 1 個工作天）。
           查看客戶
           1. (x) Contoso
           [開啟]
      Mei: 因未付款暫停 Contoso 的服務
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
      Mei: 3
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           要暫停哪些訂用帳戶？
           1. ( ) Microsoft 365 Business × 25；會一併暫停 1 個附加元件：Voicemail
           2. ( ) Voicemail × 25（附加元件）
           3. (x) Phones × 5
           …
      Mei: 對方不接電話。
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           要暫停哪些訂用帳戶？
           1. ( ) Microsoft 365 Business × 25；會一併暫停 1 個附加元件：Voicemail
           2. ( ) Voicemail × 25（附加元件）
           3. (x) Phones × 5
           暫停的影響
           立刻無法使用的人: 5 個授權，實際使用人數不明
           暫停期間向我們計費: 不明
           可以恢復的期限: 到 2025年5月30日 為止（自 2025年3月31日 起 60 天），之後世紀互聯會刪除所有資料。請向世紀互聯確認確切日期
           會一併關閉: 不明，恢復服務後可能無法完全復原
           系統管理員仍可存取資料。
           給第二人的備註: 對方不接電話。
           您也可以直接輸入：用「1，2」或「全部」選擇，再寫下說明，最後輸入「送出」。
           [請第二人核准] [先不要]
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
           備註：對方不接電話。
           僅限這個訂用帳戶：
           Phones × 5
           範圍超出欠款：Phones 沒有對應的未付款項目。
           立刻無法使用的人: 5 個授權，實際使用人數不明
           暫停期間向我們計費: 不明
           可以恢復的期限: 到 2025年5月30日 為止（自 2025年3月31日 起 60 天），之後世紀互聯會刪除所有資料。請向世紀互聯確認確切日期
           會一併關閉: 不明，恢復服務後可能無法完全復原
           系統管理員仍可存取資料。
           駁回理由，或想問的問題:
           [核准] [駁回] [提出疑問] [變更範圍] [撤回]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: 對方不接電話。
           This subscription and no other:
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           Lose access at once: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Mei: 待核准
      Bot: 有 1 件申請等待核准
           S-1 · Contoso: 等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           [S-1]
      `,
    )
  })

  it('can be chosen, and stay chosen', async () => {
    const office = await anOffice({ locales: { Mei: 'zh-TW' } })
    await transcript(
      office,
      `
      Mei: language
      Bot: 我會說：${namesListed('zh-Hant')}。要用哪一種？請選一種，或說「語言 English」。
           ${nameButtons}
      Mei: [English]
      Bot: I will speak English with you.
      Mei: waiting
      Bot: Nothing is waiting for an approver.
      Wang: language traditional chinese
      Bot: 之後我會用繁體中文和您對話。
      Wang: waiting
      Bot: 沒有等待核准的申請。
      Wang: language Klingon
      Bot: 我會說：${namesListed('zh-Hant')}。要用哪一種？請選一種，或說「語言 English」。
           ${nameButtons}
      `,
    )
  })
})
