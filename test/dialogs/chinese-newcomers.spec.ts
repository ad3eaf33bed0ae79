import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('an office that speaks Traditional Chinese', () => {
  it('is greeted, helped and let in, in the language of the chat where nobody chose another', async () => {
    const office = await anOffice({ alone: true, locales: { Mei: 'zh-TW', Nadia: 'zh-TW' } })
    await transcript(
      office,
      `
      Mei: (arrives)
      Bot: 您好，我是 Partner Desk
           我會告訴您誰逾期，把暫停服務的申請交給第二人核准後執行，並備妥要交給營運商的工單。說「說明」就能再看到這些：
           誰逾期 · 逾期超過 60 天，在中國，金額超過 5000 CNY：誰欠多少、欠多久
           客戶 contoso：一家客戶的帳款、暫停原因和訂用帳戶
           因未付款暫停 contoso 的服務：申請暫停，由第二人決定
           因詐騙暫停 contoso 的服務：因有疑慮（詐騙或濫用）而申請暫停，由第二人決定
           contoso 的暫停原因：哪些項目已停止服務、原因與負責人
           恢復 contoso 的服務：解除暫停，恢復服務
           最後催告 contoso，期限到週五：記錄已發出最後催告
           為 contoso 開工單，內容……：開工單給正確的營運商 · 待送出工單：還沒送出的工單
           來函 contoso，內容……：提交營運商的來函 · 監看狀況：本系統以外的異動
           刪除倒數：暫停中的項目可恢復到何時
           永久取消 contoso：僅限營運商仍允許取消時 · 讓 contoso 期滿終止：期滿後不再續約；兩者都由第二人決定
           傳未結發票清單的 CSV 檔給我：我會先讀取並請您確認，再更新帳款資料
           待核准：等待核准的申請
           對應 contoso：指定帳款客戶是營運商的哪一家客戶
           營運商狀態：會向哪些營運商送出指令，以及各自可以做什麼
           語言 English：改用其他語言
           算了：離開進行到一半的事
           [誰逾期？]
      Mei: (arrives)
      Mei: 你會做什麼
      Bot: Mei，您好。我可以為您做這些事：
           誰逾期 · 逾期超過 60 天，在中國，金額超過 5000 CNY：誰欠多少、欠多久
           客戶 contoso：一家客戶的帳款、暫停原因和訂用帳戶
           因未付款暫停 contoso 的服務：申請暫停，由第二人決定
           因詐騙暫停 contoso 的服務：因有疑慮（詐騙或濫用）而申請暫停，由第二人決定
           contoso 的暫停原因：哪些項目已停止服務、原因與負責人
           恢復 contoso 的服務：解除暫停，恢復服務
           最後催告 contoso，期限到週五：記錄已發出最後催告
           為 contoso 開工單，內容……：開工單給正確的營運商 · 待送出工單：還沒送出的工單
           來函 contoso，內容……：提交營運商的來函 · 監看狀況：本系統以外的異動
           刪除倒數：暫停中的項目可恢復到何時
           永久取消 contoso：僅限營運商仍允許取消時 · 讓 contoso 期滿終止：期滿後不再續約；兩者都由第二人決定
           傳未結發票清單的 CSV 檔給我：我會先讀取並請您確認，再更新帳款資料
           待核准：等待核准的申請
           對應 contoso：指定帳款客戶是營運商的哪一家客戶
           營運商狀態：會向哪些營運商送出指令，以及各自可以做什麼
           語言 English：改用其他語言
           算了：離開進行到一半的事
           [誰逾期？]
      Mei: (presses an unknown button)
      Bot: 這個按鈕已經失效，或屬於別人的提問。請重新詢問以取得自己的卡片。
      Mei: 天氣好嗎
      Bot: 我不明白這句話。說「說明」看看我能做什麼。
      Nadia: (arrives)
      Bot: 我還不認識您
           我只為這家合作夥伴的員工服務。說「申請加入」，系統管理員就會知道您想加入。
           [申請加入]
      Nadia: 申請加入
      Bot: 已通知系統管理員您想加入，請等候消息。
      Nadia: 申請加入
      Bot: 系統管理員已收到您的申請。
      `,
    )
  })
})
