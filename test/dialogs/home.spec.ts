import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { aTicket, ines, lin, mei, minute, otto, sam, wang } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'
import { aFraudOffice } from './fraud/a-fraud-office.ts'

describe('the home of', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  const someCases = () =>
    before(
      office,
      'Mei: suspend contoso for non-payment',
      'Mei: ask',
      'Mei: ticket contoso about the invoice',
      'Mei: billing',
      'Mei: minimal',
      'Mei: tried nothing',
      'Mei: send',
      'Ines: role Sam approver',
    )

  it('a collector shows what they asked for and how it stands', async () => {
    await someCases()
    await transcript(
      office,
      `
      Mei: (opens home)
      Bot: Mei
           collector
           Nothing is waiting for your decision. All clear.
           Your open cases
           PD-1 · Contoso: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           S-1 · Contoso: Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           [PD-1] [S-1] [Report fraud] [Who is overdue?] [What can you do?]
      Mei: [S-1]
      Bot: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           …
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Mei: [I filed it] number=21V-2025-0331-7
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Mei.
           …
      Mei: (opens home)
      Bot: Mei
           collector
           Nothing is waiting for your decision. All clear.
           Your open cases
           PD-1 · Contoso: Filed with 21Vianet as 21V-2025-0331-7 by Mei.
           [PD-1] [Report fraud] [Who is overdue?] [What can you do?]
      `,
    )
  })

  it('an approver shows what waits for them', async () => {
    await someCases()
    await transcript(
      office,
      `
      Wang: (opens home)
      Bot: Wang
           approver
           Waiting for your decision
           S-1 · Contoso: Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           [S-1] [Report fraud] [Who is overdue?] [What can you do?]
      Wang: [What can you do?]
      Bot: Hello Wang. This is what I can do for you:
           …
      `,
    )
  })

  it('an administrator shows whose role waits for them, and nothing of the customers', async () => {
    await someCases()
    await transcript(
      office,
      `
      Otto: (opens home)
      Bot: Otto
           administrator
           Waiting for your decision
           G-1 · Sam: Waiting for a second administrator.
           [G-1] [What can you do?]
      Ines: (opens home)
      Bot: Ines
           fraud lead and administrator
           Nothing is waiting for your decision. All clear.
           Your open cases
           G-1 · Sam: Waiting for a second administrator.
           [G-1] [Report fraud] [Who is overdue?] [What can you do?]
      `,
    )
  })

  it('a stranger shows how to get in', async () => {
    await someCases()
    await transcript(
      office,
      `
      Nadia: (opens home)
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      `,
    )
  })

  it('somebody whose roles were taken shows nothing of what they asked for', async () => {
    office = await anOffice({ staff: [{ ...mei, roles: [] }, wang, otto] })
    const value = aTicket()
    await office.store.commit({ save: [{ kind: 'service-request', id: value.id, value, basedOn: null }] })
    await transcript(
      office,
      `
      Mei: (opens home)
      Bot: Mei
           Nothing is waiting for your decision. All clear.
           [What can you do?]
      `,
    )
  })

  it('somebody with many cases shows the newest ten', async () => {
    const ids = Array.from({ length: 13 }, (_, at) => at + 1)
    await office.store.commit({
      save: ids.map((at) => {
        const value = aTicket({ id: `PD-${at}`, openedAt: minute(at) })
        return { kind: 'service-request', id: value.id, value, basedOn: null }
      }),
    })
    const shown = ids.slice(3).reverse()
    const waits = '21Vianet takes no tickets from programs: file it by hand, then enter its number here.'
    await transcript(
      office,
      `
      Mei: (opens home)
      Bot: Mei
           collector
           Nothing is waiting for your decision. All clear.
           Your open cases
           ${shown.map((at) => `PD-${at} · Contoso 中国: ${waits}`).join(`\n${' '.repeat(11)}`)}
           … and 3 more
           ${shown.map((at) => `[PD-${at}]`).join(' ')} [Report fraud] [Who is overdue?] [What can you do?]
      `,
    )
  })

  it('somebody who speaks Traditional Chinese is in their language', async () => {
    const staff = [mei, wang, lin, ines, otto, sam].map((each) => ({ ...each, language: 'zh-Hant-TW' }))
    office = await anOffice({ staff })
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: (opens home)
      Bot: Wang
           核准人
           等您決定的案件
           S-1 · Contoso: 等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           [S-1] [通報詐騙] [誰逾期？] [可以做什麼？]
      Mei: (opens home)
      Bot: Mei
           催收人員
           目前沒有案件等您決定。
           您提出的未結案件
           S-1 · Contoso: 等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           [S-1] [通報詐騙] [誰逾期？] [可以做什麼？]
      Mei: [可以做什麼？]
      Bot: Mei，您好。我可以為您做這些事：
           …
      `,
    )
  })

  it('everybody says on top that the desk is stopped', async () => {
    await before(office, 'Wang: stop china')
    await transcript(
      office,
      `
      Mei: (opens home)
      Bot: Mei
           Stopped by Wang since Mar 31, 2025, 10:00 AM: nothing is sent to 21Vianet until two people restart it (W-1).
           collector
           Nothing is waiting for your decision. All clear.
           [Report fraud] [Who is overdue?] [What can you do?]
      `,
    )
  })

  it('everybody is no card: nothing in it is brought up to date later', async () => {
    await someCases()
    const cards = async () => (await office.store.list('card')).length
    const known = await cards()
    const by = office.speaker('Wang', { channel: null, chat: 'teams' })
    await office.hear({ kind: 'home', by })
    assert.equal(await cards(), known)
  })

  it('everybody leaves what they are in the middle of as it is', async () => {
    await transcript(
      office,
      `
      Mei: ticket contoso about the invoice
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: (opens home)
      Bot: Mei
           …
      Mei: billing
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. (x) Billing
           …
      `,
    )
  })

  it('whoever handles alerts lists those that are open', async () => {
    const { office: fraudOffice, raise } = await aFraudOffice()
    await raise({ severity: 'high' })
    await fraudOffice.pass(0)
    await transcript(
      fraudOffice,
      `
      Mei: (opens home)
      Bot: Mei
           collector
           Open alerts
           F-1 · Fabrikam Inc: Connections to crypto-mining pools, high severity, seen once. Nobody looks after it yet.
           Nothing is waiting for your decision. All clear.
           [F-1] [Report fraud] [Who is overdue?] [What can you do?]
      `,
    )
  })
})
