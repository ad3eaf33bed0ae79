import { transcript } from '../../kit/transcript.ts'
import { anInvoice } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { anOffice } from '../an-office.ts'

describe('undo', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('takes back one’s own last step of today, and said again the one before it', () =>
    transcript(
      office,
      `
      Mei: assign contoso to Wang
      Bot: Contoso is looked after by Wang now. Say “undo” to take it back.
      (1 min pass)
      Mei: note contoso called
      Bot: Noted for Contoso: called
           Say “undo” to take it back.
      (1 min pass)
      Wang: note contoso has moved
      Bot: Noted for Contoso: has moved
           Say “undo” to take it back.
      Mei: undo
      Bot: Taken back: the note on Contoso, “called”.
      Mei: take that back
      Bot: Taken back: Contoso is looked after by nobody again.
      Mei: undo
      Bot: There is nothing to take back: of today I know no assignment, note, skip, agreement or final notice of yours.
      Wang: notes contoso
      Bot: Notes on Contoso
           Mar 31, 2025, 10:02 AM, Wang: has moved
      `,
    ))

  it('leaves alone what somebody decided otherwise since, and what was done on another day', () =>
    transcript(
      office,
      `
      Mei: assign contoso to Wang
      Bot: Contoso is looked after by Wang now. Say “undo” to take it back.
      Wang: assign contoso to Mei
      Bot: Contoso is looked after by Mei now. Before it was Wang. Say “undo” to take it back.
      Mei: undo
      Bot: That cannot be taken back: Wang assigned Contoso anew since. Say “assign Contoso to NAME” instead.
      (24 h pass)
      Wang: undo
      Bot: There is nothing to take back: of today I know no assignment, note, skip, agreement or final notice of yours.
      `,
    ))

  it('takes a final notice back while no request stands on it', async () => {
    office.setItems([anInvoice(), anInvoice({ number: 'INV-2', due: '2025-03-20' })])
    await transcript(
      office,
      `
      Mei: final notice contoso
      Bot: Recorded: Contoso was given a final notice today for 2 overdue invoices; deadline Apr 14, 2025. Suspension is possible already, after an earlier notice.
      Mei: undo
      Bot: Taken back: the final notice to Contoso for 2 invoices. It counts no longer. If the customer did get it, record it again.
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 96,400.00 overdue, oldest 70 days; CNY 96,400.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           - INV-2 · Mar 20, 2025 · 11 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           …
      `,
    )
  })

  it('says how a request ends instead, and offers what was done before it', () =>
    transcript(
      office,
      `
      Mei: final notice contoso
      Bot: Recorded: Contoso was given a final notice today for 1 overdue invoice; deadline Apr 14, 2025. Suspension is possible already, after an earlier notice.
      (1 min pass)
      Mei: note contoso will not pay
      Bot: Noted for Contoso: will not pay
           Say “undo” to take it back.
      (1 min pass)
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           …
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      Mei: undo
      Bot: Your last step was to ask for S-1. A suspension is not undone: withdraw it while it waits, call it off before it is done, or resume the customer afterwards.
           Before that you noted something of Contoso.
           [S-1] [Take that back]
      Mei: [Take that back]
      Bot changes: Taken back: the note on Contoso, “will not pay”.
      Mei: undo
      Bot: Your last step was to ask for S-1. A suspension is not undone: withdraw it while it waits, call it off before it is done, or resume the customer afterwards.
           Before that you recorded a final notice to Contoso.
           [S-1] [Take that back]
      Mei: [Take that back]
      Bot changes: The final notice to Contoso cannot be taken back: S-1 stands on it. That request must be withdrawn, rejected or called off first.
           [S-1]
      `,
    ))
})
