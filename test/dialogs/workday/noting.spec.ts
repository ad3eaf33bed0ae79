import { transcript } from '../../kit/transcript.ts'
import { anOffice, before } from '../an-office.ts'

describe('a note on a customer', () => {
  it('is kept with who wrote it and when: the newest three stand on the card, the rest are asked for', async () => {
    const office = await anOffice()
    await before(office, 'Mei: note contoso called, nobody there', 'Mei: note contoso called again')
    office.sleep(60_000)
    await transcript(
      office,
      `
      Mei: note contoso called, will pay on Friday
      Bot: Noted for Contoso: called, will pay on Friday
           Say “undo” to take it back.
      Sam: note about contoso: their new contact is Kim
      Bot: Noted for Contoso: their new contact is Kim
           Say “undo” to take it back.
      Wang: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           4 notes
           Mar 31, 2025, 10:01 AM, Sam: their new contact is Kim
           Mar 31, 2025, 10:01 AM, Mei: called, will pay on Friday
           Mar 31, 2025, 10:00 AM, Mei: called again
           1 earlier note: say “notes on Contoso”.
           …
      Wang: notes on Contoso
      Bot: Notes on Contoso
           Mar 31, 2025, 10:01 AM, Sam: their new contact is Kim
           Mar 31, 2025, 10:01 AM, Mei: called, will pay on Friday
           Mar 31, 2025, 10:00 AM, Mei: called again
           Mar 31, 2025, 10:00 AM, Mei: called, nobody there
      `,
    )
  })

  it('is never taken for the note of a ticket, nor the other way round', async () =>
    transcript(
      await anOffice(),
      `
      Mei: note PD-1 called
      Bot: There is no PD-1.
      Mei: note contoso PD-1 is about this
      Bot: Noted for Contoso: PD-1 is about this
           Say “undo” to take it back.
      Mei: notes contoso
      Bot: Notes on Contoso
           Mar 31, 2025, 10:00 AM, Mei: PD-1 is about this
      `,
    ))

  it('asks for what is missing, and keeps nothing that is too long', async () =>
    transcript(
      await anOffice(),
      `
      Mei: note
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: contoso
      Bot: What should be noted of Contoso? Say it in one message: “note Contoso: …”.
      Mei: note hooli called
      Bot: I find no customer “hooli”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: contoso
      Bot: Noted for Contoso: called
           Say “undo” to take it back.
      Mei: notes fabrikam
      Bot: I find no customer “fabrikam”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: note contoso ${'x'.repeat(1001)}
      Bot: Your text has 1,001 characters, and at most 1,000 fit. Nothing of it was kept: say it more briefly.
      `,
    ))

  it('is not read out in a channel, where others are', async () =>
    transcript(
      await anOffice(),
      `
      Mei in #collections: note contoso will pay on Friday
      Bot: Noted for Contoso: will pay on Friday
           Say “undo” to take it back.
      Mei in #collections: notes contoso
      Bot: 1 note is shown in your own chat with me.
      `,
    ))

  it('is written in Chinese too', async () =>
    transcript(
      await anOffice(),
      `
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 備註 contoso：來電說週五付款
      Bot: 已為「Contoso」加上備註：來電說週五付款
           要撤銷請說「撤銷」。
      Mei: 備註contoso，內容：第二次來電
      Bot: 已為「Contoso」加上備註：第二次來電
           要撤銷請說「撤銷」。
      Mei: contoso的備註
      Bot: 「Contoso」的備註
           2025年3月31日 上午10:00，Mei：第二次來電
           2025年3月31日 上午10:00，Mei：來電說週五付款
      Mei: 備註PD-1：來電
      Bot: 沒有 PD-1 這個案件。
      `,
    ))
})
