import assert from 'node:assert/strict'
import { anOperatorCustomer, aTicket, fabrikam, minute } from '../../kit/builders.ts'
import type { FakeOperator } from '../../kit/fake-operator.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer } from '../an-office.ts'

describe('a ticket is drafted', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, []],
      ],
    })
  })
  const ticket = async (id = 'PD-1') => (await office.store.get('service-request', id))?.value

  it('from a suspension that the operator refused, in English and in the operator’s Chinese, whoever presses', async () => {
    const operator = office.operators['china'] as FakeOperator
    operator.weather('changes', { kind: 'refused', status: 400, code: '900150', correlationId: 'c0ffee11' })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask', 'Lin: language 繁體中文')
    await transcript(
      office,
      `
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; not carried out, as far as the desk can tell.
           Microsoft 365 Business: not done. 21Vianet said no (code 900150). Look at it in the portal, or open a ticket. Correlation id c0ffee11.
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; not carried out, as far as the desk can tell.
           Microsoft 365 Business: not done. 21Vianet said no (code 900150). Look at it in the portal, or open a ticket. Correlation id c0ffee11.
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
           [Ticket]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; not carried out, as far as the desk can tell.
           Microsoft 365 Business: not done. 21Vianet said no (code 900150). Look at it in the portal, or open a ticket. Correlation id c0ffee11.
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
           [Ticket]
      Bot changes for Lin: S-1：暫停「Contoso」的服務
           Wang 已核准；就系統所知，沒有任何項目執行成功。
           Microsoft 365 Business: 未執行。世紀互聯拒絕了這項要求（代碼 900150）。請到入口網站查看，或開工單。相互關聯識別碼 c0ffee11。
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
           [開工單]
      Mei: [Ticket]
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. ( ) Billing
           2. (x) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical (严重)
           2. ( ) moderate (中等)
           3. ( ) minimal (轻微)
           Title, in one line (left empty: the first line of the problem): A subscription cannot be suspended
           The problem: what happens, since when. 21Vianet reads it as it is: The request to suspend Microsoft 365 Business (c0ffee00-0000-4000-8000-000000000001) failed at 2025-03-31 02:00 UTC (2025-03-31 10:00 Beijing time). The answer was error 900150.
           What you have tried. 21Vianet takes only what you reasonably cannot solve yourselves; escalating anything else has consequences:
           The problem in Simplified Chinese (optional): 暂停 Microsoft 365 Business（c0ffee00-0000-4000-8000-000000000001）的请求于 2025-03-31 02:00 UTC (2025-03-31 10:00 北京时间) 失败。返回错误代码 900150。
           Impact: whom it hinders, and how (optional):
           Contact: name, e-mail, telephone: Mei
           This goes along by itself
           Subscriptions: Microsoft 365 Business
           Correlation ids: c0ffee11
           On record: 4 entries about S-1; what concerns the operator goes along
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      `,
    )
    await transcript(
      office,
      `
      Mei: critical
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: Suspended it in the portal: the same error.
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Customer requests › find and select Contoso › New request › the service. This leads into the customer’s Office 365 admin center: Submit service request.
           2. Paste title and description; if a severity is asked for, choose critical (严重). Escalate only what you reasonably cannot solve yourselves.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Subscription
           Severity: critical (严重)
           Opened by: Mei, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] A subscription cannot be suspended
           Description
           > 问题描述：
           > 暂停 Microsoft 365 Business（c0ffee00-0000-4000-8000-000000000001）的请求于 2025-03-31 02:00 UTC (2025-03-31 10:00 北京时间) 失败。返回错误代码 900150。
           >
           > 我方已采取的措施：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：订阅
           > 严重程度：严重
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 涉及订阅：
           > - Microsoft 365 Business (c0ffee00-0000-4000-8000-000000000001)
           > 关联 ID：
           > - c0ffee11
           > 我方处理记录（UTC 时间，括号内为北京时间）：
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) 我方内部申请暂停服务 [S-1]
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) 暂停服务已由第二人批准 [S-1]
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) 已发出暂停请求 [S-1]
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) 一次暂停操作已结束 [S-1]
           > 联系人：Mei
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The request to suspend Microsoft 365 Business (c0ffee00-0000-4000-8000-000000000001) failed at 2025-03-31 02:00 UTC (2025-03-31 10:00 Beijing time). The answer was error 900150.
           >
           > What we have tried:
           > Suspended it in the portal: the same error.
           >
           > Topic: Subscription
           > Severity: critical
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Subscriptions:
           > - Microsoft 365 Business (c0ffee00-0000-4000-8000-000000000001)
           > Correlation IDs:
           > - c0ffee11
           > Our record (UTC, then Beijing time):
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) Suspension requested at our company [S-1]
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) Suspension approved by a second person [S-1]
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) Request to suspend sent [S-1]
           > - 2025-03-31 02:00 UTC (2025-03-31 10:00) Attempt to suspend completed [S-1]
           > Contact: Mei
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      `,
    )
  })

  it('field by field: typed by its name, corrected, emptied, and left', () =>
    transcript(
      office,
      `
      Sam: ticket fabrikam about seats are missing
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: title: Seats are missing since Friday
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: Impact: 25 people cannot work
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: what we tried: signing in again
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: contact: Sam, sam@partner.example
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: problem: Seats that were bought on Friday are missing.
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: They were there on Thursday: 25 of them.
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: tried:
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: topic: service
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: severity: urgent
      Bot: Ticket with Partner Center for Fabrikam Inc
           Partner Center has no severity “urgent”. It has critical, moderate, and minimal.
           …
      Sam: high
      Bot: Ticket with Partner Center for Fabrikam Inc
           Partner Center has no severity “high”. It has critical, moderate, and minimal.
           …
      Sam: topic: weather
      Bot: Ticket with Partner Center for Fabrikam Inc
           I did not understand that as an answer.
           …
      Sam: overdue
      Bot: 1 customer is overdue
           …
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. (x) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem): Seats are missing since Friday
           The problem: what happens, since when. Partner Center reads it as it is: Seats that were bought on Friday are missing.
           They were there on Thursday: 25 of them.
           Impact: whom it hinders, and how (optional): 25 people cannot work
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam, sam@partner.example
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: severity: Critical
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. (x) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. (x) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem): Seats are missing since Friday
           The problem: what happens, since when. Partner Center reads it as it is: Seats that were bought on Friday are missing.
           They were there on Thursday: 25 of them.
           Impact: whom it hinders, and how (optional): 25 people cannot work
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam, sam@partner.example
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: never mind
      Bot: All right, dropped. Nothing was done.
      `,
    ))

  it('in Traditional Chinese, for an operator that reads English', () =>
    transcript(
      office,
      `
      Sam: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Sam: 為 fabrikam 開工單：使用者無法登入
      Bot: 送交合作夥伴中心的工單（Fabrikam Inc）
           合作夥伴中心以英文回覆，而這裡的問題不是用英文寫的。
           是哪一類的問題？
           1. ( ) 帳務
           2. ( ) 訂用帳戶
           3. ( ) 詐騙
           4. ( ) 合作夥伴帳戶
           5. ( ) 其他
           有多嚴重？
           1. ( ) 嚴重（critical）
           2. ( ) 中等（moderate）
           3. ( ) 輕微（minimal）
           標題，一行即可（留空則取問題的第一行）:
           問題：發生什麼事、從什麼時候開始。合作夥伴中心會看到原文: 使用者無法登入
           影響：誰受影響、如何受影響（選填）:
           試過的方法（選填）:
           聯絡人：姓名、電子郵件、電話: Sam
           送給合作夥伴中心的內容是英文，請您也用英文填寫。
           您也可以逐項輸入：「帳務」、「中等」，以及各欄位，例如「影響：…」；其他文字都算問題的內容。輸入「開立工單」即開立。
           [開立工單] [先不要]
      Sam: 主旨：登入失敗
      Bot: 送交合作夥伴中心的工單（Fabrikam Inc）
           …
      Sam: 影響：25 人
      Bot: 送交合作夥伴中心的工單（Fabrikam Inc）
           …
      Sam: 嚴重性：高
      Bot: 送交合作夥伴中心的工單（Fabrikam Inc）
           合作夥伴中心沒有「高」這個嚴重性，只有嚴重（critical）、中等（moderate）和輕微（minimal）。
           …
      Sam: 嚴重
      Bot: 送交合作夥伴中心的工單（Fabrikam Inc）
           …
      Sam: 服務
      Bot: 送交合作夥伴中心的工單（Fabrikam Inc）
           …
      Sam: 開立工單
      Bot: PD-1：送交合作夥伴中心的工單（Fabrikam Inc）
           合作夥伴中心不接受程式送出的工單：請人工送出，再把工單編號填回這裡。
           https://partner.microsoft.com/dashboard
           1. 合作夥伴中心 › 客戶 › Fabrikam Inc › 服務管理。
           2. Azure 的問題請進入 Azure 入口網站（支援方案選「雲端解決方案提供者」），其他服務請代表客戶進入 Microsoft 365 系統管理中心。間接轉銷商不能開立 Azure 的支援要求，須由其提供者開立。
           3. 貼上標題和說明；如果要選嚴重性，請選嚴重（critical）。
           4. 完成後回到這裡按「我已送出」；已有工單編號就一併填入。
           主題: 訂用帳戶
           嚴重性: 嚴重（critical）
           開單人: Sam，2025年3月31日 上午10:00
           標題
           > [PD-1] 登入失敗
           說明
           > Problem:
           > (In Chinese, as our staff wrote it:)
           > 使用者無法登入
           >
           > Impact:
           > (In Chinese, as our staff wrote it:)
           > 25 人
           >
           > Topic: Subscription
           > Severity: critical
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           如果表單不接受內容，可能是因為這些字元：登 入 失 敗 使 用 者 無 法 人
           營運商的工單編號（還沒有就留空）:
           [我已送出] [未送出] [修改草稿]
      `,
    ))

  it('with what may be about the same in sight, narrowed by its topic', async () => {
    const known = [
      aTicket({ id: 'PD-1', title: 'Seats are missing' }),
      aTicket({ id: 'PD-2', title: 'No sign-in', topic: 'subscription', openedAt: minute(1) }),
    ]
    for (const value of known)
      await office.store.commit({ save: [{ kind: 'service-request', id: value.id, value, basedOn: null }] })
    await office.store.commit({
      save: [
        {
          kind: 'service-request',
          id: 'PD-3',
          value: {
            ...aTicket({ id: 'PD-3', title: 'Another customer', customer: { id: fabrikam, name: 'F', domain: 'f' } }),
          },
          basedOn: null,
        },
      ],
    })
    await transcript(
      office,
      `
      Sam: ticket contoso about the seats
      Bot: Ticket with 21Vianet for Contoso
           By its words it is about this: Subscription. Choose again if that is wrong.
           There are 2 tickets of theirs that may be about the same:
           PD-2 · No sign-in · 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           PD-1 · Seats are missing · 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Sam: billing
      Bot: Ticket with 21Vianet for Contoso
           There is 1 ticket of theirs that may be about the same:
           PD-1 · Seats are missing · 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      `,
    )
  })

  it('anew while nobody has filed it, and never over what somebody else has written meanwhile', async () => {
    await before(
      office,
      'Sam: ticket fabrikam about a wrong price',
      'Sam: billing',
      'Sam: minimal',
      'Sam: contact: Sam, extension 7',
      'Sam: send',
    )
    await transcript(
      office,
      `
      Sam: [Change the draft]
      Bot: PD-1: change the ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. (x) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. (x) minimal
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. Partner Center reads it as it is: a wrong price
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam, extension 7
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Change the draft] [Not now]
      Sam: problem: The price of E5 is that of last year.
      Bot: PD-1: change the ticket with Partner Center for Fabrikam Inc
           …
      Mei: change PD-1
      Bot: PD-1: change the ticket with Partner Center for Fabrikam Inc
           …
      Sam: send
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. Partner Center › Help + support › Contact support: the page above.
           2. Paste the first text under Problem summary. Under Workspace and Problem type choose what comes closest to “Billing”.
           3. Go past Review solutions to Create support request. Paste the description; if a severity is asked for, choose minimal.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Problem summary
           > [PD-1] The price of E5 is that of last year.
           Description
           > Problem:
           > The price of E5 is that of last year.
           >
           > Topic: Billing
           > Severity: minimal
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam, extension 7
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. Partner Center › Help + support › Contact support: the page above.
           2. Paste the first text under Problem summary. Under Workspace and Problem type choose what comes closest to “Billing”.
           3. Go past Review solutions to Create support request. Paste the description; if a severity is asked for, choose minimal.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Problem summary
           > [PD-1] The price of E5 is that of last year.
           Description
           > Problem:
           > The price of E5 is that of last year.
           >
           > Topic: Billing
           > Severity: minimal
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam, extension 7
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Mei: impact: The invoice is too high.
      Bot: PD-1: change the ticket with Partner Center for Fabrikam Inc
           Somebody else has changed PD-1 meanwhile: “PD-1” shows how it stands. Sending this puts it in that one’s place.
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: PD-1
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. Partner Center › Help + support › Contact support: the page above.
           2. Paste the first text under Problem summary. Under Workspace and Problem type choose what comes closest to “Billing”.
           3. Go past Review solutions to Create support request. Paste the description; if a severity is asked for, choose minimal.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Problem summary
           > [PD-1] The price of E5 is that of last year.
           Description
           > Problem:
           > The price of E5 is that of last year.
           >
           > Topic: Billing
           > Severity: minimal
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam, extension 7
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Mei: [I filed it] number=2503310040007777
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center as 2503310040007777 by Mei.
           …
      Bot changes for Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center as 2503310040007777 by Mei.
           …
      Bot changes for Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center as 2503310040007777 by Mei.
           …
      Mei: change PD-1
      Bot: Filed with Partner Center as 2503310040007777 by Mei. It can no longer be written anew; add a note instead.
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('PD-1')).map(({ by, what }) => `${by} ${what}`),
      ['sam ticket.opened', 'sam ticket.revised', 'mei ticket.filed'],
    )
    assert.equal((await ticket())?.text, 'The price of E5 is that of last year.')
  })

  it('from no case that nobody knows, that is about no customer, or that one may not see', async () => {
    await before(office, 'Otto: role Sam approver')
    await transcript(
      office,
      `
      Sam: ticket for S-12
      Bot: There is no S-12.
      Ines: ticket for G-1
      Bot: No ticket can come from G-1: it is about no customer of an operator.
      Sam: ticket for G-1
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Otto: ticket for G-1
      Bot: Your role does not allow filing tickets. It takes the role of collector, approver, support, or fraud lead.
      Sam: ticket for PD-9
      Bot: There is no PD-9.
      `,
    )
  })
})
