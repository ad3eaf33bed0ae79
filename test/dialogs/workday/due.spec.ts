import {
  aMatch,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  aSubscription,
  cny,
  eur,
  fabrikam,
  seats,
} from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer, unpaidSeats } from '../an-office.ts'

const list = `2 customers need something today
           Customer · Overdue · Days · To do
           - Contoso · CNY 48,200.00 · 70 · suspend
           - Fabrikam Inc · EUR 3,100.00 · 10 · remind
           Ledger as of Mar 30, 2025 (1 working day old).`
const form = `Tick one or several, then press what to do
           1. ( ) Contoso
           2. ( ) Fabrikam Inc
           Why skip (only for “Skip”):
           Until which day (empty: the next working day):
           [Ask to suspend the ticked] [Remind] [Promise] [Skip] [Open]`

describe('the day’s work', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, [aSubscription({ id: seats, name: 'Business' })]],
      ],
      accounts: [anAccount(), anAccount({ key: 'K-2', number: 'K-2', name: 'Fabrikam Inc' })],
      matches: [aMatch(), aMatch({ account: 'K-2', lane: 'global', tenantId: fabrikam })],
      items: [unpaidSeats, anInvoice({ account: 'K-2', number: 'INV-2', ...eur(310_000), due: '2025-03-21' })],
    })
  })

  it('lists who needs what, and leaves out with a reason and until a day whoever is skipped', () =>
    transcript(
      office,
      `
      Mei: due
      Bot: ${list}
           ${form}
      Mei: [Skip]
      Bot: Tick somebody in the list first.
      Mei: [Skip] who=2
      Bot: Say why Fabrikam Inc is to be skipped: “skip Fabrikam Inc until friday because …”.
      Mei: [Skip] who=2; words=their books close this week; until=friday
      Bot changes: 1 customer needs something today
           Customer · Overdue · Days · To do
           - Contoso · CNY 48,200.00 · 70 · suspend
           Ledger as of Mar 30, 2025 (1 working day old).
           1 customer is skipped
           Fabrikam Inc, until Apr 4, 2025: “their books close this week” (Mei)
           Tick one or several, then press what to do
           1. ( ) Contoso
           …
      Bot: Fabrikam Inc is left out of the day’s work until Apr 4, 2025: “their books close this week”.
      Mei: due in global
      Bot: Nothing is left to do today for customers like these:
           at Partner Center
           1 customer is skipped
           Fabrikam Inc, until Apr 4, 2025: “their books close this week” (Mei)
           Ledger as of Mar 30, 2025 (1 working day old).
      Mei: undo
      Bot: Taken back: Fabrikam Inc is part of the day’s work again.
      Mei: due
      Bot: ${list}
           …
      `,
    ))

  it('is narrowed to one’s own, and opens one', () =>
    transcript(
      office,
      `
      Mei: due mine
      Bot: No customer is assigned to you. To take one on, say “assign contoso to me”.
           Ledger as of Mar 30, 2025 (1 working day old).
      Mei: assign fabrikam to me
      Bot: Fabrikam Inc is looked after by Mei now. Say “undo” to take it back.
      Mei: what is due mine
      Bot: I did not understand that. Say “help” to see what I can do.
      Mei: due mine
      Bot: 1 customer needs something today
           mine
           Customer · Overdue · Days · To do
           - Fabrikam Inc · EUR 3,100.00 · 10 · remind
           Ledger as of Mar 30, 2025 (1 working day old).
           Tick one or several, then press what to do
           1. ( ) Fabrikam Inc
           Why skip (only for “Skip”):
           Until which day (empty: the next working day):
           [Remind] [Promise] [Skip] [Open]
      Mei: [Open] who=1
      Bot: Fabrikam Inc
           …
      `,
    ))

  it('writes to one that is ticked, who is then not listed again, and records what one promises', () =>
    transcript(
      office,
      `
      Mei: due
      Bot: ${list}
           ${form}
      Mei: [Remind] who=1,2
      Bot: Tick just one customer to write to.
      Mei: [Promise]
      Bot: Tick somebody in the list first.
      Mei: [Promise] who=1
      Bot: How much does Contoso promise to pay?
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: [Remind] who=2
      Bot: Reminder to Fabrikam Inc
           …
      Mei: [I sent it myself]
      Bot changes: Reminder to Fabrikam Inc
           Sent by hand on Mar 31, 2025.
      Mei: due
      Bot: 1 customer needs something today
           Customer · Overdue · Days · To do
           - Contoso · CNY 48,200.00 · 70 · suspend
           Ledger as of Mar 30, 2025 (1 working day old).
           Tick one or several, then press what to do
           1. ( ) Contoso
           Why skip (only for “Skip”):
           Until which day (empty: the next working day):
           [Ask to suspend the ticked] [Promise] [Skip] [Open]
      `,
    ))

  it('asks for one suspension for each that is ticked, and tells why not for the others', () =>
    transcript(
      office,
      `
      Mei: due
      Bot: ${list}
           ${form}
      Mei: [Ask to suspend the ticked] who=1,2
      Bot: Ask for 1 suspension for non-payment?
           Contoso (21Vianet) owes CNY 48,200.00: Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Not asked for Fabrikam Inc: The policy does not call for a suspension yet; it calls for: reminder.
           Only what stands behind unpaid invoice lines is covered. To choose otherwise, or to see all that a suspension does, ask for that customer alone.
           For whom
           1. (x) Contoso
           [Ask a second person] [Suspend Fabrikam Inc]
      Mei: [Ask a second person] who=1
      Bot changes: 1 suspension waits for a second person
           S-1: Contoso
           [S-1]
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      Mei: due
      Bot: 1 customer needs something today
           Customer · Overdue · Days · To do
           - Fabrikam Inc · EUR 3,100.00 · 10 · remind
           …
      `,
    ))

  it('says nothing of the work to whoever may not see it, and skips for nobody without the role', () =>
    transcript(
      office,
      `
      Otto: due
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Sam: skip contoso because they asked
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: due
      Bot: ${list}
           Tick one or several, then press what to do
           1. ( ) Contoso
           2. ( ) Fabrikam Inc
           [Open]
      `,
    ))

  it('is skipped by a sentence, which asks for what is missing', () =>
    transcript(
      office,
      `
      Mei: skip contoso
      Bot: Say why Contoso is to be skipped: “skip Contoso until friday because …”.
      Mei: skip contoso because they are moving house
      Bot: Contoso is left out of the day’s work until Apr 1, 2025: “they are moving house”. Say “undo” to take it back.
      Mei: skip contoso until 2025-05-20 because they are moving house
      Bot: Nobody is skipped for more than 31 days, so May 1, 2025 is the latest. For longer, agree on something with them, or exempt them.
      Mei: skip contoso until today because why not
      Bot: That day is not ahead: somebody is skipped until tomorrow or a later day.
      `,
    ))

  it('is done in Chinese too', () =>
    transcript(
      office,
      `
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 今日待辦
      Bot: 今天有 2 家客戶需要處理
           客戶 · 逾期金額 · 天數 · 待辦
           - Contoso · CNY 48,200.00 · 70 · 暫停服務
           - Fabrikam Inc · EUR 3,100.00 · 10 · 提醒付款
           帳款資料截至 2025年3月30日（已過 1 個工作天）。
           勾選一家或多家，再按要做的事
           1. ( ) Contoso
           2. ( ) Fabrikam Inc
           略過的原因（只用於「略過」）:
           略過到哪一天（留空：下一個工作天）:
           [為勾選的客戶申請暫停] [催款] [付款承諾] [略過] [開啟]
      Mei: 略過fabrikam到週五，因為月底結帳
      Bot: 「Fabrikam Inc」到 2025年4月4日 前不列入每日工作：「月底結帳」。要撤銷請說「撤銷」。
      Mei: 待辦 我負責的
      Bot: 目前沒有指派給您的客戶。要接手一家客戶，請說「把 contoso 指派給我」。
           帳款資料截至 2025年3月30日（已過 1 個工作天）。
      `,
    ))

  it('shows a page at a time', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => at + 1)
    const many = await anOffice({
      accounts: numbers.map((at) => anAccount({ key: `K-${at}`, number: `K-${at}`, name: `Customer ${at}` })),
      matches: [],
      notices: [],
      items: numbers.map((at) =>
        anInvoice({ account: `K-${at}`, number: `I-${at}`, ...cny(100_000 * at), due: '2025-03-21' }),
      ),
    })
    await transcript(
      many,
      `
      Mei: due page 2
      Bot: 12 customers need something today
           Customer · Overdue · Days · To do
           - Customer 2 (not matched) · CNY 2,000.00 · 10 · remind
           - Customer 1 (not matched) · CNY 1,000.00 · 10 · remind
           Page 2 of 2 · Ledger as of Mar 30, 2025 (1 working day old).
           Tick one or several, then press what to do
           1. ( ) Customer 2
           2. ( ) Customer 1
           Why skip (only for “Skip”):
           Until which day (empty: the next working day):
           [Remind] [Promise] [Skip] [Open] [Previous page]
      Mei: [Previous page]
      Bot changes: 12 customers need something today
           Customer · Overdue · Days · To do
           - Customer 12 (not matched) · CNY 12,000.00 · 10 · remind
           …
      `,
    )
  })
})
