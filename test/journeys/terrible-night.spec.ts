import assert from 'node:assert/strict'
import type { FaultOrder } from '../../adapters/simulators/partner-center/faults.ts'
import {
  failedTurns,
  isQuiet,
  newFolder,
  removeFolder,
  startDesk,
  startOperator,
  type DeskProcess,
  type Operator,
} from '../kit/demo-desk.ts'
import { readBooks, type DeskBooks } from '../kit/desk-books.ts'
import { operatorLog, type OperatorLog } from '../kit/operator-log.ts'
import { endAll, eventually, runScript } from '../kit/processes.ts'
import { approve, ask, cardsOf, carriedOut, customerToSuspend, type Asked } from '../kit/suspending.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson, type TeamsPerson } from '../kit/teams-person.ts'

// None of them has an add-on, which would fall with its base. Blue Yonder's subscriptions carry entity tags.
const robotics = customerToSuspend('S-1', 'Alpine Robotics', 'one')
const fabrikam = customerToSuspend('S-2', 'Fabrikam Inc', 'two')
const clinics = customerToSuspend('S-3', 'Alpine Clinics', 'two')
const networks = customerToSuspend('S-4', 'Blue Yonder Networks', 'two')
const textiles = customerToSuspend('S-5', 'Granite Textiles', 'two')
const everyone = [robotics, fabrikam, clinics, networks, textiles]
const onTheCards = everyone.flatMap(({ subscriptions }) => subscriptions).sort()

describe('a terrible night', function () {
  this.timeout(400_000)
  let folder: string
  let operator: Operator
  let connector: TeamsConnector
  let desk: DeskProcess
  let mei: TeamsPerson
  let wang: TeamsPerson
  let log: OperatorLog
  let books: DeskBooks

  before(async () => {
    folder = await newFolder()
    ;[operator, connector] = await Promise.all([startOperator('global', folder), openTeamsConnector()])
    // Three desks within a minute, each looking around anew: that the operator has enough of it is not this night's trouble.
    await operator.control('POST', 'switches', { requestsPerMinute: 1_000_000 })
    await openTheDesk()
    for (const each of everyone) await ask(mei, wang, each)
    await eventually(() => isQuiet(desk))

    await letNothingThrough()
    await approve(wang, robotics)
    await desk.end('SIGKILL')
    assert.deepEqual((await operatorLog(operator)).suspended, [])
    await letEverythingThrough()

    await troubleEverybody()
    await openTheDesk()
    for (const each of [fabrikam, clinics, networks, textiles]) await approve(wang, each)
    await eventually(everybodyIsInTrouble)
    await desk.end('SIGKILL')

    await openTheDesk()
    await wang.sees(/^S-2:[^]*still under way\. Partner Center asks us to wait until/)
    await letEverythingThrough()
    for (const person of [mei, wang]) for (const each of everyone) await person.sees(carriedOut(each))
    await eventually(() => isQuiet(desk))
    assert.deepEqual(await failedTurns(desk), [])
    await desk.end('SIGTERM')
    ;[log, books] = await Promise.all([operatorLog(operator), readBooks(folder)])
  })
  after(async () => {
    await endAll()
    await connector.close()
    await removeFolder(folder)
  })

  async function openTheDesk(): Promise<void> {
    desk = await startDesk(folder, [operator], { PARTNER_CENTER_GLOBAL_REQUESTS_PER_MINUTE: '1000000' })
    mei = teamsPerson(desk.url, connector, 'Mei', 'aad-mei')
    wang = teamsPerson(desk.url, connector, 'Wang', 'aad-wang')
    await mei.say('help')
    await wang.say('be approver')
  }

  const trouble = (fault: FaultOrder) => operator.control('POST', 'faults', fault)
  const troubleWith = ({ subscriptions }: Asked, which: 0 | 1, fault: FaultOrder) =>
    trouble({ method: 'PATCH', path: `/subscriptions/${subscriptions[which]}`, ...fault })
  const letNothingThrough = () => trouble({ path: '/v1/customers/', times: 1_000, then: { kind: 'hang' } })
  const letEverythingThrough = () => operator.control('DELETE', 'faults')

  /** Trouble before a call is carried out and after, some of it for longer than a call is tried again at once. */
  async function troubleEverybody(): Promise<void> {
    await troubleWith(robotics, 0, { method: 'GET', then: { kind: 'error', status: 500 } })
    const slowDown = { times: 1_000, then: { kind: 'throttle', retryAfterSeconds: 1 } } as const
    await troubleWith(fabrikam, 0, slowDown)
    await troubleWith(fabrikam, 1, slowDown)
    await troubleWith(clinics, 0, { when: 'after', times: 2, then: { kind: 'error', status: 500 } })
    await troubleWith(clinics, 1, { when: 'after', then: { kind: 'drop' } })
    await troubleWith(networks, 0, { when: 'before', then: { kind: 'hang' } })
    await troubleWith(textiles, 0, { when: 'after', then: { kind: 'hang' } })
  }

  /** Each kind of trouble has been met; what hangs will hang until the desk is killed. */
  async function everybodyIsInTrouble(): Promise<boolean> {
    const { suspended, triesFor } = await operatorLog(operator)
    const met = ({ subscriptions }: Asked, answer: number | null) =>
      triesFor(subscriptions[0]).some(({ answered }) => answered === answer)
    const carriedOutUnheard = suspended.some(({ subscription }) => subscription === textiles.subscriptions[0])
    return met(fabrikam, 429) && met(clinics, 500) && met(networks, null) && carriedOutUnheard
  }

  it('takes each subscription on the cards out of service once, and no other', () => {
    assert.deepEqual(log.suspended.map(({ subscription }) => subscription).sort(), onTheCards)
  })

  it('sends one request id with every try of one intent', () => {
    for (const { subscription, intent } of books.suspensions) {
      const ids = log.triesFor(subscription).map(({ requestId }) => requestId)
      assert.deepEqual([...new Set(ids)], [intent])
    }
    for (const { subscriptions } of [fabrikam, clinics, networks]) assert(log.triesFor(subscriptions[0]).length > 1)
  })

  it('keeps books that tell of each act once, done and confirmed, with nothing owed', async () => {
    assert.deepEqual(books.suspensions.map(({ subscription }) => subscription).sort(), onTheCards)
    for (const { result } of books.suspensions)
      assert.partialDeepStrictEqual(result, { state: 'done', confirmed: true })
    const ofAnotherDay = ['remind-case', 'expire-case', 'post-card']
    assert.deepEqual(
      books.owed.filter(({ kind }) => !ofAnotherDay.includes(kind)),
      [],
    )
    const { code, output } = await runScript('bot/cli/index.ts', ['audit', 'verify'], desk.env)
    assert.match(output, /The audit is whole/)
    assert.equal(code, 0)
  })

  it('leaves no card behind that tells anything else', () => {
    for (const each of everyone) {
      const cards = [mei, wang].map((person) => cardsOf(each, person))
      assert(cards.every((own) => own.length > 0))
      for (const card of cards.flat()) {
        assert.match(card, carriedOut(each))
        assert.doesNotMatch(card, /^Approve$|was suspended already|not done|not confirmed/m)
      }
    }
  })
})
