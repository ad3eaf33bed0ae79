import type { Lane } from '../../../domain/customers/lane.ts'
import type { Role } from '../../../domain/staff/powers.ts'
import { nameOfWord } from '../pattern.ts'
import type { HeardVerb, ReadVerbs } from './heard-verb.ts'

/** Who may do what, in which language, and where the desk acts at all. */
export const staffVerbs: ReadVerbs = {
  stop: (heard) => ({ verb: 'stop', lane: laneIn(heard) }),
  restart: (heard) => ({ verb: 'restart', lane: laneIn(heard) }),
  act: (heard) => {
    const lane = laneIn(heard)
    return lane && { verb: 'act', lane }
  },
  'watch-only': (heard) => {
    const lane = laneIn(heard)
    return lane && { verb: 'watch-only', lane }
  },
  'role-give': (heard) => {
    const role = roleIn(heard)
    return role && { verb: 'role', role, person: heard.slots['person'] ?? '', change: 'give' }
  },
  'role-take': (heard) => {
    const role = roleIn(heard)
    return role && { verb: 'role', role, person: heard.slots['person'] ?? '', change: 'take' }
  },
  become: (heard) => {
    const role = roleIn(heard)
    return role && { verb: 'become', role }
  },
  link: ({ slots }) => ({ verb: 'link', code: slots['code'] ?? null }),
  unlink: ({ slots }) => ({ verb: 'unlink', person: slots['person'] ?? null }),
  'language-here': ({ slots }) => ({ verb: 'language-here', said: slots['tongue'] ?? '' }),
  language: ({ slots }) => ({ verb: 'language', said: slots['text'] ?? '' }),
}

function laneIn({ slots, grammar }: HeardVerb): Lane | null {
  return nameOfWord<Lane>(grammar.lanes, slots['lane'] ?? '')
}

function roleIn({ slots, grammar }: HeardVerb): Role | null {
  return nameOfWord<Role>(grammar.roles, slots['role'] ?? '')
}
