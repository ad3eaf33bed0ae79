import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { Address } from '../domain/cases/placed-card.ts'
import type { Order } from '../domain/outbox/outbox-entry.ts'
import type { PagerWay } from '../domain/paging/pager-call.ts'
import type { DeskStore } from '../domain/ports/desk-store.ts'
import { eventKind } from '../domain/webhooks/webhook-event.ts'

type PagerLine = `pager ${PagerWay}`
type ChatLine = `${Address['channel']} ${'changes' | 'posts'}`
type MailLine = `${Lane} mail`
type FraudLine = `${Lane} fraud`

/**
 * Whom promises wait for: a lane's operator, a chat, whichever chat somebody of the staff is told in, one of the ways
 * to whoever is on duty, or the mailbox that takes a lane's tickets. An operator's word of fraud waits behind none of
 * its acts, which may be many and slow. A chat's cards are changed beside what is posted there: posts wait for each
 * other's pace, and a change must not wait behind them.
 */
export type Line = Lane | FraudLine | MailLine | ChatLine | PagerLine | 'staff'

const fraudLines = lanes.map((lane): FraudLine => `${lane} fraud`)

const mailLines = lanes.map((lane): MailLine => `${lane} mail`)

const chatLines: readonly ChatLine[] = ['teams changes', 'teams posts', 'slack changes', 'slack posts']

const pagerLines: readonly PagerLine[] = ['pager mail', 'pager webhook']

export const allLines: readonly Line[] = [...lanes, ...fraudLines, ...chatLines, ...pagerLines, ...mailLines, 'staff']

/**
 * How many promises of a line are worked on at once. The operators count calls, and the chats pace them by themselves.
 */
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
    case 'set-budget':
      return (await store.get('budget', order.case))?.value.identity.lane ?? null
    case 'report-verdict':
      return (await store.get('fraud-alert', order.case))?.value.lane ?? null
    case 'change-ticket':
      return (await store.get('service-request', order.case))?.value.lane ?? null
    case 'mail-ticket': {
      const ticket = await store.get('service-request', order.case)
      return ticket && `${ticket.value.lane} mail`
    }
    case 'follow-event': {
      const event = (await store.get('webhook-event', order.event))?.value
      if (!event) return null
      return eventKind(event.name) === 'fraud' ? `${event.lane} fraud` : event.lane
    }
    case 'probe-lane':
      return (await store.get('lane-trouble', order.case))?.value.lane ?? null
    case 'look-by-hand':
      return (
        (await store.get('suspension', order.case))?.value.identity.lane ??
        (await store.get('resumption', order.case))?.value.lane ??
        null
      )
    case 'post-card':
    case 'tell-delivery':
    case 'post-newcomer':
    case 'post-review':
    case 'post-link':
      return chatOf(order.place, 'posts')
    case 'update-card':
    case 'tell-thread': {
      const card = await store.get('card', order.card)
      return card && chatOf(card.value.place, order.kind === 'update-card' ? 'changes' : 'posts')
    }
    case 'page-by':
      return `pager ${order.way}`
    case 'tell-staff':
    case 'tell-agreement':
      return 'staff'
    default:
      return null
  }

  async function chatOf(place: string, what: 'changes' | 'posts'): Promise<Line | null> {
    const address = await store.get('address', place)
    return address && `${address.value.channel} ${what}`
  }
}
