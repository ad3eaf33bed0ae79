import { aStaff, lin, mei, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('languages', () => {
  it('are each reader’s own on the same card, and in what each is told', async () => {
    const office = await anOffice({
      staff: [{ ...mei, language: 'zh-Hant-TW' }, { ...wang, language: 'zh-Hant-TW' }, lin],
    })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           …
      Mei: 3
      Bot: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           …
      Mei: send
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
           …
      Bot to Wang: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           …
      Lin: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; being carried out.
           Phones: being carried out
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           [Call off what is not done]
      Bot to Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Phones: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           Phones: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
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
           可以恢復的期限: 到 2025年5月30日 為止（自 2025年3月31日 起 60 天），之後世紀互聯會刪除所有資料。請向世紀互聯確認確切日期
      Bot changes for Wang: S-1：暫停「Contoso」的服務
           Lin 已核准；已全部執行。
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Lin; carried out.
           Phones: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, oldest 70 days
           Final notice: given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription and no other:
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
      `,
    )
  })

  it('may be mixed: everybody is understood in any of them', async () => {
    const office = await anOffice({ staff: [mei, wang, lin, aStaff('Kai', ['collector'])], locales: { Kai: 'zh-TW' } })
    await transcript(
      office,
      `
      Mei: 逾期
      Bot: 1 customer is overdue
           CNY, 1 customer
           1–30 days: CNY 0.00
           31–60 days: CNY 0.00
           61–90 days: CNY 48,200.00 ██████████
           over 90 days: CNY 0.00
           Customer · Overdue · Days · Stage
           - Contoso · CNY 48,200.00 · 70 · suspension
           Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Contoso
           [Open]
      Kai: customer contoso
      Bot: Contoso
           依催收政策，目前應進行：暫停服務。
           世紀互聯客戶: Contoso · contoso.cn
           租用戶識別碼: 5f3c1d6e-0000-4000-8000-00000000c001
           應收帳款客戶: Contoso Ltd (K-1001)
           CNY: 逾期 CNY 48,200.00，最久已逾期 70 天；未結餘額共 CNY 48,200.00
           發票 · 到期日 · 天數 · 未付餘額
           - INV-1 · 2025年1月20日 · 70 · CNY 48,200.00
           最後催告於 2025年3月3日 發出，期限 2025年3月17日。
           3 個訂用帳戶
           Microsoft 365 Business × 25：使用中
           Voicemail × 25：使用中
           Phones × 5：使用中
           帳款資料截至 2025年3月30日（已過 1 個工作天）。
           [暫停服務] [已發出最後催告] [約定] [開工單]
      Kai: suspend contoso for fraud
      Bot: 要因詐騙暫停「Contoso」的服務嗎？
           要暫停哪些訂用帳戶？
           1. ( ) Microsoft 365 Business × 25；會一併暫停 1 個附加元件：Voicemail
           2. ( ) Voicemail × 25（附加元件）
           3. ( ) Phones × 5
           發現了什麼情況？第二人會依這段說明做決定:
           您也可以直接輸入：用「1，2」或「全部」選擇，再寫下說明，最後輸入「送出」。
           [請第二人核准] [先不要]
      Kai: all
      Bot: 要因詐騙暫停「Contoso」的服務嗎？
           要暫停哪些訂用帳戶？
           1. (x) Microsoft 365 Business × 25；會一併暫停 1 個附加元件：Voicemail
           2. (x) Voicemail × 25（附加元件）
           3. (x) Phones × 5
           …
      Kai: never mind
      Bot: 好的，先放下。沒有執行任何動作。
      Mei: 暫停 Contoso 的服務
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: 詐騙
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: 算了
      Bot: All right, dropped. Nothing was done.
      `,
    )
  })
})
