import type { Trouble } from '../../domain/acts/subscription-act.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { baseInactive, missingAccess } from '../../domain/ports/operator-codes.ts'
import type { SubscriptionStatus } from '../../domain/ports/operator-lane.ts'
import { unreadable } from '../../domain/shared/outside-fault.ts'
import type { Words } from '../words/words.ts'

/** What went wrong at the operator, in one sentence, with what to do next. */
export function troubleLine({ kind, code, description, correlationId }: Trouble, lane: Lane, words: Words): string {
  const operator = words.say(`lane.${lane}`)
  if (code === 'lane-not-configured') return words.say('trouble.lane-not-configured', { operator })
  if (code === 'base-first' || code === 'other-case') return words.say(`trouble.${code}`)
  if (code?.startsWith('status-')) {
    const status = words.say(`status.${code.slice('status-'.length) as SubscriptionStatus}`)
    return words.say('trouble.wrong-status', { operator, status })
  }
  return words.sentences([
    whatHappened(kind, code, operator, words),
    ...(description === null ? [] : [words.say('trouble.said', { description })]),
    ...(correlationId === null ? [] : [words.say('trouble.quote', { correlationId })]),
  ])
}

function whatHappened(kind: Trouble['kind'], code: Trouble['code'], operator: string, words: Words): string {
  if (code === unreadable) return words.say('trouble.unreadable', { operator })
  const known = { operator, code: code ?? 'none' }
  if (code === baseInactive) return words.say('trouble.base-inactive', known)
  if (kind !== 'unauthorised') return words.say(`trouble.${kind}`, known)
  return words.say('trouble.unauthorised', { ...known, missing: missingAccess[known.code] ?? 'unknown' })
}
