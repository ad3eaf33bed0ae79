import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('words without end', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('are repeated no further than it takes to know them again', async () => {
    const cut = (text: string) => `${text.slice(0, 79)}…`
    const name = 'abc '.repeat(20_000).trim()
    const day = 'soon '.repeat(50).trim()
    await transcript(
      office,
      `
      Mei: suspend
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: ${name}
      Bot: I find no customer “${cut(name)}”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: final notice contoso until ${day}
      Bot: I cannot tell which day “${cut(day)}” is. Write it like 2026-12-05 or 5 December.
      `,
    )
  })

  it('are no note, and what was written before stays', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: Nobody answers.')
    await transcript(
      office,
      `
      Mei: ${'x'.repeat(4_001)}
      Bot: Suspend Contoso for non-payment?
           Your text has 4,017 characters, and at most 4,000 fit. Nothing of it was kept: say it more briefly.
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
           Note for the second person: Nobody answers.
           …
      Mei: [Ask a second person] note=${'y'.repeat(5_000)}
      Bot changes: Suspend Contoso for non-payment?
           Your text has 5,000 characters, and at most 4,000 fit. Nothing of it was kept: say it more briefly.
           …
      `,
    )
    assert.deepEqual(await office.desk.suspensions.open(), [])
  })

  it('that no field of a form holds stand as they are, and a press keeps them', async () => {
    const note = 'x'.repeat(3_001)
    await before(office, 'Mei: suspend contoso for non-payment', `Mei: ${note}`)
    await transcript(
      office,
      `
      Mei: [Ask a second person] subscriptions=
      Bot changes: Suspend Contoso for non-payment?
           Choose at least one subscription.
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           Note for the second person
           > ${note}
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      `,
    )
    await before(office, 'Mei: 1', 'Mei: ask')
    assert.equal((await office.store.get('suspension', 'S-1'))?.value.note, note)
  })

  it('are no reason, question or answer', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    const tooLong =
      'Your text has 4,001 characters, and at most 4,000 fit. Nothing of it was kept: say it more briefly.'
    await transcript(
      office,
      `
      Wang: [Reject] words=${'x'.repeat(4_001)}
      Bot: ${tooLong}
      Wang: [Ask a question] words=${'x'.repeat(4_001)}
      Bot: ${tooLong}
      `,
    )
    assert.equal((await office.store.get('suspension', 'S-1'))?.value.status, 'pending')
  })
})
