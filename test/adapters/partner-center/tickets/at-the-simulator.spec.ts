import assert from 'node:assert/strict'
import { guidOf, harbor, stopSimulators } from '../../simulators/a-seed.ts'
import { noOf } from '../at-the-operator.ts'
import { intent } from '../a-lane.ts'
import { simulatedTickets as at } from './some-tickets.ts'

const note = { change: 'note', text: 'Is there news?' } as const
const numbers = (list: readonly { readonly number: string }[]) => list.map(({ number }) => number)

describe('tickets at a simulated operator', () => {
  afterEach(stopSimulators)

  for (const ticketEnums of ['words', 'numbers', 'numbers-in-lists'] as const)
    it(`are listed and found as they are, in ${ticketEnums}`, async () => {
      const { simulator, tickets } = await at({ ticketEnums })
      const { id } = simulator.fileTicket({ title: '[PD-1] Hello', severity: 'critical' })
      simulator.noteTicket(id, { text: 'Please wait.' })
      simulator.ticketStatus(id, { status: 'attention_needed' })
      const [listed] = await tickets.list()
      const found = await tickets.find(id)
      assert.deepEqual(found, {
        number: id,
        title: '[PD-1] Hello',
        severity: 'critical',
        status: 'attention-needed',
        createdAt: '2026-03-31T06:00:00.000Z',
        modifiedAt: '2026-03-31T06:00:00.000Z',
        closedAt: null,
        notes: [{ by: 'Support Engineer', at: '2026-03-31T06:00:00.000Z', text: 'Please wait.' }],
      })
      assert.deepEqual(listed, { ...found, notes: [] })
    })

  for (const [what, switches] of [
    ['without links', {}],
    ['where the page behind the last is refused', { behindLastTicket: 'refused' }],
    ['with sound links', { ticketLinks: 'next' }],
  ] as const)
    it(`are all listed, however small the pages are, ${what}`, async () => {
      const { simulator, tickets } = await at({ ticketsPerPage: 3, ...switches })
      const filed = Array.from({ length: 7 }, (_, at) => simulator.fileTicket({ title: `T${at}` }).id)
      assert.deepEqual(numbers(await tickets.list()).sort(), filed.sort())
    })

  for (const [what, switches, listed, found, sight] of [
    ['without the role', {}, 1, false, { seen: 1, others: 0 }],
    ['where asking is refused without it', { headerWithoutRole: 'refused' }, 1, false, { seen: 1, others: null }],
    ['where one is refused', { othersTickets: 'forbidden' }, 1, false, { seen: 1, others: 0 }],
    ['with the role', { ticketSight: 'organisation' }, 2, true, { seen: 2, others: 1 }],
    ['with the role for one', { ticketSight: 'organisation-by-number' }, 1, true, { seen: 1, others: 0 }],
  ] as const)
    it(`of a colleague are ${found ? '' : 'not '}seen ${what}`, async () => {
      const { simulator, tickets } = await at(switches)
      const own = simulator.fileTicket({ title: 'Own' })
      const { id } = simulator.fileTicket({ title: 'A colleague’s', openedBy: 'somebody else' })
      assert.equal((await tickets.list()).length, listed)
      assert.equal((await tickets.find(id)) !== null, found)
      assert.equal((await tickets.find(own.id))?.title, 'Own')
      assert.equal((await tickets.change(own.id, note, intent)).notes.length, 1)
      assert.deepEqual(await tickets.sight(), sight)
    })

  it('about a customer are found in the customer’s own list, where only that has them', async () => {
    const { simulator, tickets } = await at({ customerTickets: 'in-the-customers-list' })
    const { id } = simulator.fileTicket({ title: 'About Harbor Lane', customer: harbor })
    assert.deepEqual(await tickets.list(), [])
    assert.deepEqual(numbers(await tickets.list([guidOf(9), harbor])), [id])
  })

  it('are noted, made less grave and closed, in our name and under our intent', async () => {
    const { simulator, tickets, done } = await at()
    const { id } = simulator.fileTicket({ title: '[PD-1] Hello', severity: 'critical' })
    await tickets.change(id, note, guidOf(1))
    await tickets.change(id, { change: 'severity', severity: 'minimal' }, guidOf(2))
    const { status, closedAt, notes } = await tickets.change(id, { change: 'close' }, guidOf(3))
    assert.deepEqual(
      [status, closedAt, notes.map(({ by }) => by)],
      ['closed', '2026-03-31T06:00:00.000Z', ['Ada Okoro']],
    )
    assert.deepEqual(
      done().map(({ what, requestId }) => [what, requestId]),
      [
        ['noted', guidOf(1)],
        ['changed', guidOf(2)],
        ['changed', guidOf(3)],
      ],
    )
  })

  for (const then of ['drop', 'error'] as const)
    it(`are noted once where the answer is lost (${then}), tried again at once and later`, async () => {
      const { simulator, tickets, done } = await at()
      const { id } = simulator.fileTicket({ title: 'Hello' })
      const lost = then === 'drop' ? ({ kind: 'drop' } as const) : ({ kind: 'error', status: 503 } as const)
      simulator.fault({ method: 'PATCH', times: 5, when: 'after', then: lost })
      assert.equal((await noOf(tickets.change(id, note, intent)))[0], 'unreachable')
      assert.equal((await tickets.change(id, note, intent)).notes.length, 1)
      assert.equal(done().length, 1)
    })

  it('closed by the operator meanwhile take no note, and are closed for who wanted that', async () => {
    const { simulator, tickets, done } = await at()
    const { id } = simulator.fileTicket({ title: 'Hello' })
    simulator.ticketStatus(id, { status: 'closed' })
    assert.deepEqual(await noOf(tickets.change(id, note, guidOf(1))), ['refused', '800040'])
    assert.equal((await tickets.change(id, { change: 'close' }, guidOf(2))).status, 'closed')
    assert.equal(done().length, 1)
    // The operator opens it again, and the same intent is no longer answered by the no of before.
    simulator.ticketStatus(id, { status: 'open' })
    assert.equal((await tickets.change(id, note, guidOf(1))).notes.length, 1)
  })

  it('refuse a note in letters they do not know, and it is told', async () => {
    const { simulator, tickets, done } = await at()
    const { id } = simulator.fileTicket({ title: 'Hello' })
    assert.deepEqual(await noOf(tickets.change(id, { change: 'note', text: '請問進度' }, intent)), [
      'refused',
      '800002',
    ])
    simulator.set({ plainAsciiOnly: false })
    await tickets.change(id, { change: 'note', text: '請問進度' }, intent)
    assert.deepEqual(
      done().map(({ text }) => text),
      ['請問進度'],
    )
  })
})
