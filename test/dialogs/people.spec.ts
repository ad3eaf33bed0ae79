import assert from 'node:assert/strict'
import { aStaff, ines, lin, mei, otto, sam, wang } from '../kit/builders.ts'
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
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           Reason for a no, or a question:
           [Approve] [Reject] [Ask back] [Withdraw]
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
           Nadia waits to be let in.
           Say “role NAME approver” or “role take approver from NAME”. Another administrator confirms.
      Ines: [collector]
      Bot: G-1: Nadia as collector
           Waits for a second administrator.
           Person: Nadia · teams:partner/nadia
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Otto: G-1: Nadia as collector
           Waits for a second administrator.
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
           Look at
           1. (x) Contoso
           [Open]
      Otto: [approver]
      Bot: This account no longer waits to be let in.
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('G-1')).map(({ by, what }) => `${by} ${what}`),
      ['ines role.asked', 'otto role.confirmed'],
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
      Bot: G-1: Nadia as administrator
           Waits for a second administrator.
           Person: Nadia · teams:partner/nadia
           Asked by: Otto, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Ines: G-1: Nadia as administrator
           Waits for a second administrator.
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
      Bot: G-1 was decided already. Rejected by Ines.
      Nadia: link
      Bot: Your request is with the administrators already.
      `,
    ))

  it('are given a role by name', () =>
    transcript(
      office,
      `
      Ines: role Mei approver
      Bot: G-1: Mei as approver
           Waits for a second administrator.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Otto: G-1: Mei as approver
           Waits for a second administrator.
           …
      Otto: [Confirm]
      Bot changes: G-1: Mei as approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Bot to Ines: G-1: Mei as approver
           Confirmed by Otto.
      Bot changes for Ines: G-1: Mei as approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Ines: make Mei an approver
      Bot: They have the role “approver” already.
      Ines: role take approver from @mei
      Bot: G-3: Mei no longer approver
           Waits for a second administrator.
           …
      Bot to Otto: G-3: Mei no longer approver
           Waits for a second administrator.
           …
      Otto: [Confirm]
      Bot changes: G-3: Mei no longer approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Bot to Ines: G-3: Mei no longer approver
           Confirmed by Otto.
      Bot changes for Ines: G-3: Mei no longer approver
           Confirmed by Otto.
           Person: Mei
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Otto: role Zoe support
      Bot: I know nobody called “Zoe”. They must write to me first and say “link”.
      Mei: role Wang collector
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      Mei: roles
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    ))

  it('do not change their own role, from either side', () =>
    transcript(
      office,
      `
      Ines: role Ines approver
      Bot: Nobody changes their own role.
      Otto: role Ines approver
      Bot: G-2: Ines as approver
           Waits for a second administrator.
           Person: Ines
           Asked by: Otto, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Ines: G-2: Ines as approver
           Waits for a second administrator.
           …
      Ines: [Confirm]
      Bot: Nobody changes their own role.
      Ines: G-2
      Bot: G-2: Ines as approver
           Waits for a second administrator.
           …
      Otto: role Otto collector
      Bot: Nobody changes their own role.
      `,
    ))

  it('are never fewer than two administrators', () =>
    transcript(
      office,
      `
      Ines: role take administrator from Otto
      Bot: Two administrators must remain.
      Ines: roles
      Bot: 6 people work with this desk
           Mei: collector
           Wang: approver
           Lin: approver
           Ines: fraud lead and administrator
           Otto: administrator
           Sam: support
           Say “role NAME approver” or “role take approver from NAME”. Another administrator confirms.
      `,
    ))

  it('of one name are told apart by their own cards', async () => {
    office = await anOffice({
      staff: [mei, aStaff('Mei', ['support']), wang, lin, ines, otto, sam].map((each, at) => ({
        ...each,
        id: `${each.id}-${at}`,
      })),
    })
    await transcript(
      office,
      `
      Ines: role Mei approver
      Bot: Several people are called “Mei”. Use the card that came when they asked to be let in.
      Ines: role mei-1 approver
      Bot: G-1: Mei as approver
           Waits for a second administrator.
           …
      Bot to Otto: G-1: Mei as approver
           Waits for a second administrator.
           …
      `,
    )
  })

  it('without any role left may ask again', async () => {
    office = await anOffice({ staff: [mei, wang, ines, otto, { ...sam, roles: [] }] })
    await transcript(
      office,
      `
      Sam: help
      Bot: Hello Sam. This is what I can do for you:
           language 繁體中文: speak another language
           never mind: leave what we are in the middle of
      Sam: overdue
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: link
      Bot: I have asked the administrators to let you in. You will hear from them.
      Bot to Ines: Sam asks to work with this desk. As what?
           Account teams:partner/sam. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Bot to Otto: Sam asks to work with this desk. As what?
           Account teams:partner/sam. Make sure who it is before you choose; a second administrator confirms.
           [collector] [approver] [support] [fraud lead] [administrator]
      Ines: [support]
      Bot: G-1: Sam as support
           Waits for a second administrator.
           Person: Sam · teams:partner/sam
           Asked by: Ines, Mar 31, 2025, 10:00 AM
           [Confirm] [Reject]
      Bot to Otto: G-1: Sam as support
           Waits for a second administrator.
           …
      Otto: [Confirm]
      Bot changes: G-1: Sam as support
           Confirmed by Otto.
           Person: Sam · teams:partner/sam
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Bot to Ines: G-1: Sam as support
           Confirmed by Otto.
      Bot changes for Ines: G-1: Sam as support
           Confirmed by Otto.
           Person: Sam · teams:partner/sam
           Asked by: Ines, Mar 31, 2025, 10:00 AM
      Sam: link
      Bot: You are in already: support.
      `,
    )
  })

  it('are shown what they may say, and nothing else', () =>
    transcript(
      office,
      `
      Mei: help
      Bot: Hello Mei. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 EUR: who owes what, and since when
           customer contoso: one customer’s standing, holds and subscriptions
           suspend contoso for non-payment: ask for a suspension; a second person decides
           suspend contoso for fraud (or misuse): ask for a suspension on suspicion; a second person decides
           resume contoso: lift a hold and bring service back
           final notice contoso until friday: record that a final notice was given
           ticket contoso about …: a ticket for the right operator; tickets: what waits to be filed
           waiting: requests that wait for an approver
           match contoso: say which operator customer a ledger account is
           language 繁體中文: speak another language
           never mind: leave what we are in the middle of
           [Who is overdue?]
      Wang: what can you do?
      Bot: Hello Wang. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 EUR: who owes what, and since when
           …
      Ines: help
      Bot: Hello Ines. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 EUR: who owes what, and since when
           customer contoso: one customer’s standing, holds and subscriptions
           suspend contoso for fraud (or misuse): ask for a suspension on suspicion; a second person decides
           resume contoso: lift a hold and bring service back
           ticket contoso about …: a ticket for the right operator; tickets: what waits to be filed
           waiting: requests that wait for an approver
           match contoso: say which operator customer a ledger account is
           route approvals here: choose a channel for news; routes: show them
           role NAME approver: change who may do what; roles: show them
           …
      Otto: help
      Bot: Hello Otto. This is what I can do for you:
           match contoso: say which operator customer a ledger account is
           route approvals here: choose a channel for news; routes: show them
           role NAME approver: change who may do what; roles: show them
           language 繁體中文: speak another language
           never mind: leave what we are in the middle of
      Sam: ?
      Bot: Hello Sam. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 EUR: who owes what, and since when
           customer contoso: one customer’s standing, holds and subscriptions
           suspend contoso for fraud (or misuse): ask for a suspension on suspicion; a second person decides
           ticket contoso about …: a ticket for the right operator; tickets: what waits to be filed
           waiting: requests that wait for an approver
           …
      `,
    ))

  it('hear in one sentence what they may not do', () =>
    transcript(
      office,
      `
      Otto: overdue
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: customer contoso
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: suspend contoso for fraud
      Bot: Your role does not allow asking for a suspension for fraud. A collector can.
      Otto: resume contoso
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: ticket contoso
      Bot: Your role does not allow filing tickets. A collector, an approver, support or a fraud lead can.
      Otto: tickets
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: waiting
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: final notice contoso
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: S-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Sam: suspend contoso for non-payment
      Bot: Your role does not allow asking for a suspension for non-payment. A collector can.
      Sam: final notice contoso
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: match contoso
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: roles
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: role Wang collector
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: routes
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: route approvals here
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Ines: suspend contoso for non-payment
      Bot: Your role does not allow asking for a suspension for non-payment. A collector can.
      Mei: G-1
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    ))
})
