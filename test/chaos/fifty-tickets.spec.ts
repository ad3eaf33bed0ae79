import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { FaultOrder } from '../../adapters/simulators/partner-center/faults.ts'
import type { CallEntry, TicketEntry } from '../../adapters/simulators/partner-center/log.ts'
import type { SimulatedTicket } from '../../adapters/simulators/partner-center/simulated-ticket.ts'
import { demoCustomers } from '../../bot/demo/world/customers.ts'
import { seedOf } from '../../bot/demo/world/operator-seed.ts'
import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { dayAt, instantOf } from '../../domain/shared/time.ts'
import {
  failedTurns,
  isQuiet,
  movable,
  newFolder,
  removeFolder,
  startDesk,
  startOperator,
  type DeskProcess,
  type Operator,
} from '../kit/demo-desk.ts'
import { readBooks, ticketsSoFar, type DeskBooks } from '../kit/desk-books.ts'
import { messageIdOf, openMailHost, type MailHost, type ReceivedMail } from '../kit/mail-server.ts'
import { endAll, eventually, runScript } from '../kit/processes.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson, type TeamsPerson } from '../kit/teams-person.ts'
import { ticketsAt, type OperatorsTickets } from '../kit/tickets-at.ts'

/** Tickets of 21Vianet go by mail, those of Partner Center are filed by hand: twenty-five customers of each. */
type Customers = ReturnType<typeof demoCustomers>
const mailed = customersOf('china')
const byHand = customersOf('global')
const customers = [...mailed, ...byHand]

const channel = '19:tickets@thread.tacv2'
const mailbox = 'support@21vianet.example'
const words = 'The customer is still waiting.'
const patience = 150_000

describe('fifty tickets at once, an operator and a mail server in trouble, and a desk that is killed', function () {
  this.timeout(400_000)
  let folder: string
  let operator: Operator
  let portal: OperatorsTickets
  let mail: MailHost
  let connector: TeamsConnector
  let desk: DeskProcess
  let mei: TeamsPerson
  /** How many mails had come each time that a desk was killed, before the next one started. */
  const killedAt: number[] = []
  let books: DeskBooks
  let held: readonly SimulatedTicket[]
  let entries: readonly TicketEntry[]
  let calls: readonly CallEntry[]

  before(async () => {
    folder = await newFolder()
    ;[operator, mail, connector] = await Promise.all([
      startOperator('global', folder, seedOf('global', byHand, dayAt(instantOf(Date.now()), 'UTC'))),
      openMailHost(),
      openTeamsConnector(),
    ])
    portal = ticketsAt(operator)
    await operator.control('POST', 'switches', { requestsPerMinute: 1_000_000 })
    await openTheDesk()

    // Eight mails are sent at once: the last eight of these hang until the desk is killed, and the rest waits behind them.
    mail.meetsInTurn(...times(3, 'takes-it-and-hangs-up'), ...times(3, 'puts-off'), ...times(8, 'hangs'))
    await Promise.all(customers.map(open))
    await eventually(async () => customers.every(({ name }) => ticketOf(name) !== undefined), patience)
    await eventually(async () => mail.toMeet === 0, patience)
    await kill()
    mail.meetsInTurn(null, 'takes-it-and-hangs-up', null, 'puts-off', null, 'takes-it-and-hangs-up')
    await openTheDesk()
    await until((all) => ofLane(all, 'china').every(({ status }) => status === 'filed'))

    const filed = await Promise.all(
      byHand.map(({ name, tenantId }) =>
        portal.file({ title: `[${ticketOf(name)}] Charged twice`, customer: tenantId, openedBy: 'desk' }),
      ),
    )
    await until((all) => ofLane(all, 'global').every(({ copy }) => copy !== null))

    // Four changes are asked of an operator at once: the last four of these are carried out, and nobody hears of it.
    await trouble(troubles)
    mail.meetsInTurn('takes-it-and-hangs-up', null, 'puts-off', null, null, 'takes-it-and-hangs-up')
    await say(customers.map(({ name }) => `note ${ticketOf(name)} ${words}`))
    // The same words twice are two notes.
    await say(everyThird(customers).map(({ name }) => `note ${ticketOf(name)} ${words}`))
    await say(customers.map(({ name }) => `severity ${ticketOf(name)} critical`))
    await seldom(async () => (await portal.asked()).length >= troubled)
    await kill()
    await Promise.all(filed.map((number) => portal.note(number, `We look into ${number}.`)))
    // Nobody says for how long an operator remembers what it was asked: only what it shows tells that it was done.
    await operator.control('DELETE', 'faults')
    await operator.control('POST', 'switches', { requestMemory: 'none' })
    const before = (await notes()).length
    await openTheDesk()
    // A slow machine may have come further than that before the kill.
    await movingOn(async () => (await notes()).length >= Math.min(before + 10, notesToAll))
    await kill()
    await openTheDesk()
    await until((all) => all.every(({ changes }) => changes.every(({ result }) => result.state === 'done')))

    await trouble(troubles.slice(0, 3))
    await say(everyThird(byHand).map(({ name }) => `close ${ticketOf(name)}`))
    await until((all) => everyThird(byHand).every(({ name }) => named(all, name)?.status === 'closed'))
    await eventually(() => isQuiet(desk), patience)
    assert.deepEqual(await failedTurns(desk), [])
    await desk.end('SIGTERM')
    ;[held, entries, calls] = await Promise.all([portal.all(), portal.entries(), portal.asked()])
    books = await readBooks(folder)
  })
  after(async () => {
    await endAll()
    await Promise.all([connector.close(), mail.close()])
    await removeFolder(folder)
  })

  async function openTheDesk(): Promise<void> {
    desk = await startDesk(folder, [operator], {
      ...movable,
      PARTNER_CENTER_GLOBAL_REQUESTS_PER_MINUTE: '1000000',
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      TICKETS_CHINA_TO: mailbox,
      TICKETS_FROM: 'tickets@partner.example',
    })
    mei = teamsPerson(desk.url, connector, 'Mei', 'aad-mei', channel)
    await mei.say('help')
  }

  async function kill(): Promise<void> {
    await desk.end('SIGKILL')
    killedAt.push(mail.received.length)
  }

  /** Each in a thread of its own. */
  async function open({ name }: Customers[number], at: number): Promise<void> {
    const mention = '<at>Partner Desk</at>'
    await mei.send({
      type: 'message',
      conversation: { id: `${channel};messageid=${at}`, conversationType: 'channel', tenantId: 'tenant-1' },
      text: `${mention} ticket ${name} about Charged twice`,
      entities: [{ type: 'mention', mentioned: { id: '28:desk' }, text: mention }],
    })
    const inputs = {
      topic: 'billing',
      severity: 'moderate',
      text: 'Charged twice',
      tried: 'The invoice was read twice.',
    }
    await mei.press('Open the ticket', inputs, new RegExp(`^Ticket with .* for ${name}$`, 'm'))
  }
  const titled = (name: string) => new RegExp(`^(PD-\\d+): .* for ${name}$`, 'm')
  const ticketOf = (name: string) => titled(name).exec(mei.chat().find((text) => titled(name).test(text)) ?? '')?.[1]

  /** Some at a time, as people do. */
  async function say(all: readonly string[]): Promise<void> {
    for (let at = 0; at < all.length; at += 5) await Promise.all(all.slice(at, at + 5).map((each) => mei.say(each)))
  }

  async function trouble(faults: readonly FaultOrder[]): Promise<void> {
    for (const each of faults)
      await operator.control('POST', 'faults', { method: 'PATCH', path: '/servicerequests/', ...each })
  }

  /** Lets time go by whenever the desk has nothing to do, until its books say so. */
  async function until(isSo: (tickets: readonly ServiceRequest[]) => boolean): Promise<void> {
    await movingOn(async () => isSo(await ticketsSoFar(folder)))
  }

  async function movingOn(isSo: () => Promise<boolean>): Promise<void> {
    await seldom(async () => {
      if (await isSo()) return true
      if (await isQuiet(desk)) await desk.advance(20_000)
      return false
    })
  }

  const notes = async () => (await portal.entries()).filter(isOurNote)
  const ofLane = (all: readonly ServiceRequest[], lane: ServiceRequest['lane']) =>
    all.filter((each) => each.lane === lane)
  const named = (all: readonly ServiceRequest[], name: string) => all.find(({ customer }) => customer?.name === name)

  it('are fifty in the books, each filed once, and those at the portal under the number they have there', () => {
    const { tickets } = books
    assert.deepEqual(tickets.map(({ customer }) => customer?.name).sort(), customers.map(({ name }) => name).sort())
    assert.equal(count(books, 'ticket.opened'), 50)
    assert.deepEqual([count(books, 'ticket.mailed'), count(books, 'ticket.found')], [25, 25])
    const known = ofLane(tickets, 'global').map((each) => [
      `[${each.id}] Charged twice`,
      'operatorNumber' in each && each.operatorNumber,
    ])
    const filed = held.filter(({ title }) => title.startsWith('[PD-')).map(({ title, id }) => [title, id])
    assert.deepEqual(known.sort(), filed.sort())
  })

  it('are mailed under one Message-ID for each ticket and each thing said of it later', () => {
    const owed = ofLane(books.tickets, 'china').flatMap(({ id, changes }) =>
      [1, ...changes.map(({ number }) => number + 1)].map((part) => `${id.toLowerCase()} ${part}`),
    )
    const parts = [...copies().keys()].map((id) => id.replace(/^<(pd-\d+)\.\d+\.(\d+)@partner\.example>$/, '$1 $2'))
    assert.deepEqual(parts.sort(), owed.sort())
    assert(mail.received.every(({ to }) => to.join() === mailbox))
  })

  it('come twice only where nobody heard that they had arrived, and then word for word the same', () => {
    const unexplained = [...copies().values()].flatMap((all) =>
      all.slice(1).filter(({ at, mail: { raw } }, later) => {
        const before = all[later]
        assert(before && raw === before.mail.raw)
        // The server hung up before it said so, or who was to hear it died.
        return before.mail.answered && !killedAt.some((killed) => before.at < killed && killed <= at)
      }),
    )
    assert.deepEqual(unexplained, [])
    const again = mail.received.length - copies().size
    assert(again >= mail.received.filter(({ answered }) => !answered).length && again > 0)
  })

  it('are noted, and given another severity, and closed, each once and as somebody asked', () => {
    const ours = entries.filter(({ by }) => by === 'partner')
    const asked = ofLane(books.tickets, 'global').flatMap(({ id, changes }) =>
      changes.map((change) => ({ id, ...change })),
    )
    const texts = ours.filter(isOurNote).map(({ text }) => text)
    const noted = asked.filter(({ wanted }) => wanted.change === 'note')
    assert.deepEqual(texts.toSorted(), noted.map(({ id, number }) => `${words}\n(${id}/${number})`).sort())
    assert.equal(noted.length, notesToAll)
    const changed = ours.filter(({ what }) => what === 'changed')
    assert.equal(changed.filter(({ status }) => status === 'open').length, byHand.length)
    assert.equal(changed.filter(({ status }) => status === 'closed').length, everyThird(byHand).length)
    assert(calls.length > ours.length)
  })

  it('have every word of the operator, once', () => {
    for (const ticket of ofLane(books.tickets, 'global')) {
      const number = 'operatorNumber' in ticket ? ticket.operatorNumber : null
      assert.deepEqual(
        ticket.heard.map(({ text }) => text),
        [`We look into ${number}.`],
      )
    }
    assert.equal(count(books, 'ticket.heard'), 25)
  })

  it('leave nothing owed, nothing refused, and an audit that is whole', async () => {
    for (const { changes } of books.tickets) assert(changes.every(({ result }) => result.state === 'done'))
    assert.deepEqual(
      books.owed.filter(({ kind }) => ofTickets.includes(kind)),
      [],
    )
    const { NODE_OPTIONS: _, ...env } = desk.env
    const { output } = await runScript('bot/cli/index.ts', ['audit', 'verify'], env)
    assert.match(output, /The audit is whole/)
  })

  /** The mails of each Message-ID, in the order in which they came. */
  function copies(): ReadonlyMap<string, readonly { readonly at: number; readonly mail: ReceivedMail }[]> {
    return Map.groupBy(
      mail.received.map((each, at) => ({ at, mail: each })),
      (each) => messageIdOf(each.mail.raw) ?? '',
    )
  }
})

function customersOf(lane: 'china' | 'global'): Customers {
  // The first ten have stories of their own.
  const all = demoCustomers().slice(10)
  return all.filter((each) => each.lane === lane && each.ledgerName === null).slice(0, 25)
}
/** What is long to read is not read all the time. */
function seldom(isSo: () => Promise<boolean>): Promise<void> {
  return eventually(async () => {
    await wait(100)
    return isSo()
  }, patience)
}
const times = <const How>(count: number, how: How): How[] => Array.from({ length: count }, () => how)
const everyThird = (all: Customers): Customers => all.filter((_, at) => at % 3 === 0)
const notesToAll = byHand.length + everyThird(customers).filter((each) => byHand.includes(each)).length
const isOurNote = ({ what, by }: TicketEntry) => what === 'noted' && by === 'partner'
const count = ({ audit }: DeskBooks, deed: string) => audit.filter(({ what }) => what === deed).length
/** What waits for its day, and what nobody has a channel for, is no ticket's. */
const ofTickets = [
  'mail-ticket',
  'change-ticket',
  'post-case',
  'update-cards',
  'update-card',
  'tell-thread',
  'tell-staff',
]

/** Before a change is carried out and after; whatever the desk does about one of them, the next one meets it. */
const troubles: readonly FaultOrder[] = [
  { when: 'after', then: { kind: 'drop' } },
  { then: { kind: 'drop' } },
  { when: 'after', then: { kind: 'error', status: 500 } },
  { then: { kind: 'throttle', retryAfterSeconds: 1 } },
  { then: { kind: 'error', status: 503 } },
  { when: 'after', then: { kind: 'error', status: 500 } },
  { when: 'after', then: { kind: 'drop' } },
  { when: 'after', times: 4, then: { kind: 'hang' } },
]
const troubled = troubles.reduce((sum, { times: often = 1 }) => sum + often, 0)
