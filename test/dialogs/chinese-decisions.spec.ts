import { lin, mei, sam, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

const chinese = { language: 'zh-Hant-TW' } as const

describe('an office that speaks Traditional Chinese', () => {
  it('is told no in its own words: rejected, withdrawn, not allowed, and service brought back', async () => {
    const office = await anOffice({
      staff: [mei, wang, lin, sam].map((each) => ({ ...each, ...chinese })),
    })
    await transcript(
      office,
      `
      Mei: 最後催告 contoso，期限到下週五
      Bot: 已記錄：今天針對 1 張逾期發票向「Contoso」發出最後催告，期限 2025年4月11日。這個期限少於催收政策規定的 14 天。依先前的催告，現在已經可以暫停服務。
      Mei: 因未付款暫停 contoso 的服務
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
      Bot to Wang: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot to Lin: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Wang: [駁回]
      Bot: 請先在欄位中寫幾個字。
      Wang: [駁回] words=對方週四付款。
      Bot changes: S-1：暫停「Contoso」的服務
           Wang 已駁回：對方週四付款。
           原因: 未付款
           …
      Bot to Mei: S-1：暫停「Contoso」的服務
           Wang 已駁回：對方週四付款。
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Wang 已駁回：對方週四付款。
           原因: 未付款
           …
      Bot changes for Lin: S-1：暫停「Contoso」的服務
           Wang 已駁回：對方週四付款。
           原因: 未付款
           …
      Mei: 因未付款暫停 contoso 的服務
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           …
      Mei: 3
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           …
      Mei: 送出
      Bot: S-2：要暫停「Contoso」的服務嗎？
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
           Phones × 5
           範圍超出欠款：Phones 沒有對應的未付款項目。
           立刻無法使用的人: 5 個授權，實際使用人數不明
           暫停期間向我們計費: 不明
           可以恢復的期限: 到 2025年5月30日 為止（自 2025年3月31日 起 60 天），之後世紀互聯會刪除所有資料。請向世紀互聯確認確切日期
           會一併關閉: 不明，恢復服務後可能無法完全復原
           系統管理員仍可存取資料。
           駁回理由，或想問的問題:
           [核准] [駁回] [提出疑問] [變更範圍] [撤回]
      Bot to Wang: S-2：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot to Lin: S-2：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Mei: [核准]
      Bot: 您自己參與了這件事，必須由別人決定。
      Wang: [撤回]
      Bot: 只有申請人可以撤回；核准人可以駁回。
      Lin: [核准]
      Bot changes: S-2：暫停「Contoso」的服務
           Lin 已核准，執行中。
           Phones: 執行中
           …
      Bot to Mei: S-2：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Phones: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
      Bot changes for Mei: S-2：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Phones: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes for Wang: S-2：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Phones: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes: S-2：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Phones: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Wang late: [核准]
      Bot: S-2 已經有結果。Lin 已核准；已全部執行。
      Sam: 恢復 contoso 的服務
      Bot: Contoso：目前已停止服務的項目
           Phones：未付款（S-2，Lin，2025年3月31日）。可恢復至 2025年5月30日（暫停後 60 天），請向世紀互聯確認日期。
           訂用帳戶的最後一個暫停原因解除後，服務才會恢復。
           您的角色不能解除未付款的暫停。須由催收人員或核准人處理。
      Mei: 恢復 contoso 的服務
      Bot: Contoso：目前已停止服務的項目
           Phones：未付款（S-2，Lin，2025年3月31日）。可恢復至 2025年5月30日（暫停後 60 天），請向世紀互聯確認日期。
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           訂用帳戶的最後一個暫停原因解除後，服務才會恢復。
           [解除「未付款」的暫停]
      Mei: [解除「未付款」的暫停]
      Bot changes: R-1：恢復「Contoso」的服務
           暫停已解除，服務恢復中。
           Phones: 執行中
           解除的暫停原因: 未付款
           世紀互聯客戶: Contoso · contoso.cn
           租用戶識別碼: 5f3c1d6e-0000-4000-8000-00000000c001
           應收帳款客戶: Contoso Ltd (K-1001)
           申請人: Mei，2025年3月31日 上午10:00
      Bot: R-1：恢復「Contoso」的服務
           1 項中有 1 項已恢復服務。
           Phones: 已恢復服務，世紀互聯已於 2025年3月31日 上午10:00 確認
           「Phones」已回到暫停前的狀態：授權數、附加元件、自動續約和排程的變更。
      Bot changes: R-1：恢復「Contoso」的服務
           1 項中有 1 項已恢復服務。
           Phones: 已恢復服務，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      `,
    )
  })
})
