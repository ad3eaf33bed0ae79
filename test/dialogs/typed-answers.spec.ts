import assert from 'node:assert/strict'
import { anInvoice, anOperatorCustomer, eur } from '../kit/builders.ts'
import { nameButtons, namesListed } from '../kit/languages.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer, unpaidSeats } from './an-office.ts'

describe('where buttons cannot be pressed, words do', () => {
  const twoCustomers = () =>
    anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [{ ...fabrikamCustomer, name: 'Contoso Retail', domain: 'contoso-retail.com' }, []],
      ],
    })

  it('a customer is picked by name, domain or number', async () => {
    const office = await twoCustomers()
    await transcript(
      office,
      `
      Mei: resume conto
      Bot: Several customers match “conto”. Which one?
           Contoso · contoso.cn · 21Vianet · K-1001
           Contoso Retail · contoso-retail.com · Partner Center
           [Contoso (21Vianet)] [Contoso Retail (Partner Center)] [Not now]
      Mei: contoso retail
      Bot: This desk has nothing of Contoso Retail on hold. If something is out of service, somebody else suspended it.
      Mei: ticket conto
      Bot: Several customers match “conto”. Which one?
           Contoso · contoso.cn · 21Vianet · K-1001
           Contoso Retail · contoso-retail.com · Partner Center
           [Contoso (21Vianet)] [Contoso Retail (Partner Center)] [Not now]
      Mei: K-1001
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical (严重)
           2. ( ) moderate (中等)
           3. ( ) minimal (轻微)
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. 21Vianet reads it as it is:
           What you have tried. 21Vianet takes only what you reasonably cannot solve yourselves; escalating anything else has consequences:
           The problem in Simplified Chinese (optional):
           Impact: whom it hinders, and how (optional):
           Contact: name, e-mail, telephone: Mei
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Mei: 其他
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. (x) Other
           How severe is it?
           1. ( ) critical (严重)
           2. ( ) moderate (中等)
           3. ( ) minimal (轻微)
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. 21Vianet reads it as it is:
           What you have tried. 21Vianet takes only what you reasonably cannot solve yourselves; escalating anything else has consequences:
           The problem in Simplified Chinese (optional):
           Impact: whom it hinders, and how (optional):
           Contact: name, e-mail, telephone: Mei
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Mei: 輕微
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. (x) Other
           How severe is it?
           1. ( ) critical (严重)
           2. ( ) moderate (中等)
           3. (x) minimal (轻微)
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. 21Vianet reads it as it is:
           What you have tried. 21Vianet takes only what you reasonably cannot solve yourselves; escalating anything else has consequences:
           The problem in Simplified Chinese (optional):
           Impact: whom it hinders, and how (optional):
           Contact: name, e-mail, telephone: Mei
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Mei: Seats are missing.
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: tried: Nothing helped.
      Bot: Ticket with 21Vianet for Contoso
           …
      Mei: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Customer requests › find and select Contoso › New request › the service. This leads into the customer’s Office 365 admin center: Submit service request.
           2. Paste title and description; if a severity is asked for, choose minimal (轻微). Escalate only what you reasonably cannot solve yourselves.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Other
           Severity: minimal (轻微)
           Opened by: Mei, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] Seats are missing.
           Description
           > 问题描述：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 我方已采取的措施：
           > （此项仅有英文，请见下方英文部分。）
           >
           > 问题类别：其他
           > 严重程度：轻微
           > 客户：Contoso (contoso.cn)
           > 租户 ID：5f3c1d6e-0000-4000-8000-00000000c001
           > 联系人：Mei
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > Seats are missing.
           >
           > What we have tried:
           > Nothing helped.
           >
           > Topic: Other
           > Severity: minimal
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Contact: Mei
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      `,
    )
  })

  it('the currency of an amount, and a language', async () => {
    const office = await anOffice({ items: [unpaidSeats, anInvoice({ number: 'INV-2', ...eur(900_000) })] })
    await transcript(
      office,
      `
      Mei: overdue above 5000
      Bot: 5000 of which currency? Choose one, or write it with the amount, like “5000 EUR”.
           [CNY] [EUR]
      Mei: overdue above 5000 EUR
      Bot: 1 customer is overdue
           above EUR 5,000.00
           CNY, 1 customer
           1–30 days: CNY 0.00
           31–60 days: CNY 0.00
           61–90 days: CNY 48,200.00 ██████████
           over 90 days: CNY 0.00
           EUR, 1 customer
           1–30 days: EUR 0.00
           31–60 days: EUR 0.00
           61–90 days: EUR 9,000.00 ██████████
           over 90 days: EUR 0.00
           Customer · Overdue · Days · Stage
           - Contoso · CNY 48,200.00 · EUR 9,000.00 · 70 · suspension
           Ledger as of Mar 30, 2025 (1 working day old).
           Open a customer
           1. (x) Contoso
           [Open]
      Mei: language
      Bot: I speak ${namesListed('en')}. Which one? Choose, or say “language English”.
           ${nameButtons}
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 語言 English
      Bot: I will speak English with you.
      `,
    )
  })

  it('a page behind the last, and a case that does not exist', async () => {
    const office = await anOffice()
    await transcript(
      office,
      `
      Mei: overdue page 2
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
      Mei: customer contoso
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
      Mei: S-9
      Bot: There is no S-9.
      `,
    )
  })

  it('a form in Traditional Chinese, to somebody who reads English', async () => {
    const office = await twoCustomers()
    await transcript(
      office,
      `
      Mei: 暫停 contoso.cn
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [customer request] [Not now]
      Mei: 未付款
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
      Mei: 全部
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, the oldest 70 days past due.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
           2. (x) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           What it does
           Lose access at once: Microsoft 365 Business and Voicemail: 25 seats each; how many people use them is unknown
           Lose access at once: Phones: 5 seats; how many people use them is unknown
           Billed to us meanwhile: unknown
           Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
           Switched off by it: unknown; resuming may not bring everything back
           Administrators can still reach the data.
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: 1，3
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
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: 對方不接電話。
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
           Note for the second person: 對方不接電話。
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: 送出
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
           Note: 對方不接電話。
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
           Reason: non-payment
           …
      Bot to Lin: S-1: suspend Contoso?
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Reason: non-payment
           …
      `,
    )
    const asked = await office.store.get('suspension', 'S-1')
    assert.deepEqual(
      [asked?.value.subscriptions.map(({ name }) => name), asked?.value.note],
      [['Microsoft 365 Business', 'Phones'], '對方不接電話。'],
    )
  })
})
