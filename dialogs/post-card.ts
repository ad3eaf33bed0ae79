import type { CardDesk } from '../domain/cases/card-desk.ts'
import type { CardOrder } from '../domain/cases/standing-cards.ts'
import { waitsForDecision, type AnyCase } from '../domain/cases/case.ts'
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts'
import type { PlaceId } from '../domain/shared/ids.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { caseCard } from './case-card.ts'
import { alertReminder } from './fraud/alert-reminder.ts'
import { toldLate } from './fraud/told-late.ts'
import { oneByOne } from './one-by-one.ts'
import { reminderLine } from './suspension/glass-lines.ts'
import type { CardTalk } from './talk.ts'
import { line, type Reply } from './vocabulary/reply.ts'

interface PosterParts {
  readonly cards: CardDesk
  /** Null when nothing will ever arrive there. */
  readonly post: (place: PlaceId, reply: Reply) => Promise<string | null>
  readonly talkFor: (place: PlaceId) => Promise<CardTalk>
}

/**
 * Posts the card of a case in one place, unless one tells as much there already. Those of one case in one place go one
 * after the other, so that what waited together for a chat is not told twice.
 */
export function cardPoster({ cards, post, talkFor }: PosterParts) {
  const inTurn = oneByOne()
  return (entry: OutboxEntry, order: CardOrder): Promise<void> =>
    inTurn(`${order.case}@${order.place}`, () => postCard(entry, order))

  async function postCard(entry: OutboxEntry, order: CardOrder): Promise<void> {
    const found = await cards.read(order.case)
    if (!found || (await isNeedless(order, found))) return cards.settle(entry)
    const talk = await talkFor(order.place)
    const due = await cards.dueIn(order)
    const late = await cards.deliveries.lateIfNow(order.case, order.place, due)
    const card = late === null ? caseCard(found, talk) : toldLate(caseCard(found, talk), late, talk)
    const message = await post(order.place, order.reminder ? reminded(card, found, talk) : card).catch(
      async (fault: unknown) => {
        if (fault instanceof OutsideFault) await cards.delayed(order, fault.facts.kind)
        throw fault
      },
    )
    if (message === null) return cards.undeliverable(entry, order)
    const placed = { case: order.case, place: order.place, message, shown: found.version }
    return cards.posted(entry, placed, due)
  }

  async function isNeedless({ case: id, place, reminder, promisedAt }: CardOrder, found: AnyCase): Promise<boolean> {
    if (!reminder) return cards.stands(id, place)
    // A reminder may have waited longer than the request; nobody is reminded of what is over, or what they read just now.
    return !waitsForDecision(found) || (promisedAt !== undefined && (await cards.stands(id, place, promisedAt)))
  }
}

function reminded(card: Reply, found: AnyCase, { words }: CardTalk): Reply {
  if (found.kind === 'countdown') {
    const text = words.say(found.value.wanted ? 'countdown.escalated-wanted' : 'countdown.escalated')
    return { ...card, parts: [line(text, { weight: 'strong' }), ...card.parts] }
  }
  if (found.kind === 'fraud-alert')
    return { ...card, parts: [line(alertReminder(found.value, words), { weight: 'strong' }), ...card.parts] }
  if (found.kind !== 'suspension') return card
  const text = reminderLine(found.value, words)
  return { ...card, parts: [line(text, { weight: 'strong' }), ...card.parts] }
}
