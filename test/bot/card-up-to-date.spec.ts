import assert from 'node:assert/strict'
import { promiseKeeper } from '../../bot/keep-promise.ts'
import { createTalks } from '../../bot/talk-of.ts'
import { cardId } from '../../domain/cases/placed-card.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import { accountKey } from '../../domain/staff/staff.ts'
import { aPendingSuspension, morning, wang } from '../kit/builders.ts'
import { openScreens } from '../kit/screens.ts'
import { anOpenDesk } from './an-open-desk.ts'

describe('a card that shows its case as it is', () => {
  it('is left alone: an update promised before that is kept without a call', async () => {
    const open = await anOpenDesk([wang])
    const place = wang.accounts.map(accountKey)[0] ?? ''
    const { messenger } = openScreens()
    const talks = createTalks(open, null)
    const keep = promiseKeeper({
      writeMail: () => Promise.reject(new Error('no mail is written here')),
      desk: open.desk,
      messengers: { teams: { ...messenger, replace: () => assert.fail('the chat was called') } },
      placesOf: open.placesOf,
      rosters: {},
      talkFor: (where) => talks.ofPlace(where),
    })
    const whose = {
      channel: 'teams',
      kind: 'personal',
      name: 'Wang',
      locale: null,
      reference: {},
      dead: false,
    } as const
    await open.desk.cards.meet({ place, ...whose })
    const card = { case: 'S-1', place, message: 'm-1', shown: 1 }
    const order = { kind: 'update-card', case: 'S-1', card: cardId(card) } as const
    const entry: OutboxEntry = { id: 'a', order, dueAt: morning, attempts: 0 }
    await open.store.commit({
      save: [
        { kind: 'suspension', id: 'S-1', value: aPendingSuspension(), basedOn: null },
        { kind: 'card', id: cardId(card), value: card, basedOn: null },
      ],
      outbox: [entry],
    })
    await keep(entry)
    assert.deepEqual(await open.store.takeDue(morning, 10), [])
  })
})
