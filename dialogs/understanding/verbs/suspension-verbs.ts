import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import type { Intent } from '../intent.ts'
import { nameOfWord } from '../pattern.ts'
import type { HeardVerb, ReadVerbs } from './heard-verb.ts'

/** What takes service away, and brings it back. */
export const suspensionVerbs: ReadVerbs = {
  suspend,
  'suspend-because': ({ who }) => ({ verb: 'suspend', who, reason: null }),
  resume: ({ who }) => ({ verb: 'resume', who }),
  holds: ({ who }) => ({ verb: 'holds', who }),
  'cancel-subscriptions': ({ who }) => ({ verb: 'end', way: 'cancel', who }),
  'end-at-term': ({ who }) => ({ verb: 'end', way: 'at-term', who }),
}

function suspend({ who, slots, grammar, isDay, whoAlone, sentence }: HeardVerb): Intent | null {
  const reason = slots['reason'] === undefined ? null : nameOfWord<SuspensionReason>(grammar.reasons, slots['reason'])
  const on = slots['day']
  // “Works on Wheels” is a name: what stands behind “on” must be a day.
  if (on !== undefined) return isDay(on) ? { verb: 'suspend', who, reason, on } : null
  const alone = reason === null ? whoAlone(sentence) : null
  return { verb: 'suspend', who, reason, ...(alone === null ? {} : { whoAlone: alone }) }
}
