import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { Address } from '../domain/cases/placed-card.ts'
import type { Order } from '../domain/outbox/outbox-entry.ts'
import type { DeskStore } from '../domain/ports/desk-store.ts'

/** Whom promises wait for: a lane's operator, a chat, or whichever chat somebody of the staff is told in. */
export type Line = Lane | Address['channel'] | 'staff'

export const allLines: readonly Line[] = [...lanes, 'teams', 'slack', 'staff']

/** How many promises of a line are worked on at once. The operators count calls, and the chats pace them by themselves. */
export function atOnceIn(line: Line): number {
  return (lanes as readonly Line[]).includes(line) ? 4 : 8
}

/** Whom a promise waits for; null for what the desk does by itself, and where nobody knows: its keeper says why. */
export async function lineOf(order: Order, store: DeskStore): Promise<Line | null> {
  switch (order.kind) {
    case 'suspend-subscription':
      return (await store.get('suspension', order.case))?.value.identity.lane ?? null
    case 'reactivate-subscription':
      return (await store.get('resumption', order.case))?.value.lane ?? null
    case 'post-card':
    case 'post-newcomer':
    case 'post-link':
      return chatOf(order.place)
    case 'update-card':
    case 'tell-thread': {
      const card = await store.get('card', order.card)
      return card && chatOf(card.value.place)
    }
    case 'tell-staff':
      return 'staff'
    default:
      return null
  }

  async function chatOf(place: string): Promise<Line | null> {
    return (await store.get('address', place))?.value.channel ?? null
  }
}
