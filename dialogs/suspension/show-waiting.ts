import { awaitsConfirmation, isOpen } from '../../domain/suspension/suspension-request.ts'
import { caseListed, showCase } from '../case-list.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'

const perPage = 10

/** Requests that wait for an approver, a line and a button each, a page at a time. */
export async function showWaiting(asked: number, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const open = (await desk.suspensions.open()).filter((each) => isOpen(each) || awaitsConfirmation(each))
  const pages = Math.max(1, Math.ceil(open.length / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const shown = open.slice((page - 1) * perPage, page * perPage)
  const turn = (to: number) => phrase(words.grammar, 'waiting', { number: String(to) })
  return {
    title: words.say('waiting.title', { count: open.length }),
    again: pages === 1 ? phrase(words.grammar, 'waiting') : turn(page),
    parts: [
      ...shown.map((value) => caseListed({ kind: 'suspension', value }, talk)),
      ...(pages === 1 ? [] : [line(words.say('overdue.page', { page, pages }), { weight: 'quiet' as const })]),
    ],
    buttons: [
      ...shown.map(({ id }) => showCase(id, words)),
      ...(page > 1 ? [{ label: words.say('button.previous'), says: turn(page - 1) }] : []),
      ...(page < pages ? [{ label: words.say('button.next'), says: turn(page + 1) }] : []),
    ],
  }
}
