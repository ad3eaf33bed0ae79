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
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: send
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard/v2/support/servicerequests/create
           1. Partner Center › Help + support › Contact support: the page above.
           2. Paste the first text under Problem summary. Under Workspace and Problem type choose what comes closest to “Billing”.
           3. Go past Review solutions to Create support request. Paste the description; if a severity is asked for, choose minimal.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Billing
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Problem summary
           > [PD-1] the invoice of March
           Description
           > Problem:
           > the invoice of March
           >
           > Topic: Billing
           > Severity: minimal
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
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
      await before(office, 'Sam: ticket for fabrikam about trouble', `Sam: ${topic}`, 'Sam: minimal', 'Sam: send')
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
      Bot: Ticket with Partner Center for US Government for Proseware Agency
           …
      Sam: send
      Bot: PD-1: ticket with Partner Center for US Government for Proseware Agency
           Partner Center for US Government takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard
           1. Partner Center › Customers › Proseware Agency › Service management.
           2. For Azure go on into the Azure portal (support plan “Cloud Solution Provider”), for everything else into the Microsoft 365 admin center on behalf of the customer. Indirect resellers cannot open Azure requests: their provider does.
           3. Paste title and description; if a severity is asked for, choose critical.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Subscription
           Severity: critical
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] a mailbox that is gone
           Description
           > Problem:
           > a mailbox that is gone
           >
           > Topic: Subscription
           > Severity: critical
           > Customer: Proseware Agency (proseware.us)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000a9e1
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      `,
    )
  })

  it('is kept with its number, whoever brings it', async () => {
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
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: send
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard
           1. Partner Center › Customers › Fabrikam Inc › Service management.
           2. For Azure go on into the Azure portal (support plan “Cloud Solution Provider”), for everything else into the Microsoft 365 admin center on behalf of the customer. Indirect resellers cannot open Azure requests: their provider does.
           3. Paste title and description; if a severity is asked for, choose minimal.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Other
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] a wrong price
           Description
           > Problem:
           > a wrong price
           >
           > Topic: Other
           > Severity: minimal
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Mei: tickets
      Bot: 1 open ticket
           Waiting to be filed: 1 ticket
           PD-1 · Fabrikam Inc · minimal · today · “a wrong price”
           [PD-1]
      Mei: [PD-1]
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           Partner Center takes no tickets from programs: file it by hand, then enter its number here.
           https://partner.microsoft.com/dashboard
           1. Partner Center › Customers › Fabrikam Inc › Service management.
           2. For Azure go on into the Azure portal (support plan “Cloud Solution Provider”), for everything else into the Microsoft 365 admin center on behalf of the customer. Indirect resellers cannot open Azure requests: their provider does.
           3. Paste title and description; if a severity is asked for, choose minimal.
           4. Come back and press “I filed it”, with the number if you have it.
           Topic: Other
           Severity: minimal
           Opened by: Sam, Mar 31, 2025, 10:00 AM
           Title
           > [PD-1] a wrong price
           Description
           > Problem:
           > a wrong price
           >
           > Topic: Other
           > Severity: minimal
           > Customer: Fabrikam Inc (fabrikam.com)
           > Tenant ID: 5f3c1d6e-0000-4000-8000-00000000fab1
           > Contact: Sam
           > Our reference is PD-1. Please leave [PD-1] in the title.
           The operator’s number (leave it empty if you do not have it yet):
           [I filed it] [Not filed] [Change the draft]
      Otto: PD-1
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Mei: [I filed it] number=forgotten
      Bot: Write the number as the portal shows it: digits only, about fifteen of them.
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
      Bot: 1 open ticket
           Waiting for the operator: 1 ticket
           PD-1 · Fabrikam Inc · minimal · today · “a wrong price”: Filed with Partner Center as 2503310040007777 by Mei.
           [PD-1]
      Sam late: [I filed it] number=2503310040008888
      Bot: Somebody else was faster; this is how it stands now. Look at it again before you decide.
      `,
    )
  })
})
