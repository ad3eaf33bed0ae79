import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anImportOffice } from '../ledger/an-import-office.ts'

/** An open list of Nimbus with a column for who looks after each customer; one small old invoice each. */
const list = (header: string, ...owners: readonly string[]) =>
  [
    'As of 2025-03-30',
    `Customer Number,Customer Name,${header},Invoice Number,Due Date,Open Amount,Currency`,
    ...owners.map((owner, at) => `K-${at + 1},${names[at]},${owner},INV-${at + 1},2025-03-20,80.00,EUR`),
    '',
  ].join('\n')
const names = ['Woodgrove', 'Fabrikam', 'Northwind', 'Tailspin']

describe('a list that says who looks after a customer', () => {
  let office: Office
  beforeEach(async () => {
    office = await anImportOffice({
      'first.csv': list('Account manager', 'mei', 'WANG', '', 'Zoe'),
      'second.csv': list('Account manager', 'Wang', 'Mei', 'Mei', ''),
      'zh.csv': list('負責人', 'Wang', '王小明', '', ''),
    })
  })
  const draft = (file: string, company = 'nimbus') =>
    transcript(
      office,
      `
      Mei: (sends "${file}")
      Bot: Which part of the books does ${file} speak for?
           …
      Mei: company nimbus
      Bot: Does it list everything that is open for company ${company}?
           …
      `,
    )

  it('gives customers to the colleagues it names and tells the names that mean nobody', async () => {
    await draft('first.csv')
    await transcript(
      office,
      `
      Mei: everything
      Bot: first.csv: what I read, and what it would change
           Scope: company NIMBUS, complete list
           Ledger as of: Mar 30, 2025
           Columns: “Customer Number” (1): customer number · “Customer Name” (2): customer name · “Account manager” (3): looked after by · “Invoice Number” (4): document number · “Due Date” (5): due date · “Open Amount” (6): open amount · “Currency” (7): currency
           Rows: 4: 4 invoices, 0 credits and 0 payments of 4 customers
           In the file: EUR 320.00 in 4 documents
           Changes: 4 new, 0 changed, 0 closed
           Open afterwards: EUR 320.00
           Newly due for suspension: 0
           Accounts matched to nobody: 4
           Looked after by somebody else: 2
           Matched to nobody at the operator: NIMBUS:K-1 Woodgrove, NIMBUS:K-2 Fabrikam, NIMBUS:K-3 Northwind, and NIMBUS:K-4 Tailspin.
           No customer is given to these, as they are not the name or sign-in of exactly one colleague who may see customers: Zoe.
           [Import] [Not now]
      Mei: [Import]
      Bot changes: L-1: ledger import first.csv
           Imported.
           Scope: company NIMBUS, complete list
           Ledger as of: Mar 30, 2025
           Open: EUR 320.00
           Changes: 4 new, 0 changed, 0 closed
           Newly due for suspension: 0
           Accounts matched to nobody: 4
           Looked after by somebody else: 2
           No customer is given to these, as they are not the name or sign-in of exactly one colleague who may see customers: Zoe.
           [Take it back]
      Mei: overdue mine
      Bot: 1 customer is overdue
           mine
           EUR, 1 customer
           1–30 days: EUR 80.00 ██████████
           31–60 days: EUR 0.00
           61–90 days: EUR 0.00
           over 90 days: EUR 0.00
           Customer · Overdue · Days · Stage
           - Woodgrove (not matched) · EUR 80.00 · 11 · reminder
           …
      Mei: assign fabrikam
      Bot: Fabrikam is looked after by Wang. The list of L-1 says so.
           To change that, say “assign contoso to NAME”, “assign contoso to me” or “assign contoso to nobody”.
      Mei: undo
      Bot: There is nothing to take back: of today I know no assignment, note, skip, agreement or final notice of yours.
      Mei: why fabrikam on 2025-03-31
      Bot: Fabrikam, as on record on Mar 31, 2025
           Mar 31, 2025, 10:00 AM, Mei: assigned the customer as the list of L-1 says.
           …
      `,
    )
  })

  it('leaves alone whom a person assigned, until a person says nobody; taking it back gives back', async () => {
    await draft('first.csv')
    await transcript(
      office,
      `
      Mei: everything
      Bot: first.csv: what I read, and what it would change
           …
      Mei: [Import]
      Bot changes: L-1: ledger import first.csv
           …
      Mei: assign woodgrove to me
      Bot: Woodgrove is looked after by Mei now. Say “undo” to take it back.
      Mei: assign woodgrove to me
      Bot: Woodgrove is looked after by Mei already.
      Mei: assign woodgrove to Wang
      Bot: Woodgrove is looked after by Wang now. Before it was Mei. Say “undo” to take it back.
      Mei: assign woodgrove to me
      Bot: Woodgrove is looked after by Mei now. Before it was Wang. Say “undo” to take it back.
      `,
    )
    await draft('second.csv', 'NIMBUS')
    await transcript(
      office,
      `
      Mei: everything
      Bot: second.csv: what I read, and what it would change
           …
      Mei: [Import]
      Bot changes: L-2: ledger import second.csv
           Imported.
           Scope: company NIMBUS, complete list
           Ledger as of: Mar 30, 2025
           Open: EUR 320.00
           Changes: 0 new, 0 changed, 0 closed
           Newly due for suspension: 0
           Accounts matched to nobody: 4
           Looked after by somebody else: 2
           1 customer stays with the colleague a person chose, though the list names another. To leave one to the list, say “assign contoso to nobody”.
           [Take it back]
      Mei: assign woodgrove to nobody
      Bot: Woodgrove is looked after by nobody now. Before it was Mei. The list names Wang, and the next import follows it. To have it otherwise, assign them to somebody. Say “undo” to take it back.
      Mei: assign northwind
      Bot: Northwind is looked after by Mei. The list of L-2 says so.
           …
      Mei: [Take it back]
      Bot changes: L-2: ledger import second.csv
           …
      Mei: assign northwind
      Bot: Northwind is looked after by nobody.
           …
      Mei: assign fabrikam
      Bot: Fabrikam is looked after by Wang. The list of L-1 says so.
           …
      `,
    )
  })

  it('that named somebody since is not undone by the way', async () => {
    await draft('first.csv')
    await transcript(
      office,
      `
      Mei: everything
      Bot: first.csv: what I read, and what it would change
           …
      Mei: [Import]
      Bot changes: L-1: ledger import first.csv
           …
      Mei: assign woodgrove to nobody
      Bot: Woodgrove is looked after by nobody now. Before it was Mei. The list names Mei, and the next import follows it. To have it otherwise, assign them to somebody. Say “undo” to take it back.
      `,
    )
    await draft('second.csv', 'NIMBUS')
    await transcript(
      office,
      `
      Mei: everything
      Bot: second.csv: what I read, and what it would change
           …
      Mei: [Import]
      Bot changes: L-2: ledger import second.csv
           …
      Mei: undo
      Bot: That cannot be taken back: the list of L-2 has named somebody for Woodgrove since. Say “assign Woodgrove to NAME” instead.
      `,
    )
  })

  it('is told of in Chinese too', async () => {
    await transcript(
      office,
      `
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: (sends "zh.csv")
      Bot: zh.csv 涵蓋帳上的哪一部分？
           …
      Mei: 公司 nimbus
      Bot: 「公司 nimbus」的未結單據都列在裡面嗎？
           …
      Mei: 全部
      Bot: zh.csv：讀到的內容，以及匯入後的變化
           範圍: 公司 NIMBUS，完整清單
           帳款資料截至: 2025年3月30日
           欄位: 「Customer Number」（第 1 欄）：客戶編號 · 「Customer Name」（第 2 欄）：客戶名稱 · 「負責人」（第 3 欄）：負責人 · 「Invoice Number」（第 4 欄）：單據號碼 · 「Due Date」（第 5 欄）：到期日 · 「Open Amount」（第 6 欄）：未付金額 · 「Currency」（第 7 欄）：幣別
           資料列: 4 列：4 家客戶的 4 張發票、0 筆貸項、0 筆收款
           檔案內容: 4 筆單據共 EUR 320.00
           異動: 新增 4 筆，異動 0 筆，結清 0 筆
           匯入後未結餘額: EUR 320.00
           新增的應暫停客戶: 0
           尚未對應的帳款客戶: 4
           負責人有變動的客戶: 1
           尚未對應到營運商的客戶：NIMBUS:K-1 Woodgrove、NIMBUS:K-2 Fabrikam、NIMBUS:K-3 Northwind和NIMBUS:K-4 Tailspin。
           下列名稱不是任何一位可查看客戶的同事的姓名或登入帳號，或有多人同名，因此不會指派：王小明。
           [匯入] [先不要]
      Mei: [匯入]
      Bot changes: L-1：匯入應收帳款 zh.csv
           …
      Mei: 把 woodgrove 指派給無人
      Bot: 「Woodgrove」現在沒有負責人。之前由 Wang 負責。清單寫的是 Wang，下次匯入時會再依清單指派。若不要這樣，請改指派給別人。要撤銷請說「撤銷」。
      `,
    )
  })
})
