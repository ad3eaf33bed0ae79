import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { Address } from '../domain/cases/placed-card.ts'
import type { Order } from '../domain/outbox/outbox-entry.ts'
import type { DeskStore } from '../domain/ports/desk-store.ts'

type ChatLine = `${Address['channel']} ${'changes' | 'posts'}`

/**
 * Whom promises wait for: a lane's operator, a chat, or whichever chat somebody of the staff is told in. A chat's cards
 * are changed beside what is posted there: posts wait for each other's pace, and a change must not wait behind them.
 */
export type Line = Lane | ChatLine | 'staff'

const chatLines: readonly ChatLine[] = ['teams changes', 'teams posts', 'slack changes', 'slack posts']

export const allLines: readonly Line[] = [...lanes, ...chatLines, 'staff']

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
    case 'restore-subscription':
      return (await store.get('resumption', order.case))?.value.lane ?? null
    case 'cancel-subscription':
    case 'end-renewal':
      return (await store.get('ending', order.case))?.value.identity.lane ?? null
    case 'probe-lane':
      return (await store.get('lane-trouble', order.case))?.value.lane ?? null
    case 'look-by-hand':
      return (
        (await store.get('suspension', order.case))?.value.identity.lane ??
        (await store.get('resumption', order.case))?.value.lane ??
        null
      )
    case 'post-card':
    case 'post-newcomer':
    case 'post-review':
    case 'post-link':
      return chatOf(order.place, 'posts')
    case 'update-card':
    case 'tell-thread': {
      const card = await store.get('card', order.card)
      return card && chatOf(card.value.place, order.kind === 'update-card' ? 'changes' : 'posts')
    }
    case 'tell-staff':
      return 'staff'
    default:
      return null
  }

  async function chatOf(place: string, what: 'changes' | 'posts'): Promise<Line | null> {
    const address = await store.get('address', place)
    return address && `${address.value.channel} ${what}`
  }
}
