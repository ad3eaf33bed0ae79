import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('arriving', () => {
  it('is greeted once in each place', async () => {
    const office = await anOffice({ alone: true })
    await transcript(
      office,
      `
      Mei: (arrives)
      Bot: Hello, I am the Partner Desk
           I tell you who is overdue, get a suspension confirmed by a second person and carried out, and prepare tickets for the right operator. Say “help” for all that you can say to me. To begin with:
           overdue · overdue over 60 days in china above 5000 CNY: who owes what, and since when
           due: what is to be done today, for whom, the most urgent and largest first; due mine: for your customers
           customer contoso: one customer’s standing, holds and subscriptions
           suspend contoso for non-payment: ask for a suspension; a second person decides
           promise contoso 4200 EUR by friday · plan contoso 3 x 500 EUR from 2026-12-01 monthly: the ladder waits; whether it was kept is noticed
           ticket contoso about …: a ticket for the right operator
           fraud: open alerts, most money at risk first; delivery F-1: where one was told; fraud figures: how fast they were answered
           waiting: requests that are waiting for an approver
           [Who is overdue?]
      Mei: (arrives)
      Mei in #collections: (arrives)
      Bot: Hello, I am the Partner Desk
           I tell you who is overdue, get a suspension confirmed by a second person and carried out, and prepare tickets for the right operator. Say “help” for all that you can say to me. To begin with:
           …
      Wang in #collections: (arrives)
      Sam: hello
      Bot: Hello Sam. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 CNY: who owes what, and since when
           due: what is to be done today, for whom, the most urgent and largest first; due mine: for your customers
           customer contoso: one customer’s standing, holds and subscriptions
           why contoso: the rule, invoices, agreements and people behind it; next contoso: what comes next, and when
           suspend contoso for fraud (or misuse): ask for a suspension on suspicion; a second person decides
           holds contoso: what is out of service, why, and who answers for it
           note contoso called, will pay on Friday: kept for your colleagues; notes contoso: all of them
           undo: take back your last step of today, where that can be
           policy: the collections policy as it holds; policy text for contoso: the same as a text for customers
           policy rehearse: who would be reminded, suspended or spared under the edited policy file
           ticket contoso about …: a ticket for the right operator
           tickets: open ones, by what they wait for; my tickets: those you opened; ticket PD-142: how one goes
           note PD-142 …: a note for the operator; severity PD-142 critical: another severity
           answer PD-142 …: what the operator answered, which ends it; close PD-142: the end without one
           filed PD-142 700000000000123: its number at the operator; not filed PD-142: nobody will file it; reopen PD-142: open again
           …
      Sam: (arrives)
      `,
    )
  })

  it('of a stranger is answered once in each place as well', async () => {
    const office = await anOffice({ alone: true })
    await transcript(
      office,
      `
      Nadia: (arrives)
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Nadia: (arrives)
      Nadia in #collections: (arrives)
      Bot: I do not know you yet
           I work for the staff of this partner only. Say “link” and an administrator will hear that you want to be let in.
           [Ask to be let in]
      Mei in #collections: (arrives)
      `,
    )
  })
})
