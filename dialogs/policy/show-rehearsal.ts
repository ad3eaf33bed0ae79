import { mayAsk } from '../../domain/staff/powers.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { activationRefused } from './policy-refusals.ts'
import { differenceLine, rehearsalHead } from './rehearsal-lines.ts'

const perPage = 20

/** `policy rehearse`: who would be treated otherwise under the edited file, a page at a time; nothing changes by it. */
export async function showRehearsal(asked: number, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const outcome = await desk.rehearsals.edited(asked > 1)
  if (!outcome.ok) return activationRefused(outcome.refusal, words)
  const { file, rehearsal } = outcome.value
  const title = words.say('rehearsal.title', { file })
  if (rehearsal === null) return { title, parts: [line(words.say('rehearsal.nothing'))] }
  const { differences } = rehearsal
  const pages = Math.max(1, Math.ceil(differences.length / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const turn = (to: number) => phrase(words.grammar, 'policy-rehearse', { number: String(to) })
  return {
    title,
    again: pages === 1 ? phrase(words.grammar, 'policy-rehearse') : turn(page),
    parts: [
      ...(page === 1 ? rehearsalHead(rehearsal, words).map((each) => line(each)) : []),
      ...differences.slice((page - 1) * perPage, page * perPage).map((each) => line(differenceLine(each, words))),
      ...(pages === 1 ? [] : [line(words.say('overdue.page', { page, pages }), { weight: 'quiet' as const })]),
    ],
    buttons: [
      ...(page > 1 ? [{ label: words.say('button.previous'), says: turn(page - 1) }] : []),
      ...(page < pages ? [{ label: words.say('button.next'), says: turn(page + 1) }] : []),
      ...(mayAsk(by.roles, 'activate policy')
        ? [{ label: words.say('button.policy-activate'), says: phrase(words.grammar, 'policy-activate') }]
        : []),
    ],
  }
}
