import { caseKindOf } from '../../domain/cases/case.ts'
import type { Delivery } from '../../domain/fraud/delivery.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import { never } from '../../domain/shared/outcome.ts'
import { maySee } from '../may-see.ts'
import type { Talk } from '../talk.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** Of each place whether the card of an alert came there, when, and why not. */
export async function showDelivery(id: CaseId, { desk, words, by }: Talk): Promise<Reply> {
  const kind = caseKindOf(id)
  if (kind !== null && !maySee(kind, by)) return said(words.say('refusal.may-not', { name: by.name }))
  const found = kind === 'fraud-alert' ? await desk.cards.read(id) : null
  if (!found)
    return said(
      words.say(kind === null || kind === 'fraud-alert' ? 'case.unknown' : 'delivery.alerts-only', { case: id }),
    )
  return deliveryReply(id, await desk.cards.deliveries.of(id), words)
}

/** The same of what is known already. */
export function deliveryReply(id: CaseId, known: readonly Delivery[], words: Words): Reply {
  return {
    title: words.say('delivery.title', { case: id }),
    parts:
      known.length === 0 ? [line(words.say('delivery.none'))] : known.map((each) => line(deliveryLine(each, words))),
  }
}

/** What became of one card, in one line. */
export function deliveryLine(delivery: Delivery, words: Words): string {
  const { name } = delivery
  switch (delivery.state) {
    case 'delivered': {
      const { at, lateMinutes, why } = delivery
      return words.sentences([
        words.say('delivery.delivered', { name, at: words.moment(at) }),
        ...(lateMinutes === null ? [] : [words.say('alert.told-late', { count: lateMinutes })]),
        ...(why === null ? [] : [words.say(`delivery.why.${why}`)]),
      ])
    }
    case 'delayed':
      return words.sentences([
        words.say('delivery.delayed', { name, since: words.moment(delivery.since) }),
        words.say(`delivery.why.${delivery.why}`),
      ])
    case 'refused':
      return words.sentences([
        words.say('delivery.refused', { name, at: words.moment(delivery.at) }),
        words.say(`delivery.why.${delivery.why}`),
      ])
    default:
      return never(delivery)
  }
}
