import { ines, lin, mei, otto, rosa, sam, seats, wang, aSubscription } from '../kit/builders.ts'
import type { FakeOperator } from '../kit/fake-operator.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, fabrikamCustomer } from './an-office.ts'

describe('Microsoft suspended them first', () => {
  let office: Office
  let microsoft: FakeOperator
  beforeEach(async () => {
    const plan = aSubscription({
      name: 'Microsoft 365 E3',
      model: 'new-commerce',
      commitmentEnd: '2025-11-30T23:59:59Z',
    })
    office = await anOffice({
      staff: [mei, wang, lin, ines, rosa, otto, sam],
      customers: [[fabrikamCustomer, [plan]]],
      accounts: [],
      matches: [],
      items: [],
      notices: [],
      timetable: true,
    })
    microsoft = office.operators['global'] as FakeOperator
  })
  const suspends = (...suspensionReasons: readonly string[]) =>
    microsoft.change(seats, { status: 'suspended', suspensionReasons })

  it('is told once, joined by the mail about it, explained by a person, and held until two people lift it', async () => {
    await transcript(
      office,
      `
      Ines in #fraud: route approvals here
      Bot: From now on, news about approvals goes to #fraud.
      (15 min pass)
      Bot to #fraud: Baseline of Partner Center
           1 customer was looked at for the first time.
           Everything is as this desk left it.
           From now on whatever changes without this desk opens a case.
      `,
    )
    suspends('AcceptableUse')
    await transcript(
      office,
      `
      (15 min pass)
      Bot to #fraud: O-1: Fabrikam Inc, not as this desk left it
           This desk did not do this. Record whose doing it was, and why.
           Microsoft 365 E3: suspended, but not by this desk
           Partner Center gives as its reason: AcceptableUse
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           It is on hold for the operator: this desk does not bring it back before somebody has recorded why and two people have lifted the hold.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Who did it, why and when:
           [A colleague did it] [The operator’s enforcement] [The customer did it] [Ticket]
      (15 min pass)
      Mei: notice fabrikam We found mail in bulk from your customer’s tenant and suspended it. Case 4711.
      Bot: O-1: Fabrikam Inc, not as this desk left it
           This desk did not do this. Record whose doing it was, and why.
           Microsoft 365 E3: suspended, but not by this desk
           Partner Center gives as its reason: AcceptableUse
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           It is on hold for the operator: this desk does not bring it back before somebody has recorded why and two people have lifted the hold.
           What Partner Center wrote, handed in by Mei, Mar 31, 2025, 10:45 AM:
           > We found mail in bulk from your customer’s tenant and suspended it. Case 4711.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Who did it, why and when:
           [A colleague did it] [The operator’s enforcement] [The customer did it] [Ticket]
      Bot changes for #fraud: O-1: Fabrikam Inc, not as this desk left it
           This desk did not do this. Record whose doing it was, and why.
           Microsoft 365 E3: suspended, but not by this desk
           Partner Center gives as its reason: AcceptableUse
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           It is on hold for the operator: this desk does not bring it back before somebody has recorded why and two people have lifted the hold.
           What Partner Center wrote, handed in by Mei, Mar 31, 2025, 10:45 AM:
           > We found mail in bulk from your customer’s tenant and suspended it. Case 4711.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Who did it, why and when:
           [A colleague did it] [The operator’s enforcement] [The customer did it] [Ticket]
      Bot in thread of O-1 in #fraud: Mar 31, 2025, 10:45 AM · Mei handed in a notice from the operator.
      Wang: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Microsoft 365 E3 is held for operator decision (O-1, seen by this desk, Mar 31, 2025). It can be brought back until Dec 1, 2025, the end of its term.
           Service returns when the last hold of a subscription is lifted.
           Why may the operator’s hold be lifted? (needed only for that):
           [Lift the operator decision hold]
      Wang: [Lift the operator decision hold] words=They have cleaned up.
      Bot: Nobody has recorded yet whose doing O-1 was. Record it there first: say “O-1”. Then the hold can be lifted.
      Mei: [The operator’s enforcement] words=Spam
      Bot: Your role does not allow recording whose doing it was. It takes the role of approver or fraud lead.
      Wang in #fraud: [The operator’s enforcement]
      Bot: Write who did it, why and when, then press again.
      Wang in #fraud: [The operator’s enforcement] words=Bulk mail from a stolen account, case 4711. Fabrikam cleans up until Thursday.
      Bot changes: O-1: Fabrikam Inc, not as this desk left it
           Partner Center did it, to enforce its rules. Recorded by Wang: Bulk mail from a stolen account, case 4711. Fabrikam cleans up until Thursday.
           Microsoft 365 E3: suspended, but not by this desk
           Partner Center gives as its reason: AcceptableUse
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           The operator’s hold stays until two people lift it: say “resume Fabrikam Inc”.
           What Partner Center wrote, handed in by Mei, Mar 31, 2025, 10:45 AM:
           > We found mail in bulk from your customer’s tenant and suspended it. Case 4711.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           [Ticket]
      Bot in thread of O-1: Mar 31, 2025, 10:45 AM · Wang recorded whose doing it was.
      Bot changes for Mei: O-1: Fabrikam Inc, not as this desk left it
           Partner Center did it, to enforce its rules. Recorded by Wang: Bulk mail from a stolen account, case 4711. Fabrikam cleans up until Thursday.
           Microsoft 365 E3: suspended, but not by this desk
           Partner Center gives as its reason: AcceptableUse
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           The operator’s hold stays until two people lift it: say “resume Fabrikam Inc”.
           What Partner Center wrote, handed in by Mei, Mar 31, 2025, 10:45 AM:
           > We found mail in bulk from your customer’s tenant and suspended it. Case 4711.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           [Ticket]
      Mei: resume fabrikam
      Bot: Fabrikam Inc: what is out of service
           Microsoft 365 E3 is held for operator decision (O-1, seen by this desk, Mar 31, 2025). It can be brought back until Dec 1, 2025, the end of its term.
           Service returns when the last hold of a subscription is lifted.
           Your role does not allow lifting a hold for operator decision. It takes the role of fraud lead or approver.
      Mei: watch
      Bot: How the operators are watched
           Partner Center: 1 customer. Last full look 0 min ago; the customer seen longest ago, 0 min ago. 1 of them is looked at every 15 minutes: something is held or under way. A change or a purchase is seen within 15 minutes while the operator answers.
           Partner Center does not tell this desk of events. Its fraud feeds are asked every minute; “npm run desk -- doctor” says what is missing.
           Nothing was found that waits for an explanation.
      `,
    )
  })

  it('goes by itself where they brought it back before anybody recorded anything', async () => {
    await transcript(
      office,
      `
      (15 min pass)
      Bot to Wang: Baseline of Partner Center
           1 customer was looked at for the first time.
           Everything is as this desk left it.
           From now on whatever changes without this desk opens a case.
      Bot to Lin: Baseline of Partner Center
           1 customer was looked at for the first time.
           Everything is as this desk left it.
           From now on whatever changes without this desk opens a case.
      Bot to Ines: Baseline of Partner Center
           1 customer was looked at for the first time.
           Everything is as this desk left it.
           From now on whatever changes without this desk opens a case.
      Bot to Rosa: Baseline of Partner Center
           1 customer was looked at for the first time.
           Everything is as this desk left it.
           From now on whatever changes without this desk opens a case.
      `,
    )
    suspends()
    await transcript(
      office,
      `
      (15 min pass)
      Bot to Wang: O-1: Fabrikam Inc, not as this desk left it
           This desk did not do this. Record whose doing it was, and why.
           Microsoft 365 E3: suspended, but not by this desk
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           It is on hold for the operator: this desk does not bring it back before somebody has recorded why and two people have lifted the hold.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Who did it, why and when:
           [A colleague did it] [The operator’s enforcement] [The customer did it] [Ticket]
      Bot to Lin: O-1: Fabrikam Inc, not as this desk left it
           This desk did not do this. Record whose doing it was, and why.
           Microsoft 365 E3: suspended, but not by this desk
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           It is on hold for the operator: this desk does not bring it back before somebody has recorded why and two people have lifted the hold.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Who did it, why and when:
           [A colleague did it] [The operator’s enforcement] [The customer did it] [Ticket]
      Bot to Ines: O-1: Fabrikam Inc, not as this desk left it
           This desk did not do this. Record whose doing it was, and why.
           Microsoft 365 E3: suspended, but not by this desk
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           It is on hold for the operator: this desk does not bring it back before somebody has recorded why and two people have lifted the hold.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Who did it, why and when:
           [A colleague did it] [The operator’s enforcement] [The customer did it] [Ticket]
      Bot to Rosa: O-1: Fabrikam Inc, not as this desk left it
           This desk did not do this. Record whose doing it was, and why.
           Microsoft 365 E3: suspended, but not by this desk
           Seen Mar 31, 2025, 10:30 AM; at the look before, Mar 31, 2025, 10:15 AM, it was not so yet.
           It is on hold for the operator: this desk does not bring it back before somebody has recorded why and two people have lifted the hold.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           Who did it, why and when:
           [A colleague did it] [The operator’s enforcement] [The customer did it] [Ticket]
      `,
    )
    microsoft.change(seats, { status: 'active', suspensionReasons: [] })
    await transcript(
      office,
      `
      (15 min pass)
      Bot changes for Wang: O-1: Fabrikam Inc, not as this desk left it
           All of it is as this desk left it again; nobody had to record anything.
           Microsoft 365 E3: as this desk left it again, seen Mar 31, 2025, 10:45 AM
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      Bot changes for Lin: O-1: Fabrikam Inc, not as this desk left it
           All of it is as this desk left it again; nobody had to record anything.
           Microsoft 365 E3: as this desk left it again, seen Mar 31, 2025, 10:45 AM
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      Bot changes for Ines: O-1: Fabrikam Inc, not as this desk left it
           All of it is as this desk left it again; nobody had to record anything.
           Microsoft 365 E3: as this desk left it again, seen Mar 31, 2025, 10:45 AM
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      Bot changes for Rosa: O-1: Fabrikam Inc, not as this desk left it
           All of it is as this desk left it again; nobody had to record anything.
           Microsoft 365 E3: as this desk left it again, seen Mar 31, 2025, 10:45 AM
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
      `,
    )
  })

  it('and is told at the first look as a state of before, without any case', async () => {
    suspends()
    await transcript(
      office,
      `
      Mei: watch
      Bot: How the operators are watched
           Partner Center: the first look is under way, 0 of 1 customers seen.
           Partner Center does not tell this desk of events. Its fraud feeds are asked every minute; “npm run desk -- doctor” says what is missing.
           Nothing was found that waits for an explanation.
      (15 min pass)
      Bot to Wang: Baseline of Partner Center
           1 customer was looked at for the first time.
           1 subscription is not as this desk left it. It was so before the watch began, so no case was opened:
           Fabrikam Inc · Microsoft 365 E3: suspended, but not by this desk
           From now on whatever changes without this desk opens a case.
      Bot to Lin: Baseline of Partner Center
           1 customer was looked at for the first time.
           1 subscription is not as this desk left it. It was so before the watch began, so no case was opened:
           Fabrikam Inc · Microsoft 365 E3: suspended, but not by this desk
           From now on whatever changes without this desk opens a case.
      Bot to Ines: Baseline of Partner Center
           1 customer was looked at for the first time.
           1 subscription is not as this desk left it. It was so before the watch began, so no case was opened:
           Fabrikam Inc · Microsoft 365 E3: suspended, but not by this desk
           From now on whatever changes without this desk opens a case.
      Bot to Rosa: Baseline of Partner Center
           1 customer was looked at for the first time.
           1 subscription is not as this desk left it. It was so before the watch began, so no case was opened:
           Fabrikam Inc · Microsoft 365 E3: suspended, but not by this desk
           From now on whatever changes without this desk opens a case.
      (60 min pass)
      Mei: watch
      Bot: How the operators are watched
           Partner Center: 1 customer. Last full look 0 min ago; the customer seen longest ago, 0 min ago. A change or a purchase is seen within 15 minutes while the operator answers.
           Partner Center does not tell this desk of events. Its fraud feeds are asked every minute; “npm run desk -- doctor” says what is missing.
           Nothing was found that waits for an explanation.
      Mei: notice
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: fabrikam
      Bot: Say what the operator wrote about Fabrikam Inc, all in one message: “notice contoso: …”.
      Mei: notice nobody we have suspended it
      Bot: I find no customer “nobody”. Try another spelling, the domain or the account number.
           [Not now]
      `,
    )
  })
})
