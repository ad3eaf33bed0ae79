import type { Intent } from '../intent.ts'
import { nameOfWord } from '../pattern.ts'
import type { HeardVerb, ReadVerbs } from './heard-verb.ts'

/** What is asked about one customer, and what is noted of them. */
export const customerVerbs: ReadVerbs = {
  customer,
  'customer-of-list': customer,
  match: ({ who }) => ({ verb: 'match', who }),
  notes: ({ who }) => ({ verb: 'notes', who }),
  next: ({ who }) => ({ verb: 'next', who }),
  why: (heard) => why('why', heard),
  'why-not': (heard) => why('why-not', heard),
  assign: ({ who, slots }) => ({ verb: 'assign', who, person: slots['person'] ?? null }),
  'note-customer': ({ who, passedOn }) => ({ verb: 'note', who, text: passedOn }),
  'note-words': ({ passedOn }) => ({ verb: 'note', who: null, text: null, run: passedOn ?? '' }),
  notice: ({ who, passedOn }) => ({ verb: 'notice', who, text: passedOn }),
  'notice-words': ({ passedOn }) => ({ verb: 'notice', who: null, text: null, run: passedOn ?? '' }),
}

/** “Customer request” is why something is suspended, and nobody's name. */
function customer({ who, grammar, sentence }: HeardVerb): Intent | null {
  return nameOfWord(grammar.reasons, sentence) === null ? { verb: 'customer', who } : null
}

function why(verb: 'why' | 'why-not', { who, slots, isDay }: HeardVerb): Intent | null {
  const on = slots['day'] ?? null
  return on === null || isDay(on) ? { verb, who, on } : null
}
