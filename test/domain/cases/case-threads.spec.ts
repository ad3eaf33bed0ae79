import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cardId } from '../../../domain/cases/placed-card.ts'
import type { PlacedCard } from '../../../domain/cases/placed-card.ts'
import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aPendingSuspension, morning } from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import { runs } from '../../kit/runs.ts'

const place = 'teams:partner/#collections'
const aCard = (changes: Partial<PlacedCard> = {}): PlacedCard => {
  return { case: 'S-1', place, message: 'm-1', shown: 1, ...changes }
}
const id = cardId(aCard())

/** A case that was asked for, in a desk that knows a channel and Wang's own chat. */
async function anOffice(): Promise<ADesk> {
  const office = await aDesk()
  for (const kind of ['channel', 'personal'] as const) {
    const where = kind === 'channel' ? place : 'teams:partner/wang'
    const address = {
      place: where,
      channel: 'teams',
      kind,
      name: where,
      locale: null,
      reference: {},
      dead: false,
    } as const
    await office.desk.cards.meet(address)
  }
  await office.store.commit({
    save: [{ kind: 'suspension', id: 'S-1', value: aPendingSuspension(), basedOn: null }],
    audit: [{ at: morning, by: 'mei', what: 'suspension.requested', about: 'S-1' }],
  })
  return office
}

let deeds = 0
/** Something happens to the case: one commit with its audit entry and the promise that its cards be refreshed. */
async function happens(office: ADesk, what = `deed ${(deeds += 1)}`): Promise<string> {
  const found = await office.store.get('suspension', 'S-1')
  await office.store.commit({
    save: [
      { kind: 'suspension', id: 'S-1', value: aPendingSuspension({ note: what }), basedOn: found?.version ?? null },
    ],
    audit: [{ at: morning, by: 'wang', what, about: 'S-1' }],
    outbox: [{ id: `c-${(deeds += 1)}`, order: { kind: 'update-cards', case: 'S-1' }, dueAt: morning, attempts: 0 }],
  })
  return what
}
const due = async (office: ADesk, kind: OutboxEntry['order']['kind']) =>
  (await office.due()).filter(({ order }) => order.kind === kind)

async function refresh(office: ADesk): Promise<void> {
  for (const entry of await due(office, 'update-cards')) await office.desk.cards.refresh(entry, 'S-1')
}
/** As the announcer does it: each line is remembered as soon as it was said. */
async function tell(office: ADesk, thread: string[]): Promise<void> {
  for (const entry of await due(office, 'tell-thread')) {
    const { cards } = office.desk
    const card = await cards.card(id)
    const entries = card ? await cards.untold(card) : []
    const last = entries.at(-1)
    if (!last) {
      await cards.settle(entry)
      continue
    }
    for (const each of entries) {
      thread.push(each.what)
      if (each !== last) await cards.told(null, id, each.seq)
    }
    await cards.told(entry, id, last.seq)
  }
}

describe('the thread under a card', () => {
  let office: ADesk
  let thread: string[]
  beforeEach(async () => {
    office = await anOffice()
    thread = []
  })

  it('is told each thing that happens, once and in order, by one promise at a time', async () => {
    await office.desk.cards.posted(null, aCard())
    const all: string[] = []
    for (let rounds = 0; rounds < 3; rounds += 1) {
      for (let each = 0; each < 4; each += 1) {
        all.push(await happens(office))
        await refresh(office)
      }
      assert.equal((await due(office, 'tell-thread')).length, 1)
      const again = { id: `again-${rounds}`, order: { kind: 'update-cards', case: 'S-1' }, dueAt: morning, attempts: 0 }
      await office.store.commit({ outbox: [again as OutboxEntry] })
      await refresh(office)
      assert.deepEqual(office.commits.at(-1), { settle: [again.id], save: [], outbox: [] })
      await tell(office, thread)
    }
    assert.deepEqual(thread, all)
    assert.deepEqual(await due(office, 'tell-thread'), [])
  })

  it('goes on by itself with what happened while it was told', async () => {
    await office.desk.cards.posted(null, aCard())
    const first = await happens(office)
    await refresh(office)
    const [entry] = await due(office, 'tell-thread')
    assert(entry)
    const [untold] = await office.desk.cards.untold({ ...aCard(), told: 1 })
    const second = await happens(office)
    await refresh(office)
    assert.equal((await due(office, 'tell-thread')).length, 1, 'one is under way')
    assert.equal(untold?.what, first)
    await office.desk.cards.told(entry, id, untold.seq)
    await tell(office, thread)
    assert.deepEqual(thread, [second])
  })

  it('does not repeat what the card showed when it was posted', async () => {
    await happens(office)
    await office.desk.cards.posted(null, aCard({ shown: 2 }))
    await refresh(office)
    assert.deepEqual(await due(office, 'tell-thread'), [])
    const next = await happens(office)
    await refresh(office)
    await tell(office, thread)
    assert.deepEqual(thread, [next])
  })

  it('tells what happened while the card was on its way', async () => {
    const meanwhile = await happens(office)
    await office.desk.cards.posted(null, aCard({ shown: 1 }))
    await refresh(office)
    await tell(office, thread)
    assert.deepEqual(thread, [meanwhile])
  })

  it('of a press on the very card is told like any other', async () => {
    await office.desk.cards.posted(null, aCard())
    const pressed = await happens(office)
    await office.desk.cards.posted(null, aCard({ shown: 2 }))
    await refresh(office)
    await tell(office, thread)
    assert.deepEqual(thread, [pressed])
  })

  it('of a card that an older desk posted begins with what happens next', async () => {
    await happens(office)
    await office.store.commit({ save: [{ kind: 'card', id, value: aCard({ shown: 2 }), basedOn: null }] })
    const next = await happens(office)
    await refresh(office)
    await tell(office, thread)
    assert.deepEqual(thread, [next])
  })

  it('is there in channels only: a person is told in their own chat', async () => {
    await office.desk.cards.posted(null, aCard({ place: 'teams:partner/wang' }))
    await happens(office)
    await refresh(office)
    assert.deepEqual(await due(office, 'tell-thread'), [])
  })

  it('is one in each channel, though the card stands there twice; the next one’s where the first is gone', async () => {
    await office.desk.cards.posted(null, aCard())
    await office.desk.cards.posted(null, aCard({ message: 'm-2' }))
    await happens(office)
    await refresh(office)
    assert.deepEqual(
      (await due(office, 'tell-thread')).map(({ order }) => 'card' in order && order.card),
      [id],
    )
    const first = await office.store.get('card', id)
    await office.store.commit({ remove: [{ kind: 'card', id, basedOn: first?.version ?? 0 }] })
    await happens(office)
    await refresh(office)
    assert.deepEqual(
      (await due(office, 'tell-thread')).map(({ order }) => 'card' in order && order.card),
      [id, cardId(aCard({ message: 'm-2' }))],
    )
  })

  it('whose card is gone keeps its promise by saying nothing', async () => {
    await office.desk.cards.posted(null, aCard())
    await happens(office)
    await refresh(office)
    const found = await office.store.get('card', id)
    await office.store.commit({ remove: [{ kind: 'card', id, basedOn: found?.version ?? 0 }] })
    const [entry] = await due(office, 'tell-thread')
    assert(entry)
    await office.desk.cards.told(entry, id, 9)
    assert.deepEqual(await due(office, 'tell-thread'), [])
  })

  it('misses nothing, in whatever order things happen and wherever the process dies', async () => {
    const step = fc.record({
      what: fc.constantFrom('happens', 'posted', 'pressed', 'refresh', 'tell'),
      dies: fc.integer({ min: 1, max: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        office = await anOffice()
        thread = []
        const owed: string[] = []
        let posted = false
        for (const { what, dies } of steps) {
          const mortal = office.reopened(crashingAt(dies))
          try {
            if (what === 'happens') owed.push(await happens(office))
            if (what === 'refresh') await refresh(mortal)
            if (what === 'tell') await tell(mortal, thread)
            if (what === 'posted' || what === 'pressed') {
              const shown = (await office.desk.cards.read('S-1'))?.version ?? 0
              if (!posted) owed.length = 0
              if (what === 'pressed') owed.push(await happens(office))
              await office.desk.cards.posted(null, aCard({ shown: what === 'pressed' ? shown + 1 : shown }))
              // The first card shows by itself what it was posted with.
              if (!posted) owed.length = 0
              posted = true
            }
          } catch (fault) {
            if (!(fault instanceof Crash)) throw fault
          }
        }
        for (let rounds = 0; rounds < 20; rounds += 1) {
          await refresh(office)
          await tell(office, thread)
        }
        assert.deepEqual(
          thread.filter((each, at) => thread.indexOf(each) === at),
          posted ? owed : [],
        )
        assert.deepEqual(await due(office, 'tell-thread'), [])
      }),
      { ...runs, numRuns: 200 },
    )
  })
})
