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

  it('words that look like a command are the note when nobody is called so', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: suspend everything they have
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
           Note for the second person: suspend everything they have
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: speak to their CFO first
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
           Note for the second person: suspend everything they have
           speak to their CFO first
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: resume the talks on Monday
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
           Note for the second person: suspend everything they have
           speak to their CFO first
           resume the talks on Monday
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: final notice by telephone
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
           Note for the second person: suspend everything they have
           speak to their CFO first
           resume the talks on Monday
           final notice by telephone
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: be approver
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
           Note for the second person: suspend everything they have
           speak to their CFO first
           resume the talks on Monday
           final notice by telephone
           be approver
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      `,
    ))

  it('words that look like a command are the text of a ticket when nobody is called so', () =>
    transcript(
      office,
      `
      Mei: ticket contoso
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: billing
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: moderate
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: suspend button is missing in the portal
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: tried: Nothing helped.
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Mei, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] suspend button is missing in the portal
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 我方已采取的措施：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：账单
           > 严重程度：中等
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 联系人：Mei
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > suspend button is missing in the portal
           >
           > What we have tried:
           > Nothing helped.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Contact: Mei
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      `,
    ))

  it('a sentence about a customer interrupts, also one that is misspelt', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: resume fabrikam
      Bot: This desk has nothing of Fabrikam Inc on hold. If something is out of service, somebody else suspended it.
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: customer fabrikan
      Bot: Nobody is called “fabrikan”. Did you mean one of these?
           Fabrikam Inc · fabrikam.com · Partner Center
           [Fabrikam Inc (Partner Center)]
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      `,
    ))

  it('a name that is asked for gives way to another question', () =>
    transcript(
      office,
      `
      Mei: resume
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: overdue
      Bot: 1 customer is overdue
           CNY, 1 customer
           …
      Mei: contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           Ledger as of Mar 30, 2025 (1 working day old).
           [Suspend] [Final notice was given] [Agreements] [Ticket]
      Mei: resume
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: contoso
      Bot: This desk has nothing of Contoso on hold. If something is out of service, somebody else suspended it.
      Mei: match
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Mei: no
      Bot: All right, dropped. Nothing was done.
      `,
    ))

  it('each chat has its own thread', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           …
      Mei in #collections: 1
      Bot: I did not understand that. Say “help” to see what I can do.
      Mei in #collections: ticket fabrikam
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Mei: Phones only.
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
           Note for the second person: Phones only.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei in #collections: billing
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      `,
    ))
})
