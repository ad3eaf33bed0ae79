import type { Intent } from '../intent.ts'
import type { HeardVerb, ReadVerbs } from './heard-verb.ts'

/** Lists of who owes, and the day's work. */
export const overdueVerbs: ReadVerbs = {
  overdue,
  'overdue-csv': (heard) => {
    const asked = overdue(heard)
    return asked?.verb === 'overdue' ? { verb: 'overdue-csv', filters: asked.filters } : asked
  },
  due: (heard) => {
    const asked = overdue(heard)
    return asked?.verb === 'overdue' ? { ...asked, verb: 'due' } : asked
  },
  skip: ({ who, slots, isDay, passedOn }) => {
    const until = slots['day'] ?? null
    // “Until Monday Ltd” is a name: what stands behind “until” must be a day.
    return until === null || isDay(until) ? { verb: 'skip', who, until, because: passedOn } : null
  },
}

/** Filters before the verb or behind it; what stands behind it and is no filter may be a customer's name. */
function overdue({ slots, readFilters, sentence }: HeardVerb): Intent | null {
  const { before = '', filters = '' } = slots
  const behind = filters.replace(/^[\s,、:]+/u, '')
  const said = `${before} ${behind}`.trim()
  const read = readFilters(said)
  switch (read.kind) {
    case 'filters':
      return { verb: 'overdue', filters: read.filters, page: read.page }
    case 'no-currency':
      return {
        verb: 'which-currency',
        number: read.number,
        sentence,
        at: placeIn(sentence, before, behind, said.length - read.behind.length),
      }
    case 'unclear':
      return { verb: 'unclear-amount', said: read.said, why: read.why }
    case 'twice':
      return { verb: 'overdue-twice', said: read.said }
    case 'other':
      return before === '' && behind !== '' ? { verb: 'overdue-of', who: behind, unread: read.unread } : null
  }
}

/** Where in the sentence a place among its filters lies, which stand before the verb and behind it. */
function placeIn(sentence: string, before: string, behind: string, place: number): number {
  if (place <= before.length) return sentence.indexOf(before) + place
  return sentence.lastIndexOf(behind) + place - (before === '' ? 0 : before.length + 1)
}
