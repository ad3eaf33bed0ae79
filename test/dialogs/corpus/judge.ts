import { isDeepStrictEqual } from 'node:util'
import { normalise } from '../../../dialogs/understanding/normalise.ts'
import { isNobody, type Heard } from './hearing.ts'
import type { Meaning, Saying } from './saying.ts'

/** Verbs that begin something which service, money, people or the desk's own rules hang on. */
const destructive = [
  ...['suspend', 'resume', 'end', 'stop', 'restart', 'act', 'watch-only', 'role', 'policy-activate', 'undo', 'unlink'],
  ...['credit-hold', 'credit-release', 'credit-limit', 'budget', 'final-notice', 'change-case', 'address'],
]

/** How a saying was heard: as it was meant, not so, or as an act that nobody asked for. */
export type Verdict = 'right' | 'wrong' | 'destructive'

/** `heard`: what was understood; `first`: what the first choice means where it was asked back instead. */
export function judge({ means, asks }: Saying, heard: Heard | null, first: Heard | null): Verdict {
  const any = means === null ? [] : Array.isArray(means) ? means : [means]
  const fits = (one: Heard | null) => one !== null && any.some((each) => isMeant(each, one))
  if (means === null && (heard === null || !isDestructive(heard))) return 'right'
  if (
    asks === true ? heard === null && fits(first) : fits(heard) || (asks === 'maybe' && heard === null && fits(first))
  )
    return 'right'
  const sameAct = asks === undefined && any.some((each) => heard !== null && isSameAct(each, heard))
  return heard !== null && isDestructive(heard) && !sameAct ? 'destructive' : 'wrong'
}

/** Whether all of a meaning was heard, and nothing besides. */
export function isMeant(meant: Meaning, heard: Heard): boolean {
  return [...new Set([...Object.keys(meant), ...Object.keys(heard)])].every((slot) =>
    isSlot(slot, meant[slot as keyof Meaning], heard[slot]),
  )
}

function isSlot(slot: string, meant: unknown, heard: unknown): boolean {
  if (slot === 'customer' && Array.isArray(meant)) {
    const names: readonly unknown[] = meant
    const offered: readonly unknown[] = Array.isArray(heard) ? heard : []
    if (names.length === 1) return heard === names[0] || offered[0] === names[0]
    return names.every((name) => offered.includes(name))
  }
  if (Array.isArray(meant)) return meant.some((each) => isSlot(slot, each, heard))
  if (freeText.includes(slot) && typeof meant === 'string' && typeof heard === 'string')
    return normalise(heard).includes(normalise(meant))
  return isDeepStrictEqual(meant, heard)
}

const freeText = ['text', 'reason', 'person', 'invoice', 'tongue', 'to', 'zone', 'email', 'code']

function isDestructive({ verb }: Heard): boolean {
  return destructive.includes(verb)
}

/** No other act than the one that was meant; whom it is about and why may still have to be asked. */
function isSameAct(meant: Meaning, heard: Heard): boolean {
  const { verb, customer, reason } = heard
  // Nobody is called so: that is asked about before anything else.
  if (verb === meant.verb && isNobody(customer) && meant.customer !== undefined) return true
  const asked = [...(Array.isArray(customer) ? ['customer'] : []), ...(reason === undefined ? ['reason'] : [])]
  return [...new Set([...Object.keys(meant), ...Object.keys(heard)])].every(
    (slot) => asked.includes(slot) || isSlot(slot, meant[slot as keyof Meaning], heard[slot]),
  )
}
