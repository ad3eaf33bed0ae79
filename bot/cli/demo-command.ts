import { parseArgs } from 'node:util'
import { isLoopback } from '../../adapters/shared/loopback.ts'
import { customerFinder } from '../../dialogs/understanding/find-customer.ts'
import { capabilities, type Lane } from '../../domain/customers/lane.ts'
import { advanceDemo, advanceUsage } from './demo-advance.ts'
import { fileDemoTicket } from './demo-ticket.ts'
import { demoAlert, demoStorm } from '../demo/world/fraud.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { Command, Session } from './session.ts'

const usage =
  'Say: demo fraud [CUSTOMER], or demo storm with --events 200, --customers 12, --minutes 2, --lane us-government, or demo ticket PD-1, or demo advance 3d'

/** `demo fraud`, `demo storm`, `demo ticket`, `demo advance`: has the demo's operators raise alerts or take a ticket, and time go by. */
export const demoCommand: Command = async ([what, ...args], session, open) => {
  if (open.config.mode !== 'demo')
    return says(session, 'Nothing was done: this desk works for real, and only a demo has operators that obey.')
  switch (what) {
    case 'fraud':
      return raiseOne(args.join(' '), session, open)
    case 'storm':
      return raiseStorm(args, session, open)
    case 'ticket':
      return args.length === 1 ? fileDemoTicket(args[0] ?? '', session, open) : says(session, usage, 2)
    case 'advance':
      return args.length === 1 ? advanceDemo(args[0] ?? '', session, open) : says(session, advanceUsage, 2)
    default:
      return says(session, usage, 2)
  }
}

async function raiseOne(said: string, session: Session, open: OpenDesk): Promise<number> {
  if (said === '') return order('global', 'fraud', demoAlert(), session, open, 'One alert was raised.')
  const { directory } = await open.desk.book.today()
  const found = customerFinder()(directory, said)
  if (found.kind === 'none') return says(session, `No customer answers to ${said}.`)
  if (found.kind === 'some') {
    const names = found.customers.map(({ id, name }) => `  ${name} (${id})`)
    return says(session, [`Several may be meant by ${said}; name one by its id:`, ...names].join('\n'))
  }
  const { name, operator } = found.customer
  if (operator === null) return says(session, `No operator is known to sell to ${name}.`)
  return order(
    operator.lane,
    'fraud',
    demoAlert(operator.tenantId),
    session,
    open,
    `One alert was raised about ${name}.`,
  )
}

function raiseStorm(args: readonly string[], session: Session, open: OpenDesk): Promise<number> {
  const asked = stormOf(args)
  if (asked === null) return Promise.resolve(says(session, usage, 2))
  const { lane, ...storm } = asked
  const { events, customers, overMs } = storm
  const told = `${events} alerts about ${customers} customers come within ${overMs / 60_000} minutes. In the chat, say: fraud`
  return order(lane, 'fraud-storm', storm, session, open, told)
}

/** What the words ask for; null where they cannot be read. */
function stormOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        events: { type: 'string', default: String(demoStorm.events) },
        customers: { type: 'string', default: String(demoStorm.customers) },
        minutes: { type: 'string', default: String(demoStorm.overMs / 60_000) },
        lane: { type: 'string', default: 'global' },
      },
    })
    const [events, customers, minutes] = [values.events, values.customers, values.minutes].map(Number)
    const lane = (Object.keys(capabilities) as Lane[]).find((each) => each === values.lane)
    const isCount = (count: number | undefined) => Number.isInteger(count) && Number(count) >= 1
    if (!lane || !isCount(events) || !isCount(customers) || !(Number(minutes) >= 0)) return null
    return { lane, events, customers, overMs: Math.round(Number(minutes) * 60_000) }
  } catch {
    return null
  }
}

/** By the operator's own controls: it may run in another process of this machine. */
async function order(
  lane: Lane,
  what: 'fraud' | 'fraud-storm',
  asked: object,
  session: Session,
  open: OpenDesk,
  done: string,
): Promise<number> {
  if (capabilities[lane].fraudEvents === 'no')
    return says(session, 'Nothing was raised: 21Vianet tells of no fraud. There the desk watches purchases by itself.')
  const api = open.accessOf(lane)?.api
  if (!api || !isLoopback(api)) return says(session, 'Nothing was raised: no demo is running. Start it with: npm start')
  const answered = await fetch(new URL(`/simulator/${what}`, api), {
    method: 'POST',
    body: JSON.stringify(asked),
    headers: { 'Content-Type': 'application/json' },
  })
  if (answered.ok) return says(session, done, 0)
  const { error } = (await answered.json().catch(() => ({ error: answered.status }))) as { readonly error: unknown }
  return says(session, `The simulated operator refused: ${String(error)}.`)
}

function says(session: Session, text: string, code = 1): number {
  for (const each of text.split('\n')) session.print(each)
  return code
}
