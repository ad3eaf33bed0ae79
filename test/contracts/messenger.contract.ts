import assert from 'node:assert/strict'
import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Messenger } from '../../dialogs/vocabulary/messenger.ts'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'

/** What goes wrong in a channel, told to its stand-in. */
export type Trouble = 'removed' | 'deleted' | 'throttled' | 'down'

export interface MessengerWorld {
  readonly messenger: Messenger
  readonly here: Address
  /** What people in the place see now, oldest first: each message as one text. */
  seen(): readonly string[]
  /** From now on: the desk was removed from the place, its messages were deleted, it must slow down, nothing answers. */
  trouble(kind: Trouble): void
  close(): Promise<void>
}

const pending: Reply = {
  title: 'S-12 waits for a second person',
  parts: [{ kind: 'facts', facts: [['Customer', 'Contoso']] }],
  buttons: [{ label: 'Approve', acts: { act: 'suspension.approve', case: 'S-12', version: 1 } }],
}
const history: Reply = { parts: [{ kind: 'text', text: 'Wang approved it.' }] }
const decided: Reply = { title: 'S-12 was approved', parts: [{ kind: 'text', text: 'By Wang.' }] }

/** What every messenger promises. */
export function messengerContract(open: () => Promise<MessengerWorld>): void {
  let world: MessengerWorld
  beforeEach(async () => {
    world = await open()
  })
  afterEach(() => world.close())

  it('shows what it posts, and says where each message landed', async () => {
    const first = await world.messenger.post(world.here, pending)
    const second = await world.messenger.post(world.here, decided)
    assert.notEqual(first.message, '')
    assert.notEqual(first.message, second.message)
    const [above, below] = world.seen()
    for (const words of ['S-12 waits for a second person', 'Contoso', 'Approve']) assert(above?.includes(words), words)
    assert(below?.includes('S-12 was approved'))
  })

  it('replaces a message where it stands', async () => {
    const { message } = await world.messenger.post(world.here, pending)
    await world.messenger.replace(world.here, message, decided)
    assert.equal(world.seen().length, 1)
    assert(world.seen()[0]?.includes('S-12 was approved'))
    assert(!world.seen()[0]?.includes('second person'))
  })

  it('replaces the same message again and again', async () => {
    const { message } = await world.messenger.post(world.here, pending)
    await world.messenger.replace(world.here, message, decided)
    await world.messenger.replace(world.here, message, pending)
    assert.equal(world.seen().length, 1)
    assert(world.seen()[0]?.includes('second person'))
  })

  it('finds a message by what it said of it, after a restart', async () => {
    const { message } = await world.messenger.post(world.here, pending)
    const address = JSON.parse(JSON.stringify(world.here)) as Address
    await world.messenger.replace(address, JSON.parse(JSON.stringify(message)) as string, decided)
    assert(world.seen()[0]?.includes('S-12 was approved'))
  })

  it('says something under an earlier message, which stays as it is', async () => {
    const { message } = await world.messenger.post(world.here, pending)
    const [before] = world.seen()
    await world.messenger.reply(world.here, message, history)
    await world.messenger.replace(world.here, message, decided)
    await world.messenger.reply(world.here, message, { parts: [{ kind: 'text', text: 'Carried out.' }] })
    const [card, first, second, ...more] = world.seen()
    assert(before?.includes('second person') && card?.includes('S-12 was approved'))
    assert(first?.includes('Wang approved it.') && second?.includes('Carried out.'))
    assert.deepEqual(more, [])
  })

  it('rings nobody with what it says there, whatever people are called', async () => {
    const { message } = await world.messenger.post(world.here, pending)
    const [line] = history.parts
    assert(line?.kind === 'text')
    await world.messenger.reply(world.here, message, {
      parts: [{ ...line, text: '<!channel> and <at>Lin</at> approved' }],
    })
    for (const ring of ['<!channel>', '<at>']) assert(!world.seen()[1]?.includes(ring), ring)
  })

  it('says for good that it was removed from a place, also under a message', async () => {
    const { message } = await world.messenger.post(world.here, pending)
    world.trouble('removed')
    const fault = await faultOf(world.messenger.reply(world.here, message, history))
    assert(['refused', 'not-found'].includes(fault.facts.kind), fault.facts.kind)
  })

  it('says for good that it was removed from a place', async () => {
    world.trouble('removed')
    const fault = await faultOf(world.messenger.post(world.here, pending))
    assert(['refused', 'not-found'].includes(fault.facts.kind), fault.facts.kind)
    assert.equal(fault.retryable, false)
  })

  it('says for good that a message is gone', async () => {
    const { message } = await world.messenger.post(world.here, pending)
    world.trouble('deleted')
    const fault = await faultOf(world.messenger.replace(world.here, message, decided))
    assert(['refused', 'not-found'].includes(fault.facts.kind), fault.facts.kind)
  })

  it('hands on how long to slow down', async () => {
    world.trouble('throttled')
    const fault = await faultOf(world.messenger.post(world.here, pending))
    assert.equal(fault.facts.kind, 'throttled')
    assert((fault.facts.retryAfterMs ?? 0) >= 1_000)
  })

  it('calls an outage something that passes', async () => {
    world.trouble('down')
    const fault = await faultOf(world.messenger.post(world.here, pending))
    assert.equal(fault.retryable, true)
    assert.equal(world.seen().length, 0)
  })

  it('does not knock at a place known to be dead', async () => {
    const fault = await faultOf(world.messenger.post({ ...world.here, dead: true }, pending))
    assert.equal(fault.facts.kind, 'refused')
    assert.equal(world.seen().length, 0)
  })
}

async function faultOf(call: Promise<unknown>): Promise<OutsideFault> {
  const outcome = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  assert(outcome instanceof OutsideFault, `expected an OutsideFault, got ${String(outcome)}`)
  return outcome
}
