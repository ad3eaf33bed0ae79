import assert from 'node:assert/strict'
import { cardId } from '../../../domain/cases/placed-card.ts'
import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import { aDesk } from '../../kit/a-desk.ts'
import { aPendingSuspension, morning } from '../../kit/builders.ts'

const card = { case: 'S-1', place: 'teams:partner/wang', message: 'm-1', shown: 1 } as const

describe('a card whose update is ordered', () => {
  it('is not written again by a refresh that finds it going far enough already', async () => {
    const office = await aDesk()
    const refresh = (id: string): OutboxEntry => {
      return { id, order: { kind: 'update-cards', case: 'S-1' }, dueAt: morning, attempts: 0 }
    }
    await office.store.commit({
      save: [
        { kind: 'suspension', id: 'S-1', value: aPendingSuspension(), basedOn: null },
        { kind: 'card', id: cardId(card), value: card, basedOn: null },
      ],
    })
    await office.store.commit({
      save: [{ kind: 'suspension', id: 'S-1', value: aPendingSuspension({ note: 'more' }), basedOn: 1 }],
      outbox: [refresh('a'), refresh('b')],
    })
    await office.desk.cards.refresh(refresh('a'), 'S-1')
    assert.deepEqual(await office.desk.cards.card(cardId(card)), { ...card, ordered: 2 })
    await office.desk.cards.refresh(refresh('b'), 'S-1')
    assert.deepEqual(office.commits.at(-1), { settle: ['b'], save: [], outbox: [] })
  })
})
