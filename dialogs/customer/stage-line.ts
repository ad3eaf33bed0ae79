import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import type { Words } from '../words/words.ts'

/** What the policy calls for today, and what stands in the way of the next step. */
export function stageLine({ finding }: CustomerStanding, words: Words): string {
  const { stage, gap, unnamedCurrencies } = finding
  const silent =
    unnamedCurrencies.length === 0 ? '' : ` ${words.say('stage.silent', { currencies: words.list(unnamedCurrencies) })}`
  if (gap?.code === 'notice-running')
    return words.say('stage.notice-running', { deadline: words.day(gap.deadline) }) + silent
  if (gap?.code === 'no-final-notice') return words.say('stage.notice-missing') + silent
  if (stage === 'clear') return words.say('stage.calls-for-nothing') + silent
  return words.say('stage.calls-for', { stage: words.say(`stage.${stage}`) }) + silent
}
