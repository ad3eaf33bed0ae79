import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before } from './an-office.ts'

describe('people', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('whom the desk does not know get help and the link, whatever they type or press', async () => {
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask', 'Mei: overdue')
    await transcript(
      office,
      `
      Nadia: hello
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: overdue
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: customer contoso
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: suspend contoso for fraud
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: S-1
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: role Nadia administrator
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: (presses an unknown button)
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Wang in #collections: S-1
      Bot: S-1: suspend Contoso?
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
      Nadia in #collections: [Approve]
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia in #collections: [Withdraw]
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      `,
    )
    assert.deepEqual(await office.store.list('access-request'), [])
    assert.equal((await office.store.get('suspension', 'S-1'))?.value.status, 'pending')
  })

  it('are let in by two administrators', async () => {
    await transcript(
      office,
      `
      Nadia: hello
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: [Ask to be let in]
      Bot: I have asked the administrators to let you in. You will hear from them.
      Bot to Ines: Nadia asks to work with this desk. As what?
           Account teams:partner/nadia. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Bot to Otto: Nadia asks to work with this desk. As what?
           Account teams:partner/nadia. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Nadia: link
      Bot: Your request is with the administrators already.
      Mei: link
      Bot: You are in already: collector.
      Ines: roles
      Bot: 6 people work with this desk
           Mei: collector
           Wang: approver
           Lin: approver
           Ines: fraud lead and administrator
           Otto: administrator
           Sam: support
           Nadia is waiting to be let in.
           Say “role NAME approver” or “role take approver from NAME”. Another administrator confirms.
      Ines: [collector]
      Bot changes: G-1: Nadia as collector
           Waiting for a second administrator.
           Person: Nadia · teams:partner/nadia
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Otto: G-1: Nadia as collector
           Waiting for a second administrator.
           …
      Ines: [Confirm]
      Bot: You had a hand in this yourself; a different person must decide.
      Otto: [Confirm]
      Bot changes: G-1: Nadia as collector
           Confirmed by Otto.
           Person: Nadia · teams:partner/nadia
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Bot to Ines: G-1: Nadia as collector
           Confirmed by Otto.
      Bot changes for Ines: G-1: Nadia as collector
           Confirmed by Otto.
           Person: Nadia · teams:partner/nadia
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Nadia: overdue
      Bot: 1 customer is overdue
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
      Otto: [approver]
      Bot: This account is no longer waiting to be let in.
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('G-1')).map(({ by, what }) => `${by} ${what}`),
      ['ines role.asked', 'otto role.confirmed'],
    )
  })

  it('are brought before each administrator where the channel for them is lost', async () => {
    await transcript(
      office,
      `
      Otto in #admins: route administration here
      Bot: From now on, news about administration goes to #admins.
      `,
    )
    office.lose('admins')
    await transcript(
      office,
      `
      Nadia: link
      Bot: I have asked the administrators to let you in. You will hear from them.
      Bot to Ines: Nadia asks to work with this desk. As what?
           Account teams:partner/nadia. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Bot to Otto: Nadia asks to work with this desk. As what?
           Account teams:partner/nadia. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      `,
    )
  })

  it('must be made sure of before they are let in, and may be turned away', () =>
    transcript(
      office,
      `
      Nadia: let me in
      Bot: I have asked the administrators to let you in. You will hear from them.
      Bot to Ines: Nadia asks to work with this desk. As what?
           Account teams:partner/nadia. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Bot to Otto: Nadia asks to work with this desk. As what?
           Account teams:partner/nadia. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Otto: [administrator]
      Bot changes: G-1: Nadia as administrator
           Waiting for a second administrator.
           Person: Nadia · teams:partner/nadia
           Asked by: Otto, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Ines: G-1: Nadia as administrator
           Waiting for a second administrator.
           …
      Ines: [Reject]
      Bot changes: G-1: Nadia as administrator
           Rejected by Ines.
           Person: Nadia · teams:partner/nadia
           Asked by: Otto, Mar 31, 2025, 10:00 AM
      Bot to Otto: G-1: Nadia as administrator
           Rejected by Ines.
      Bot changes for Otto: G-1: Nadia as administrator
           Rejected by Ines.
           Person: Nadia · teams:partner/nadia
           Asked by: Otto, Mar 31, 2025, 10:00 AM
      Ines late: [Confirm]
      Bot: G-1 has already been dealt with. Rejected by Ines.
      Nadia: link
      Bot: Your request is with the administrators already.
      `,
    ))
})
