import type { Intent } from './intent.ts'
import { wordsIn } from './ways-to-say.ts'

/** What a sentence means in one language, and what was left to names and free words on the way. */
export interface Reading {
  readonly intent: Intent
  /** Said word for word as a grammar lists it. */
  readonly exact: boolean
  /** How many letters the grammar's own words do not account for. */
  readonly open: number
  /** How many of them are left where a reason that nobody knows is not part of the name. */
  readonly alone: number
  /** A name that the sentence begins with; empty where it begins with the grammar's own words. */
  readonly head: string
  /** A name that the sentence ends with. */
  readonly tail: string
}

/** What a grammar lists or what has a shape of its own; all else that fills a slot is somebody's name, or free words. */
const closed: ReadonlySet<string> = new Set([
  ...['reason', 'lane', 'topic', 'severity', 'role', 'route', 'alerts', 'level', 'way'],
  ...['number', 'case', 'amount', 'sum', 'instalments', 'code', 'email', 'from', 'until', 'time'],
  ...['before', 'filters', 'only'],
])

/** Slots that somebody or something is called in. */
const names: ReadonlySet<string> = new Set(['customer', 'person', 'invoice', 'place', 'before'])

/** Measures what a phrase caught. */
export function readingOf(
  intent: Intent,
  phrase: string,
  slots: Readonly<Record<string, string>>,
  isDay: (said: string) => boolean,
): Reading {
  const free = Object.entries(slots).filter(([slot, said]) => !(closed.has(slot) || (slot === 'day' && isDay(said))))
  const unread = intent.verb === 'overdue-of' ? intent.who : intent.verb === 'route-unclear' ? intent.unread : ''
  // Words that may be left out leave a name at the edge.
  const bones = phrase.replace(/\([^()]*\)/gu, (group) => (wordsIn(group).includes('') ? '' : group)).trim()
  const at = (edge: RegExp) => {
    const slot = edge.exec(bones)?.[1] ?? ''
    return names.has(slot) ? (slots[slot] ?? '') : ''
  }
  const open = free.reduce((sum, [, said]) => sum + said.length, unread.length)
  return {
    intent,
    exact: !phrase.includes('{'),
    open,
    alone: 'whoAlone' in intent && intent.whoAlone ? intent.whoAlone.length : open,
    head: at(/^\{(\w+)\}/u),
    tail: at(/\{(\w+)\}$/u),
  }
}
