import type { Customer } from '../../domain/customers/customer.ts'
import type { CustomerNote } from '../../domain/workday/customer-note.ts'
import { mostCharacters, tooLongText } from '../phrases/too-long.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'

/** So many stand on a customer's card; the others are asked for. */
const mostOnCard = 3
/** So many fit into one message beside one another. */
const mostInList = 20
/** A note is a remark, not a letter: twenty of them must fit into one message. */
const longest = mostCharacters.words / 4

/** `note contoso called`: keeps what somebody wants colleagues to know. */
export async function noteCustomer(customer: Customer, text: string | null, talk: Talk): Promise<Reply> {
  const { desk, words, by } = talk
  if (text !== null && text.length > longest) return said(tooLongText(text.length, longest, words), { tone: 'warning' })
  const outcome = await desk.notes.write(customer, text ?? '', by)
  if (outcome.ok) {
    const noted = words.say('note.written', { name: customer.name, text: outcome.value.text })
    return { parts: [line(noted, { tone: 'good' }), line(words.say('undo.how'), { weight: 'quiet' })] }
  }
  return outcome.refusal.code === 'not-allowed'
    ? said(words.say('refusal.may-not', { name: by.name }))
    : said(words.say('note.what', { name: customer.name }))
}

/** `notes contoso`: all that is kept of a customer, the newest first. Others in a channel do not read along. */
export async function showNotes(customer: Customer, talk: Talk): Promise<Reply> {
  const { desk, words, shared } = talk
  const { id, name } = customer
  const notes = await desk.notes.of(customer)
  if (notes.length === 0) return said(words.say('note.none', { name }))
  if (shared) return said(words.say('customer.notes-elsewhere', { count: notes.length }))
  return {
    title: words.say('note.title', { name }),
    parts: [
      ...notes.slice(0, mostInList).map((note) => line(noteLine(note, talk))),
      ...(notes.length > mostInList
        ? [line(words.say('note.only-newest', { count: mostInList }), { weight: 'quiet' })]
        : []),
    ],
    again: phrase(words.grammar, 'notes', { customer: id }),
  }
}

/** The newest, for a customer's card. */
export function notesOnCard(customer: Customer, notes: readonly CustomerNote[], talk: Talk): readonly Part[] {
  const { words, shared } = talk
  if (notes.length === 0) return []
  if (shared) return [line(words.say('customer.notes-elsewhere', { count: notes.length }), { weight: 'quiet' })]
  const more = notes.length - mostOnCard
  const say = phrase(words.grammar, 'notes', { customer: customer.name })
  return [
    line(words.say('customer.notes', { count: notes.length }), { weight: 'strong' }),
    ...notes.slice(0, mostOnCard).map((note) => line(noteLine(note, talk))),
    ...(more > 0 ? [line(words.say('customer.more-notes', { count: more, say }), { weight: 'quiet' })] : []),
  ]
}

function noteLine({ by, at, text }: CustomerNote, { words, nameOf }: Talk): string {
  return words.say('note.line', { at: words.moment(at), name: nameOf(by), text })
}
