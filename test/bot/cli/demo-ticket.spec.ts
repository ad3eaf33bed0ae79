import assert from 'node:assert/strict'
import type { SimulatedTicket } from '../../../adapters/simulators/partner-center/simulated-ticket.ts'
import { runCommand } from '../../../bot/cli/commands.ts'
import { startOperators } from '../../../bot/demo/operators.ts'
import { demoCustomers } from '../../../bot/demo/world/customers.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { aTicket, today } from '../../kit/builders.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

describe('a ticket filed from the console of a demo', () => {
  let operators: Awaited<ReturnType<typeof startOperators>>
  let open: AnOpenDesk
  beforeEach(async () => {
    operators = await startOperators({}, demoCustomers(), today)
    open = await anOpenDesk()
  })
  afterEach(() => operators.close())

  const apiOf = (lane: Lane) => new URL(operators.lanes[lane]?.apiUrl ?? '')
  const run = async (line: string, changed: Partial<AnOpenDesk> = {}) => {
    const access = open.accessOf('china')
    assert(access)
    const session = aSession()
    const running = { ...open, accessOf: (lane: Lane) => ({ ...access, api: apiOf(lane) }) }
    const code = await runCommand(line.split(' '), session, { ...running, ...changed })
    return { code, seen: session.seen.join('\n') }
  }
  const keep = (value: ReturnType<typeof aTicket>) =>
    open.store.commit({ save: [{ kind: 'service-request', id: value.id, value, basedOn: null }] })
  const copies = async (lane: Lane) => {
    const answered = await fetch(new URL('/simulator/tickets', apiOf(lane)))
    const { tickets } = (await answered.json()) as { readonly tickets: readonly SimulatedTicket[] }
    return tickets.filter(({ title }) => title.startsWith('[PD-1]'))
  }

  it('is a copy with our number at Partner Center, which the operator answers in its time', async () => {
    await keep(aTicket({ id: 'PD-1', lane: 'global' }))
    const { code, seen } = await run('demo ticket pd-1')
    const [copy] = await copies('global')
    assert.equal(code, 0)
    assert.match(seen, new RegExp(`^PD-1 was filed under ${copy?.id}\\. The desk finds it`))
    assert.deepEqual(copy?.notes, [])
    // The desk looks there by itself: nobody brings the number.
    assert.match((await run('demo ticket PD-1')).seen, /filed already.*The desk finds it by itself/)
    await fetch(new URL('/simulator/advance', apiOf('global')), {
      method: 'POST',
      body: JSON.stringify({ ms: 76_000 }),
      headers: { 'Content-Type': 'application/json' },
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    assert.deepEqual(
      (await copies('global'))[0]?.notes.map(({ by }) => by),
      ['operator'],
    )
  })

  it('is filed once, and its number said for bringing back where nobody can look', async () => {
    await keep(aTicket({ id: 'PD-1', lane: 'china' }))
    const { seen } = await run('demo ticket PD-1')
    const [copy, ...more] = await copies('china')
    assert.match(seen, new RegExp(`say: filed PD-1 ${copy?.id}$`))
    assert.equal(more.length, 0)
    const again = await run('demo ticket PD-1')
    assert.deepEqual([again.code, (await copies('china')).length], [1, 1])
    assert.match(again.seen, new RegExp(`^PD-1 is filed already, under ${copy?.id}\\.`))
  })

  it('is refused in a sentence where the simulated operator is silent', async () => {
    await keep(aTicket({ id: 'PD-1', lane: 'global' }))
    await operators.close()
    const { code, seen } = await run('demo ticket PD-1')
    assert.equal(code, 1)
    assert.equal(
      seen,
      'Nothing was filed: the simulated operator of global does not answer. Is the demo still running?',
    )
  })

  it('is refused in a sentence where there is none, or no demo', async () => {
    assert.match((await run('demo ticket PD-1')).seen, /^There is no ticket PD-1\./)
    await keep(aTicket({ id: 'PD-1', lane: 'china' }))
    const { accessOf } = open
    assert.match((await run('demo ticket PD-1', { accessOf })).seen, /^Nothing was filed: no demo is running\./)
    assert.equal((await run('demo ticket')).code, 2)
    assert.equal((await copies('china')).length, 0)
  })
})
