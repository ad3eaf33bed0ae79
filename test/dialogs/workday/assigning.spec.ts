import { aMatch, anAccount, anInvoice, anOperatorCustomer, cny, fabrikam } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from '../an-office.ts'

describe('whose customer somebody is', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), []],
        [fabrikamCustomer, []],
      ],
      accounts: [anAccount(), anAccount({ key: 'K-2', number: 'K-2', name: 'Fabrikam Inc' })],
      matches: [aMatch(), aMatch({ account: 'K-2', lane: 'global', tenantId: fabrikam })],
      items: [anInvoice(), anInvoice({ account: 'K-2', number: 'INV-2', ...cny(90_000), due: '2025-03-21' })],
    })
  })

  it('is said in a sentence, shown on the card, and narrows the overdue list', () =>
    transcript(
      office,
      `
      Mei: overdue mine
      Bot: No customer is assigned to you. To take one on, say “assign contoso to me”.
           Ledger as of Mar 30, 2025 (1 working day old).
      Mei: assign fabrikam to me
      Bot: Fabrikam Inc is looked after by Mei now. Say “undo” to take it back.
      Mei: overdue mine
      Bot: 1 customer is overdue
           mine
           CNY, 1 customer
           1–30 days: CNY 900.00 ██████████
           31–60 days: CNY 0.00
           61–90 days: CNY 0.00
           over 90 days: CNY 0.00
           Customer · Overdue · Days · Stage
           - Fabrikam Inc · CNY 900.00 · 10 · reminder
           Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Fabrikam Inc
           [Open]
      Mei: overdue mine over 60 days
      Bot: No overdue customer fits this:
           more than 60 days past due and mine
           Ledger as of Mar 30, 2025 (1 working day old).
      Wang: overdue mine
      Bot: No customer is assigned to you. To take one on, say “assign contoso to me”.
           Ledger as of Mar 30, 2025 (1 working day old).
      Wang: assign fabrikam to Mei
      Bot: Fabrikam Inc is looked after by Mei already.
      Wang: customer fabrikam
      Bot: Fabrikam Inc
           The policy calls for: reminder.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: Fabrikam Inc (K-2)
           Looked after by Mei.
           …
      Wang: assign fabrikam to nobody
      Bot: Fabrikam Inc is looked after by nobody now. Before it was Mei. Say “undo” to take it back.
      Mei: assign fabrikam
      Bot: Fabrikam Inc is looked after by nobody.
           To change that, say “assign contoso to NAME”, “assign contoso to me” or “assign contoso to nobody”.
      `,
    ))

  it('says it where none of them is overdue', async () => {
    office.setItems([anInvoice()])
    await transcript(
      office,
      `
      Mei: assign fabrikam to me
      Bot: Fabrikam Inc is looked after by Mei now. Say “undo” to take it back.
      Mei: overdue mine
      Bot: None of the customers assigned to you is overdue.
           Ledger as of Mar 30, 2025 (1 working day old).
      `,
    )
  })

  it('is nobody’s business who may not collect, nor can somebody look after whom they may not see', () =>
    transcript(
      office,
      `
      Sam: assign contoso to me
      Bot: Your role does not allow that, Sam. Two administrators together can change it. It takes the role of collector or approver.
      Mei: assign contoso to Otto
      Bot: Otto may not see customers, so nobody can be assigned to them. Two administrators can change their role.
      Mei: assign contoso to Zoe
      Bot: I know nobody called “Zoe”. They must write to me first and say “link”.
      Mei: assign hooli to me
      Bot: I find no customer “hooli”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: contoso
      Bot: Contoso is looked after by Mei now. Say “undo” to take it back.
      `,
    ))

  it('is said in Chinese too', () =>
    transcript(
      office,
      `
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 把 contoso 指派給我
      Bot: 「Contoso」現在由 Mei 負責。要撤銷請說「撤銷」。
      Mei: 指派contoso給Wang
      Bot: 「Contoso」現在由 Wang 負責。之前由 Mei 負責。要撤銷請說「撤銷」。
      Mei: 我負責的逾期客戶
      Bot: 目前沒有指派給您的客戶。要接手一家客戶，請說「把 contoso 指派給我」。
           帳款資料截至 2025年3月30日（已過 1 個工作天）。
      Mei: 撤銷
      Bot: 已撤銷：「Contoso」恢復由 Mei 負責。
      Mei: 把 contoso 指派給無人
      Bot: 「Contoso」現在沒有負責人。之前由 Mei 負責。要撤銷請說「撤銷」。
      `,
    ))
})
