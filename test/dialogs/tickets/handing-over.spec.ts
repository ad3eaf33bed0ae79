import { transcript } from '../../kit/transcript.ts'
import { before } from '../an-office.ts'
import { aFraudOffice } from '../fraud/a-fraud-office.ts'

describe('a ticket about fraud is handed over', () => {
  it('with its dossier and how to get it, where the refund is asked for, and the number later', async () => {
    const { office, raise } = await aFraudOffice()
    await raise()
    await before(office, 'Ines: ticket for F-1 about Please look at “az-1” – today…')
    await transcript(
      office,
      `
      Ines: critical
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. (x) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. (x) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem): Suspicious use: networkConnectionsToCryptoMiningPools
           The problem: what happens, since when. Partner Center reads it as it is: Please look at “az-1” – today…
           Alert "networkConnectionsToCryptoMiningPools", first seen at 2025-03-31 02:00 UTC (2025-03-31 10:00 Beijing time), once so far.
           The source says: Mining pool traffic from a virtual machine
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Ines
           This goes along by itself
           Subscriptions: harbor-lane-prod
           On record: 1 entry about F-1; what concerns the operator goes along
           Attachment: the dossier
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Ines: send
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. Partner Center › Help + support › Contact support: the page above.
           2. Paste the first text under Problem summary. Under Workspace and Problem type choose what comes closest to “Fraud”.
           3. Go past Review solutions to Create support request. Paste the description; if a severity is asked for, choose critical.
           4. The refund itself is asked for in the Azure portal, as a refund request with the same text: within 60 days of the first fraudulent use, once for each customer.
           5. Come back and press “I filed it”, with the number if you have it.
           Topic: Fraud
           Severity: critical
           Opened by: Ines, Mar 31, 2025, 10:00 AM
           Problem summary
           > [PD-1] Suspicious use: networkConnectionsToCryptoMiningPools
           Description
           > Problem:
           > Please look at "az-1" - today...
           > Alert "networkConnectionsToCryptoMiningPools", first seen at 2025-03-31 02:00 UTC (2025-03-31 10:00 Beijing time), once so far.
           > The source says: Mining pool traffic from a virtual machine
           >
           > Topic: Fraud
           > Severity: critical
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Subscriptions:
           > - harbor-lane-prod (az-1)
           > Our record (UTC, then Beijing time):
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) Alert received [F-1]
           > Attachments:
           > - Fraud evidence and charges (dossier)
           > Contact: Ines
           > Our reference is PD-1. Please leave [PD-1] in the title.
           Attach the dossier. In a chat of your own with the desk say “dossier of 5f3c1d6e-0000-4000-8000-00000000fab1”, or write it to a file at the desk’s machine: npm run desk -- dossier 5f3c1d6e-0000-4000-8000-00000000fab1 --out dossier.html
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Ines: [I filed it]
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center by Ines; its number is not known yet.
           …
      `,
    )
  })

  it('in Traditional Chinese, while its text stays English', async () => {
    const { office, raise } = await aFraudOffice()
    await raise()
    await before(office, 'Ines: language 繁體中文', 'Ines: 為 F-1 開工單', 'Ines: 嚴重')
    await transcript(
      office,
      `
      Ines: 開立工單
      Bot: PD-1：送交合作夥伴中心的工單（Fabrikam Inc）
           合作夥伴中心不接受程式送出的工單：請人工送出，再把工單編號填回這裡。
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. 合作夥伴中心 › 說明 + 支援 › 連絡支援服務，也就是上面的頁面。
           2. 把第一段文字貼到「問題摘要」。「工作區」和「問題類型」請選最接近「詐騙」的項目。
           3. 略過「檢閱解決方案」，選「建立支援要求」，貼上說明；如果要選嚴重性，請選嚴重（critical）。
           4. 退款本身要在 Azure 入口網站以退款要求提出，內容相同：須在首次詐騙使用後 60 天內，每家客戶限一次。
           5. 完成後回到這裡按「我已送出」；已有工單編號就一併填入。
           主題: 詐騙
           嚴重性: 嚴重（critical）
           開單人: Ines，2025年3月31日 上午10:00
           問題摘要
           > [PD-1] Suspicious use: networkConnectionsToCryptoMiningPools
           說明
           > Problem:
           > Alert "networkConnectionsToCryptoMiningPools", first seen at 2025-03-31 02:00 UTC (2025-03-31 10:00 Beijing time), once so far.
           > The source says: Mining pool traffic from a virtual machine
           >
           > Topic: Fraud
           > Severity: critical
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Subscriptions:
           > - harbor-lane-prod (az-1)
           > Our record (UTC, then Beijing time):
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) Alert received [F-1]
           > Attachments:
           > - Fraud evidence and charges (dossier)
           > Contact: Ines
           > Our reference is PD-1. Please leave [PD-1] in the title.
           請附上退款資料：在您與本系統的個人對話中輸入「5f3c1d6e-0000-4000-8000-00000000fab1 的退款申請資料」，或在本系統主機上存成檔案：npm run desk -- dossier 5f3c1d6e-0000-4000-8000-00000000fab1 --out dossier.html
           營運商的工單編號（還沒有就留空）:
           [我已送出] [未送出] [修改草稿]
      `,
    )
  })
})
