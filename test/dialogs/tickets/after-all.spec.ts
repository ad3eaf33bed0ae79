import assert from 'node:assert/strict'
import { ines, mei, sam, wang } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { before } from '../an-office.ts'
import { aTicketOffice } from './a-ticket-office.ts'

describe('a ticket that waits for a mailbox while its lane is stopped', () => {
  const stopped = async () => {
    const at = await aTicketOffice({ staff: [sam, ines, wang], mailed: true })
    await before(at.office, 'Ines: stop china')
    await at.opened({ lane: 'china' })
    await at.office.pass(60_000)
    return at
  }

  it('says so, and is filed by hand by whoever cannot wait; no mail leaves any more', async () => {
    const { office, mailbox } = await stopped()
    await transcript(
      office,
      `
      Sam: PD-1
      Bot: PD-1: ticket with 21Vianet for Contoso
           Being mailed to 21Vianet.
           The desk is stopped at 21Vianet, so this mail waits until somebody restarts it. What cannot wait can be filed by hand.
           …
      Sam: [File it by hand]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           Its mail to 21Vianet was waiting and will not be sent: file it by hand, then enter its number here.
           …
    `,
    )
    const lane = await office.store.get('lane', 'china')
    assert(lane?.value.stopped)
    const restarted = { ...lane.value, stopped: null }
    await office.store.commit({ save: [{ kind: 'lane', id: 'china', value: restarted, basedOn: lane.version }] })
    await office.pass(3_600_000)
    assert.deepEqual(mailbox.taken, [])
    const entry = (await office.store.auditOf('PD-1')).find(({ what }) => what === 'ticket.taken-over')
    assert.equal(entry?.by, 'sam')
  })

  it('counts as mailed where its mail left at the very moment somebody took it over', async () => {
    const { office, opened, mailbox } = await aTicketOffice({ staff: [sam, ines], mailed: true })
    const send = mailbox.send.bind(mailbox)
    // The lane is stopped, and the ticket taken over, while the mailbox is being spoken to.
    Object.assign(mailbox, {
      async send(mail: Parameters<typeof send>[0]) {
        await office.desk.lanes.stop('china', ines, '')
        const by = { ...sam }
        const outcome = await office.desk.tickets.takeOver({ case: 'PD-1', version: 1 }, by)
        assert(outcome.ok)
        return send(mail)
      },
    })
    await opened({ lane: 'china' })
    await office.pass(0)
    assert.equal(mailbox.taken.length, 1)
    const { status, filing } = (await office.store.get('service-request', 'PD-1'))?.value ?? {}
    assert.deepEqual([status, filing], ['filed', 'mail'])
  })

  it('leaves by itself where nothing is stopped: then nobody takes it over', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam], mailed: true })
    await opened({ lane: 'china' })
    const by = office.speaker('Sam', { channel: null, chat: 'teams' })
    await office.hear({ kind: 'acted', by, action: { act: 'ticket.take-over', case: 'PD-1', version: 1 }, inputs: {} })
    assert.notEqual((await office.store.get('service-request', 'PD-1'))?.value.status, 'handed-over')
  })
})

describe('a ticket that was closed as not filed', () => {
  it('is contradicted where the operator has it all the same', async () => {
    const { office, tickets, opened } = await aTicketOffice({ staff: [sam, mei] })
    await opened()
    await office.pass(0)
    await before(office, 'Mei: not filed PD-1')
    tickets.put({ number: '700000000000123', title: '[PD-1] The invoice' }, office.now())
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Sam: PD-1: ticket with Partner Center for Fabrikam Inc
           Found at Partner Center as 700000000000123.
    `,
    )
    const found = (await office.store.get('service-request', 'PD-1'))?.value
    assert.deepEqual([found?.status, found && 'endedAt' in found], ['filed', false])
    assert((await office.store.auditOf('PD-1')).some(({ what }) => what === 'ticket.found-after-all'))
  })

  it('stays closed where several have its number, and after a month', async () => {
    for (const late of [false, true]) {
      const { office, tickets, opened } = await aTicketOffice({ staff: [sam] })
      await opened()
      await before(office, 'Sam: not filed PD-1')
      if (late) await office.pass(31 * 86_400_000)
      tickets.put({ number: '700000000000123', title: '[PD-1] x' }, office.now())
      if (!late) tickets.put({ number: '700000000000124', title: '[PD-1] x' }, office.now())
      await office.pass(60_000)
      assert.equal((await office.store.get('service-request', 'PD-1'))?.value.status, 'not-filed', String(late))
    }
  })
})

describe('what a person is to bring to the operator', () => {
  it('is done with one press, on record as theirs, and pressed once', async () => {
    const { office, opened } = await aTicketOffice({ staff: [sam, mei] })
    await opened({ lane: 'china' })
    await before(office, 'Sam: filed PD-1 21V-2025-0331-7', 'Sam: note PD-1 Any news?')
    await transcript(
      office,
      `
      Mei: PD-1
      Bot: PD-1: ticket with 21Vianet for Contoso
           …
      Mei: [Done there]
      Bot changes: PD-1: ticket with 21Vianet for Contoso
           …
      Mei late: [Done there]
      Bot: Nothing was noted: what was to be done for PD-1 at the operator is noted as done already.
    `,
    )
    const request = (await office.store.get('service-request', 'PD-1'))?.value
    assert.deepEqual(
      request?.changes.map(({ result }) => [result.state, 'by' in result && result.by]),
      [['done', 'mei']],
    )
  })
})
