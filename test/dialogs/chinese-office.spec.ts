import assert from 'node:assert/strict'
import { lin, mei, sam, seats, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, voicemail } from './an-office.ts'

const chinese = { language: 'zh-Hant-TW' } as const

describe('an office that speaks Traditional Chinese', () => {
  it('goes all the way: who is overdue, the customer, the suspension, its approval, and a ticket', async () => {
    const office = await anOffice({
      staff: [mei, wang, lin, sam].map((each) => ({ ...each, ...chinese })),
    })
    await transcript(
      office,
      `
      Mei: 誰逾期超過 60 天
      Bot: 共有 1 家客戶逾期
           逾期超過 60 天
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
      Mei: [開啟]
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
      Mei: [暫停服務]
      Bot: 為什麼要暫停「Contoso」的服務？
           [未付款] [詐騙] [濫用] [客戶要求] [先不要]
      Mei: [未付款]
      Bot changes: 要因未付款暫停「Contoso」的服務嗎？
           「Contoso」欠款 CNY 48,200.00，最久已逾期 70 天。
           要暫停哪些訂用帳戶？已預先選取未付款項目的訂用帳戶
           …
      Mei: [請第二人核准] note=電話都沒人接。
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot to Wang: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot to Lin: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Wang: [提出疑問]
      Bot: 請先在欄位中寫幾個字。
      Wang: [提出疑問] words=對方回覆催告了嗎？
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           Wang 提出疑問，回覆之前不能核准。
           原因: 未付款
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
      Mei: [回覆] words=沒有，我打過兩次電話。
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot changes: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot changes for Wang: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Bot changes for Lin: S-1：要暫停「Contoso」的服務嗎？
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           原因: 未付款
           …
      Wang: [核准]
      Bot changes: S-1：暫停「Contoso」的服務
           Wang 已核准，執行中。
           Microsoft 365 Business: 執行中
           …
      Bot to Mei: S-1：暫停「Contoso」的服務
           Wang 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Wang 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes: S-1：暫停「Contoso」的服務
           Wang 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes for Lin: S-1：暫停「Contoso」的服務
           Wang 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Bot changes for Mei: S-1：暫停「Contoso」的服務
           Wang 已核准；已全部執行。
           Microsoft 365 Business: 已暫停，世紀互聯已於 2025年3月31日 上午10:00 確認
           …
      Mei: 為 contoso 開工單，內容：發票是 30 人，入口網站是 25 人
      Bot: 送交世紀互聯的工單（Contoso）
           依內容判斷，類別是「帳務」；若不對，請改選。
           是哪一類的問題？
           1. (x) 帳務
           2. ( ) 訂用帳戶
           3. ( ) 詐騙
           4. ( ) 合作夥伴帳戶
           5. ( ) 其他
           有多嚴重？
           1. ( ) 嚴重（严重）
           2. ( ) 中等
           3. ( ) 輕微（轻微）
           標題，一行即可（留空則取問題的第一行）:
           問題：發生什麼事、從什麼時候開始。世紀互聯會看到原文: 發票是 30 人，入口網站是 25 人
           試過的方法。世紀互聯只受理您自己確實無法解決的問題，不當呈報會有後果:
           問題的簡體中文說明（選填）:
           影響：誰受影響、如何受影響（選填）:
           聯絡人：姓名、電子郵件、電話: Mei
           送給世紀互聯的內容先是簡體中文，再是英文；您自己寫的部分保持原文。
           您也可以逐項輸入：「帳務」、「中等」，以及各欄位，例如「影響：…」；其他文字都算問題的內容。輸入「開立工單」即開立。
           [開立工單] [先不要]
      Mei: [開立工單] text=
      Bot changes: 送交世紀互聯的工單（Contoso）
           請選擇嚴重性。
           請描述問題。
           請說明試過什麼方法：世紀互聯會問。
           …
      Mei: [開立工單] topic=1; severity=2; text=發票是 30 人，入口網站是 25 人; tried=逐筆核對過
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           世紀互聯不接受程式送出的工單：請人工送出，再把工單編號填回這裡。
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           …
      Mei: [我已送出] number=我忘了
      Bot: 請照入口網站顯示的樣子填寫編號：字母、數字和連字號。
      Mei: [我已送出] number=21V-2025-0331-7
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Mei 已送交世紀互聯，工單編號 21V-2025-0331-7。
           主題: 帳務
           …
      Mei: 待送出工單
      Bot: 有 1 張未結的工單
           等待營運商：1 張
           PD-1 · Contoso · 中等 · 今天 ·「發票是 30 人，入口網站是 25 人」：Mei 已送交世紀互聯，工單編號 21V-2025-0331-7。
           [PD-1]
      `,
    )
    assert.deepEqual(
      office.operators['china']?.transitions.map(({ subscription, to }) => `${subscription} ${to}`),
      [`${seats} suspended`, `${voicemail} suspended`],
    )
    assert.deepEqual(
      (await office.store.auditOf('PD-1')).map(({ by, what }) => `${by} ${what}`),
      ['mei ticket.opened', 'mei ticket.filed'],
    )
  })
})
