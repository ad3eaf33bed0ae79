import assert from 'node:assert/strict'
import { runCommand } from '../../../bot/cli/commands.ts'
import { startOperators } from '../../../bot/demo/operators.ts'
import { demoCustomers } from '../../../bot/demo/world/customers.ts'
import { today } from '../../kit/builders.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

describe('fraud raised from the console of a demo', () => {
  let operators: Awaited<ReturnType<typeof startOperators>>
  let open: AnOpenDesk
  before(async () => (operators = await startOperators({}, demoCustomers(), today)))
  after(() => operators.close())
  beforeEach(async () => (open = await anOpenDesk()))

  const apiOf = (lane: keyof typeof operators.lanes) => new URL(operators.lanes[lane]?.apiUrl ?? '')
  const run = async (line: string, changed: Partial<AnOpenDesk> = {}) => {
    const access = open.accessOf('china')
    assert(access)
    const session = aSession()
    const running = { ...open, accessOf: (lane: keyof typeof operators.lanes) => ({ ...access, api: apiOf(lane) }) }
    const code = await runCommand(line.split(' '), session, { ...running, ...changed })
    return { code, seen: session.seen }
  }
  const raised = async (lane: keyof typeof operators.lanes) => {
    const answered = await fetch(new URL('/simulator/fraud', apiOf(lane)))
    const { fraud } = (await answered.json()) as { readonly fraud: readonly { customer: string; severity: string }[] }
    return fraud
  }

  it('is one high alert about a customer with Azure', async () => {
    const before = (await raised('global')).length
    assert.deepEqual(await run('demo fraud'), { code: 0, seen: ['One alert was raised.'] })
    const [newest] = (await raised('global')).slice(before)
    const struck = demoCustomers().find(({ tenantId }) => tenantId === newest?.customer)
    assert.equal(struck?.name, 'Wide World Importers')
    assert.equal(newest?.severity, 'high')
  })

  it('is a storm over as many customers as were asked for', async () => {
    const before = (await raised('us-government')).length
    const { code, seen } = await run('demo storm --events 30 --customers 3 --minutes 0 --lane us-government')
    assert.equal(code, 0)
    assert.match(seen.join(), /^30 alerts about 3 customers come within 0 minutes\./)
    const came = (await raised('us-government')).slice(before)
    assert.equal(came.length, 30)
    assert.equal(new Set(came.map(({ customer }) => customer)).size, 3)
  })

  it('is refused where the operator would never tell of it, or has not so many customers', async () => {
    assert.match((await run('demo fraud contoso')).seen.join(), /21Vianet tells of no fraud/)
    const { code, seen } = await run('demo storm --customers 9000')
    assert.equal(code, 1)
    assert.match(seen.join(), /^The simulated operator refused: there are only \d+ customers\.$/)
  })

  it('is refused by a desk that works for real, in a sentence', async () => {
    const before = (await raised('global')).length
    const live = { ...open.config, mode: 'live' } as const
    for (const line of ['demo storm', 'demo fraud']) {
      const { code, seen } = await run(line, { config: live })
      assert.equal(code, 1)
      assert.deepEqual(seen, ['Nothing was done: this desk works for real, and only a demo has operators that obey.'])
    }
    assert.equal((await raised('global')).length, before)
  })

  it('is never ordered from an operator on another machine', async () => {
    const access = open.accessOf('china')
    assert(access)
    const elsewhere = () => ({ ...access, api: new URL('https://operator.example/') })
    const { code, seen } = await run('demo storm', { accessOf: elsewhere })
    assert.deepEqual([code, ...seen], [1, 'Nothing was raised: no demo is running. Start it with: npm start'])
  })

  it('says how to say it', async () => {
    for (const line of ['demo', 'demo flood', 'demo storm --events many', 'demo storm --lane germany']) {
      const { code, seen } = await run(line)
      assert.equal(code, 2)
      assert.match(seen.join(), /^Say: demo fraud/)
    }
  })
})
