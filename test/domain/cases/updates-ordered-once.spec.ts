import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cardId } from '../../../domain/cases/placed-card.ts'
import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aPendingSuspension, morning } from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import { runs } from '../../kit/runs.ts'

const place = 'teams:partner/wang'
const card = { case: 'S-1', place, message: 'm-1', shown: 1 } as const
const id = cardId(card)

/** What the message in the chat shows, whatever the desk believes. */
let chatShows = 1

async function anOffice(): Promise<ADesk> {
  chatShows = 1
  const office = await aDesk()
  await office.store.commit({
    save: [
      { kind: 'suspension', id: 'S-1', value: aPendingSuspension(), basedOn: null },
      { kind: 'card', id, value: card, basedOn: null },
    ],
  })
  return office
}
let changes = 0
/** One more act of the case has ended: its commit promises that the cards be refreshed. */
async function change(office: ADesk): Promise<void> {
  const found = await office.store.get('suspension', 'S-1')
  const value = aPendingSuspension({ note: `change ${(changes += 1)}` })
  await office.store.commit({
    save: [{ kind: 'suspension', id: 'S-1', value, basedOn: found?.version ?? null }],
    outbox: [{ id: `c-${changes}`, order: { kind: 'update-cards', case: 'S-1' }, dueAt: morning, attempts: 0 }],
  })
}
async function keep(office: ADesk, kind: OutboxEntry['order']['kind']): Promise<void> {
  for (const entry of await office.due()) {
    if (entry.order.kind !== kind) continue
    if (entry.order.kind === 'update-cards') await office.desk.cards.refresh(entry, 'S-1')
    if (entry.order.kind === 'update-card') await update(office, entry)
  }
}
/** As the announcer does it: what is shown is what was read before the chat was called. */
async function update(office: ADesk, entry: OutboxEntry, meanwhile = async (): Promise<void> => undefined) {
  const [stands, found] = [await office.desk.cards.card(id), await office.desk.cards.read('S-1')]
  if (!stands || !found || stands.shown >= found.version) return office.desk.cards.settle(entry)
  await meanwhile()
  chatShows = found.version
  await office.desk.cards.updated(entry, id, found.version)
}
/** Somebody's press is answered with the card as it was read; the answer leaves when the turn has ended. */
async function answer(office: ADesk, meanwhile: () => Promise<void>): Promise<void> {
  const found = await office.desk.cards.read('S-1')
  assert(found)
  await meanwhile()
  await office.desk.cards.posted(null, { ...card, shown: found.version })
  chatShows = found.version
}
const ordered = async (office: ADesk) => (await office.due()).filter(({ order }) => order.kind === 'update-card')

describe('the update of a card', () => {
  it('is ordered once, however often its case changes before it is kept', async () => {
    const office = await anOffice()
    for (let acts = 0; acts < 30; acts += 1) {
      await change(office)
      await keep(office, 'update-cards')
    }
    assert.equal((await ordered(office)).length, 1)
    await keep(office, 'update-card')
    assert.deepEqual([(await office.desk.cards.card(id))?.shown, (await office.due()).length], [31, 0])
  })

  it('goes on by itself where the case changed while it was under way, in the commit that ends it', async () => {
    const office = await anOffice()
    await change(office)
    await keep(office, 'update-cards')
    const [entry] = await ordered(office)
    assert(entry)
    await update(office, entry, async () => {
      await change(office)
      await keep(office, 'update-cards')
      assert.equal((await ordered(office)).length, 1)
    })
    const ended = office.commits.find(({ settle = [] }) => settle.includes(entry.id))
    assert.deepEqual(
      ended?.outbox?.map(({ order }) => order),
      [{ kind: 'update-card', case: 'S-1', card: id }],
    )
    await keep(office, 'update-card')
    assert.deepEqual([(await office.desk.cards.card(id))?.shown, (await office.due()).length], [3, 0])
  })

  it('is ordered anew for the next change', async () => {
    const office = await anOffice()
    for (const version of [2, 3]) {
      await change(office)
      await keep(office, 'update-cards')
      await keep(office, 'update-card')
      assert.deepEqual(await office.desk.cards.card(id), { ...card, shown: version })
    }
  })

  it('is never lost, in whatever order things happen and wherever the process dies', async () => {
    const deed = fc.record({
      what: fc.constantFrom('change', 'update-cards', 'update-card', 'overtaken', 'answered', 'answered late'),
      dies: fc.integer({ min: 1, max: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
        const office = await anOffice()
        for (const { what, dies } of deeds) {
          const mortal = office.reopened(crashingAt(dies))
          try {
            const meanwhile = async () => {
              await change(office)
              await keep(office, 'update-cards')
              if (what === 'answered late') await keep(office, 'update-card')
            }
            if (what === 'change') await change(office)
            else if (what === 'answered' || what === 'answered late') await answer(mortal, meanwhile)
            else if (what !== 'overtaken') await keep(mortal, what)
            else for (const entry of await ordered(office)) await update(mortal, entry, meanwhile)
          } catch (fault) {
            if (!(fault instanceof Crash)) throw fault
          }
        }
        for (let rounds = 0; rounds < 20 && (await office.due()).length > 0; rounds += 1) {
          await keep(office, 'update-cards')
          await keep(office, 'update-card')
        }
        const version = (await office.desk.cards.read('S-1'))?.version
        assert.deepEqual([(await office.desk.cards.card(id))?.shown, chatShows], [version, version])
        assert.deepEqual(await office.due(), [])
      }),
      { ...runs, numRuns: 200 },
    )
  })
})
