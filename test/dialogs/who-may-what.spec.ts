import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

describe('people', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('are shown what they may say, and nothing else', () =>
    transcript(
      office,
      `
      Mei: help
      Bot: Hello Mei. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 CNY: who owes what, and since when
           due: what is to be done today, for whom, the most urgent and largest first; due mine: for your customers
           customer contoso: one customer’s standing, holds and subscriptions
           why contoso: the rule, invoices, agreements and people behind it; next contoso: what comes next, and when
           suspend contoso for non-payment: ask for a suspension; a second person decides
           suspend contoso for fraud (or misuse): ask for a suspension on suspicion; a second person decides
           holds contoso: what is out of service, why, and who answers for it
           resume contoso: lift a hold and bring service back
           final notice contoso until friday: record that a final notice was given
           promise contoso 4200 EUR by friday · plan contoso 3 x 500 EUR from 2026-12-01 monthly: the ladder waits; whether it was kept is noticed
           dispute INV-9 because … · exempt contoso until 2026-12-31 because …: takes an invoice, or somebody, out of it
           paid contoso 4200 EUR: noted until the ledger shows it; agreements contoso: what is agreed, and how it ended
           assign contoso to me: take a customer on; assign contoso to nobody: no longer; overdue mine: yours who are overdue
           skip contoso until friday because …: leave a customer out of the day’s work
           note contoso called, will pay on Friday: kept for your colleagues; notes contoso: all of them
           undo: take back your last step of today, where that can be
           remind contoso: the reminder or final notice that is due, in the customer’s language, to be copied or mailed; language of contoso english
           address contoso billing@contoso.example: where mail to a customer goes, once somebody else confirmed it
           policy: the collections policy as it holds; policy text for contoso: the same as a text for customers
           policy given contoso by mail: record it; overdue without policy: who was never given one
           policy rehearse: who would be reminded, suspended or spared under the edited policy file
           policy activate: put the edited policy file in force, with a second person
           ticket contoso about …: a ticket for the right operator
           tickets: open ones, by what they wait for; my tickets: those you opened; ticket PD-142: how one goes
           note PD-142 …: a note for the operator; severity PD-142 critical: another severity
           answer PD-142 …: what the operator answered, which ends it; close PD-142: the end without one
           filed PD-142 700000000000123: its number at the operator; not filed PD-142: nobody will file it; reopen PD-142: open again
           notice contoso …: hand in what the operator wrote; watch: what changed at an operator without this desk
           fraud: open alerts, most money at risk first; delivery F-1: where one was told; fraud figures: how fast they were answered
           report fraud contoso … (or report misuse): raise an alert yourself
           budgets: who uses Azure without a spending budget; budget contoso 500 EUR: set one; a second person decides
           credit contoso: limit, what is at stake, holds on orders; credit: whose limit is exceeded
           credit contoso 5000 EUR because …: another limit; credit hold contoso because …: take no new orders; credit release contoso because …: take them again; a second person decides all but the hold
           our invoices: what we owe our operators ourselves, and what is overdue there
           countdown: until when what is on hold can be brought back
           cancel contoso for good: while the operator still allows it; end contoso at term: let it run out; a second person decides both
           a list of open invoices, sent to me as a CSV file: I read it and ask before anything changes
           ledger: how old the ledger is and what reading it showed; pull ledger: read it now
           waiting: requests that are waiting for an approver
           match contoso: say which operator customer a ledger account is
           lanes: what is sent to which operator, and what each can do
           language 繁體中文: speak another language
           never mind: leave what we are in the middle of
           [Who is overdue?]
      Wang: what can you do?
      Bot: Hello Wang. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 CNY: who owes what, and since when
           due: what is to be done today, for whom, the most urgent and largest first; due mine: for your customers
           …
      Ines: help
      Bot: Hello Ines. This is what I can do for you:
           overdue · overdue over 60 days in china above 5000 CNY: who owes what, and since when
           due: what is to be done today, for whom, the most urgent and largest first; due mine: for your customers
           customer contoso: one customer’s standing, holds and subscriptions
           why contoso: the rule, invoices, agreements and people behind it; next contoso: what comes next, and when
           suspend contoso for fraud (or misuse): ask for a suspension on suspicion; a second person decides
           holds contoso: what is out of service, why, and who answers for it
           resume contoso: lift a hold and bring service back
           note contoso called, will pay on Friday: kept for your colleagues; notes contoso: all of them
           undo: take back your last step of today, where that can be
           policy: the collections policy as it holds; policy text for contoso: the same as a text for customers
           policy rehearse: who would be reminded, suspended or spared under the edited policy file
           policy activate: put the edited policy file in force, with a second person
           ticket contoso about …: a ticket for the right operator
           tickets: open ones, by what they wait for; my tickets: those you opened; ticket PD-142: how one goes
           note PD-142 …: a note for the operator; severity PD-142 critical: another severity
           answer PD-142 …: what the operator answered, which ends it; close PD-142: the end without one
           filed PD-142 700000000000123: its number at the operator; not filed PD-142: nobody will file it; reopen PD-142: open again
           notice contoso …: hand in what the operator wrote; watch: what changed at an operator without this desk
           fraud: open alerts, most money at risk first; delivery F-1: where one was told; fraud figures: how fast they were answered
           report fraud contoso … (or report misuse): raise an alert yourself
           budgets: who uses Azure without a spending budget; budget contoso 500 EUR: set one; a second person decides
           credit contoso: limit, what is at stake, holds on orders; credit: whose limit is exceeded
           credit contoso 5000 EUR because …: another limit; credit hold contoso because …: take no new orders; credit release contoso because …: take them again; a second person decides all but the hold
           our invoices: what we owe our operators ourselves, and what is overdue there
           dossier contoso: what the operator’s refund after fraud takes, as a document
           countdown: until when what is on hold can be brought back
           a list of open invoices, sent to me as a CSV file: I read it and ask before anything changes
           ledger: how old the ledger is and what reading it showed; pull ledger: read it now
           waiting: requests that are waiting for an approver
           match contoso: say which operator customer a ledger account is
           …
      Otto: help
      Bot: Hello Otto. This is what I can do for you:
           policy: the collections policy as it holds; policy text for contoso: the same as a text for customers
           policy activate: put the edited policy file in force, with a second person
           our invoices: what we owe our operators ourselves, and what is overdue there
           countdown: until when what is on hold can be brought back
           a list of open invoices, sent to me as a CSV file: I read it and ask before anything changes
           ledger: how old the ledger is and what reading it showed; pull ledger: read it now
           match contoso: say which operator customer a ledger account is
           route approvals here · route fraud high here · route digest here at 08:30 in Europe/Berlin: choose a channel for news; routes: show them
           role NAME approver: change who may do what; roles: show them
           lanes: what is sent to which operator, and what each can do
           stop · stop china: halt every outward act at once; restart: go on, with a second person
           act in china: let the desk act there, with a second administrator; watch only china: send nothing any more
           language 繁體中文: speak another language
           language 繁體中文 here: another language for what everybody reads in a channel
           never mind: leave what we are in the middle of
      Sam: ?
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
      Bot: Your role does not allow asking for a suspension for fraud. It takes the role of collector, approver, support, or fraud lead.
      Otto: resume contoso
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: ticket contoso
      Bot: Your role does not allow filing tickets. It takes the role of collector, approver, support, or fraud lead.
      Otto: tickets
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: waiting
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: final notice contoso
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Otto: S-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Sam: suspend contoso for non-payment
      Bot: Your role does not allow asking for a suspension for non-payment. It takes the role of collector or approver.
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
      Bot: Your role does not allow asking for a suspension for non-payment. It takes the role of collector or approver.
      Mei: G-1
      Bot: Your role does not allow that, Mei. Two administrators together can change it.
      `,
    ))
})
