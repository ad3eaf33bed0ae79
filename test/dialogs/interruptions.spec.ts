import assert from 'node:assert/strict'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { aSubscription } from '../kit/builders.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'
import { anOperatorCustomer } from '../kit/builders.ts'

describe('in the middle of something', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, [aSubscription({ id: 'fabrikam-seats', name: 'Fabrikam seats', model: 'new-commerce' })]],
      ],
    })
  })

  it('a question is answered, and the form is taken up where it was', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
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
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: 1, 3
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           …
      Mei: They hang up on me.
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           What it does
           Lose access at once: Microsoft 365 Business: 25 seats; how many people use them is unknown
           Lose access at once: Phones: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person: They hang up on me.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: customer fabrikam
      Bot: Fabrikam Inc
           No ledger account is matched to this customer, so no stage is known.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           1 subscription
           Fabrikam seats × 25: active
           [Suspend] [Ticket]
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: who is overdue in china
      Bot: 1 customer is overdue
           at 21Vianet
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
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
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
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: ask
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
           Note: They hang up on me.
           These 2 subscriptions and no others:
           Microsoft 365 Business × 25; also suspends its add-on Voicemail
           Phones × 5
           Wider than the debt: no unpaid invoice line stands behind Phones.
           Lose access at once: Microsoft 365 Business: 25 seats; how many people use them is unknown
           Lose access at once: Phones: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Reason for rejecting, or your question:
           [Approve] [Reject] [Ask a question] [Change the choice] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    ))

  it('another suspension leaves the first, and says so', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: suspend fabrikam for fraud
      Bot: I dropped what we were in the middle of.
      Bot: Suspend Fabrikam Inc for fraud?
           Which subscriptions?
           1. ( ) Fabrikam seats × 25
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: ticket fabrikam
      Bot: I dropped what we were in the middle of.
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Mei: forget it
      Bot: All right, dropped. Nothing was done.
      Mei: forget it
      Bot: We are not in the middle of anything.
      `,
    ))

  it('what was half typed survives a restart', async () => {
    await transcript(
      office,
      `
      Mei: suspend contoso
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      (the desk restarts)
      Mei: non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: 3
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           …
      (the desk restarts)
      Mei: They hang up on me.
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           …
      (the desk restarts)
      Mei: ask
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
           Note: They hang up on me.
           This subscription and no other:
           …
      Bot to Wang: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           …
      `,
    )
    const asked = await office.store.get('suspension', 'S-1')
    assert.equal(asked?.value.note, 'They hang up on me.')
  })
})
