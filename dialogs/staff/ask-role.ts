import { quoted } from '../phrases/quoted.ts'
import { forReaders, type Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { normalise } from '../understanding/normalise.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import { caseCard } from '../case-card.ts'
import { roleRefusalLine } from './role-cards.ts'

/** The first administrator's half of a role change: a person is named by the name the desk knows them by. */
export async function askRole(
  { change, role, person: who }: Extract<Intent, { verb: 'role' }>,
  talk: Talk,
): Promise<Reply> {
  const { desk, words, by } = talk
  const wanted = normalise(who.replace(/^@/u, ''))
  const [staff, waiting] = await Promise.all([desk.staff.all(), desk.staff.waiting()])
  const known = staff.filter(({ name, id }) => normalise(name) === wanted || id === who)
  const newcomers = waiting.filter(({ name }) => normalise(name) === wanted)
  const [subject, ...others] = [
    ...known.map(({ id, name }) => ({ kind: 'staff', staff: id, name }) as const),
    ...newcomers.map(({ account, name }) => ({ kind: 'newcomer', account, name }) as const),
  ]
  if (!subject) return said(words.say('role.nobody', { who: quoted(who) }))
  // Two people of one name: only their own cards tell them apart.
  if (others.length > 0) return said(words.say('role.several', { who: quoted(who) }))
  const outcome = await desk.staff.askRole({ subject, change, role }, by, talk.speaker.place)
  if (!outcome.ok) return said(roleRefusalLine(outcome.refusal, talk))
  const found = await desk.cards.read(outcome.value.id)
  return found ? caseCard(found, forReaders(talk)) : said(words.say('role.pending'))
}
