import assert from 'node:assert/strict'
import { aTicketOffice, type TicketOffice } from './a-ticket-office.ts'
import { before } from '../an-office.ts'

const number = '700000000000111'

describe('what somebody wrote about a ticket', () => {
  let at: TicketOffice
  beforeEach(async () => {
    at = await aTicketOffice()
    await at.opened()
  })
  const last = () => at.office.messages.at(-1)?.reply
  const copyable = () => (last()?.parts ?? []).flatMap((part) => (part.kind === 'copyable' ? [part.text] : []))
  const found = async () => {
    at.tickets.put({ number, title: '[PD-1] Overcharged' }, at.office.now())
    await at.office.pass(15 * 60_000)
  }

  it('comes back where the ticket was filed while they wrote it anew', async () => {
    await before(at.office, 'Mei: change PD-1', `Sam: filed PD-1 ${number}`, 'Mei: impact: Payment is stopped.')
    assert.match(JSON.stringify(last()), /can no longer be written anew/)
    assert.match(copyable().join(), /Payment is stopped\./)
  })

  it('stands whole on the card where the operator did not take it', async () => {
    await found()
    const long = `${'It happened again. '.repeat(40)}\nThat is all.`
    at.tickets.put({ number, status: 'closed', closedAt: at.office.now() }, at.office.now())
    await before(at.office, `Sam: note PD-1 ${long}`)
    await at.office.pass(60_000)
    await before(at.office, 'Sam: PD-1')
    assert.equal(copyable().at(-1), long)
  })

  it('of more than a card can show is refused as a whole, also when it is pressed', async () => {
    await found()
    const { value, version = 0 } = (await at.office.store.get('service-request', 'PD-1')) ?? {}
    assert.equal(value?.status, 'filed')
    const by = at.office.speaker('Sam', { channel: null, chat: 'teams' })
    const action = { act: 'ticket.note', case: 'PD-1', version } as const
    const said = await at.office.hear({ kind: 'acted', by, action, inputs: { words: 'a'.repeat(100_000) } })
    assert.match(JSON.stringify(said), /100,000/)
    assert.deepEqual((await at.office.store.get('service-request', 'PD-1'))?.value.changes, [])
  })

  it('is answered in a line, however long the operator’s title', async () => {
    at.tickets.put({ number, title: `[PD-7] ${'x'.repeat(100_000)}` }, at.office.now())
    await before(at.office, `Sam: filed PD-1 ${number}`)
    assert(JSON.stringify(last()).length < 1_000)
  })
})
