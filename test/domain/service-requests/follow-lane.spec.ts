import assert from 'node:assert/strict'
import { sam } from '../../kit/builders.ts'
import { aFault, aTicketDesk, number, type TicketDesk } from './a-ticket-desk.ts'

describe('a look at the tickets of a lane', () => {
  let desk: TicketDesk
  let reads: string[]
  beforeEach(async () => {
    desk = await aTicketDesk()
    reads = []
    const find = desk.tickets.find.bind(desk.tickets)
    Object.assign(desk.tickets, {
      find: (asked: string) => {
        reads.push(asked)
        return find(asked)
      },
    })
  })
  const put = (changes: Partial<Parameters<typeof desk.tickets.put>[0]> = {}) =>
    desk.tickets.put({ number, title: '[PD-1] Overcharged', ...changes }, desk.office.world.now)
  const look = async () => {
    desk.pass(1)
    await desk.office.desk.tickets.follow('global')
  }
  const written = async (work: () => Promise<void>) => {
    const before = desk.office.commits.length
    await work()
    return desk.office.commits.length - before
  }

  it('finds ours by its number in the title, and reads it', async () => {
    await desk.open()
    put()
    await look()
    const ticket = await desk.ticket()
    assert(ticket.status === 'filed')
    assert.deepEqual([ticket.operatorNumber, ticket.filedBy, ticket.copy?.status], [number, null, 'open'])
    assert.deepEqual(await desk.deeds(), ['opened', 'found', 'read'])
    assert.deepEqual(await desk.office.audited('PD-1'), [
      'ticket.opened by mei',
      'ticket.found by desk',
      'ticket.read by desk',
    ])
  })

  it('asks nothing where nobody waits for anything', async () => {
    await look()
    assert.equal(desk.tickets.lists, 0)
  })

  it('writes nothing, and reads none, where nothing changed', async () => {
    await desk.followed()
    reads = []
    assert.equal(await written(look), 0)
    assert.deepEqual(reads, [])
  })

  it('reads what changed once, though nothing of it is to be told', async () => {
    await desk.followed()
    reads = []
    desk.pass(1)
    put({ severity: 'moderate' })
    assert.equal(await written(look), 1)
    assert.equal(await written(look), 0)
    assert.deepEqual(reads, [number])
  })

  it('hears what the operator wrote, though its list leaves the notes out', async () => {
    await desk.followed()
    desk.pass(1)
    put({ notes: [{ by: 'Ada', at: desk.office.world.now, text: 'We look into it.' }] })
    await look()
    assert.deepEqual(
      (await desk.ticket()).heard.map(({ text }) => text),
      ['We look into it.'],
    )
    const heard = (await desk.office.store.auditOf('PD-1')).at(-1)
    assert.deepEqual((heard?.details as { heard: { text: string } }).heard.text, 'We look into it.')
  })

  it('does not take a number that another of our tickets has', async () => {
    await desk.open()
    await desk.open()
    assert((await desk.office.desk.tickets.filed(await desk.at('PD-2'), number, sam)).ok)
    put()
    await look()
    assert.equal((await desk.ticket('PD-1')).status, 'handed-over')
  })

  it('asks a person which of several counts, and takes the one they name', async () => {
    await desk.open()
    put()
    put({ number: '700000000000124' })
    await look()
    await look()
    assert.deepEqual(await desk.deeds(), ['opened', 'found-several'])
    assert.deepEqual(
      desk.office.commits.at(-1)?.outbox?.map(({ order }) => order.kind),
      ['update-cards', 'tell-staff'],
    )
    assert((await desk.office.desk.tickets.filed(await desk.at(), '700000000000124', sam)).ok)
    await look()
    const ticket = await desk.ticket()
    assert.deepEqual([ticket.several, ticket.question, ticket.copy?.status], [[], null, 'open'])
  })

  it('a ticket that was closed there is looked at for a month, and opened again with the operator’s', async () => {
    await desk.followed()
    desk.pass(1)
    put({ status: 'closed', closedAt: desk.office.world.now })
    await look()
    assert.equal((await desk.ticket()).status, 'closed')
    desk.pass(29 * 24 * 60)
    put({ status: 'open', closedAt: null })
    await look()
    assert.equal((await desk.ticket()).status, 'filed')
    put({ status: 'closed', closedAt: desk.office.world.now })
    await look()
    desk.pass(31 * 24 * 60)
    const lists = desk.tickets.lists
    await look()
    assert.equal(desk.tickets.lists, lists)
  })

  it('a ticket that we opened again waits for the operator’s, and ends with it the next time', async () => {
    await desk.followed()
    desk.pass(1)
    put({ status: 'closed', closedAt: desk.office.world.now })
    await look()
    assert((await desk.office.desk.tickets.reopen(await desk.at(), sam)).ok)
    await look()
    assert.equal((await desk.ticket()).status, 'filed')
    desk.pass(1)
    put({ status: 'open' })
    await look()
    desk.pass(1)
    put({ status: 'closed', closedAt: desk.office.world.now })
    await look()
    assert.deepEqual((await desk.deeds()).slice(-4), ['closed-there', 'reopened', 'read', 'closed-there'])
  })

  it('of fifty is one list, and one reading of each that changed', async () => {
    for (let at = 1; at <= 50; at += 1) {
      await desk.open()
      put({ number: String(700000000000000 + at), title: `[PD-${at}] Overcharged` })
    }
    await look()
    assert.deepEqual([desk.tickets.lists, reads.length], [1, 50])
    desk.pass(1)
    put({ number: '700000000000007', severity: 'critical' })
    await look()
    assert.deepEqual([desk.tickets.lists, reads.length], [2, 51])
    const numbers = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => {
        const ticket = await desk.ticket(`PD-${at + 1}`)
        return ticket.status === 'filed' && ticket.operatorNumber === String(700000000000001 + at)
      }),
    )
    assert(numbers.every(Boolean))
  })

  it('goes on where the operator refuses one, and says so then', async () => {
    for (const at of [1, 2]) {
      await desk.open()
      put({ number: `70000000000000${at}`, title: `[PD-${at}] Overcharged` })
    }
    desk.tickets.spoil(null, aFault('refused', { status: 403 }))
    await assert.rejects(look, { name: 'OutsideFault' })
    assert.equal((await desk.ticket('PD-1')).copy, null)
    assert.equal((await desk.ticket('PD-2')).copy?.status, 'open')
  })

  it('breaks off where the operator does not answer, and catches up', async () => {
    for (const at of [1, 2]) {
      await desk.open()
      put({ number: `70000000000000${at}`, title: `[PD-${at}] Overcharged` })
    }
    desk.tickets.spoil(null, aFault('unreachable'))
    await assert.rejects(look, { name: 'OutsideFault' })
    assert.equal(reads.length, 1)
    await look()
    assert.equal((await desk.ticket('PD-1')).copy?.status, 'open')
    assert.equal((await desk.ticket('PD-2')).copy?.status, 'open')
  })

  it('that finds a person deciding at the same moment leaves what they decided', async () => {
    await desk.open()
    put()
    await Promise.all([look(), desk.office.desk.tickets.notFiled(await desk.at(), sam)])
    const ticket = await desk.ticket()
    assert(['not-filed', 'filed'].includes(ticket.status))
    assert.equal((await desk.deeds()).filter((deed) => deed === 'found' || deed === 'dropped').length, 1)
  })

  it('in a lane whose tickets nobody can read, is none', async () => {
    const blind = await aTicketDesk({ follows: false })
    await blind.open()
    await blind.office.desk.tickets.follow('global')
    assert.deepEqual(await blind.deeds(), ['opened'])
  })
})
