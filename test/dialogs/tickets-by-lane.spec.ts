import assert from 'node:assert/strict'
import { anOperatorCustomer } from '../kit/builders.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, fabrikamCustomer } from './an-office.ts'

describe('a ticket goes to whoever operates the customer’s cloud', () => {
  const agency = anOperatorCustomer({
    lane: 'us-government',
    tenantId: '5f3c1d6e-0000-4000-8000-00000000a9e1',
    name: 'Proseware Agency',
    domain: 'proseware.us',
  })
  const open = () =>
    anOffice({
      customers: [
        [fabrikamCustomer, []],
        [agency, []],
      ],
    })

  it('to Partner Center itself where it is between us and Microsoft', async () => {
    await transcript(
      await open(),
      `
      Sam: ticket for fabrikam about the invoice of March
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: billing
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: minimal
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           Partner Center › Help + support › Contact support. Paste the text under Problem summary.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           Topic: Billing
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Billing: Fabrikam Inc
           >
           > the invoice of March
           >
           > Customer: Fabrikam Inc, fabrikam.com, tenant 5f3c1d6e-0000-4000-8000-00000000fab1
           > Severity: minimal
           The operator’s number:
           [I filed it] [Not filed]
      Sam: [I filed it] number=2503310040007777
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center as 2503310040007777 by Sam.
           Topic: Billing
           …
      Sam: customer fabrikam
      Bot: Fabrikam Inc
           No ledger account is matched to this customer, so no stage is known.
           At Partner Center: Fabrikam Inc · fabrikam.com
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000fab1
           In the ledger: no account is matched to this customer
           No subscriptions
           [Suspend] [Ticket]
      `,
    )
  })

  const pages = [
    ['fraud', 'https://partner.microsoft.com/dashboard/v2/support/servicerequests/create'],
    ['account', 'https://partner.microsoft.com/dashboard/v2/support/servicerequests/create'],
    ['subscription', 'https://partner.microsoft.com/dashboard'],
  ] as const
  for (const [topic, page] of pages) {
    it(`about ${topic}, at ${page}`, async () => {
      const office = await open()
      await before(office, 'Sam: ticket for fabrikam about trouble', `Sam: ${topic}`, 'Sam: minimal')
      const card = office.messages.at(-1)?.reply
      assert(card !== undefined && plain(card).split('\n').includes(page))
    })
  }

  it('to the one for US Government, never to another', async () => {
    await transcript(
      await open(),
      `
      Sam: ticket proseware about a mailbox that is gone
      Bot: Ticket with Partner Center for US Government for Proseware Agency
           …
      Sam: subscription
      Bot: Ticket with Partner Center for US Government for Proseware Agency
           …
      Sam: critical
      Bot: PD-1: ticket with Partner Center for US Government for Proseware Agency
           Partner Center for US Government takes no tickets from programs: file it by hand, then enter its number here.
           Partner Center › Customers › Proseware Agency › Service management, then the portal of the service. Paste the text there.
           https://partner.microsoft.com/dashboard
           Topic: Subscription
           Severity: critical
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Subscription: Proseware Agency
           >
           > a mailbox that is gone
           >
           > Customer: Proseware Agency, proseware.us, tenant 5f3c1d6e-0000-4000-8000-00000000a9e1
           > Severity: critical
           The operator’s number:
           [I filed it] [Not filed]
      `,
    )
  })

  it('is kept with its number, and asked for again until it has one', async () => {
    await transcript(
      await open(),
      `
      Sam: ticket fabrikam about a wrong price
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: other
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: minimal
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           Partner Center › Customers › Fabrikam Inc › Service management, then the portal of the service. Paste the text there.
           https://partner.microsoft.com/dashboard
           Topic: Other
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Other: Fabrikam Inc
           >
           > a wrong price
           >
           > Customer: Fabrikam Inc, fabrikam.com, tenant 5f3c1d6e-0000-4000-8000-00000000fab1
           > Severity: minimal
           The operator’s number:
           [I filed it] [Not filed]
      Mei: tickets
      Bot: 1 ticket is waiting to be filed
           PD-1 · Fabrikam Inc: Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           [PD-1]
      Mei: [PD-1]
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           Partner Center › Customers › Fabrikam Inc › Service management, then the portal of the service. Paste the text there.
           https://partner.microsoft.com/dashboard
           Topic: Other
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           > [PD-1] Other: Fabrikam Inc
           >
           > a wrong price
           >
           > Customer: Fabrikam Inc, fabrikam.com, tenant 5f3c1d6e-0000-4000-8000-00000000fab1
           > Severity: minimal
           The operator’s number:
           [I filed it] [Not filed]
      Otto: PD-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Mei: [I filed it] number=
      Bot: Write the number as the portal shows it: letters, digits and dashes.
      Mei: [I filed it] number=forgotten
      Bot: Write the number as the portal shows it: letters, digits and dashes.
      Mei: [I filed it] number=2503310040007777
      Bot changes: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center as 2503310040007777 by Mei.
           Topic: Other
           …
      Bot changes for Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Filed with Partner Center as 2503310040007777 by Mei.
           Topic: Other
           …
      Mei: tickets
      Bot: No ticket is waiting to be filed.
      Sam late: [I filed it] number=4711
      Bot: PD-1 has already been dealt with. Filed with Partner Center as 2503310040007777 by Mei.
      `,
    )
  })
})
