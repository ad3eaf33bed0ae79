import assert from 'node:assert/strict'
import { anOperatorCustomer } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions } from './an-office.ts'

describe('the form of a ticket', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ customers: [[anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions]] })
  })
  const ticket = async () => (await office.store.get('service-request', 'PD-1'))?.value

  it('is asked for again with a line for each field that lacks something, and keeps the others', async () => {
    await transcript(
      office,
      `
      Sam: ticket contoso
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           …
      Sam: [Open the ticket]
      Bot changes: Ticket with 21Vianet for Contoso
           Choose what it is about.
           Choose how severe it is.
           Describe the problem.
           Say what you have tried: 21Vianet asks for it.
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
           Contact: name, e-mail, telephone: Sam
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: [Open the ticket] severity=1; text=Nobody can sign in.
      Bot changes: Ticket with 21Vianet for Contoso
           Choose what it is about.
           Say what you have tried: 21Vianet asks for it.
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. ( ) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. (x) critical (严重)
           2. ( ) moderate (中等)
           3. ( ) minimal (轻微)
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. 21Vianet reads it as it is: Nobody can sign in.
           What you have tried. 21Vianet takes only what you reasonably cannot solve yourselves; escalating anything else has consequences:
           The problem in Simplified Chinese (optional):
           Impact: whom it hinders, and how (optional):
           Contact: name, e-mail, telephone: Sam
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: [Open the ticket] topic=4; tried=Nothing helped.
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           …
      `,
    )
    const { topic, severity, text } = (await ticket()) ?? {}
    assert.deepEqual({ topic, severity, text }, { topic: 'account', severity: 'critical', text: 'Nobody can sign in.' })
  })

  it('is filled by typing and by pressing alike, and nothing of either is lost', async () => {
    await transcript(
      office,
      `
      Sam: ticket contoso about the invoice
      Bot: Ticket with 21Vianet for Contoso
           By its words it is about this: Billing. Choose again if that is wrong.
           What is it about?
           …
      Sam: It shows 30 seats.
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           …
      Sam: send it
      Bot: Ticket with 21Vianet for Contoso
           Choose what it is about.
           Choose how severe it is.
           Say what you have tried: 21Vianet asks for it.
           …
      Sam: [Open the ticket] topic=3
      Bot changes: Ticket with 21Vianet for Contoso
           Choose how severe it is.
           Say what you have tried: 21Vianet asks for it.
           …
      Sam: We have 25.
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. ( ) Billing
           2. ( ) Subscription
           3. (x) Fraud
           4. ( ) Partner account
           5. ( ) Other
           How severe is it?
           1. ( ) critical (严重)
           2. ( ) moderate (中等)
           3. ( ) minimal (轻微)
           Title, in one line (left empty: the first line of the problem):
           The problem: what happens, since when. 21Vianet reads it as it is: the invoice
           It shows 30 seats.
           We have 25.
           What you have tried. 21Vianet takes only what you reasonably cannot solve yourselves; escalating anything else has consequences:
           The problem in Simplified Chinese (optional):
           Impact: whom it hinders, and how (optional):
           Contact: name, e-mail, telephone: Sam
           21Vianet gets it in Simplified Chinese, then in English; your own words stay in the language you write them in.
           You can also type, one after the other: “billing”, “moderate”, “impact: …” and so on for each field; anything else belongs to the problem. “open the ticket” opens it.
           [Open the ticket] [Not now]
      Sam: Billing, please
      Bot: Ticket with 21Vianet for Contoso
           What is it about?
           1. (x) Billing
           …
      Sam: moderate
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
    assert.equal((await ticket())?.text, 'the invoice\nIt shows 30 seats.\nWe have 25.')
  })

  it('takes a list in which nothing is picked, or something that is not in it, for no answer', async () => {
    await before(office, 'Sam: ticket contoso about the invoice', 'Sam: billing')
    const press = async (topic: string, severity: string) => {
      const by = office.speaker('Sam', { channel: null, chat: 'teams' })
      const [send] = office.messages.at(-1)?.reply.buttons ?? []
      assert(send && 'says' in send && send.answers !== undefined)
      const inputs = { topic, severity, text: 'the invoice' }
      await office.hear({ kind: 'said', by, text: send.says, inputs, pressed: true, answers: send.answers })
    }
    await press('', 'catastrophic')
    assert.equal(await ticket(), undefined)
    await before(office, 'Sam: tried: Nothing helped.')
    await press('weather', 'minimal')
    const { topic, severity } = (await ticket()) ?? {}
    assert.deepEqual({ topic, severity }, { topic: 'billing', severity: 'minimal' })
  })

  it('hears its own button typed, and no description in that', async () => {
    await before(office, 'Sam: ticket contoso', 'Sam: other', 'Sam: minimal', 'Sam: open the ticket')
    assert.equal(await ticket(), undefined)
    await before(office, 'Sam: Seats are missing.', 'Sam: tried: Nothing helped.', 'Sam: open the ticket')
    assert.equal((await ticket())?.text, 'Seats are missing.')
  })

  it('says that it made nothing of an answer without words', async () => {
    await before(office, 'Sam: ticket contoso', 'Sam: other', 'Sam: minimal')
    const by = office.speaker('Sam', { channel: null, chat: 'teams' })
    const [asked] = await office.hear({ kind: 'said', by, text: ' ', inputs: {}, pressed: false })
    assert.deepEqual(asked?.reply.parts[0], {
      kind: 'text',
      text: 'I did not understand that as an answer.',
      tone: 'warning',
    })
    assert.equal(await ticket(), undefined)
  })

  it('takes a number for a description once nothing is left to pick', async () => {
    await before(
      office,
      'Sam: ticket contoso',
      'Sam: other',
      'Sam: 3',
      'Sam: minimal',
      'Sam: 4711',
      'Sam: nothing',
      'Sam: send',
    )
    assert.equal((await ticket())?.text, '4711')
  })

  it('opens no ticket on the text that stood before one that was too long', async () => {
    await before(office, 'Sam: ticket contoso about the invoice')
    await transcript(
      office,
      `
      Sam: [Open the ticket] topic=1; severity=2; tried=Nothing helped.; text=${'x'.repeat(9_000)}
      Bot changes: Ticket with 21Vianet for Contoso
           Your text has 9,000 characters, and at most 3,000 fit. Nothing of it was kept: say it more briefly.
           …
      Sam: send
      Bot: PD-1: ticket with 21Vianet for Contoso
           …
      `,
    )
    assert.equal((await ticket())?.text, 'the invoice')
  })

  it('survives a restart with all that was filled in', async () => {
    await before(office, 'Sam: ticket contoso about the invoice', 'Sam: billing')
    await transcript(
      office,
      `
      (the desk restarts)
      Sam: critical
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
})
