import { aStaff, mei, otto, sam } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { aTicketOffice } from './a-ticket-office.ts'

const nina = { ...aStaff('Nina', ['support']), language: 'zh-Hant' }

describe('a ticket that nobody can look up', () => {
  it('is asked about until its number is brought back, two days later, and then until its answer is recorded', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam, mei] })
    await opened({ lane: 'china' })
    await transcript(
      office,
      `
      Sam: ticket PD-1
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      (24 h pass)
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           Was it filed, and under which number?
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Sam: tickets
      Bot: 1 open ticket
           Waiting to be filed: 1 ticket
           PD-1 · Contoso · moderate · 1 day · “The invoice shows 30 seats, the portal 25.”
           [PD-1]
      (24 h pass)
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           Was it filed, and under which number?
           Asked 2 times, last on Apr 2, 2025, 10:00 AM.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Sam: filed PD-1
      Bot: PD-1: Filed with 21Vianet by Sam; its number is not known yet.
           [PD-1]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet by Sam; its number is not known yet.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           The operator’s number:
           A note for 21Vianet, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Enter the number] [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet by Sam; its number is not known yet.
           …
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet by Sam; its number is not known yet.
           …
      Mei: filed PD-1 21V-2025-0331-7
      Bot: PD-1: Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           [PD-1]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Mei: note PD-1 The contract is attached.
      Bot: PD-1: noted here. No program can bring it to 21Vianet.
           Paste this into ticket 21V-2025-0331-7 at 21Vianet, https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           > The contract is attached.
           > (PD-1/1)
           [PD-1]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Mei: severity PD-1 critical
      Bot: PD-1: noted here. No program can bring it to 21Vianet.
           Set ticket 21V-2025-0331-7 to severity critical at 21Vianet, https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           [PD-1]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Mei: severity PD-1 critical
      Bot: PD-1 has severity critical already.
      Mei: severity PD-1 urgent
      Bot: 21Vianet has no severity “urgent”. It knows critical, moderate, and minimal.
      (24 h pass)
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           Has the operator answered?
           Topic: Billing
           Severity: critical (严重)
           The operator’s number: 21V-2025-0331-7
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Apr 2, 2025, 10:00 AM: “The contract is attached.” (by hand, at the operator’s portal)
           Mei, Apr 2, 2025, 10:00 AM: severity critical (by hand, at the operator’s portal)
           Set ticket 21V-2025-0331-7 to severity critical at 21Vianet, https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           A note for 21Vianet, or what they answered in the end:
           Another severity
           1. ( ) moderate
           2. ( ) minimal
           [Done there] [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Sam.
           …
      Sam: [Record the answer] words=Five seats credited.
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam. The answer: Five seats credited.
           Topic: Billing
           Severity: critical (严重)
           The operator’s number: 21V-2025-0331-7
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Apr 2, 2025, 10:00 AM: “The contract is attached.” (by hand, at the operator’s portal)
           Mei, Apr 2, 2025, 10:00 AM: severity critical (by hand, at the operator’s portal)
           [Open again]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam. The answer: Five seats credited.
           …
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam. The answer: Five seats credited.
           …
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam. The answer: Five seats credited.
           …
      Sam: answer PD-1 Once more.
      Bot: PD-1 has already been dealt with. Closed by Sam. The answer: Five seats credited.
      Sam: my tickets
      Bot: No ticket of yours is open.
      `,
    )
  })

  it('is asked about and answered in Chinese', async () => {
    const { office, opened } = await aTicketOffice({ staff: [nina] })
    await opened({ lane: 'china', by: nina, text: '發票是 30 人，入口網站是 25 人。' })
    await transcript(
      office,
      `
      Nina: 工單 PD-1
      Bot: PD-1：送交世紀互聯的工單（Contoso）
           世紀互聯不接受程式送出的工單：請人工送出，再把工單編號填回這裡。
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. 入口網站 › 支援要求（支持请求）› 合作夥伴中心要求（合作伙伴中心请求）› 新增要求（新建请求），世紀互聯的表單隨即開啟。
           2. 貼上標題和說明；如果要選嚴重性，請選中等。世紀互聯的專員會回電。
           3. 完成後回到這裡按「我已送出」；已有工單編號就一併填入。
           主題: 帳務
           嚴重性: 中等
           開單人: Nina，2025年3月31日 上午10:00
           標題
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           說明
           > 问题描述：
           > 發票是 30 人，入口網站是 25 人。
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > (Written in Chinese only; see the Chinese part above.)
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           營運商的工單編號（還沒有就留空）:
           [我已送出] [未送出] [修改草稿]
      Nina: [我已送出]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，尚不知道工單編號。
           主題: 帳務
           嚴重性: 中等
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           營運商的工單編號:
           給世紀互聯的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 嚴重
           2. ( ) 輕微
           [填入編號] [加上備註] [記錄回覆] [變更嚴重性] [結案]
      (24 h pass)
      Bot to Nina: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，尚不知道工單編號。
           營運商給的工單編號是多少？
           主題: 帳務
           嚴重性: 中等
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           營運商的工單編號:
           給世紀互聯的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 嚴重
           2. ( ) 輕微
           [填入編號] [加上備註] [記錄回覆] [變更嚴重性] [結案]
      Bot changes for Nina: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，尚不知道工單編號。
           …
      Nina: 已送出 PD-1 21V-2025-0331-7
      Bot: PD-1：Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           [PD-1]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           主題: 帳務
           嚴重性: 中等
           營運商的工單編號: 21V-2025-0331-7
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           給世紀互聯的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 嚴重
           2. ( ) 輕微
           [加上備註] [記錄回覆] [變更嚴重性] [結案]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           …
      Nina: 備註 PD-1：合約已附上。
      Bot: PD-1：已記錄在此。沒有程式能把它送到世紀互聯。
           請貼到世紀互聯的工單 21V-2025-0331-7：https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           > 合約已附上。
           > (PD-1/1)
           [PD-1]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           主題: 帳務
           嚴重性: 中等
           營運商的工單編號: 21V-2025-0331-7
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           Nina（2025年4月1日 上午10:00）：「合約已附上。」（須在營運商的入口網站人工處理）
           請貼到世紀互聯的工單 21V-2025-0331-7：https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           > 合約已附上。
           > (PD-1/1)
           給世紀互聯的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 嚴重
           2. ( ) 輕微
           [已在那裡完成] [加上備註] [記錄回覆] [變更嚴重性] [結案]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           …
      Nina: 嚴重性 PD-1 很急
      Bot: 世紀互聯沒有「很急」這種嚴重性。可用的有嚴重、中等和輕微。
      Nina: 回覆 PD-1：已退款 5 席。
      Bot: PD-1：Nina 已結案。回覆：已退款 5 席。
           [PD-1]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已結案。回覆：已退款 5 席。
           主題: 帳務
           嚴重性: 中等
           營運商的工單編號: 21V-2025-0331-7
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           Nina（2025年4月1日 上午10:00）：「合約已附上。」（須在營運商的入口網站人工處理）
           [重新開啟]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已結案。回覆：已退款 5 席。
           …
      Nina: 重新開啟 PD-1
      Bot: PD-1：Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           沒有營運商說明如何由程式重新開啟已結案的工單。如果世紀互聯已將工單結案，請在那裡重新開啟，或另開新工單：https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           [PD-1]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           …
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已送交世紀互聯，工單編號 21V-2025-0331-7。
           …
      `,
    )
  })

  it('is asked about no more once somebody says that nobody filed it, and can be taken up again', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam, mei] })
    await opened({ lane: 'china' })
    await transcript(
      office,
      `
      (24 h pass)
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           Was it filed, and under which number?
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Mei: not filed PD-1
      Bot: PD-1: Closed by Mei without being filed.
           [PD-1]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Closed by Mei without being filed.
           …
      (24 h pass)
      (48 h pass)
      Mei: note PD-1 Settled by telephone.
      Bot: PD-1 has already been dealt with. Closed by Mei without being filed.
      Mei: reopen PD-1
      Bot: PD-1: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           [PD-1]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Sam: PD-1
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      `,
    )
  })

  it('is told in the threads of its channel, and asked about there no more than once a day', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam, mei, otto] })
    await transcript(
      office,
      `
      Mei in #tickets: thanks
      Bot: You are welcome.
      Otto: route tickets to #nowhere
      Bot: Nothing was set: I know no channel #nowhere. I find only channels I have been spoken to in: add me there, say “help” there, then say it again.
      Otto: route tickets to #tickets
      Bot: From now on, news about tickets goes to #tickets.
      Mei: route tickets to #tickets
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    )
    await opened({ lane: 'china' })
    await transcript(
      office,
      `
      (24 h pass)
      Bot to #tickets: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           Was it filed, and under which number?
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot changes for #tickets: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Bot in thread of PD-1 in #tickets: Apr 1, 2025, 10:00 AM · Whoever opened it is asked: Was it filed, and under which number?
      (23 h pass)
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           Was it filed, and under which number?
           Asked 2 times, last on Apr 2, 2025, 9:00 AM.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot changes for #tickets: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Bot in thread of PD-1 in #tickets: Apr 2, 2025, 9:00 AM · Whoever opened it is asked: Was it filed, and under which number?
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Bot to #tickets: 1 ticket waits for an answer
           PD-1 · Contoso · 21Vianet · moderate · 2 days: Was it filed, and under which number?
           [PD-1]
      (1 h pass)
      Mei: note PD-1 Too early.
      Bot: PD-1 has not been filed yet: write it anew, or file it first.
      Mei: filed PD-1 21V-7
      Bot: PD-1: Filed with 21Vianet as 21V-7 by Mei.
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Bot in thread of PD-1 in #tickets: Apr 2, 2025, 10:00 AM · Mei filed it with the operator.
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Mei: note PD-1 The contract is attached.
      Bot: PD-1: noted here. No program can bring it to 21Vianet.
           Paste this into ticket 21V-7 at 21Vianet, https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           > The contract is attached.
           > (PD-1/1)
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Bot in thread of PD-1 in #tickets: Apr 2, 2025, 10:00 AM · Mei to the operator, by hand: “The contract is attached.”
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Mei: close PD-1
      Bot: PD-1: Closed by Mei.
           The desk cannot close it at 21Vianet: where it is still open there, close it in the portal, https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with 21Vianet for Contoso
           Closed by Mei.
           …
      Bot in thread of PD-1 in #tickets: Apr 2, 2025, 10:00 AM · Mei closed it.
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Closed by Mei.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Closed by Mei.
           …
      Mei: reopen PD-1
      Bot: PD-1: Filed with 21Vianet as 21V-7 by Mei.
           No operator documents how a closed ticket is opened again by a program. Where 21Vianet has closed its own, open it again there, or file a new one: https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Bot in thread of PD-1 in #tickets: Apr 2, 2025, 10:00 AM · Mei opened it again.
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-7 by Mei.
           …
      Mei: answer PD-1 Done.
      Bot: PD-1: Closed by Mei. The answer: Done.
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with 21Vianet for Contoso
           Closed by Mei. The answer: Done.
           …
      Bot in thread of PD-1 in #tickets: Apr 2, 2025, 10:00 AM · Mei recorded the answer: Done.
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Closed by Mei. The answer: Done.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Closed by Mei. The answer: Done.
           …
      `,
    )
  })
})
