import assert from 'node:assert/strict'
import { largestFile, tooLarge } from '../../../dialogs/vocabulary/heard.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { fakeRoster } from '../../kit/fake-roster.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anImportOffice, list } from './an-import-office.ts'

describe('a file that was sent', () => {
  const from = { service: 'teams' } as const
  let office: Office
  beforeEach(async () => {
    office = await anImportOffice({
      'open-items.csv': list(),
      'large.csv': list(),
      'open-items.xlsx': 'PK',
      'huge.csv': new Uint8Array(largestFile + 1),
      'endless.csv': new OutsideFault({ ...from, kind: 'refused', code: tooLarge }),
      'gone.csv': new OutsideFault({ ...from, kind: 'not-found', status: 404 }),
      'utf16.csv': new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
    })
  })

  it('is fetched only for who may import, one at a time, and only where it can be a list', async () => {
    await transcript(
      office,
      `
        Sam: (sends "open-items.csv")
        Bot: Your role does not allow importing ledgers, so I did not look at the file. It takes the role of collector, approver, or administrator.
        Mei: (sends "open-items.xlsx")
        Bot: open-items.xlsx is no list in text. Save the list of open invoices as CSV UTF-8 and send me that.
        Mei: (sends "huge.csv")
        Bot: huge.csv is too large: I take up to 6 MB. A larger list is imported where the desk runs: npm run desk -- import FILE.csv
        Mei: (sends "endless.csv")
        Bot: endless.csv is too large: I take up to 6 MB. A larger list is imported where the desk runs: npm run desk -- import FILE.csv
        Mei: (sends "utf16.csv")
        Bot: No header row was found. The list needs a row of headers for the customer (“Customer No”, “Kunde”, “客戶編號”), the invoice (“Invoice No”, “Rechnungsnummer”, “發票號碼”), the due date (“Due Date”, “Fällig am”, “到期日”) and what is still open (“Open Balance”, “Offener Betrag”, “未付金額”). Other columns, and their order, do not matter.
        Mei: (sends "gone.csv")
        Bot: gone.csv could not be fetched, so nothing was imported. Please send it again.
        Mei: (sends "open-items.csv" and "large.csv")
        Bot: Please send one file at a time. I looked at none of these.
        Nadia: (sends "open-items.csv")
        Bot: I do not know you yet
             I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
             [Ask to be let in]
      `,
    )
    assert.deepEqual(office.fetched, ['endless.csv', 'utf16.csv', 'gone.csv'])
    assert.equal(office.waiting, 0)
  })

  it('interrupts what is open where it is not taken, and takes its place where it is', async () => {
    await transcript(
      office,
      `
        Mei: ticket
        Bot: Which customer? A name, domain, tenant id or account number will do.
             [Not now]
        Mei: (sends "open-items.xlsx")
        Bot: open-items.xlsx is no list in text. Save the list of open invoices as CSV UTF-8 and send me that.
        Bot: Which customer? A name, domain, tenant id or account number will do.
             [Not now]
        Sam: ticket
        Bot: Which customer? A name, domain, tenant id or account number will do.
             [Not now]
        Sam: (sends "open-items.csv")
        Bot: Your role does not allow importing ledgers, so I did not look at the file. It takes the role of collector, approver, or administrator.
        Bot: Which customer? A name, domain, tenant id or account number will do.
             [Not now]
        Mei: (sends "open-items.csv")
        Bot: I dropped what we were in the middle of.
        Bot: Which part of the books does open-items.csv speak for?
             Choose, or type it, for example “company contoso”.
             [A company] [An operator] [A country] [Not now]
      `,
    )
    assert.deepEqual(office.fetched, ['open-items.csv'])
  })

  it('of just the largest size is taken', async () => {
    const bytes = new Uint8Array(largestFile).fill(0x20)
    bytes.set(new TextEncoder().encode(list()))
    office = await anImportOffice({ 'largest.csv': bytes })
    await transcript(
      office,
      `
        Mei: (sends "largest.csv")
        Bot: Which part of the books does largest.csv speak for?
             …
      `,
    )
  })

  it('that the disk cannot keep is a bug of ours, and no excuse of the chat', async () => {
    const by = office.speaker('Mei', { channel: null, chat: 'teams' })
    const file = { name: 'a.csv', size: 1, read: () => Promise.reject(new Error('no space')) }
    await assert.rejects(office.hear({ kind: 'file', by, file }), /no space/)
  })

  it('is fetched for nobody who no longer belongs here, nor imported by them', async () => {
    const teams = fakeRoster('teams')
    office = await anImportOffice({ 'open-items.csv': list() }, { rosters: { teams } })
    await transcript(
      office,
      `
        Mei: (sends "open-items.csv")
        Bot: Which part of the books does open-items.csv speak for?
             …
        Mei: company Nimbus
        Bot: Does it list everything that is open for company Nimbus?
             …
        Mei: complete
        Bot: open-items.csv: what I read, and what it would change
             …
      `,
    )
    teams.set('mei', 'guest')
    await transcript(
      office,
      `
        Mei: import
        Bot: Teams says that you are a guest. Guests do not work with this desk; nothing was done.
        Mei: (sends "open-items.csv")
        Bot: Teams says that you are a guest. Guests do not work with this desk; nothing was done.
      `,
    )
    assert.deepEqual([office.fetched, office.waiting], [['open-items.csv'], 0])
    assert.equal(office.desk.ledger.current().asOf, null)
  })
})
