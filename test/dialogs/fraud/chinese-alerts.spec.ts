import { transcript } from '../../kit/transcript.ts'
import { aFraudOffice } from './a-fraud-office.ts'

describe('alerts in Traditional Chinese', () => {
  it('are read, put aside and decided in it', async () => {
    const { office, raise } = await aFraudOffice({ locales: { Rosa: 'zh-TW' } })
    await raise({ severity: 'high', resources: [{ id: '/a/vm1', kind: 'x' }] })
    await transcript(
      office,
      `
      (0 min pass)
      Bot to Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Bot to Rosa: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Rosa: F-1
      Bot: F-1：Fabrikam Inc 有可疑活動（合作夥伴中心）
           尚無人處理。
           Microsoft 要求在 2025年3月31日 上午11:00 前回應。暫停或判定才算回應，認領不算。
           連線至加密貨幣礦池
           「Mining pool traffic from a virtual machine」
           訂用帳戶: harbor-lane-prod（Azure 訂用帳戶）
           自: 2025年3月31日 上午10:00
           出現: 1 次，最近一次 2025年3月31日 上午10:00
           位置: vm1
           …
      Rosa: [認領]
      Bot changes: F-1：Fabrikam Inc 有可疑活動（合作夥伴中心）
           由 Rosa 處理中。
           Microsoft 要求在 2025年3月31日 上午11:00 前回應。暫停或判定才算回應，認領不算。
           連線至加密貨幣礦池
           …
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa looks after it.
           …
      Bot changes: F-1：Fabrikam Inc 有可疑活動（合作夥伴中心）
           由 Rosa 處理中。
           Microsoft 要求在 2025年3月31日 上午11:00 前回應。暫停或判定才算回應，認領不算。
           連線至加密貨幣礦池
           …
      Rosa: [擱置] until=2小時; words=他們今天測試
      Bot: F-1：擱置至 2025年3月31日 中午12:00？
           若過去 90 天都這樣設定，會隱藏 1 則警示。
           F-1，2025年3月31日：尚未判定
           只擱置這一項：連線至加密貨幣礦池（此客戶與此訂用帳戶）。若變得更嚴重、費用增加或範圍擴大，會提前恢復。
           原因: 他們今天測試
           [確定擱置]
      Rosa: [確定擱置]
      Bot changes: Rosa 已擱置至 2025年3月31日 中午12:00：他們今天測試
      Bot changes for Ines: F-1: Suspicious use at Fabrikam Inc (Partner Center)
           Snoozed by Rosa until Mar 31, 2025, 12:00 PM: 他們今天測試
           …
      Bot changes: F-1：Fabrikam Inc 有可疑活動（合作夥伴中心）
           Rosa 已擱置至 2025年3月31日 中午12:00：他們今天測試
           Microsoft 要求在 2025年3月31日 上午11:00 前回應。暫停或判定才算回應，認領不算。
           連線至加密貨幣礦池
           …
      Bot changes: F-1：Fabrikam Inc 有可疑活動（合作夥伴中心）
           Rosa 已擱置至 2025年3月31日 中午12:00：他們今天測試
           Microsoft 要求在 2025年3月31日 上午11:00 前回應。暫停或判定才算回應，認領不算。
           連線至加密貨幣礦池
           …
      Rosa: 詐騙警示
      Bot: 1 則未結警示
           F-1 · Fabrikam Inc：連線至加密貨幣礦池，嚴重性高，出現 1 次。Rosa 已擱置至 2025年3月31日 中午12:00：他們今天測試
           [F-1] [通報詐騙]
      Rosa: 通報詐騙 fabrikam 有人來電訂購 500 席
      Bot: F-2：Fabrikam Inc 有可疑活動（合作夥伴中心）
           尚無人處理。
           沒有外部單位要求回應；我們自己的目標是 2025年3月31日 上午11:00 前。
           有人通報疑似詐騙
           Rosa 通報：
           > 有人來電訂購 500 席
           自: 2025年3月31日 上午10:00
           出現: 1 次，最近一次 2025年3月31日 上午10:00
           評估: 嚴重性高和可信度不明
           …
      Bot to Ines: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Nobody looks after it yet.
           …
      Rosa: [提交判定] verdict=1; words=帳號遭盜用挖礦
      Bot changes: F-2：Fabrikam Inc 有可疑活動（合作夥伴中心）
           Rosa 判定為詐騙：帳號遭盜用挖礦
           不到 1 分鐘後已回應：判定。
           不需回報任何外部來源。
           有人通報疑似詐騙
           Rosa 通報：
           > 有人來電訂購 500 席
           自: 2025年3月31日 上午10:00
           出現: 1 次，最近一次 2025年3月31日 上午10:00
           評估: 嚴重性高和可信度不明
           警示出現時的欠款: 不明：尚未對應帳款帳戶
           合作夥伴中心客戶: Fabrikam Inc · fabrikam.com
           租用戶識別碼: 5f3c1d6e-0000-4000-8000-00000000fab1
           應收帳款客戶: 尚無對應的帳款客戶
      Bot changes for Ines: F-2: Suspicious use at Fabrikam Inc (Partner Center)
           Rosa found it to be fraud: 帳號遭盜用挖礦
           …
      Bot to Wang: New orders of Fabrikam Inc are on hold
           …
      `,
    )
  })
})
