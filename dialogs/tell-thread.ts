import type { CardDesk } from '../domain/cases/card-desk.ts'
import type { Address } from '../domain/cases/placed-card.ts'
import type { Order, OutboxEntry } from '../domain/outbox/outbox-entry.ts'
import type { PlaceId } from '../domain/shared/ids.ts'
import { historySaid } from './case-history.ts'
import type { CardTalk } from './talk.ts'
import { isLost, type Messenger } from './vocabulary/messenger.ts'

/**
 * Says in the thread under a card what happened to its case since: one message for each line, remembered as soon as it
 * was said. A thread that is gone has nobody left to tell.
 */
export function threadTeller({
  cards,
  messengerOf,
  talkFor,
  isClosed,
}: {
  readonly cards: CardDesk
  readonly messengerOf: (address: Address) => Messenger
  readonly talkFor: (place: PlaceId) => Promise<CardTalk>
  /** Nothing is told where the card itself must go. */
  readonly isClosed: (place: Address) => Promise<boolean>
}): (entry: OutboxEntry, order: Extract<Order, { kind: 'tell-thread' }>) => Promise<void> {
  return async (entry, { case: id, card: cardId }) => {
    const card = await cards.card(cardId)
    // The entries before the case: what happens in between is told the next time.
    const entries = card ? await cards.untold(card) : []
    const found = await cards.read(id)
    const last = entries.at(-1)
    if (!card || !found || !last) return cards.settle(entry)
    const address = await cards.address(card.place)
    const talk = await talkFor(card.place)
    const reads = address !== null && !address.dead && !(await isClosed(address))
    for (const each of reads ? entries : []) {
      const line = address && historySaid(each, found, { newest: each === last }, talk, address)
      if (!line || !address) continue
      try {
        await messengerOf(address).reply(address, card.message, line)
      } catch (fault) {
        if (!isLost(fault)) throw fault
        break
      }
      if (each !== last) await cards.told(null, cardId, each.seq)
    }
    return cards.told(entry, cardId, last.seq)
  }
}
