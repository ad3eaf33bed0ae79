import assert from 'node:assert/strict'
import type { Membership, Roster } from '../../dialogs/vocabulary/roster.ts'
import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { ChannelAccount } from '../../domain/staff/staff.ts'

/** What a chat says of its people, and how it may fail to. */
export interface RosterWorld {
  readonly roster: Roster
  /** Somebody, and where they wrote to the desk. */
  readonly mei: ChannelAccount
  readonly own: Address
  readonly channel: Address
  /** From now on the chat says this of Mei. */
  becomes(membership: Membership): void
  /** Somebody from outside the partner is let into the channel. */
  letOutsidersIn(): void
  /** Nothing answers; the desk was removed from the channel and from everybody's chats; it must slow down. */
  trouble(kind: 'down' | 'removed' | 'throttled'): void
  close(): Promise<void>
}

/** What every roster promises: it is asked at decisions, so it never remembers and never guesses. */
export function rosterContract(open: () => Promise<RosterWorld>): void {
  let world: RosterWorld
  beforeEach(async () => {
    world = await open()
  })
  afterEach(() => world.close())

  for (const membership of ['member', 'guest', 'gone'] as const)
    it(`says that somebody is ${membership}`, async () => {
      world.becomes(membership)
      assert.equal(await world.roster.membership(world.mei, world.own), membership)
    })

  it('says it wherever they were seen', async () => {
    assert.equal(await world.roster.membership(world.mei, world.channel), 'member')
  })

  it('hears at once that somebody became a guest, left, and came back', async () => {
    const heard: Membership[] = []
    for (const now of ['member', 'guest', 'gone', 'member'] as const) {
      world.becomes(now)
      heard.push(await world.roster.membership(world.mei, world.own))
    }
    assert.deepEqual(heard, ['member', 'guest', 'gone', 'member'])
  })

  it('knows somebody by what was kept of them before a restart', async () => {
    const kept = JSON.parse(JSON.stringify({ account: world.mei, seenIn: world.own })) as {
      account: ChannelAccount
      seenIn: Address
    }
    assert.equal(await world.roster.membership(kept.account, kept.seenIn), 'member')
  })

  it('takes an account of another organisation for none of ours', async () => {
    const foreign = { ...world.mei, tenant: '99999999-9999-4999-8999-999999999999' }
    assert.notEqual(await world.roster.membership(foreign, world.own), 'member')
  })

  it('sees at once that outsiders were let into a channel', async () => {
    assert.equal(await world.roster.hasOutsiders(world.channel), false)
    world.letOutsidersIn()
    assert.equal(await world.roster.hasOutsiders(world.channel), true)
  })

  for (const [kind, passes] of [
    ['down', true],
    ['throttled', true],
  ] as const)
    it(`says that it does not know, and may later: ${kind}`, async () => {
      world.trouble(kind)
      for (const asked of [world.roster.membership(world.mei, world.own), world.roster.hasOutsiders(world.channel)]) {
        const fault = await faultOf(asked)
        assert.equal(fault.retryable, passes)
      }
    })

  it('does not say of a channel it was removed from that no outsiders read it', async () => {
    world.trouble('removed')
    const fault = await faultOf(world.roster.hasOutsiders(world.channel))
    assert(['refused', 'not-found'].includes(fault.facts.kind), fault.facts.kind)
  })
}

async function faultOf(call: Promise<unknown>): Promise<OutsideFault> {
  const outcome = await call.then(
    (answer) => answer,
    (cause: unknown) => cause,
  )
  assert(outcome instanceof OutsideFault, `expected an OutsideFault, got ${String(outcome)}`)
  return outcome
}
