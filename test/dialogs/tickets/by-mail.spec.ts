import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aStaff, mei, sam } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { aTicketOffice } from './a-ticket-office.ts'

const nina = { ...aStaff('Nina', ['support']), language: 'zh-Hant' }

describe('a ticket that was mailed', () => {
  it('takes notes as mails of its thread, and is over with the answer that somebody records', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam, mei], mailed: true })
    await opened({ lane: 'china' })
    await transcript(
      office,
      `
      Sam: PD-1
      Bot: PD-1: ticket with 21Vianet for Contoso
           Being mailed to 21Vianet.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
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
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Mailed to 21Vianet; its number is not known yet.
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
      Mei: note PD-1 The contract is attached.
      Bot: PD-1: goes to 21Vianet as a mail, in the thread of the ticket.
           [PD-1]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Mailed to 21Vianet; its number is not known yet.
           …
      Mei: tickets
      Bot: 1 open ticket
           Waiting for the operator: 1 ticket
           PD-1 · Contoso · moderate · today · “The invoice shows 30 seats, the portal 25.”: Mailed to 21Vianet; its number is not known yet.
           [PD-1]
      (48 h pass)
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           Mailed to 21Vianet; its number is not known yet.
           Has the operator answered?
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:00 AM: “The contract is attached.” (mailed)
           The operator’s number:
           A note for 21Vianet, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Enter the number] [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Mailed to 21Vianet; its number is not known yet.
           …
      Sam: [Record the answer]
      Bot: Write a few words in the field first.
      Sam: [Record the answer] words=Five seats credited.
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam. The answer: Five seats credited.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:00 AM: “The contract is attached.” (mailed)
           [Open again]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam. The answer: Five seats credited.
           …
      Mei: [PD-1]
      Bot: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam. The answer: Five seats credited.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:00 AM: “The contract is attached.” (mailed)
           [Open again]
      `,
    )
  })

  it('is followed in Chinese', async () => {
    const { office, opened } = await aTicketOffice({ staff: [nina], mailed: true })
    await opened({ lane: 'china', by: nina, text: '發票是 30 人，入口網站是 25 人。' })
    await transcript(
      office,
      `
      Nina: 工單 PD-1
      Bot: PD-1：送交世紀互聯的工單（Contoso）
           正在寄給世紀互聯。
           主題: 帳務
           嚴重性: 中等
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
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
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           已寄給世紀互聯，尚不知道工單編號。
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
      Nina: 嚴重性 PD-1 嚴重
      Bot: PD-1：會寄給世紀互聯，接在同一串郵件裡。
           [PD-1]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           已寄給世紀互聯，尚不知道工單編號。
           主題: 帳務
           嚴重性: 嚴重（严重）
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           Nina（2025年3月31日 上午10:00）：嚴重性：嚴重（已寄出）
           營運商的工單編號:
           給世紀互聯的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 中等
           2. ( ) 輕微
           [填入編號] [加上備註] [記錄回覆] [變更嚴重性] [結案]
      (24 h pass)
      Bot to Nina: PD-1：送交世紀互聯的工單（Contoso）
           已寄給世紀互聯，尚不知道工單編號。
           營運商回覆了嗎？
           主題: 帳務
           嚴重性: 嚴重（严重）
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           Nina（2025年3月31日 上午10:00）：嚴重性：嚴重（已寄出）
           營運商的工單編號:
           給世紀互聯的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 中等
           2. ( ) 輕微
           [填入編號] [加上備註] [記錄回覆] [變更嚴重性] [結案]
      Bot changes for Nina: PD-1：送交世紀互聯的工單（Contoso）
           已寄給世紀互聯，尚不知道工單編號。
           …
      Nina: 回覆 PD-1：已退款 5 席。
      Bot: PD-1：Nina 已結案。回覆：已退款 5 席。
           [PD-1]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已結案。回覆：已退款 5 席。
           主題: 帳務
           嚴重性: 嚴重（严重）
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           Nina（2025年3月31日 上午10:00）：嚴重性：嚴重（已寄出）
           [重新開啟]
      Bot changes: PD-1：送交世紀互聯的工單（Contoso）
           Nina 已結案。回覆：已退款 5 席。
           …
      `,
    )
  })

  it('that the mailbox refuses is shown to whoever opened it; a note that it refuses to whoever wrote it as well', async () => {
    const { office, mailbox, opened } = await aTicketOffice({ staff: [sam, mei], mailed: true })
    const full = new OutsideFault({
      service: 'mailbox:china',
      kind: 'refused',
      code: '552',
      description: 'Mailbox full',
    })
    await opened({ lane: 'china' })
    mailbox.spoil(full)
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Sam: PD-1: ticket with 21Vianet for Contoso
           The mailbox of 21Vianet did not take it: it says “Mailbox full”. File it by hand, then enter its number here.
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
      `,
    )
    await opened({ lane: 'china', text: 'Another matter.' })
    await transcript(
      office,
      `
      (1 min pass)
      `,
    )
    mailbox.spoil(full)
    await transcript(
      office,
      `
      Mei: note PD-2 The contract is attached.
      Bot: PD-2: goes to 21Vianet as a mail, in the thread of the ticket.
           [PD-2]
      Bot: PD-2: ticket with 21Vianet for Contoso
           Mailed to 21Vianet; its number is not known yet.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:01 AM
           > [PD-2] Another matter.
           >
           > Another matter.
           Mei, Mar 31, 2025, 10:02 AM: “The contract is attached.” (not taken: it says “Mailbox full”.)
           The operator’s number:
           A note for 21Vianet, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Enter the number] [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot to Sam: PD-2: ticket with 21Vianet for Contoso
           Mailed to 21Vianet; its number is not known yet.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:01 AM
           > [PD-2] Another matter.
           >
           > Another matter.
           Mei, Mar 31, 2025, 10:02 AM: “The contract is attached.” (not taken: it says “Mailbox full”.)
           The operator’s number:
           A note for 21Vianet, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Enter the number] [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      `,
    )
  })
})
