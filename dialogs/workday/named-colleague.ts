import type { Staff } from '../../domain/staff/staff.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import { normalise } from '../understanding/normalise.ts'
import { wordIn } from '../understanding/phrase.ts'
import { said, type Reply } from '../vocabulary/reply.ts'

/** Who somebody meant by a name, by “me” or by “nobody” (null); else what to ask them. */
export function namedColleague(
  who: string,
  { by, colleagues, grammars, words }: Talk,
): { readonly colleague: Staff | null } | { readonly ask: Reply } {
  const person = wordIn<'me' | 'nobody'>(grammars, 'persons', who)
  if (person !== null) return { colleague: person === 'me' ? by : null }
  const wanted = normalise(who.replace(/^@/u, ''))
  const named = colleagues.filter(({ name, id }) => normalise(name) === wanted || id === who)
  // “Mei” is enough where only one person is called so.
  const found = named.length > 0 ? named : colleagues.filter(({ name }) => firstName(name) === wanted)
  const [colleague, ...others] = found
  if (!colleague) return { ask: said(words.say('role.nobody', { who: quoted(who) })) }
  if (others.length > 0) return { ask: said(words.say('assign.several', { who: quoted(who) })) }
  return { colleague }
}

function firstName(name: string): string {
  return normalise(name).split(' ')[0] ?? ''
}
