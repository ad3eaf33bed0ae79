import assert from 'node:assert/strict'
import { anActingLane, morning } from '../../kit/builders.ts'
import { aFault, aTicketDesk, number, type TicketDesk } from './a-ticket-desk.ts'

const silence = aFault('unreachable')
const stop = { case: 'W-1', by: 'ines', at: morning } as const

describe('a change that was asked of the operator', () => {
  let desk: TicketDesk
  beforeEach(async () => {
    desk = await aTicketDesk()
    await desk.followed()
  })
  const note = (text = 'Any news?') => desk.change({ change: 'note', text })
  const results = async () => (await desk.ticket()).changes.map(({ result }) => result)
  const states = async () => (await results()).map(({ state }) => state)
  const notesThere = async () => (await desk.tickets.find(number))?.notes.map(({ text }) => text)

  it('is done at the operator, and our own note is not heard again', async () => {
    await note()
    assert.deepEqual(await states(), ['owed'])
    desk.pass(1)
    await desk.office.carryOutDue()
    assert.deepEqual(await results(), [{ state: 'done', at: desk.office.world.now }])
    assert.deepEqual(await notesThere(), ['Any news?\n(PD-1/1)'])
    desk.pass(1)
    await desk.office.desk.tickets.follow('global')
    assert.deepEqual((await desk.ticket()).heard, [])
    assert.deepEqual((await desk.deeds()).slice(-2), ['change-asked', 'change-done'])
  })

  it('that was carried out unheard is not asked for twice', async () => {
    for (const wanted of [
      { change: 'note', text: 'Any news?' },
      { change: 'severity', severity: 'critical' },
      { change: 'close' },
    ] as const) {
      desk.tickets.loseAnswers(silence)
      await desk.change(wanted)
      await desk.office.run(1)
    }
    assert.equal(desk.tickets.asked.length, 3)
    assert.deepEqual(await states(), ['done', 'done', 'done'])
    const ticket = await desk.ticket()
    assert.equal(ticket.status === 'closed' && ticket.closedBy, 'sam')
  })

  it('carries the same intent on every try', async () => {
    // Each try looks first.
    desk.tickets.spoil(null, silence, null, silence)
    await note()
    await desk.office.run(1)
    assert.equal(desk.tickets.asked.length, 3)
    assert.equal(new Set(desk.tickets.asked.map(({ intent }) => intent)).size, 1)
    assert.deepEqual(await states(), ['done'])
  })

  it('is given up after a day of silence, and whoever opened the ticket is told', async () => {
    desk.tickets.spoil(...Array<typeof silence>(1000).fill(silence))
    await note()
    await desk.office.run(23)
    assert.deepEqual(await states(), ['owed'])
    await desk.office.run(2)
    const [result] = await results()
    assert.deepEqual(result?.state === 'refused' && [result.code, result.words], ['unreachable', null])
    assert.deepEqual((await desk.deeds()).at(-1), 'change-refused')
    const orders = desk.office.commits.flatMap(({ outbox = [] }) => outbox.map(({ order }) => order))
    assert.deepEqual(orders.at(-1), { kind: 'tell-staff', case: 'PD-1', staff: 'mei' })
  })

  it('that stood in a stopped lane for days is tried like any other', async () => {
    await desk.lane({ stopped: stop })
    await note()
    await desk.office.run(72)
    assert.deepEqual([await states(), desk.tickets.asked], [['owed'], []])
    await desk.lane({ stopped: null })
    desk.tickets.spoil(silence, silence)
    await desk.office.run(1)
    assert.deepEqual(await states(), ['done'])
  })

  it('that may be there unheard is looked for in a stopped lane, and not sent again', async () => {
    desk.tickets.loseAnswers(silence)
    await note()
    await desk.office.carryOutDue()
    await desk.lane({ stopped: stop })
    await desk.office.run(1)
    assert.deepEqual([await states(), desk.tickets.asked.length], [['done'], 1])
  })

  it('that did not arrive before the lane was stopped waits', async () => {
    desk.tickets.spoil(null, silence)
    await note()
    await desk.office.carryOutDue()
    await desk.lane({ stopped: stop })
    await desk.office.run(1)
    assert.deepEqual([await states(), desk.tickets.asked.length], [['owed'], 1])
  })

  it('ends with a reason where the lane is only watched, or waits while its account is in trouble', async () => {
    await desk.lane({ trouble: { case: 'X-1', since: morning } })
    await note()
    await desk.office.run(30)
    assert.deepEqual(await states(), ['owed'])
    await desk.lane({ trouble: null, mode: { ...anActingLane('global').mode, acts: false } })
    await desk.office.run(1)
    const [result] = await results()
    assert.equal(result?.state === 'refused' && result.code, 'watch-only')
    assert.deepEqual(desk.tickets.asked, [])
  })

  it('that the operator refuses says why, once', async () => {
    desk.tickets.spoil(
      null,
      aFault('refused', { code: '2001', description: 'The text has characters we do not take.' }),
    )
    await note('☎')
    await desk.office.run(1)
    const [result] = await results()
    assert(result?.state === 'refused')
    assert.deepEqual([result.code, result.words], ['2001', 'The text has characters we do not take.'])
    assert.equal(desk.tickets.asked.length, 1)
  })

  it('of a ticket that was closed meanwhile is refused as such, and the ticket is closed here', async () => {
    await note()
    desk.tickets.put({ number, status: 'closed', closedAt: desk.office.world.now }, desk.office.world.now)
    await desk.office.carryOutDue()
    const [result] = await results()
    assert.equal(result?.state === 'refused' && result.code, 'closed-there')
    assert.deepEqual((await desk.deeds()).slice(-2), ['change-refused', 'closed-there'])
    assert.deepEqual(await notesThere(), [])
  })

  it('of a ticket that nobody sees any more says so', async () => {
    await note()
    desk.tickets.hide(number)
    await desk.office.carryOutDue()
    const [result] = await results()
    assert.equal(result?.state === 'refused' && result.code, 'not-visible')
  })

  it('arrives in the order in which it was asked, though the first is put off', async () => {
    desk.tickets.spoil(silence)
    await note('One')
    await note('Two')
    await desk.change({ change: 'close' })
    await desk.office.run(1)
    assert.deepEqual(await notesThere(), ['One\n(PD-1/1)', 'Two\n(PD-1/2)'])
    assert.deepEqual(await states(), ['done', 'done', 'done'])
    assert.equal((await desk.ticket()).status, 'closed')
  })

  it('of the severity leaves the one that was asked last', async () => {
    desk.tickets.spoil(silence)
    await desk.change({ change: 'severity', severity: 'critical' })
    await desk.change({ change: 'severity', severity: 'minimal' })
    await desk.office.run(1)
    assert.equal((await desk.tickets.find(number))?.severity, 'minimal')
    assert.equal((await desk.ticket()).severity, 'minimal')
  })

  it('of the severity that is refused leaves the operator’s', async () => {
    await desk.change({ change: 'severity', severity: 'critical' })
    desk.pass(1)
    desk.tickets.put({ number, severity: 'minimal' }, desk.office.world.now)
    desk.tickets.spoil(null, aFault('refused', { code: '2002' }))
    await desk.office.carryOutDue()
    assert.equal((await desk.ticket()).severity, 'moderate')
    desk.pass(1)
    await desk.office.desk.tickets.follow('global')
    assert.equal((await desk.ticket()).severity, 'minimal')
  })

  it('tells of the change that ended, not of the newest', async () => {
    await note('One')
    await note('Two')
    await desk.office.run(1)
    const done = (await desk.office.store.auditOf('PD-1')).filter(({ what }) => what === 'ticket.change-done')
    assert.deepEqual(
      done.map(({ details }) => (details as { change: { number: number } }).change.number),
      [1, 2],
    )
  })

  it('of eight thousand characters arrives whole', async () => {
    const long = '注'.repeat(8000)
    await note(long)
    await desk.office.carryOutDue()
    assert.deepEqual(await notesThere(), [`${long}\n(PD-1/1)`])
  })

  it('has nobody to go to where the lane is configured no more', async () => {
    await note()
    const entry = (await desk.office.due()).find(({ order }) => order.kind === 'change-ticket')
    assert(entry?.order.kind === 'change-ticket')
    const gone = await aTicketDesk({ follows: false })
    const value = await desk.ticket()
    await gone.office.store.commit({
      save: [{ kind: 'service-request', id: 'PD-1', value, basedOn: null }],
      outbox: [{ ...entry, id: 'promised' }],
    })
    await gone.office.carryOutDue()
    const [change] = (await gone.ticket()).changes
    assert.equal(change?.result.state === 'refused' && change.result.code, 'no-access')
    assert.equal((await gone.deeds()).at(-1), 'change-refused')
  })
})
