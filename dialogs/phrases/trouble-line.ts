import type { Trouble } from '../../domain/acts/subscription-act.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { SubscriptionStatus } from '../../domain/ports/operator-lane.ts'
import type { Words } from '../words/words.ts'

/** What went wrong at the operator, in one sentence, with what to do next. */
export function troubleLine({ kind, code, description, correlationId }: Trouble, lane: Lane, words: Words): string {
  const operator = words.say(`lane.${lane}`)
  if (code === 'lane-not-configured') return words.say('trouble.lane-not-configured', { operator })
  if (code === 'base-first') return words.say('trouble.base-first')
  if (code?.startsWith('status-')) {
    const status = words.say(`status.${code.slice('status-'.length) as SubscriptionStatus}`)
    return words.say('trouble.wrong-status', { operator, status })
  }
  return words.sentences([
    words.say(`trouble.${kind}`, { operator, code: code ?? 'none' }),
    ...(description === null ? [] : [words.say('trouble.said', { description })]),
    ...(correlationId === null ? [] : [words.say('trouble.quote', { correlationId })]),
  ])
}
