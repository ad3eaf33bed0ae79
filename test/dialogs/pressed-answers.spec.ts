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
      Bot: What is it about? It goes to Partner Center, for Fabrikam Inc.
           [Billing] [Subscription] [Fraud] [Partner account] [Other] [Not now]
      Sam: [Billing]
      Bot changes: How severe is it? It goes to Partner Center, for Fabrikam Inc.
           [critical] [moderate] [minimal] [Not now]
      Sam late: [Billing]
      Bot: That was answered already; the newest card is the one that counts.
      Sam: [minimal]
      Bot changes: Ticket with Partner Center for Fabrikam Inc
           Describe the problem in your own words: what happens, since when, what you tried. Partner Center reads it as it is.
           [Not now]
      Sam late: [minimal]
      Bot: That was answered already; the newest card is the one that counts.
      Sam late: [Billing]
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
