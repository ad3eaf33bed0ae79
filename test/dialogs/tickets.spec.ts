import assert from 'node:assert/strict'
import { anOperatorCustomer } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'

describe('tickets', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, []],
      ],
    })
  })

  it('hold no more text than can be shown whole, and say so', async () => {
    await transcript(
      office,
      `
      Sam: ticket contoso about ${'a'.repeat(3_001)}
      Bot: Ticket with 21Vianet for Contoso
           Your text has 3,001 characters, and at most 3,000 fit. Nothing of it was kept: say it more briefly.
           What is it about?
           …
      Sam: [Open the ticket] topic=1; text=${'b'.repeat(3_002)}
      Bot changes: Ticket with 21Vianet for Contoso
           Your text has 3,002 characters, and at most 3,000 fit. Nothing of it was kept: say it more briefly.
           Choose how severe it is.
           Say what you have tried: 21Vianet asks for it.
           What is it about?
           1. (x) Billing
           …
      Sam: minimal
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. (x) Billing
           …
      Sam: ${'b'.repeat(9_000)}
      Bot: Ticket with 21Vianet for Contoso
           Your text has 9,000 characters, and at most 3,000 fit. Nothing of it was kept: say it more briefly.
           What is it about?
           1. (x) Billing
           …
      Sam: ${'c'.repeat(3_000)}
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: tried: Nothing helped.
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           …
      `,
    )
  })

  it('for 21Vianet are filed by hand, and the number is brought back', async () => {
    await transcript(
      office,
      `
      Sam: ticket contoso about the invoice shows 30 seats, the portal 25
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
           The problem: what happens, since when. 21Vianet reads it as it is: the invoice shows 30 seats, the portal 25
           What you have tried. 21Vianet takes only what you reasonably cannot solve yourselves; escalating anything else has consequences:
           The problem in Simplified Chinese (optional):
           Impact: whom it hinders, and how (optional):
           Contact: name, e-mail, telephone: Sam
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: [Open the ticket] topic=1; severity=2; tried=Nothing helped.
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Partner Center requests › New request: 21Vianet’s form opens.
           2. Paste title and description; if a severity is asked for, choose moderate (中等). A 21Vianet representative calls back.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: moderate (中等)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] the invoice shows 30 seats, the portal 25
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
           > 联系人：Sam
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > the invoice shows 30 seats, the portal 25
           >
           > What we have tried:
           > Nothing helped.
           >
           > Topic: Billing
           > Severity: moderate
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Sam: tickets
      Bot: 1 open ticket
           Waiting to be filed: 1 ticket
           PD-1 · Contoso · moderate · today · “the invoice shows 30 seats, the portal 25”
           [PD-1]
      Sam: [PD-1]
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Sam: [I filed it] number=it was 4711
      Bot: Write the number as the portal shows it: letters, digits and dashes.
      Mei: PD-1
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Mei: [I filed it] number=21V-2025-0331-7
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Mei.
           Topic: Billing
           Severity: moderate (中等)
           The operator’s number: 21V-2025-0331-7
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] the invoice shows 30 seats, the portal 25
           >
           > the invoice shows 30 seats, the portal 25
           A note for 21Vianet, or what they answered in the end:
           Another severity
           1. ( ) critical
           2. ( ) minimal
           [Add the note] [Record the answer] [Change the severity] [Close the ticket]
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Mei.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Mei.
           …
      Sam late: [Not filed]
      Bot: That does not fit how PD-1 stands: Filed with 21Vianet as 21V-2025-0331-7 by Mei.
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('PD-1')).map(({ by, what }) => `${by} ${what}`),
      ['sam ticket.opened', 'mei ticket.filed'],
    )
  })

  it('for Partner Center go to the customer’s page where it is the customer’s trouble', () =>
    transcript(
      office,
      `
      Sam: ticket
      Bot: Which customer? A name, domain, tenant id or account number will do.
           [Not now]
      Sam: fabrikam
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. Partner Center reads it as it is:
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: 2, 1
      Bot: Ticket with Partner Center for Fabrikam Inc
           I did not understand that as an answer.
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. Partner Center reads it as it is:
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: service
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. (x) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. Partner Center reads it as it is:
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: send
      Bot: Ticket with Partner Center for Fabrikam Inc
           Choose how severe it is.
           Describe the problem.
           What is it about?
           1. ( ) Billing
           2. (x) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. Partner Center reads it as it is:
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: critical
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. (x) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. (x) critical
           2. ( ) moderate
           3. ( ) minimal
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. Partner Center reads it as it is:
           Impact: whom it hinders, and how (optional):
           What you have tried (optional):
           Contact: name, e-mail, telephone: Sam
           Partner Center gets it in English: write your words in English too.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: Nobody at Fabrikam can sign in since 9 o’clock.
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: send
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard
           1. Partner Center › Customers › Fabrikam Inc › Service management.
           2. For Azure go on into the Azure portal (support plan “Cloud Solution Provider”), for everything else into the Microsoft 365 admin center on behalf of the customer. Indirect resellers cannot open Azure requests: their provider does.
           3. Paste title and description; if a severity is asked for, choose critical.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Subscription
           Severity: critical
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] Nobody at Fabrikam can sign in since 9 o'clock.
           Description
           > Problem:
           > Nobody at Fabrikam can sign in since 9 o'clock.
           >
           > Topic: Subscription
           > Severity: critical
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      `,
    ))

  it('keep every word and line of the description', async () => {
    const by = office.speaker('Sam', { channel: null, chat: 'teams' })
    for (const text of [
      'ticket fabrikam',
      'other',
      'minimal',
      'First line.\n\n  Second, indented; 100 % "as is".',
      'send',
    ])
      await office.hear({ kind: 'said', by, text, inputs: {}, pressed: false })
    const kept = await office.store.get('service-request', 'PD-1')
    assert.equal(kept?.value.text, 'First line.\n\n  Second, indented; 100 % "as is".')
  })

  it('can be left, before and after they were drafted', () =>
    transcript(
      office,
      `
      Sam: ticket contoso about nothing in particular
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: [Not now]
      Bot changes: All right, dropped. Nothing was done.
      Sam: ticket contoso about nothing in particular
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: other
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: minimal
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: tried: Nothing helped.
      Bot: Ticket with 21Vianet for Contoso
           …
      Sam: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           1. Portal › Support requests › Customer requests › find and select Contoso › New request › the service. This leads into the customer’s Office 365 admin center: Submit service request.
           2. Paste title and description; if a severity is asked for, choose minimal (轻微). Escalate only what you reasonably cannot solve yourselves.
           3. Come back and press “I filed it”, with the number if you have it.
           Topic: Other
           Severity: minimal (轻微)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] nothing in particular
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
           > 联系人：Sam
           > 我方编号为 PD-1，请在标题中保留 [PD-1]。
           >
           > ----------
           >
           > Problem:
           > nothing in particular
           >
           > What we have tried:
           > Nothing helped.
           >
           > Topic: Other
           > Severity: minimal
           > Customer: Contoso (contoso.cn)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000c001
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Sam: [Not filed]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam without being filed.
           Topic: Other
           Severity: minimal (轻微)
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] nothing in particular
           >
           > nothing in particular
           [Open again]
      Sam: tickets
      Bot: No ticket is open.
      `,
    ))

  it('need to know the operator: an unmatched account is matched first', async () => {
    office = await anOffice({ matches: [] })
    await transcript(
      office,
      `
      Mei: ticket K-1001 about the invoice
      Bot: Contoso Ltd is matched to nobody at an operator yet
           Which of these is it? Confirm the match once; it is remembered.
           Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
           [It is Contoso (21Vianet)]
      Mei: [It is Contoso (21Vianet)]
      Bot changes: Recorded: the account belongs to Contoso.
           [Open]
      Mei: [Open]
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
      Mei: [Ticket]
      Bot: Ticket with 21Vianet for Contoso
           …
      `,
    )
  })

  it('are not for those whose role is another', () =>
    transcript(
      office,
      `
      Otto: ticket contoso about the invoice
      Bot: Your role does not allow filing tickets. It takes the role of collector, approver, support, or fraud lead.
      Otto: tickets
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      `,
    ))
})
