import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import { mei, sam } from '../../kit/builders.ts'
import { aFault, aTicketDesk, number, type TicketDesk } from './a-ticket-desk.ts'

describe('the operator’s number that a person brings', () => {
  let desk: TicketDesk
  beforeEach(async () => {
    desk = await aTicketDesk()
    await desk.open()
  })
  const bring = async (said: string | null, id = 'PD-1', by = sam) =>
    desk.office.desk.tickets.filed(await desk.at(id), said, by)
  const put = (title: string, of = number) => desk.tickets.put({ number: of, title }, desk.office.world.now)

  it('is refused where the operator’s ticket carries another number of ours', async () => {
    put('[PD-2] Something else')
    assert.deepEqual(await bring(number), refused({ code: 'number-of-another', title: '[PD-2] Something else' }))
    assert.equal((await desk.ticket()).status, 'handed-over')
  })

  for (const title of ['[PD-1] Overcharged', 'Overcharged', '[PD-2] joined with [pd-1]'])
    it(`is taken where its title is ${JSON.stringify(title)}`, async () => {
      put(title)
      assert.equal((await bring(number)).ok, true)
    })

  it('is taken where nobody sees its ticket, or the operator does not answer', async () => {
    assert.equal((await bring(number)).ok, true)
    desk.tickets.spoil(aFault('unreachable'))
    assert.equal((await bring('700000000000124')).ok, true)
  })

  it('is no number of that operator’s', async () =>
    assert.deepEqual(await bring('TrackingID-250331'), refused({ code: 'number-needed', lane: 'global' })))

  it('is refused where another ticket of ours has it, open or over, in whichever lane', async () => {
    await desk.open()
    assert.equal((await bring(number)).ok, true)
    assert.deepEqual(await bring(number, 'PD-2'), refused({ code: 'number-taken', by: 'PD-1', lane: 'global' }))
    assert.equal((await desk.office.desk.tickets.answered(await desk.at(), 'Credited.', sam)).ok, true)
    assert.deepEqual(await bring(number, 'PD-2'), refused({ code: 'number-taken', by: 'PD-1', lane: 'global' }))
    desk.office.world.customers = desk.office.world.customers.map((each) => ({ ...each, lane: 'china' }))
    await desk.open()
    assert.deepEqual(await bring(number, 'PD-3'), refused({ code: 'number-taken', by: 'PD-1', lane: 'global' }))
  })

  it('put right, is followed from then on, and what was heard of the wrong one is forgotten', async () => {
    put('Somebody else’s')
    await bring(number)
    desk.pass(1)
    const note = { by: 'Ada', at: desk.office.world.now, text: 'About something else.' }
    desk.tickets.put({ number, notes: [note] }, desk.office.world.now)
    await desk.office.desk.tickets.follow('global')
    assert.equal((await desk.ticket()).heard.length, 1)
    put('[PD-1] Overcharged', '700000000000124')
    assert.equal((await bring('700000000000124')).ok, true)
    await desk.office.desk.tickets.follow('global')
    const ticket = await desk.ticket()
    assert.deepEqual([ticket.heard, ticket.copy?.status], [[], 'open'])
  })

  it('by two people at the same instant is one of them, and the other hears of it', async () => {
    const at = await desk.at()
    const { tickets } = desk.office.desk
    const outcomes = await Promise.all([tickets.filed(at, number, sam), tickets.filed(at, '700000000000124', mei)])
    const lost = outcomes.find(({ ok }) => !ok)
    assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
    assert(lost && !lost.ok && lost.refusal.code === 'changed-since')
    assert.equal((await desk.deeds()).filter((deed) => deed === 'filed').length, 1)
  })

  it('for two tickets at the same instant is the first one’s, and the other hears whose it is', async () => {
    await desk.open()
    const [one, other] = [await desk.at(), await desk.at('PD-2')]
    const { tickets } = desk.office.desk
    const outcomes = await Promise.all([tickets.filed(one, number, sam), tickets.filed(other, number, mei)])
    assert.deepEqual(outcomes.filter(({ ok }) => !ok).length, 1)
    assert.deepEqual(
      outcomes.find(({ ok }) => !ok),
      refused({ code: 'number-taken', by: outcomes[0].ok ? 'PD-1' : 'PD-2', lane: 'global' }),
    )
  })

  it('that was wrong is free again', async () => {
    await desk.open()
    assert.equal((await bring(number)).ok, true)
    assert.equal((await bring('700000000000124')).ok, true)
    assert.equal((await bring(number, 'PD-2')).ok, true)
  })

  it('that stands in a title with two of our numbers is found for one of them', async () => {
    await desk.open()
    put('[PD-1] joined with [PD-2]')
    await desk.office.desk.tickets.follow('global')
    const tickets = [await desk.ticket(), await desk.ticket('PD-2')]
    assert.deepEqual(
      tickets.map(({ status }) => status),
      ['filed', 'handed-over'],
    )
    await desk.office.desk.tickets.follow('global')
    assert.equal((await desk.ticket('PD-2')).status, 'handed-over')
  })

  it('on a card that is out of date changes nothing', async () => {
    const at = await desk.at()
    assert.equal((await desk.office.desk.tickets.filed(at, null, sam)).ok, true)
    const outcome = await desk.office.desk.tickets.filed(at, number, mei)
    assert(!outcome.ok && outcome.refusal.code === 'changed-since')
  })
})
