import assert from 'node:assert/strict'
import { anInvoice } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, unpaidSeats } from './an-office.ts'

describe('a final notice', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ notices: [] })
  })

  it('opens the way to a suspension on the day after its deadline, and no sooner', async () => {
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Remind] [Final notice was given] [Agreements] [Ticket]
      Mei: [Final notice was given] [Agreements]
      Bot changes: Contoso
           Final notice given; the customer has until the end of Apr 14, 2025. Suspension is possible after that.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 31, 2025, deadline Apr 14, 2025.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 14, 2025. Suspension is possible from the day after.
      Mei: customer contoso
      Bot: Contoso
           Final notice given; the customer has until the end of Apr 14, 2025. Suspension is possible after that.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 31, 2025, deadline Apr 14, 2025.
           …
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           The final notice runs until the end of Apr 14, 2025.
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
      (24 h pass)
      `,
    )
    for (let day = 2; day <= 14; day += 1) await office.pass(24 * 3_600_000)
    office.setItems([unpaidSeats], '2025-04-14')
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 84 days past due.
           The final notice runs until the end of Apr 14, 2025.
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      (24 h pass)
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 85 days past due.
           Which subscriptions? Those behind unpaid invoice lines are already selected
           …
      `,
    )
    const audited = await office.store.auditOf('5f3c1d6e-0000-4000-8000-00000000c001')
    assert.deepEqual(
      audited.map(({ by, what }) => `${by} ${what}`),
      ['mei final-notice.recorded'],
    )
  })

  it('is on record once, however often the button is pressed, and the card shows it', async () => {
    const recorded =
      'Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 14, 2025. Suspension is possible from the day after.'
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           …
      Mei: [Final notice was given] [Agreements]
      Bot changes: Contoso
           Final notice given; the customer has until the end of Apr 14, 2025. Suspension is possible after that.
           …
      Bot: ${recorded}
      Mei late: [Final notice was given] [Agreements]
      Bot: ${recorded}
      Mei: final notice contoso
      Bot: ${recorded}
      `,
    )
    assert.equal((await office.store.list('final-notice')).length, 1)
    assert.equal((await office.store.auditOf('5f3c1d6e-0000-4000-8000-00000000c001')).length, 1)
  })

  it('runs until the day that is said', () =>
    transcript(
      office,
      `
      Mei: final notice contoso until friday
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 4, 2025. That is less than the 14 days the policy asks for. Suspension is possible from the day after.
      Mei: final notice to contoso by 2025-05-05
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline May 5, 2025. An earlier notice is on record too and counts: suspension is possible after Apr 4, 2025.
      Mei: final notice contoso until 5 May
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline May 5, 2025. An earlier notice is on record too and counts: suspension is possible after Apr 4, 2025.
      Mei: final notice contoso until today
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Mar 31, 2025. That is less than the 14 days the policy asks for. Suspension is possible from the day after.
      `,
    ))

  it('promises no suspension before the debt itself calls for one', async () => {
    office.setItems([anInvoice({ due: '2025-03-10' })])
    await transcript(
      office,
      `
      Mei: final notice contoso
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 14, 2025. A suspension still has to wait until the debt is as old and as large as the policy asks.
      `,
    )
  })

  it('changes nothing where an earlier one has run out', async () => {
    office = await anOffice()
    await transcript(
      office,
      `
      Mei: final notice contoso
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 14, 2025. Suspension is possible already, after an earlier notice.
      `,
    )
  })

  it('asks again for a day that is unclear or past', () =>
    transcript(
      office,
      `
      Mei: final notice contoso until 05/04
      Bot: I cannot tell which day “05/04” is. Write it like 2026-12-05 or 5 December.
      Mei: final notice contoso until soon
      Bot: I cannot tell which day “soon” is. Write it like 2026-12-05 or 5 December.
      Mei: final notice contoso until 2025-03-30
      Bot: The deadline cannot lie before today, the day the notice was given.
      Mei: customer contoso
      Bot: Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           …
      `,
    ))

  it('takes the day in any language, with what is left out understood and never guessed', () =>
    transcript(
      office,
      `
      Mei: final notice contoso until 30 April
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 30, 2025. Suspension is possible from the day after.
      Mei: 最後催告 contoso，期限到週五
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 4, 2025. That is less than the 14 days the policy asks for. Suspension is possible from the day after.
      Mei: 最後催告 contoso，期限到4月2日
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 2, 2025. That is less than the 14 days the policy asks for. Suspension is possible from the day after.
      Mei: final notice contoso until 5 March
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Mar 5, 2026. An earlier notice is on record too and counts: suspension is possible after Apr 2, 2025.
      Mei: final notice contoso until April
      Bot: I cannot tell which day “April” is. Write it like 2026-12-05 or 5 December.
      Mei: final notice contoso until 5
      Bot: I cannot tell which day “5” is. Write it like 2026-12-05 or 5 December.
      Mei: final notice contoso until 31 April
      Bot: I cannot tell which day “31 April” is. Write it like 2026-12-05 or 5 December.
      `,
    ))

  it('is not recorded where nothing is overdue', async () => {
    office.setItems([anInvoice({ due: '2025-04-30' })])
    await transcript(
      office,
      `
      Mei: final notice contoso
      Bot: Nothing is overdue according to the ledger.
      `,
    )
  })

  it('asks for whom, and keeps the day that was said', () =>
    transcript(
      office,
      `
      Mei: final notice contosso until friday
      Bot: Nobody is called “contosso”. Did you mean one of these?
           Contoso · contoso.cn · 21Vianet · K-1001
           [Contoso (21Vianet)] [Not now]
      Mei: [Contoso (21Vianet)]
      Bot changes: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 4, 2025. That is less than the 14 days the policy asks for. Suspension is possible from the day after.
      Mei: final notice nobody until friday
      Bot: I find no customer “nobody”. Try another spelling, the domain or the account number.
           [Not now]
      Mei: contoso
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 4, 2025. That is less than the 14 days the policy asks for. Suspension is possible from the day after.
      `,
    ))

  it('is recorded by those who collect', () =>
    transcript(
      office,
      `
      Sam: final notice contoso
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Otto: final notice contoso
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Wang: final notice contoso
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 14, 2025. Suspension is possible from the day after.
      `,
    ))
})
