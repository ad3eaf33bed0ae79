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
      Sam: ticket contoso about ${'a'.repeat(8_001)}
      Bot: Ticket with 21Vianet for Contoso
           Your text has 8,001 characters, and at most 8,000 fit. Nothing of it was kept: say it more briefly.
           What is it about?
           …
      Sam: [Open the ticket] topic=1; text=${'b'.repeat(8_002)}
      Bot changes: Ticket with 21Vianet for Contoso
           Your text has 8,002 characters, and at most 8,000 fit. Nothing of it was kept: say it more briefly.
           Choose how severe it is.
           What is it about?
           1. (x) Billing
           …
      Sam: minimal
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. (x) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical
           2. ( ) moderate
           3. (x) minimal
           Describe the problem in your own words: what happens, since when, what you tried. 21Vianet reads it as it is:
           You can also type, one after the other: what it is about, like “billing”; how severe it is, like “moderate”; and what the problem is.
           [Open the ticket] [Not now]
      Sam: ${'b'.repeat(9_000)}
      Bot: Ticket with 21Vianet for Contoso
           Your text has 9,000 characters, and at most 8,000 fit. Nothing of it was kept: say it more briefly.
           What is it about?
           1. (x) Billing
           …
      Sam: ${'c'.repeat(8_000)}
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
           1. ( ) critical
           2. ( ) moderate
           3. ( ) minimal
           Describe the problem in your own words: what happens, since when, what you tried. 21Vianet reads it as it is: the invoice shows 30 seats, the portal 25
           You can also type, one after the other: what it is about, like “billing”; how severe it is, like “moderate”; and what the problem is.
           [Open the ticket] [Not now]
      Sam: [Open the ticket] topic=1; severity=2
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           Portal › Support requests › Partner Center requests › New request. A 21Vianet representative calls back.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           Topic: Billing
           Severity: moderate
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Billing: Contoso
           >
           > the invoice shows 30 seats, the portal 25
           >
           > Customer: Contoso, contoso.cn, tenant 5f3c1d6e-0000-4000-8000-00000000c001
           > Severity: moderate
           The operator’s number:
           [I filed it] [Not filed]
      Sam: tickets
      Bot: 1 ticket is waiting to be filed
           PD-1 · Contoso: 21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           [PD-1]
      Sam: [PD-1]
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           …
      Sam: [I filed it]
      Bot: Write the number as the portal shows it: letters, digits and dashes.
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
           Severity: moderate
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Billing: Contoso
           >
           > the invoice shows 30 seats, the portal 25
           >
           > Customer: Contoso, contoso.cn, tenant 5f3c1d6e-0000-4000-8000-00000000c001
           > Severity: moderate
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Mei.
           …
      Bot changes for Sam: PD-1: ticket with 21Vianet for Contoso
           Filed with 21Vianet as 21V-2025-0331-7 by Mei.
           …
      Sam late: [Not filed]
      Bot: PD-1 has already been dealt with. Filed with 21Vianet as 21V-2025-0331-7 by Mei.
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
           Describe the problem in your own words: what happens, since when, what you tried. Partner Center reads it as it is:
           You can also type, one after the other: what it is about, like “billing”; how severe it is, like “moderate”; and what the problem is.
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
           Describe the problem in your own words: what happens, since when, what you tried. Partner Center reads it as it is:
           You can also type, one after the other: what it is about, like “billing”; how severe it is, like “moderate”; and what the problem is.
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
           Describe the problem in your own words: what happens, since when, what you tried. Partner Center reads it as it is:
           You can also type, one after the other: what it is about, like “billing”; how severe it is, like “moderate”; and what the problem is.
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
           Describe the problem in your own words: what happens, since when, what you tried. Partner Center reads it as it is:
           You can also type, one after the other: what it is about, like “billing”; how severe it is, like “moderate”; and what the problem is.
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
           Describe the problem in your own words: what happens, since when, what you tried. Partner Center reads it as it is:
           You can also type, one after the other: what it is about, like “billing”; how severe it is, like “moderate”; and what the problem is.
           [Open the ticket] [Not now]
      Sam: Nobody at Fabrikam can sign in since 9 o’clock.
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           Partner Center › Customers › Fabrikam Inc › Service management, then the portal of the service. Paste the text there.
           https://partner.microsoft.com/dashboard
           Topic: Subscription
           Severity: critical
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Subscription: Fabrikam Inc
           >
           > Nobody at Fabrikam can sign in since 9 o’clock.
           >
           > Customer: Fabrikam Inc, fabrikam.com, tenant 5f3c1d6e-0000-4000-8000-00000000fab1
           > Severity: critical
           The operator’s number:
           [I filed it] [Not filed]
      `,
    ))

  it('keep every word and line of the description', async () => {
    const by = office.speaker('Sam', { channel: null, chat: 'teams' })
    for (const text of ['ticket contoso', 'other', 'minimal', 'First line.\n\n  Second, indented; 100 % "as is".'])
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
      Bot: PD-1: ticket with 21Vianet for Contoso
           21Vianet takes no tickets from programs: file it by hand, then enter its number here.
           Portal › Support requests › Customer requests › Contoso › New request › the service. Escalate only what you reasonably cannot solve yourselves.
           https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview
           Topic: Other
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Other: Contoso
           >
           > nothing in particular
           >
           > Customer: Contoso, contoso.cn, tenant 5f3c1d6e-0000-4000-8000-00000000c001
           > Severity: minimal
           The operator’s number:
           [I filed it] [Not filed]
      Sam: [Not filed]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Closed by Sam without being filed.
           Topic: Other
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Other: Contoso
           >
           > nothing in particular
           >
           > Customer: Contoso, contoso.cn, tenant 5f3c1d6e-0000-4000-8000-00000000c001
           > Severity: minimal
      Sam: tickets
      Bot: No ticket is waiting to be filed.
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
           [Suspend] [Final notice was given] [Ticket]
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
