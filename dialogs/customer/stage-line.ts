import type { StageFinding } from '../../domain/policy/dunning-stage.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { isKnownBySums } from '../../domain/receivables/standing.ts'
import type { Words } from '../words/words.ts'

/** What the policy calls for today, and what stands in the way of the next step. */
export function stageLine({ finding, standing, ledgerAsOf }: CustomerStanding, words: Words): string {
  // Nothing known is not nothing owed.
  if (ledgerAsOf === null) return words.say('stage.unknown')
  const { unnamedCurrencies } = finding
  return words.sentences([
    finding.gap?.code === 'no-final-notice' && isKnownBySums(standing)
      ? words.say('stage.known-by-sums')
      : callsFor(finding, words),
    ...(unnamedCurrencies.length === 0
      ? []
      : [words.say('stage.silent', { currencies: words.list(unnamedCurrencies) })]),
  ])
}

function callsFor({ stage, gap }: StageFinding, words: Words): string {
  if (gap?.code === 'notice-running') return words.say('stage.notice-running', { deadline: words.day(gap.deadline) })
  if (gap?.code === 'no-final-notice') return words.say('stage.notice-missing')
  if (stage === 'clear') return words.say('stage.calls-for-nothing')
  return words.say('stage.calls-for', { stage: words.say(`stage.${stage}`) })
}
