import { mei, anInvoice, aMatch, anAccount, anOperatorCustomer, cny, eur, fabrikam, phones } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer, unpaidSeats } from './an-office.ts'

describe('what is agreed with a customer', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('a promise is echoed back in full, counts once somebody says so, and can be taken back', () =>
    transcript(
      office,
      `
      Mei: promise contoso 48200 by friday
      Bot: Contoso promises to pay?
           CNY 48,200.00 promised by the end of Apr 4, 2025.
           Until that day is over the ladder waits for so much of the oldest debt. On the next working morning the ledger tells whether it was kept.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-1
           CNY 48,200.00 promised by the end of Apr 4, 2025.
           [Take back]
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           They promised to pay, and the ladder waits until the end of Apr 4, 2025 (A-1).
           Two approvers together can override this. Give the reason:
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: agreements contoso
      Bot: What is agreed with Contoso
           A-1 · CNY 48,200.00 promised by the end of Apr 4, 2025.
           [Promise] [Plan] [Exempt] [Paid] [End A-1]
      Mei: [End A-1]
      Bot changes: What is agreed with Contoso
           A-1 · CNY 48,200.00 promised by the end of Apr 4, 2025. Ended by Mei.
           [Promise] [Plan] [Exempt] [Paid]
      Mei: agreements contoso
      Bot: What is agreed with Contoso
           A-1 · CNY 48,200.00 promised by the end of Apr 4, 2025. Ended by Mei.
           [Promise] [Plan] [Exempt] [Paid]
      `,
    ))

  it('a press takes one’s own back within a day, and nobody else’s', () =>
    transcript(
      office,
      `
      Mei: promise contoso 48200 CNY by friday
      Bot: Contoso promises to pay?
           CNY 48,200.00 promised by the end of Apr 4, 2025.
           Until that day is over the ladder waits for so much of the oldest debt. On the next working morning the ledger tells whether it was kept.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: yes
      Bot: Recorded as A-1
           CNY 48,200.00 promised by the end of Apr 4, 2025.
           [Take back]
      Mei: [Take back]
      Bot changes: A-1 is taken back, as if it had never been.
      Mei: agreements contoso
      Bot: What is agreed with Contoso
           A-1 · CNY 48,200.00 promised by the end of Apr 4, 2025. Taken back by Mei.
           [Promise] [Plan] [Exempt] [Paid]
      `,
    ))

  it('what is missing is asked for; what is unclear is asked about and never guessed', () =>
    transcript(
      office,
      `
      Mei: promise contoso
      Bot: How much does Contoso promise to pay?
           [Not now]
      Mei: 1.234
      Bot: “1.234” can be read in more than one way. Write the amount like 5000 EUR or 5,000.00 EUR.
           [Not now]
      Mei: 1,234 cny
      Bot: “1,234 cny” can be read in more than one way. Write the amount like 5000 EUR or 5,000.00 EUR.
           [Not now]
      Mei: 4200
      Bot: By which day does Contoso pay? For example: friday, or 2026-12-05.
           [Not now]
      Mei: 05/12
      Bot: I cannot tell which day “05/12” is. Write it like 2026-12-05 or 5 December.
           [Not now]
      Mei: friday
      Bot: Contoso promises to pay?
           CNY 4,200.00 promised by the end of Apr 4, 2025.
           Until that day is over the ladder waits for so much of the oldest debt. On the next working morning the ledger tells whether it was kept.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: maybe
      Bot: Contoso promises to pay?
           I did not understand that as an answer.
           CNY 4,200.00 promised by the end of Apr 4, 2025.
           Until that day is over the ladder waits for so much of the oldest debt. On the next working morning the ledger tells whether it was kept.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Not now]
      Bot changes: All right, dropped. Nothing was done.
      `,
    ))

  it('a promise in the past, in another currency or above the debt is refused with what to do', () =>
    transcript(
      office,
      `
      Mei: promise contoso 4200 by 2025-03-30
      Bot: Mar 30, 2025 is over. Say a day from today on.
      Mei: promise contoso 4200 EUR by friday
      Bot: Nothing is open in that currency. What is owed is in: CNY.
      Mei: promise contoso 48,200.01 by friday
      Bot: That is more than is owed: at most CNY 48,200.00, by the ledger. Sums come from the ledger, so say that much or less.
      Mei: plan contoso 2 x 30000 from friday monthly
      Bot: That is more than is owed: at most CNY 48,200.00, by the ledger. Sums come from the ledger, so say that much or less.
      `,
    ))

  it('whoever owes in several currencies is asked which one is meant', async () => {
    office = await anOffice({
      items: [
        unpaidSeats,
        anInvoice({ number: 'E', ...eur(500_000) }),
        anInvoice({ number: 'U', open: { minor: 70_000, currency: 'USD' } }),
      ],
    })
    await transcript(
      office,
      `
      Mei: paid contoso 500
      Bot: In which currency are the 500? Contoso owes in: CNY, EUR, and USD.
           [Not now]
      Mei: JPY
      Bot: Nothing is open in that currency. What is owed is in: CNY, EUR, and USD.
      Mei: paid contoso 500
      Bot: In which currency are the 500? Contoso owes in: CNY, EUR, and USD.
           [Not now]
      Mei: EUR
      Bot: Contoso is said to have paid?
           EUR 500.00 said on Mar 31, 2025 to be paid. Until the end of Apr 3, 2025, or until a newer ledger, nobody is suspended for the debt; no sum changes.
           Nobody is suspended for the debt meanwhile. The next ledger settles it, or drops it.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-1
           EUR 500.00 said on Mar 31, 2025 to be paid. Until the end of Apr 3, 2025, or until a newer ledger, nobody is suspended for the debt; no sum changes.
           [Take back]
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00 · EUR 5,000.00 · USD 700.00, the oldest 70 days past due.
           Somebody noted that they have paid EUR 500.00; until the end of Apr 3, 2025, or until a newer ledger, that waits to be seen (A-1).
           Two approvers together can override this. Give the reason:
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      `,
    )
  })

  it('an invoice is disputed, in part or whole, by its number', async () => {
    office = await anOffice({ items: [unpaidSeats, anInvoice({ number: 'INV-2', ...cny(100_000) })] })
    await transcript(
      office,
      `
      Mei: dispute INV-9 because the seats were never ordered
      Bot: No open invoice has the number “INV-9”. Which one is meant?
           [Not now]
      Mei: inv-2
      Bot: Contoso disputes an invoice?
           INV-2 is disputed: “the seats were never ordered”.
           So much is taken out of what is overdue, until somebody ends the dispute. It stays in the balance.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-1
           INV-2 is disputed: “the seats were never ordered”.
           [Take back]
      Mei: dispute INV-1 800 because 5 seats too many
      Bot: Contoso disputes an invoice?
           CNY 800.00 of INV-1 is disputed: “5 seats too many”.
           So much is taken out of what is overdue, until somebody ends the dispute. It stays in the balance.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-2
           CNY 800.00 of INV-1 is disputed: “5 seats too many”.
           [Take back]
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 47,400.00 overdue, oldest 70 days; CNY 49,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 47,400.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           A-2 · CNY 800.00 of INV-1 is disputed: “5 seats too many”.
           A-1 · INV-2 is disputed: “the seats were never ordered”.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    )
  })

  it('an invoice number that several customers have is asked about', async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, []],
      ],
      accounts: [anAccount(), anAccount({ key: 'K-2', number: 'K-2', name: 'Fabrikam' })],
      matches: [aMatch(), aMatch({ account: 'K-2', lane: 'global', tenantId: fabrikam })],
      items: [unpaidSeats, anInvoice({ account: 'K-2', ...cny(100_000) })],
    })
    await transcript(
      office,
      `
      Mei: dispute INV-1
      Bot: Several open invoices have the number “INV-1”. Which one is meant?
           Contoso · Jan 20, 2025 · CNY 48,200.00
           Fabrikam Inc · Jan 20, 2025 · CNY 1,000.00
           [Contoso · Jan 20, 2025] [Fabrikam Inc · Jan 20, 2025] [Not now]
      Mei: [Fabrikam Inc · Jan 20, 2025]
      Bot changes: Why is it disputed? The reason stays with it.
           [Not now]
      Mei: wrong month
      Bot: Fabrikam Inc disputes an invoice?
           INV-1 is disputed: “wrong month”.
           So much is taken out of what is overdue, until somebody ends the dispute. It stays in the balance.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-1
           INV-1 is disputed: “wrong month”.
           [Take back]
      `,
    )
  })

  for (const sentence of [
    'exempt contoso Phones until 2025-12-31 because a pilot',
    'exempt Phones of contoso until 2025-12-31 because a pilot',
    `exempt contoso ${phones} until 2025-12-31 because a pilot`,
    '豁免contoso的Phones到2025-12-31為止，因為a pilot',
  ])
    it(`one subscription can be exempt by itself: ${sentence}`, () =>
      transcript(
        office,
        `
        Mei: ${sentence}
        Bot: Contoso is exempt?
             Phones is exempt until the end of Dec 31, 2025, in the hands of Mei: “a pilot”.
             Its invoice lines count for no step of the policy, and it is in no request for the debt, until that day is over. You answer for it, and are reminded before it ends.
             Nothing is recorded yet.
             [Record] [Not now]
        Mei: [Record]
        Bot changes: Recorded as A-1
             Phones is exempt until the end of Dec 31, 2025, in the hands of Mei: “a pilot”.
             [Take back]
        `,
      ))

  it('and no subscription that the operator does not list', () =>
    transcript(
      office,
      `
      Mei: exempt contoso Faxes until 2025-12-31 because a pilot
      Bot: I find no customer “contoso Faxes”. Try another spelling, the domain or the account number.
           …
      `,
    ))

  it('an exemption names its reason and its end, and the card tells of it', () =>
    transcript(
      office,
      `
      Mei: exempt contoso until 2025-12-31
      Bot: Why is Contoso exempt? The reason stays with it.
           [Not now]
      Mei: a pilot until the end of the year
      Bot: Contoso is exempt?
           Exempt until the end of Dec 31, 2025, in the hands of Mei: “a pilot until the end of the year”.
           The policy calls for nothing until that day is over. You answer for it, and are reminded before it ends.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-1
           Exempt until the end of Dec 31, 2025, in the hands of Mei: “a pilot until the end of the year”.
           [Take back]
      Mei: exempt contoso until 2026-01-31 because they asked
      Bot: Something like it is in force: A-1 · Exempt until the end of Dec 31, 2025, in the hands of Mei: “a pilot until the end of the year”. End it first, or leave it as it is.
      Mei: customer contoso
      Bot: Contoso
           The policy calls for no action.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           A-1 · Exempt until the end of Dec 31, 2025, in the hands of Mei: “a pilot until the end of the year”.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    ))

  it('a plan is said by a count, or instalment by instalment', () =>
    transcript(
      office,
      `
      Mei: plan contoso 3 x 16000 from 2025-05-31 monthly
      Bot: Contoso pays in instalments?
           CNY 48,000.00 in 3 instalments: CNY 16,000.00 by May 31, 2025, CNY 16,000.00 by Jun 30, 2025, and CNY 16,000.00 by Jul 31, 2025.
           The ladder waits for so much of the oldest debt while every instalment is paid; the first one that is missed breaks the plan.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Not now]
      Bot changes: All right, dropped. Nothing was done.
      Mei: plan contoso 500 by 2025-05-01, 700 by 2025-06-01
      Bot: Contoso pays in instalments?
           CNY 1,200.00 in 2 instalments: CNY 500.00 by May 1, 2025 and CNY 700.00 by Jun 1, 2025.
           The ladder waits for so much of the oldest debt while every instalment is paid; the first one that is missed breaks the plan.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-1
           CNY 1,200.00 in 2 instalments: CNY 500.00 by May 1, 2025 and CNY 700.00 by Jun 1, 2025.
           [Take back]
      Mei: plan contoso
      Bot: Which instalments does Contoso pay? Each with its amount and day, in one currency: “500 EUR by 2026-12-01, 500 EUR by 2027-01-01”.
           [Not now]
      `,
    ))

  it('whoever may not record one is told so', () =>
    transcript(
      office,
      `
      Sam: promise contoso 100 by friday
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: agreements contoso
      Bot: What is agreed with Contoso
           Nothing.
  `,
    ))

  it('in Chinese as well', async () => {
    office = await anOffice({ staff: [{ ...mei, language: 'zh-Hant-TW' }] })
    await transcript(
      office,
      `
      Mei: contoso 承諾在週五前付 4200
      Bot: Contoso 承諾付款？
           承諾在 2025年4月4日 當天結束前支付 CNY 4,200.00。
           在那天結束前，最早的欠款中這筆金額暫停催收；下一個工作天早上會依帳款資料判斷是否履行。
           目前尚未記錄。
           [記錄] [先不要]
      Mei: 是
      Bot: 已記錄為 A-1
           承諾在 2025年4月4日 當天結束前支付 CNY 4,200.00。
           [收回]
      Mei: 爭議 INV-1 中的 800，因為多算了五個授權
      Bot: Contoso 對發票有爭議？
           對 INV-1 中的 CNY 800.00 有爭議：「多算了五個授權」。
           這筆金額不再算入逾期，直到有人結束爭議為止；仍計入餘額。
           目前尚未記錄。
           [記錄] [先不要]
      Mei: [記錄]
      Bot changes: 已記錄為 A-2
           對 INV-1 中的 CNY 800.00 有爭議：「多算了五個授權」。
           [收回]
      Mei: 豁免 contoso 到 2025-12-31，因為試行
      Bot: 豁免 Contoso 的催收？
           豁免催收到 2025年12月31日 當天為止，由 Mei 負責：「試行」。
           在那天結束前，催收政策不要求任何措施。由您負責，到期前會提醒您。
           目前尚未記錄。
           [記錄] [先不要]
      Mei: 記錄
      Bot: 已記錄為 A-3
           豁免催收到 2025年12月31日 當天為止，由 Mei 負責：「試行」。
           [收回]
      Mei: 已付款 contoso 4200
      Bot: 註記 Contoso 已付款？
           2025年3月31日 註記已付 CNY 4,200.00。在 2025年4月3日 當天結束前，或匯入更新的帳款資料前，不會因這筆欠款暫停服務；金額不變。
           這段期間不會因這筆欠款暫停服務；下一次匯入的帳款資料會確認或取消這項註記。
           目前尚未記錄。
           [記錄] [先不要]
      Mei: 記錄
      Bot: 已記錄為 A-4
           2025年3月31日 註記已付 CNY 4,200.00。在 2025年4月3日 當天結束前，或匯入更新的帳款資料前，不會因這筆欠款暫停服務；金額不變。
           [收回]
      Mei: 分期付款 contoso 3 期，每期 500，從 2025-05-01 起每月
      Bot: 已有類似的約定「A-1 · 承諾在 2025年4月4日 當天結束前支付 CNY 4,200.00。」，請先結束它，或維持不變。
      Mei: contoso 的約定
      Bot: 與 Contoso 的約定
           A-4 · 2025年3月31日 註記已付 CNY 4,200.00。在 2025年4月3日 當天結束前，或匯入更新的帳款資料前，不會因這筆欠款暫停服務；金額不變。
           A-3 · 豁免催收到 2025年12月31日 當天為止，由 Mei 負責：「試行」。
           A-2 · 對 INV-1 中的 CNY 800.00 有爭議：「多算了五個授權」。
           A-1 · 承諾在 2025年4月4日 當天結束前支付 CNY 4,200.00。
           [付款承諾] [分期付款] [豁免] [已付款] [結束 A-4] [結束 A-3] [結束 A-2] [結束 A-1]
      `,
    )
  })

  it('is judged by itself on the next working morning, once, and told to who recorded it', async () => {
    office = await anOffice({ timetable: true })
    await transcript(
      office,
      `
      Mei: promise contoso 48200 by 2025-04-01
      Bot: Contoso promises to pay?
           CNY 48,200.00 promised by the end of Apr 1, 2025.
           Until that day is over the ladder waits for so much of the oldest debt. On the next working morning the ledger tells whether it was kept.
           Nothing is recorded yet.
           [Record] [Not now]
      Mei: [Record]
      Bot changes: Recorded as A-1
           …
      (20 h pass)
      Bot to Wang: Baseline of 21Vianet
           …
      Bot to Lin: Baseline of 21Vianet
           1 customer was looked at for the first time.
           Everything is as this desk left it.
           From now on whatever changes without this desk opens a case.
      Bot to Ines: Baseline of 21Vianet
           1 customer was looked at for the first time.
           Everything is as this desk left it.
           From now on whatever changes without this desk opens a case.
      `,
    )
    office.setItems([anInvoice(cny(4_000_000))], '2025-04-01')
    await transcript(
      office,
      `
      (30 h pass)
      Bot to Mei: A-1: Contoso
           Kept in part only: CNY 8,200.00 was paid, as of Apr 1, 2025.
           CNY 48,200.00 promised by the end of Apr 1, 2025.
           [Open]
      (24 h pass)
      Mei: agreements contoso
      Bot: What is agreed with Contoso
           1 promise was not kept.
           A-1 · CNY 48,200.00 promised by the end of Apr 1, 2025. Kept in part only: CNY 8,200.00 was paid, as of Apr 1, 2025.
           [Promise] [Plan] [Exempt] [Paid]
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 40,000.00 overdue, oldest 73 days; CNY 40,000.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 73 · CNY 40,000.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           1 promise was not kept.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Apr 1, 2025 (2 working days old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      `,
    )
  })

  it('payment beats approval: the card of a request that was overtaken loses its buttons by itself', async () => {
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What it does
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
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
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
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
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
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
           Lose access at once: 25 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Wang: promise contoso 48200 by friday
      Bot: Contoso promises to pay?
           CNY 48,200.00 promised by the end of Apr 4, 2025.
           Until that day is over the ladder waits for so much of the oldest debt. On the next working morning the ledger tells whether it was kept.
           Nothing is recorded yet.
           [Record] [Not now]
      Wang: [Record]
      Bot changes: Recorded as A-1
           CNY 48,200.00 promised by the end of Apr 4, 2025.
           [Take back]
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
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
      Bot changes: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
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
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the policy no longer calls for it.
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
      `,
    )
  })
})
