import assert from 'node:assert/strict'
import { anOperatorCustomer } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'

describe('an answer that is pressed', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [fabrikamCustomer, contosoSubscriptions],
      ],
    })
  })

  it('counts for the question it stood under, not for the draft begun since', async () => {
    await before(office, 'Ines: suspend contoso for misuse', 'Ines: they mine', 'Ines: suspend fabrikam for fraud')
    await transcript(
      office,
      `
      Ines at “Suspend Contoso for misuse?”: [Ask a second person] subscriptions=1 note=
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      Ines at “Suspend Contoso for misuse?”: [Not now]
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      Ines: stolen cards
      Bot: Suspend Fabrikam Inc for fraud?
           …
      `,
    )
    assert.deepEqual(await office.desk.suspensions.open(), [])
  })

  it('takes back nothing that was typed since', async () => {
    await before(office, 'Ines: suspend contoso for fraud', 'Ines: all', 'Ines: stolen cards')
    const forms = office.messages.flatMap(({ reply }) => reply.buttons?.[0] ?? [])
    const [first] = forms.map((button) => ('says' in button ? button.answers : undefined))
    const by = office.speaker('Ines', { channel: null, chat: 'teams' })
    const blank = { note: '', subscriptions: '' }
    await office.hear({ kind: 'said', by, text: 'ask', inputs: blank, pressed: true, answers: first ?? '' })
    assert.deepEqual(await office.desk.suspensions.open(), [])

    await before(office, 'Ines: ask')
    const [asked] = await office.desk.suspensions.open()
    assert.equal(asked?.note, 'stolen cards')
  })

  it('counts once, however often it is pressed', async () => {
    await transcript(
      office,
      `
      Sam: ticket fabrikam
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           …
      Sam: [Open the ticket] topic=1
      Bot changes: Ticket with Partner Center for Fabrikam Inc
           Choose how severe it is.
           Describe the problem.
           What is it about?
           1. (x) Billing
           …
      Sam late: [Open the ticket] topic=2
      Bot: That was answered already; the newest card is the one that counts.
      Sam: [Open the ticket] severity=3
      Bot changes: Ticket with Partner Center for Fabrikam Inc
           Describe the problem.
           What is it about?
           1. (x) Billing
           …
      Sam late: [Open the ticket] topic=2; text=Seats are missing.
      Bot: That was answered already; the newest card is the one that counts.
      Sam: never mind
      Bot: All right, dropped. Nothing was done.
      Sam: ticket fabrikam
      Bot: Ticket with Partner Center for Fabrikam Inc
           What is it about?
           …
      Sam late: [Open the ticket] topic=2; text=Seats are missing.
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      `,
    )
    assert.deepEqual(await office.desk.tickets.waiting(), [])
  })

  it('leaves a channel’s other drafts and their cards alone', async () => {
    await transcript(
      office,
      `
      Ines in #desk: suspend fabrikam for fraud
      Bot: Suspend Fabrikam Inc for fraud?
           …
      Mei in #desk: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           …
      Ines in #desk at “Suspend Contoso”: [Not now]
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      Ines in #desk at “Suspend Contoso”: [Ask a second person]
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      Ines in #desk: stolen cards
      Bot: Suspend Fabrikam Inc for fraud?
           …
      `,
    )
  })
})
