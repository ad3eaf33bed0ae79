import { aMatch, anAccount, anInvoice, anOperatorCustomer, cny, eur, fabrikam } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from './an-office.ts'

describe('who is overdue', () => {
  describe('with customers of two operators, in two currencies', () => {
    let office: Office
    beforeEach(async () => {
      office = await anOffice({
        customers: [
          [anOperatorCustomer({ name: 'Contoso' }), []],
          [fabrikamCustomer, []],
        ],
        accounts: [
          anAccount(),
          anAccount({ key: 'K-2', number: 'K-2', name: 'Fabrikam Inc' }),
          anAccount({ key: 'K-3', number: 'K-3', name: 'Wide World Importers' }),
          anAccount({ key: 'K-4', number: 'K-4', name: 'Alpine Ski House' }),
        ],
        matches: [aMatch(), aMatch({ account: 'K-2', lane: 'global', tenantId: fabrikam })],
        items: [
          anInvoice(),
          anInvoice({ account: 'K-2', number: 'INV-2', ...eur(310_000), due: '2025-03-01' }),
          anInvoice({ account: 'K-2', number: 'INV-3', ...cny(90_000), due: '2025-03-21' }),
          anInvoice({ account: 'K-3', number: 'INV-4', ...eur(1_250_000), due: '2024-12-02' }),
          anInvoice({ account: 'K-4', number: 'INV-5', ...eur(50_000), due: '2025-04-30' }),
        ],
      })
    })

    it('narrows the list to what is asked', () =>
      transcript(
        office,
        `
        Mei: overdue over 60 days
        Bot: 2 customers are overdue
             more than 60 days past due
             CNY, 1 customer
             1–30 days: CNY 0.00
             31–60 days: CNY 0.00
             61–90 days: CNY 48,200.00 ██████████
             over 90 days: CNY 0.00
             EUR, 1 customer
             1–30 days: EUR 0.00
             31–60 days: EUR 0.00
             61–90 days: EUR 0.00
             over 90 days: EUR 12,500.00 ██████████
             Customer · Overdue · Days · Stage
             - Contoso · CNY 48,200.00 · 70 · suspension
             - Wide World Importers (not matched) · EUR 12,500.00 · 119 · final notice
             Ledger as of Mar 30, 2025 (1 working day old).
             Open a customer
             1. (x) Contoso
             2. ( ) Wide World Importers
             [Open]
        Mei: who is overdue in china
        Bot: 1 customer is overdue
             at 21Vianet
             CNY, 1 customer
             1–30 days: CNY 0.00
             31–60 days: CNY 0.00
             61–90 days: CNY 48,200.00 ██████████
             over 90 days: CNY 0.00
             Customer · Overdue · Days · Stage
             - Contoso · CNY 48,200.00 · 70 · suspension
             Ledger as of Mar 30, 2025 (1 working day old).
             Open a customer
             1. (x) Contoso
             [Open]
        Mei: overdue above 5000 EUR
        Bot: 1 customer is overdue
             above EUR 5,000.00
             EUR, 1 customer
             1–30 days: EUR 0.00
             31–60 days: EUR 0.00
             61–90 days: EUR 0.00
             over 90 days: EUR 12,500.00 ██████████
             Customer · Overdue · Days · Stage
             - Wide World Importers (not matched) · EUR 12,500.00 · 119 · final notice
             Ledger as of Mar 30, 2025 (1 working day old).
             Open a customer
             1. (x) Wide World Importers
             [Open]
        Mei: overdue over 60 days in china above 5,000.00 CNY
        Bot: 1 customer is overdue
             more than 60 days past due, at 21Vianet, and above CNY 5,000.00
             …
        Mei: overdue at least 70 days
        Bot: 2 customers are overdue
             at least 70 days past due
             …
        `,
      ))

    it('says who is meant when nobody fits', () =>
      transcript(
        office,
        `
        Mei: overdue over 200 days in china
        Bot: No overdue customer fits this:
             more than 200 days past due and at 21Vianet
             Ledger as of Mar 30, 2025 (1 working day old).
        Mei: overdue in us government
        Bot: No overdue customer fits this:
             at Partner Center for US Government
             Ledger as of Mar 30, 2025 (1 working day old).
        Mei: overdue mine
        Bot: No customer is assigned to you. To take one on, say “assign contoso to me”.
             Ledger as of Mar 30, 2025 (1 working day old).
        `,
      ))

    it('says what it did not understand, and what it would', () =>
      transcript(
        office,
        `
        Mei: overdue in mars
        Bot: I do not understand “in mars” as a filter of the overdue list.
             It can be narrowed by days: over 60 days, at least 60 days; by operator: at partner center, at us government, at 21vianet; by amount: above 5000 CNY. All together: “overdue over 60 days at 21vianet above 5000 CNY”.
             For one customer, say “customer contoso”.
        Mei: overdue 60
        Bot: I do not understand “60” as a filter of the overdue list.
             …
        Mei: overdue over -5 days
        Bot: I do not understand “over -5 days” as a filter of the overdue list.
             …
        Mei: overdue over 60 days in mars
        Bot: I do not understand “in mars” as a filter of the overdue list.
             …
        Mei: overdue over 2 months
        Bot: I do not understand “over 2 months” as a filter of the overdue list.
             …
        Mei: overdue in china in global
        Bot: “in global” does not go together with what you said before it: name one operator, one amount and one number of days.
        Mei: next page
        Bot: Press “Next page” under the list, or say the page with the question: “overdue over 60 days page 2”.
        Mei: overdue fabrikam
        Bot: Fabrikam Inc
             …
        Otto: overdue in mars
        Bot: Your role does not allow that, Otto. Two administrators together can change it.
        Mei: 語言 繁體中文
        Bot: 之後我會用繁體中文和您對話。
        Mei: 逾期超過60天，在火星
        Bot: 我不明白逾期名單的條件「在火星」。
             可以依天數篩選：超過 60 天、60 天以上；依營運商：在合作夥伴中心、在美國政府版、在世紀互聯；依金額：金額超過 5000 CNY。也可以合併：「逾期超過 60 天，在世紀互聯，金額超過 5000 CNY」。
             要查單一客戶，請說「客戶 contoso」。
        `,
      ))

    it('asks which currency, and which number', () =>
      transcript(
        office,
        `
        Mei: overdue above 5000
        Bot: 5000 of which currency? Choose one, or write it with the amount, like “5000 EUR”.
             [CNY] [EUR]
        Mei: [EUR]
        Bot changes: 1 customer is overdue
             above EUR 5,000.00
             …
        Mei: overdue over 60 days above 60
        Bot: 60 of which currency? Choose one, or write it with the amount, like “60 EUR”.
             [CNY] [EUR]
        Mei: [CNY]
        Bot changes: 1 customer is overdue
             more than 60 days past due and above CNY 60.00
             …
        Mei: overdue above 60 over 60 days
        Bot: 60 of which currency? Choose one, or write it with the amount, like “60 EUR”.
             [CNY] [EUR]
        Mei: [CNY]
        Bot changes: 1 customer is overdue
             more than 60 days past due and above CNY 60.00
             …
        Mei: 超過60元的逾期客戶
        Bot: 60元 of which currency? Choose one, or write it with the amount, like “60元 EUR”.
             [CNY] [EUR]
        Mei: [CNY]
        Bot changes: 2 customers are overdue
             above CNY 60.00
             …
        Mei: overdue above 5.000 EUR
        Bot: “5.000 EUR” can be read in more than one way. Write the amount like 5000 EUR or 5,000.00 EUR.
        Mei: overdue above 5000 XYZ
        Bot: I do not know the currency of “5000 XYZ”. Write the amount like 5000 EUR or 5,000.00 EUR.
        Mei: overdue above 5000.999 EUR
        Bot: “5000.999 EUR” has more decimal places than its currency. Write the amount like 5000 EUR or 5,000.00 EUR.
        Mei: overdue above 99999999999999999999 EUR
        Bot: “99999999999999999999 EUR” is too large to reckon with. Write a smaller amount, like 5000 EUR.
        `,
      ))
  })
})
