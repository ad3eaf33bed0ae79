import type { Customer } from '../../domain/customers/customer.ts'
import { caseCard } from '../case-card.ts'
import { mostCharacters, tooLongLine } from '../phrases/too-long.ts'
import { forReaders, type Talk } from '../talk.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import { sightingRefusalLine } from './sighting-card.ts'

/** What the operator wrote about a customer goes onto the card of their case, or onto a new one. */
export async function handInNotice(customer: Customer, text: string | null, talk: Talk): Promise<Reply> {
  const { desk, words, by, speaker } = talk
  if (text === null || text.trim() === '') return said(words.say('notice.words-needed', { name: customer.name }))
  const most = mostCharacters.words
  if (text.length > most) return { parts: tooLongLine(text.length, most, null, words) }
  const outcome = await desk.watch.handIn(customer.id, text, by, speaker.place)
  if (outcome.ok) {
    const found = await desk.cards.read(outcome.value.id)
    return found ? caseCard(found, forReaders(talk)) : said(words.say('refusal.not-found'))
  }
  const { refusal } = outcome
  const why =
    refusal.code === 'unknown-customer'
      ? words.say('refusal.unknown-customer')
      : refusal.code === 'changed-since'
        ? words.say('refusal.same-moment')
        : sightingRefusalLine(refusal, talk)
  return said(why, { tone: 'warning' })
}
