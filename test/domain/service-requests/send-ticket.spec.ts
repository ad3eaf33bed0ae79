import assert from 'node:assert/strict'
import { anActingLane, fabrikam, morning, sam } from '../../kit/builders.ts'
import { aFault, aTicketDesk, draft, number, type TicketDesk } from './a-ticket-desk.ts'

const silence = aFault('unreachable')
const stop = { case: 'W-1', by: 'ines', at: morning } as const

describe('a ticket that goes by mail', () => {
  let desk: TicketDesk
  beforeEach(async () => {
    desk = await aTicketDesk({ lane: 'us-government', follows: false, mails: true })
  })
  const parts = () => desk.mailbox.taken.map(({ part }) => part)
  const results = async () => (await desk.ticket()).changes.map(({ result }) => result)

  it('is owed to the mailbox in the commit that opens it, and filed once it was taken', async () => {
    const opened = await desk.open()
    assert.deepEqual([opened.status, opened.filing], ['sending', 'mail'])
    const [commit] = desk.office.commits
    assert.deepEqual(
      commit?.outbox?.map(({ order }) => order.kind),
      ['post-case', 'mail-ticket'],
    )
    desk.pass(1)
    await desk.office.carryOutDue()
    const ticket = await desk.ticket()
    assert(ticket.status === 'filed')
    assert.deepEqual([ticket.operatorNumber, ticket.filedBy, ticket.filedAt], [null, null, desk.office.world.now])
    assert.equal(ticket.mailId, '<pd-1.1@desk.example>')
    assert.deepEqual(await desk.deeds(), ['opened', 'mailed'])
    assert.equal(desk.mailbox.taken[0]?.subject, draft.title)
  })

  it('is the same mail on every try', async () => {
    desk.mailbox.spoil(silence)
    desk.mailbox.loseAnswers(silence)
    await desk.open()
    await desk.office.run(1)
    const [first, second] = desk.mailbox.taken
    assert.equal(desk.mailbox.taken.length, 2)
    assert.deepEqual(first, second)
    assert.equal(first?.writtenAt, morning)
    assert.equal((await desk.ticket()).status, 'filed')
  })

  it('that the mailbox will not take is handed to a person, with the reason, and asked about tomorrow', async () => {
    desk.mailbox.spoil(aFault('refused', { code: '550', description: 'No such user here' }))
    await desk.open()
    await desk.office.carryOutDue()
    const ticket = await desk.ticket()
    assert(ticket.status === 'handed-over')
    assert.deepEqual([ticket.filing, ticket.mailRefused], ['by-hand', { code: '550', words: 'No such user here' }])
    assert.equal(ticket.waitsSince, morning)
    assert.deepEqual(await desk.deeds(), ['opened', 'mail-refused'])
    const orders = desk.office.commits.flatMap(({ outbox = [] }) => outbox.map(({ order }) => order))
    assert.deepEqual(orders.at(-1), { kind: 'tell-staff', case: 'PD-1', staff: 'mei' })
    await desk.office.run(48)
    assert.deepEqual(desk.mailbox.taken, [])
    assert((await desk.office.desk.tickets.filed(await desk.at(), number, sam)).ok)
  })

  it('is handed over after a day in which no mail server answered', async () => {
    desk.mailbox.spoil(...Array<typeof silence>(1000).fill(silence))
    await desk.open()
    await desk.office.run(23)
    assert.equal((await desk.ticket()).status, 'sending')
    await desk.office.run(2)
    const ticket = await desk.ticket()
    assert.deepEqual(ticket.status === 'handed-over' && ticket.mailRefused, {
      code: 'unreachable',
      words: null,
      mayBeThere: true,
    })
  })

  it('that was refused after a try without an answer may be there, and whoever files it hears so', async () => {
    desk.mailbox.loseAnswers(silence)
    await desk.open()
    await desk.office.carryOutDue()
    desk.mailbox.spoil(aFault('unreachable', { status: 451 }), aFault('refused', { code: '550' }))
    await desk.office.run(1)
    const ticket = await desk.ticket()
    assert.deepEqual(ticket.status === 'handed-over' && ticket.mailRefused, {
      code: '550',
      words: null,
      mayBeThere: true,
    })
  })

  it('that was only put off, or reached nobody, cannot be there', async () => {
    desk.mailbox.spoil(
      aFault('unreachable', { status: 451 }),
      aFault('unreachable', { code: 'ECONNREFUSED', notSent: true }),
      aFault('refused', { code: '550' }),
    )
    await desk.open()
    await desk.office.run(1)
    const ticket = await desk.ticket()
    assert.deepEqual(ticket.status === 'handed-over' && ticket.mailRefused, { code: '550', words: null })
  })

  it('waits in a stopped lane, however long, and is tried like any other then', async () => {
    await desk.lane({ stopped: stop })
    await desk.open()
    await desk.office.run(72)
    assert.deepEqual([(await desk.ticket()).status, parts()], ['sending', []])
    await desk.lane({ stopped: null })
    desk.mailbox.spoil(silence)
    await desk.office.run(1)
    assert.deepEqual([(await desk.ticket()).status, parts()], ['filed', [1]])
  })

  it('is handed over in a lane that is only watched', async () => {
    await desk.lane({ mode: { ...anActingLane('us-government').mode, acts: false } })
    await desk.open()
    await desk.office.carryOutDue()
    const ticket = await desk.ticket()
    assert.deepEqual(ticket.status === 'handed-over' && ticket.mailRefused, { code: 'watch-only', words: null })
    assert.deepEqual(desk.mailbox.taken, [])
  })

  it('goes to the mailbox of its own lane, and to no other', async () => {
    const other = await aTicketDesk({ lane: 'global', follows: false, mails: true })
    const [first, second] = other.office.world.customers
    assert(first && second)
    other.office.world.customers = [first, { ...second, lane: 'us-government' }]
    assert.equal((await other.open({ customer: fabrikam })).status, 'handed-over')
    assert.equal((await other.open()).status, 'sending')
    await other.office.carryOutDue()
    assert.deepEqual(
      other.mailbox.taken.map(({ ticket }) => [ticket.id, ticket.lane]),
      [['PD-2', 'global']],
    )
  })

  describe('and a note to it', () => {
    beforeEach(async () => {
      await desk.open()
      await desk.office.carryOutDue()
    })
    const note = (text: string) => desk.change({ change: 'note', text })

    it('goes in its thread, each by a part of its own', async () => {
      await note('One')
      await note('Two')
      await desk.office.run(1)
      assert.deepEqual(parts(), [1, 2, 3])
      assert.deepEqual(
        desk.mailbox.taken.map(({ firstId }) => firstId),
        [null, '<pd-1.1@desk.example>', '<pd-1.1@desk.example>'],
      )
      assert.deepEqual(
        (await results()).map(({ state }) => state),
        ['done', 'done'],
      )
    })

    it('keeps its place behind the one before it', async () => {
      desk.mailbox.spoil(silence)
      await note('One')
      await note('Two')
      await desk.office.run(1)
      assert.deepEqual(parts(), [1, 2, 3])
    })

    it('that is refused says so, and the ticket stays filed', async () => {
      desk.mailbox.spoil(aFault('unauthorised', { code: '535' }))
      await note('One')
      await desk.office.carryOutDue()
      const [result] = await results()
      assert.equal(result?.state === 'refused' && result.code, '535')
      assert.equal((await desk.ticket()).status, 'filed')
      assert.equal((await desk.deeds()).at(-1), 'change-refused')
    })
  })

  it('leaves a note that may be there too', async () => {
    await desk.open()
    await desk.office.carryOutDue()
    desk.mailbox.loseAnswers(silence)
    await desk.change({ change: 'note', text: 'One' })
    await desk.office.carryOutDue()
    desk.mailbox.spoil(aFault('unauthorised', { code: '535' }))
    await desk.office.run(1)
    const [result] = await results()
    assert.equal(result?.state === 'refused' && result.mayBeThere, true)
  })

  it('and whose mailbox is configured no more, is handed over', async () => {
    const opened = await desk.open()
    const [entry] = (await desk.office.due()).filter(({ order }) => order.kind === 'mail-ticket')
    assert(entry)
    const gone = await aTicketDesk({ lane: 'us-government', follows: false })
    const save = [{ kind: 'service-request', id: 'PD-1', value: opened, basedOn: null }] as const
    await gone.office.store.commit({ save, outbox: [{ ...entry, id: 'promised' }] })
    await gone.office.carryOutDue()
    const ticket = await gone.ticket()
    assert.deepEqual(ticket.status === 'handed-over' && ticket.mailRefused, { code: 'no-mailbox', words: null })
  })

  it('is not sent any more where its copy was found at the operator meanwhile', async () => {
    const both = await aTicketDesk({ mails: true })
    both.mailbox.loseAnswers(silence)
    await both.open()
    await both.office.carryOutDue()
    both.tickets.put({ number, title: '[PD-1] Overcharged' }, both.office.world.now)
    await both.office.desk.tickets.follow('global')
    await both.office.run(1)
    assert.equal(both.mailbox.taken.length, 1)
    const ticket = await both.ticket()
    assert.equal(ticket.status === 'filed' && ticket.operatorNumber, number)
    assert.deepEqual(await both.deeds(), ['opened', 'found', 'read'])
  })
})
