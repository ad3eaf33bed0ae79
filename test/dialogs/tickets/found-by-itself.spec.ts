import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aStaff, mei, otto, sam } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { aTicketOffice } from './a-ticket-office.ts'

const nina = { ...aStaff('Nina', ['support']), language: 'zh-Hant' }
const number = '700000000000123'
const title = '[PD-1] The invoice shows 30 seats'

describe('a ticket at Partner Center', () => {
  it('is found by our number, asks back, is answered there, and closed', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam, mei, otto] })
    await transcript(
      office,
      `
      Otto in #tickets: route tickets here
      Bot: From now on, news about tickets goes to #tickets.
      `,
    )
    await opened()
    tickets.put({ number, title }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot to #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. Partner Center › Help + support › Contact support: the page above.
           2. Paste the first text under Problem summary. Under Workspace and Problem type choose what comes closest to “Billing”.
           3. Go past Review solutions to Create support request. Paste the description; if a severity is asked for, choose moderate.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Problem summary
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:01 AM · Found at Partner Center as 700000000000123.
      Sam: note PD-1 The invoice is attached.
      Bot: PD-1: asked of Partner Center; the card shows when it is done.
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:01 AM · Sam to the operator: “The invoice is attached.”
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:01 AM · The operator’s ticket has it: “The invoice is attached.”
      Sam in #tickets: PD-1
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Sam, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (the operator has it)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      `,
    )
    const asked = { by: 'Ada Okoro', at: office.now(), text: 'Which month?' }
    const more = { by: null, at: null, text: 'We see two:\nMarch <!channel> and April.' }
    const [own] = (await tickets.find(number))?.notes ?? []
    tickets.put({ number, status: 'attention-needed', notes: own ? [own, asked, more] : [] }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Partner Center waits for something from us.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: waiting for us, severity moderate, as seen on Mar 31, 2025, 10:02 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Ada Okoro, Mar 31, 2025, 10:01 AM: “Which month?”
           The operator: “We see two: March <!channel> and April.”
           Sam, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (the operator has it)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:02 AM · The operator wrote: Ada Okoro: “Which month?”
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:02 AM · The operator wrote: “We see two: March <!channel> and April.”
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:02 AM · The operator waits for something from us.
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Sam: tickets
      Bot: 1 open ticket
           Waiting for us: 1 ticket
           PD-1 · Fabrikam Inc · moderate · today · “The invoice shows 30 seats, the portal 25.”: Found at Partner Center as 700000000000123.
           [PD-1]
      Sam: [Add the note] words=March.
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:02 AM · Sam to the operator: “March.”
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:02 AM · The operator’s ticket has it: “March.”
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Partner Center waits for something from us.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: waiting for us, severity moderate, as seen on Mar 31, 2025, 10:02 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Ada Okoro, Mar 31, 2025, 10:01 AM: “Which month?”
           The operator: “We see two: March <!channel> and April.”
           Sam, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (the operator has it)
           Sam, Mar 31, 2025, 10:02 AM: “March.” (the operator has it)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      `,
    )
    tickets.put({ number, status: 'open', severity: 'critical' }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:03 AM · The operator shows its severity as critical.
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot changes for Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Sam: [Change the severity]
      Bot: Pick the severity first.
      Sam: [Change the severity] severity=2
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: minimal
           The operator’s number: 700000000000123
           At Partner Center: open, severity critical, as seen on Mar 31, 2025, 10:03 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           1 earlier entry is not shown here.
           The operator: “We see two: March <!channel> and April.”
           Sam, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (the operator has it)
           Sam, Mar 31, 2025, 10:02 AM: “March.” (the operator has it)
           Sam, Mar 31, 2025, 10:03 AM: severity minimal (on its way to the operator)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) moderate
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:03 AM · Sam to the operator: severity minimal
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:03 AM · The operator’s ticket has it: severity minimal
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: minimal
           The operator’s number: 700000000000123
           At Partner Center: open, severity minimal, as seen on Mar 31, 2025, 10:03 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           1 earlier entry is not shown here.
           The operator: “We see two: March <!channel> and April.”
           Sam, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (the operator has it)
           Sam, Mar 31, 2025, 10:02 AM: “March.” (the operator has it)
           Sam, Mar 31, 2025, 10:03 AM: severity minimal (the operator has it)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) moderate
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Sam: close PD-1
      Bot: PD-1: asked of Partner Center; the card shows when it is done.
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Closed by Sam.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:03 AM · Sam to the operator: close it
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:03 AM · The operator’s ticket has it: close it
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:03 AM · Closed by Sam.
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Closed by Sam.
           …
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Closed by Sam.
           Topic: Billing
           Severity: minimal
           The operator’s number: 700000000000123
           At Partner Center: closed, severity minimal, as seen on Mar 31, 2025, 10:03 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           2 earlier entries are not shown here.
           Sam, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (the operator has it)
           Sam, Mar 31, 2025, 10:02 AM: “March.” (the operator has it)
           Sam, Mar 31, 2025, 10:03 AM: severity minimal (the operator has it)
           Sam, Mar 31, 2025, 10:03 AM: close it (the operator has it)
           [Open again]
      Sam: close PD-1
      Bot: PD-1 has already been dealt with. Closed by Sam.
      Sam: reopen PD-1
      Bot: PD-1: Found at Partner Center as 700000000000123.
           No operator documents how a closed ticket is opened again by a program. Where Partner Center has closed its own, open it again there, or file a new one: https://partner.microsoft.com/dashboard
           [PD-1]
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 10:03 AM · Sam opened it again.
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           No operator documents how a closed ticket is opened again by a program. Where Partner Center has closed its own, open it again there, or file a new one: https://partner.microsoft.com/dashboard
           Topic: Billing
           Severity: minimal
           The operator’s number: 700000000000123
           At Partner Center: closed, severity minimal, as seen on Mar 31, 2025, 10:03 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           2 earlier entries are not shown here.
           Sam, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (the operator has it)
           Sam, Mar 31, 2025, 10:02 AM: “March.” (the operator has it)
           Sam, Mar 31, 2025, 10:03 AM: severity minimal (the operator has it)
           Sam, Mar 31, 2025, 10:03 AM: close it (the operator has it)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) moderate
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      `,
    )
    tickets.put({ number, status: 'open', closedAt: null }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot changes for Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      `,
    )
  })

  it('is found and followed in Chinese', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [nina] })
    await opened({ by: nina, text: '發票是 30 人，入口網站是 25 人。' })
    await transcript(
      office,
      `
      Nina: 工單 PD-1
      Bot: PD-1：送交合作夥伴中心的工單（Fabrikam Inc）
           合作夥伴中心不接受程式送出的工單：請人工送出，再把工單編號填回這裡。
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. 合作夥伴中心 › 說明 + 支援 › 連絡支援服務，也就是上面的頁面。
           2. 把第一段文字貼到「問題摘要」。「工作區」和「問題類型」請選最接近「帳務」的項目。
           3. 略過「檢閱解決方案」，選「建立支援要求」，貼上說明；如果要選嚴重性，請選中等（moderate）。
           4. 完成後回到這裡按「我已送出」；已有工單編號就一併填入。
           主題: 帳務
           嚴重性: 中等（moderate）
           開單人: Nina，2025年3月31日 上午10:00
           問題摘要
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           說明
           > Problem:
           > (In Chinese, as our staff wrote it:)
           > 發票是 30 人，入口網站是 25 人。
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Our reference is PD-1. Please leave [PD-1] in the title.
           如果表單不接受內容，可能是因為這些字元：發 票 是 人 ， 入 口 網 站 。
           營運商的工單編號（還沒有就留空）:
           [我已送出] [未送出] [修改草稿]
      `,
    )
    tickets.put({ number, title, notes: [{ by: 'Ada Okoro', at: office.now(), text: 'Which month?' }] }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot changes for Nina: PD-1：送交合作夥伴中心的工單（Fabrikam Inc）
           已在合作夥伴中心找到，工單編號 700000000000123。
           …
      Nina: 備註 PD-1：三月。
      Bot: PD-1：已向合作夥伴中心提出，完成後卡片會顯示。
           [PD-1]
      Bot changes: PD-1：送交合作夥伴中心的工單（Fabrikam Inc）
           已在合作夥伴中心找到，工單編號 700000000000123。
           主題: 帳務
           嚴重性: 中等（moderate）
           營運商的工單編號: 700000000000123
           在合作夥伴中心: 處理中，嚴重性：中等，2025年3月31日 上午10:01 所見
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           Ada Okoro（2025年3月31日 上午10:00）：「Which month?」
           Nina（2025年3月31日 上午10:01）：「三月。」（營運商已收到）
           給合作夥伴中心的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 嚴重
           2. ( ) 輕微
           [加上備註] [記錄回覆] [變更嚴重性] [結案]
      Nina: 工單
      Bot: 有 1 張未結的工單
           等待營運商：1 張
           PD-1 · Fabrikam Inc · 中等 · 今天 ·「發票是 30 人，入口網站是 25 人。」：已在合作夥伴中心找到，工單編號 700000000000123。
           [PD-1]
      `,
    )
    tickets.put({ number, status: 'closed', closedAt: office.now() }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot changes for Nina: PD-1：送交合作夥伴中心的工單（Fabrikam Inc）
           合作夥伴中心已結案。
           …
      Nina: 備註 PD-1：還有四月。
      Bot: PD-1 已經有結果。合作夥伴中心已結案。
      Nina: [重新開啟]
      Bot changes: PD-1：送交合作夥伴中心的工單（Fabrikam Inc）
           已在合作夥伴中心找到，工單編號 700000000000123。
           沒有營運商說明如何由程式重新開啟已結案的工單。如果合作夥伴中心已將工單結案，請在那裡重新開啟，或另開新工單：https://partner.microsoft.com/dashboard
           主題: 帳務
           嚴重性: 中等（moderate）
           營運商的工單編號: 700000000000123
           在合作夥伴中心: 已結案，嚴重性：中等，2025年3月31日 上午10:02 所見
           開單人: Nina，2025年3月31日 上午10:00
           > [PD-1] 發票是 30 人，入口網站是 25 人。
           >
           > 發票是 30 人，入口網站是 25 人。
           Ada Okoro（2025年3月31日 上午10:00）：「Which month?」
           Nina（2025年3月31日 上午10:01）：「三月。」（營運商已收到）
           給合作夥伴中心的備註，或營運商最後的回覆:
           改為其他嚴重性
           1. ( ) 嚴重
           2. ( ) 輕微
           [加上備註] [記錄回覆] [變更嚴重性] [結案]
      `,
    )
  })

  it('whose operator is silent for longer than it promises is asked about once, then told in the morning’s digest', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam, mei, otto] })
    await transcript(
      office,
      `
      Otto in #tickets: route tickets here
      Bot: From now on, news about tickets goes to #tickets.
      `,
    )
    await opened()
    tickets.put({ number, title }, office.now())
    await office.pass(60_000)
    await transcript(
      office,
      `
      (3 h pass)
      (1 h pass)
      Bot to Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           The operator has been silent for longer than it promises.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes for #tickets: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      Bot in thread of PD-1 in #tickets: Mar 31, 2025, 2:01 PM · Whoever opened it is asked: The operator has been silent for longer than it promises.
      (19 h pass)
      Bot to #tickets: 1 ticket waits for an answer
           PD-1 · Fabrikam Inc · Partner Center · moderate · 1 day: The operator has been silent for longer than it promises.
           [PD-1]
      `,
    )
  })

  it('asks which one counts where two carry our number, and takes no other one’s', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam] })
    await opened()
    await opened({ text: 'Another matter.' })
    tickets.put({ number: '700000000000111', title }, office.now())
    tickets.put({ number: '700000000000222', title }, office.now())
    tickets.put({ number: '700000000000333', title: '[PD-2] Another matter.' }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           Partner Center shows several tickets with PD-1 in their title: 700000000000111 and 700000000000222. Enter the one that counts.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. Partner Center › Help + support › Contact support: the page above.
           2. Paste the first text under Problem summary. Under Workspace and Problem type choose what comes closest to “Billing”.
           3. Go past Review solutions to Create support request. Paste the description; if a severity is asked for, choose moderate.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Problem summary
           > [PD-1] The invoice shows 30 seats, the portal 25.
           Description
           > Problem:
           > The invoice shows 30 seats, the portal 25.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet)
           1. ( ) 700000000000111
           2. ( ) 700000000000222
           [I filed it] [Not filed] [Change the draft]
      Sam: tickets
      Bot: 2 open tickets
           Waiting for us: 1 ticket
           PD-1 · Fabrikam Inc · moderate · today · “The invoice shows 30 seats, the portal 25.”
           Waiting for the operator: 1 ticket
           PD-2 · Fabrikam Inc · moderate · today · “Another matter.”: Found at Partner Center as 700000000000333.
           [PD-1] [PD-2]
      Sam: filed PD-1 700000000000333
      Bot: PD-2, a ticket with Partner Center, has this number already.
      Sam: filed PD-1 12
      Bot: Write the number as the portal shows it: digits only, about fifteen of them.
      Sam at “PD-1”: [I filed it] number=700000000000222
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center by Sam; its number is not known yet.
           Partner Center shows several tickets with PD-1 in their title: 700000000000111 and 700000000000222. Enter the one that counts.
           Topic: Billing
           Severity: moderate
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           The operator’s number
           1. ( ) 700000000000111
           2. ( ) 700000000000222
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Enter the number] [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Sam: filed PD-1 700000000000111
      Bot: PD-1: Filed with Partner Center as 700000000000111 by Sam.
           [PD-1]
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center as 700000000000111 by Sam.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000111
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Sam: filed PD-9 700000000000111
      Bot: There is no PD-9.
      Sam: close S-1
      Bot: There is no S-1.
      `,
    )
  })

  it('that was closed while a note was written loses no word', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam, mei] })
    await opened()
    tickets.put({ number, title }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Mei: PD-1
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      `,
    )
    tickets.put({ number, status: 'closed', closedAt: office.now() }, office.now())
    await transcript(
      office,
      `
      Mei: [Add the note] words=The invoice is attached.
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (on its way to the operator)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Closed by Partner Center.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: closed, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (not taken: the operator has closed it meanwhile.)
           [Open again]
      Bot to Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Closed by Partner Center.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: closed, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (not taken: the operator has closed it meanwhile.)
           [Open again]
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Closed by Partner Center.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: closed, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (not taken: the operator has closed it meanwhile.)
           [Open again]
      Mei: note PD-1 Once more.
      Bot: PD-1 has already been dealt with. Closed by Partner Center.
      `,
    )
  })

  it('that was closed on another screen gives the words of a late press back', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam, mei] })
    await opened()
    tickets.put({ number, title }, office.now())
    await office.pass(60_000)
    await transcript(
      office,
      `
      Mei: PD-1
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           …
      Sam: answer PD-1 Settled.
      Bot: PD-1: Closed by Sam. The answer: Settled.
           [PD-1]
      Bot changes for Mei: PD-1: ticket with Partner Center for Fabrikam Inc
           …
      Mei late: [Add the note] words=The contract is attached as well.
      Bot: PD-1 has already been dealt with. Closed by Sam. The answer: Settled.
           Your words, so that they are not lost:
           > The contract is attached as well.
      `,
    )
  })

  it('takes a note once it answers again, and says what it did not take', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam, mei] })
    await opened()
    tickets.put({ number, title }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      `,
    )
    tickets.spoil(
      new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' }),
      null,
      new OutsideFault({
        service: 'partner-center:global',
        kind: 'refused',
        code: '4711',
        description: 'Note too long.',
      }),
    )
    await transcript(
      office,
      `
      Mei: note PD-1 The invoice is attached.
      Bot: PD-1: asked of Partner Center; the card shows when it is done.
           [PD-1]
      Mei: PD-1
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (on its way to the operator)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      (10 min pass)
      Bot to Mei: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (not taken: it says “Note too long.”.)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot to Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           Topic: Billing
           Severity: moderate
           The operator’s number: 700000000000123
           At Partner Center: open, severity moderate, as seen on Mar 31, 2025, 10:01 AM
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] The invoice shows 30 seats, the portal 25.
           >
           > The invoice shows 30 seats, the portal 25.
           Mei, Mar 31, 2025, 10:01 AM: “The invoice is attached.” (not taken: it says “Note too long.”.)
           A note for Partner Center, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes for Mei: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
           …
      `,
    )
  })
})
