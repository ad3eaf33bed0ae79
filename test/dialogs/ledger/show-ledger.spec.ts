import assert from 'node:assert/strict'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import { silenceId } from '../../../domain/fraud/silence.ts'
import type { PulledLedger } from '../../../domain/ports/ledger-source.ts'
import type { PullNote } from '../../../domain/receivables/pull-note.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { Office } from '../../kit/office.ts'
import { anAccount, anInvoice, mei } from '../../kit/builders.ts'
import { fakeBooks, type FakeBooks } from '../../kit/fake-books.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

const hourMs = 3_600_000
const account = anAccount()

/** What the books give on the last day of March: so many invoices of Contoso. */
function showing(count: number, notes: readonly PullNote[] = []): PulledLedger {
  const items = Array.from({ length: count }, (_, at) =>
    anInvoice({ number: `INV-${at}`, company: 'Nimbus', due: '2025-03-20' }),
  )
  const scope = { kind: 'company', value: 'Nimbus' } as const
  return {
    scope,
    complete: true,
    asOf: '2025-03-31',
    accounts: [account],
    items,
    kept: [],
    closed: [],
    rows: count,
    notes,
  }
}

describe('asking for the ledger', () => {
  let books: FakeBooks
  let office: Office
  beforeEach(async () => {
    books = fakeBooks(showing(20, [{ code: 'sums-agree', accounts: 1 }]))
    office = await anOffice({ asOf: null, items: [], matches: [], notices: [], books: [books] })
  })

  it('tells its age and how reading went, and reads it when asked', async () =>
    transcript(
      office,
      `
      Mei: ledger
      Bot: Ledger
           There is no ledger yet.
           Business Central: not read yet since I was started.
           [Read it now]
      Mei: [Read it now]
      Bot: Ledger
           Ledger as of Mar 31, 2025.
           Business Central, read Mar 31, 2025, 10:00 AM: it says something new, imported as L-1.
           One customer’s documents add up to their balance there.
           [Read it now] [L-1]
      Mei: read the ledger now
      Bot: Ledger
           Ledger as of Mar 31, 2025.
           Business Central, read Mar 31, 2025, 10:00 AM: it says the same as in L-1.
           One customer’s documents add up to their balance there.
           [Read it now] [L-1]
      `,
    ))
})

const down = new OutsideFault({ service: 'business-central', kind: 'unreachable' })

describe('books that cannot be read', () => {
  let books: FakeBooks
  let office: Office
  beforeEach(async () => {
    books = fakeBooks(showing(3))
    office = await anOffice({ asOf: null, items: [], matches: [], notices: [], books: [books], timetable: true })
    await office.pass(60_000)
  })
  const alarms = () =>
    office.messages
      .map(({ place, reply }) => `${place.replace(/^.*[/]/, '')}: ${plain(reply)}`)
      .filter((text) => /Business Central (has not been|can be) read/.test(text))
  const hours = async (count: number, works: boolean) => {
    for (let each = 0; each < count; each += 1) {
      if (!works) books.spoil(...Array<OutsideFault>(4 - books.spoilt).fill(down))
      await office.pass(hourMs)
    }
  }

  it('for a day are told once to whoever may say yes to an import, and so is their end', async () => {
    await hours(23, false)
    assert.deepEqual(alarms(), [])
    await hours(6, false)
    assert.deepEqual(
      alarms().map((text) => text.split(',')[0]),
      ['ines', 'otto', 'wang', 'lin'].map((name) => `${name}: Business Central has not been read since Mar 31`),
    )
    assert.deepEqual(
      (await office.desk.silences.told()).map(({ of }) => silenceId(of)),
      ['ledger:business-central'],
    )
    books.clear()
    await hours(1, true)
    assert.deepEqual(
      alarms()
        .slice(4)
        .map((text) => text.split(';')[0]),
      ['ines', 'otto', 'wang', 'lin'].map((name) => `${name}: Business Central can be read again`),
    )
    assert.deepEqual(await office.desk.silences.told(), [])
  })

  it('are told to whoever asks, with what to do, and with when they were last read', async () => {
    books.spoil(new OutsideFault({ service: 'business-central', kind: 'unauthorised', code: 'invalid_client' }))
    await office.desk.pulls.pull(mei)
    await transcript(
      office,
      `
      Mei: ledger
      Bot: Ledger
           Ledger as of Mar 31, 2025.
           Business Central did not let me in at Mar 31, 2025, 10:01 AM (invalid_client). “npm run desk -- doctor” says what to mend. It was last read Mar 31, 2025, 10:01 AM.
           [Read it now]
      `,
    )
  })

  it('are not read on while somebody must say yes to what they said', async () => {
    books.show(showing(1))
    await transcript(
      office,
      `
      Mei: pull ledger
      Bot: Ledger
           Ledger as of Mar 31, 2025.
           Business Central, read Mar 31, 2025, 10:01 AM: it would change so much that a second person must say yes to L-2 first.
           [Read it now] [L-2]
      Bot to Wang: L-2: ledger import Business Central
           Waiting for a second person.
           …
      Bot to Lin: L-2: ledger import Business Central
           Waiting for a second person.
           …
      Bot to Ines: L-2: ledger import Business Central
           Waiting for a second person.
           …
      Bot to Otto: L-2: ledger import Business Central
           Waiting for a second person.
           …
      Mei: pull ledger
      Bot: Ledger
           Ledger as of Mar 31, 2025.
           Business Central is not read on while L-2 waits for a second person’s yes. It was last read Mar 31, 2025, 10:01 AM.
           [Read it now] [L-2]
      `,
    )
  })
})
