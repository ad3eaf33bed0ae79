import assert from 'node:assert/strict'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anImportOffice, list, unclear } from './an-import-office.ts'

describe('a list that was sent', () => {
  let office: Office
  beforeEach(async () => {
    office = await anImportOffice({
      'open-items.csv': list(),
      'large.csv': list('K-1001,Contoso,contoso.cn,INV-3,2025-01-02,500.00,EUR'),
      'unclear.csv': unclear,
      'shops.csv': list().replace('Customer Number,Customer Name', 'Shop,Area'),
      'bad.csv': list(
        'K-1001,Contoso,contoso.cn,INV-3,soon,50.00,EUR',
        'K-1001,Contoso,contoso.cn,INV-4,2025-01-01,x,EUR',
      ),
      'nobody.csv': list(',,,INV-3,2025-01-01,5.00,EUR'),
      'short.csv': list('Total,,,,,999.00,EUR'),
      'february.csv': list().replace('2025-03-30', '2025-02-28'),
    })
  })
  /** However it ended, nothing of it lies about. */
  const isCleared = () => assert.equal(office.waiting, 0)

  it('is imported by pressing: what it speaks for, what it would change, one yes; a double click is one', async () => {
    await transcript(
      office,
      `
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             Choose, or type it, for example “company contoso”.
             [A company] [An operator] [A country] [Not now]
        Mei: [A company]
        Bot changes: Which company? Type its name as the books have it.
             [Not now]
        Mei: Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             A complete list closes what it no longer shows. A part of one touches only what it names.
             [Everything] [Only a part] [Not now]
        Mei: [Everything]
        Bot changes: open-items.csv: what I read, and what it would change
             Scope: company NIMBUS, complete list
             Ledger as of: Mar 30, 2025
             Columns: “Customer Number” (1): customer number · “Customer Name” (2): customer name · “Domain” (3): domain · “Invoice Number” (4): document number · “Due Date” (5): due date · “Open Amount” (6): open amount · “Currency” (7): currency
             Rows: 2: 2 invoices, 0 credits and 0 payments of 1 customer
             In the file: EUR 90.00 in 2 documents
             Changes: 2 new, 0 changed, 0 closed
             Open afterwards: EUR 90.00
             Newly due for suspension: 0
             Accounts matched to nobody: 0
             [Import] [Not now]
        Mei: [Import]
        Bot changes: L-1: ledger import open-items.csv
             Imported.
             Scope: company NIMBUS, complete list
             Ledger as of: Mar 30, 2025
             Open: EUR 90.00
             Changes: 2 new, 0 changed, 0 closed
             Newly due for suspension: 0
             Accounts matched to nobody: 0
             [Take it back]
        Mei late: [Import]
        Bot: That was answered already; the newest card is the one that counts.
        Mei: overdue
        Bot: 1 customer is overdue
             EUR, 1 customer
             1–30 days: EUR 0.00
             31–60 days: EUR 0.00
             61–90 days: EUR 80.00 ██████████
             over 90 days: EUR 0.00
             Customer · Overdue · Days · Stage
             - Contoso · EUR 80.00 · 70 · final notice
             Ledger as of Mar 30, 2025 (1 working day old).
             Open a customer
             1. (x) Contoso
             [Open]
      `,
    )
    isCleared()
  })

  it('is asked about until nothing is open, and typed answers do', async () => {
    await transcript(
      office,
      `
        Mei: (sends "unclear.csv")
        Bot: Which part of the books does unclear.csv speak for?
             …
        Mei: the whole of it
        Bot: Which part of the books does unclear.csv speak for?
             …
        Mei: company
        Bot: Which company? Type its name as the books have it.
             [Not now]
        Mei: Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: a part
        Bot: In which currency is the open amount? 2 rows do not say, the first on line 2.
             Type its code, for example EUR.
             [Not now]
        Mei: swedish
        Bot: In which currency is the open amount? 2 rows do not say, the first on line 2.
             I did not understand that as an answer.
             Type its code, for example EUR.
             [Not now]
        Mei: sek
        Bot: What stands before the decimals? For example “1.234” on line 2.
             [Point: 1.234] [Comma: 1234] [Not now]
        Mei: comma
        Bot: In which order are the dates written? For example “01/02/2025” on line 2.
             [Day first: Feb 1, 2025] [Month first: Jan 2, 2025] [Not now]
        Mei: 1
        Bot: On which day was this list read from the books?
             Type the day, for example 2026-03-31.
             [Not now]
        Mei: tomorrow
        Bot: On which day was this list read from the books?
             I did not understand that as an answer.
             Type the day, for example 2026-03-31.
             [Not now]
        Mei: 30 March 2025
        Bot: unclear.csv: what I read, and what it would change
             …
        Mei: import
        Bot: L-1: ledger import unclear.csv
             Imported.
             …
      `,
    )
    isCleared()
  })

  it('has columns to pick from where there are many, or to name', async () => {
    await transcript(
      office,
      `
        Mei: (sends "shops.csv")
        Bot: Which part of the books does shops.csv speak for?
             …
        Mei: [An operator]
        Bot changes: Which operator?
             [21Vianet] [Not now]
        Mei: mars
        Bot: Which operator?
             I did not understand that as an answer.
             [21Vianet] [Not now]
        Mei: 21vianet
        Bot: Does it list everything that is open for operator 21Vianet?
             …
        Mei: [Everything]
        Bot changes: Which column is the customer name?
             Pick one here, or type it.
             1. ( ) “Shop” (column 1)
             2. ( ) “Area” (column 2)
             3. ( ) “Domain” (column 3)
             4. ( ) “Invoice Number” (column 4)
             5. ( ) “Due Date” (column 5)
             6. ( ) “Open Amount” (column 6)
             7. ( ) “Currency” (column 7)
             [Choose] [Not now]
        Mei: [Choose]
        Bot changes: Which column is the customer name?
             I did not understand that as an answer.
             Pick one here, or type it.
             1. ( ) “Shop” (column 1)
             2. ( ) “Area” (column 2)
             3. ( ) “Domain” (column 3)
             4. ( ) “Invoice Number” (column 4)
             5. ( ) “Due Date” (column 5)
             6. ( ) “Open Amount” (column 6)
             7. ( ) “Currency” (column 7)
             [Choose] [Not now]
        Mei: [Choose] choice=1
        Bot changes: shops.csv: what I read, and what it would change
             …
        Mei: never mind
        Bot: All right, dropped. Nothing was done.
        Mei: (sends "shops.csv")
        Bot: Which part of the books does shops.csv speak for?
             …
        Mei: operator 21vianet
        Bot: Does it list everything that is open for operator 21Vianet?
             …
        Mei: complete
        Bot: Which column is the customer name?
             Pick one here, or type it.
             1. ( ) “Shop” (column 1)
             2. ( ) “Area” (column 2)
             3. ( ) “Domain” (column 3)
             4. ( ) “Invoice Number” (column 4)
             5. ( ) “Due Date” (column 5)
             6. ( ) “Open Amount” (column 6)
             7. ( ) “Currency” (column 7)
             [Choose] [Not now]
        Mei: Shop
        Bot: shops.csv: what I read, and what it would change
             …
        Mei: never mind
        Bot: All right, dropped. Nothing was done.
      `,
    )
    isCleared()
  })

  it('tells which rows cannot be read, and goes on without them only when told to; a question in between is answered', async () => {
    await transcript(
      office,
      `
        Mei: (sends "bad.csv")
        Bot: Which part of the books does bad.csv speak for?
             …
        Mei: country DE
        Bot: Does it list everything that is open for country DE?
             …
        Mei: [Everything]
        Bot changes: 2 rows cannot be read. Import the others without them?
             Line 5: “soon” in “Due Date” is no date.
             Line 6: “x” in “Open Amount” is no amount.
             [Leave them out] [Not now]
        Mei: overdue
        Bot: There is no ledger yet.
             Send me the list of open invoices from your accounting as a CSV file, or import it: npm run desk -- import FILE.csv
        Bot: 2 rows cannot be read. Import the others without them?
             Line 5: “soon” in “Due Date” is no date.
             Line 6: “x” in “Open Amount” is no amount.
             [Leave them out] [Not now]
        Mei: [Leave them out]
        Bot changes: bad.csv: what I read, and what it would change
             …
      `,
    )
  })

  it('never closes what nobody can read: it can be taken as a part instead', async () => {
    await transcript(
      office,
      `
        Mei: (sends "nobody.csv")
        Bot: Which part of the books does nobody.csv speak for?
             …
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: [Everything]
        Bot changes: 1 row cannot be read. Import the others without it?
             Line 5: it names no customer.
             [Leave them out] [Not now]
        Mei: [Leave them out]
        Bot changes: Import it as a part of the list instead?
             A complete list closes what it does not show, and nobody can tell which documents stand on line 5. Please mend that, or import the file as a part of the list.
             [Only a part] [Not now]
        Mei: [Only a part]
        Bot changes: nobody.csv: what I read, and what it would change
             …
      `,
    )
  })

  it('needs a second yes where its totals do not bear out its rows, also from a desk that was restarted in between', async () => {
    await transcript(
      office,
      `
        Mei: (sends "short.csv")
        Bot: Which part of the books does short.csv speak for?
             …
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: [Everything]
        Bot changes: short.csv: what I read, and what it would change
             …
        Mei: [Import]
        Bot changes: The totals in the file do not bear out its rows: rows may be missing. Import it all the same?
             [Import all the same] [Not now]
        (the desk restarts)
        Mei: all the same
        Bot: L-1: ledger import short.csv
             Imported.
             …
      `,
    )
    isCleared()
  })

  it('waits for a second person where it changes much, as does taking it back', async () => {
    await transcript(
      office,
      `
        Mei: (sends "large.csv")
        Bot: Which part of the books does large.csv speak for?
             …
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: [Everything]
        Bot changes: large.csv: what I read, and what it would change
             …
        Mei: [Import]
        Bot changes: L-1: ledger import large.csv
             Waiting for a second person.
             …
        Bot to Wang: L-1: ledger import large.csv
             Waiting for a second person.
             …
        Bot to Lin: L-1: ledger import large.csv
             Waiting for a second person.
             …
        Bot to Ines: L-1: ledger import large.csv
             Waiting for a second person.
             …
        Bot to Otto: L-1: ledger import large.csv
             Waiting for a second person.
             …
        Wang: [Confirm]
        Bot changes: L-1: ledger import large.csv
             Imported, confirmed by Wang.
             …
        Bot to Mei: L-1: ledger import large.csv
             Imported, confirmed by Wang.
        Bot changes for Mei: L-1: ledger import large.csv
             Imported, confirmed by Wang.
             …
        Bot changes for Lin: L-1: ledger import large.csv
             Imported, confirmed by Wang.
             …
        Bot changes for Ines: L-1: ledger import large.csv
             Imported, confirmed by Wang.
             …
        Bot changes for Otto: L-1: ledger import large.csv
             Imported, confirmed by Wang.
             …
        Mei: [Take it back]
        Bot changes: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot changes for Wang: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot changes for Lin: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot changes for Ines: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot changes for Otto: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot to Wang: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot to Lin: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot to Ines: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Bot to Otto: L-1: ledger import large.csv
             Imported. Mei asks to take it back; that waits for a second person. The figures show what taking it back would do.
             …
        Lin at “L-1”: [Confirm]
        Bot changes: L-1: ledger import large.csv
             Undone.
             …
        Bot changes for Mei: L-1: ledger import large.csv
             Undone.
             …
        Bot changes for Wang: L-1: ledger import large.csv
             Undone.
             …
        Bot changes: L-1: ledger import large.csv
             Undone.
             …
        Bot changes for Ines: L-1: ledger import large.csv
             Undone.
             …
        Bot changes for Otto: L-1: ledger import large.csv
             Undone.
             …
        Bot changes for Wang: L-1: ledger import large.csv
             Undone.
             …
        Bot changes for Ines: L-1: ledger import large.csv
             Undone.
             …
        Bot changes for Otto: L-1: ledger import large.csv
             Undone.
             …
      `,
    )
    isCleared()
  })

  it('is shown again where somebody else imported meanwhile: a yes counts for what was seen', async () => {
    await transcript(
      office,
      `
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             …
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: [Everything]
        Bot changes: open-items.csv: what I read, and what it would change
             …
        Wang: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             …
        Wang: company nimbus
        Bot: Does it list everything that is open for company nimbus?
             …
        Wang: [Only a part]
        Bot changes: open-items.csv: what I read, and what it would change
             …
        Wang: [Import]
        Bot changes: L-1: ledger import open-items.csv
             Imported.
             …
        Mei: [Import]
        Bot changes: open-items.csv: what I read, and what it would change
             The ledger changed meanwhile, and with it what this would do. Look at the figures again.
             …
        Mei: hm
        Bot: open-items.csv: what I read, and what it would change
             I did not understand that as an answer.
             …
        Mei: [Import]
        Bot changes: L-2: ledger import open-items.csv
             Imported.
             …
      `,
    )
    isCleared()
  })

  it('is shown again by a question in between, and a yes counts for what stands there then', async () => {
    await transcript(
      office,
      `
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             …
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: [Everything]
        Bot changes: open-items.csv: what I read, and what it would change
             …
        Wang: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             …
        Wang: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Wang: [Only a part]
        Bot changes: open-items.csv: what I read, and what it would change
             …
        Wang: [Import]
        Bot changes: L-1: ledger import open-items.csv
             …
        Mei: thanks
        Bot: You are welcome.
        Bot: open-items.csv: what I read, and what it would change
             The ledger changed meanwhile, and with it what this would do. Look at the figures again.
             …
        Mei: import
        Bot: L-2: ledger import open-items.csv
             Imported.
             …
      `,
    )
    isCleared()
  })

  it('is refused where it is older than what is known, and the scope of an earlier list can be picked', async () => {
    await transcript(
      office,
      `
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             …
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: [Everything]
        Bot changes: open-items.csv: what I read, and what it would change
             …
        Mei: [Import]
        Bot changes: L-1: ledger import open-items.csv
             Imported.
             …
        Mei: (sends "february.csv")
        Bot: Which part of the books does february.csv speak for?
             …
        Mei: [company NIMBUS]
        Bot changes: Does it list everything that is open for company NIMBUS?
             …
        Mei: [Everything]
        Bot changes: It is older (Feb 28, 2025) than the last import of its scope (Mar 30, 2025).
      `,
    )
    isCleared()
  })

  it('outlives a restart, and is kept for a day', async () => {
    await transcript(
      office,
      `
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             …
        (the desk restarts)
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        (23 h pass)
        Mei: complete
        Bot: open-items.csv: what I read, and what it would change
             …
        (1 h pass)
        Mei: [Import]
        Bot changes: I no longer have open-items.csv: a file is kept for a day at most. Please send it again.
      `,
    )
    isCleared()
  })

  it('is let go of when it is left, and when something else begins', async () => {
    await transcript(
      office,
      `
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             Choose, or type it, for example “company contoso”.
             [A company] [An operator] [A country] [Not now]
        Mei: [Not now]
        Bot changes: All right, dropped. Nothing was done.
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             Choose, or type it, for example “company contoso”.
             [A company] [An operator] [A country] [Not now]
        Mei: (sends "large.csv")
        Bot: I dropped what we were in the middle of.
        Bot: Which part of the books does large.csv speak for?
             Choose, or type it, for example “company contoso”.
             [A company] [An operator] [A country] [Not now]
        Mei: ticket
        Bot: I dropped what we were in the middle of.
        Bot: Which customer? A name, domain, tenant id or account number will do.
             [Not now]
      `,
    )
    isCleared()
  })

  it('is asked about one to one only: it names customers and documents', async () => {
    await transcript(
      office,
      `
        Mei in #desk: (sends "open-items.csv")
        Bot: Send open-items.csv to me one to one: what I would ask about it is not for everybody here.
      `,
    )
    assert.deepEqual(office.fetched, [])
  })
})
