import assert from 'node:assert/strict'
import { transcript } from '../../kit/transcript.ts'
import { aTicketOffice } from './a-ticket-office.ts'

describe('a topic guessed from the words', () => {
  it('is shown first, and counts when the form is sent as it stands', async () => {
    const { office } = await aTicketOffice()
    await transcript(
      office,
      `
      Sam: ticket fabrikam about a wrong invoice
      Bot: Ticket with Partner Center for Fabrikam Inc
           By its words it is about this: Billing. Choose again if that is wrong.
           What is it about?
           1. (x) Billing
           …
      Sam: moderate
      Bot: Ticket with Partner Center for Fabrikam Inc
           By its words it is about this: Billing. Choose again if that is wrong.
           …
      Sam: open the ticket
      Bot: PD-1: ticket with Partner Center for Fabrikam Inc
           …
    `,
    )
    assert.equal((await office.store.get('service-request', 'PD-1'))?.value.topic, 'billing')
  })

  it('counts for nothing where nobody saw it, or somebody chose another', async () => {
    const { office } = await aTicketOffice()
    await transcript(
      office,
      `
      Sam: ticket fabrikam
      Bot: Ticket with Partner Center for Fabrikam Inc
           …
      Sam: [Open the ticket] severity=2; text=A wrong invoice.
      Bot changes: Ticket with Partner Center for Fabrikam Inc
           By its words it is about this: Billing. Choose again if that is wrong.
           Choose what it is about.
           …
      Sam: subscription
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           1. ( ) Billing
           2. (x) Subscription
           …
    `,
    )
  })
})
