import { never } from '../../domain/shared/outcome.ts'
import type { Obstacle } from '../../domain/suspension/suspension-request.ts'
import { rolesToAsk } from '../phrases/whose-role.ts'
import type { Words } from '../words/words.ts'

/** Why the policy says not yet, in one sentence. */
export function obstacleLine(obstacle: Obstacle, words: Words): string {
  switch (obstacle.code) {
    case 'before-suspension-rung':
      return words.say('obstacle.before-suspension-rung', { stage: words.say(`stage.${obstacle.stage}`) })
    case 'no-final-notice':
      return words.say('obstacle.no-final-notice')
    case 'notice-running':
      return words.say('obstacle.notice-running', { deadline: words.day(obstacle.deadline) })
    case 'under-agreement':
      return words.say(`obstacle.${obstacle.kind}`, { agreement: obstacle.agreement, until: words.day(obstacle.until) })
    case 'said-to-be-paid':
      return words.say('obstacle.said-to-be-paid', {
        agreement: obstacle.agreement,
        amount: words.money(obstacle.amount),
        until: words.day(obstacle.until),
      })
    case 'ledger-too-old':
      return words.say('obstacle.ledger-too-old', {
        asOf: words.day(obstacle.asOf),
        days: obstacle.workingDays,
        limit: obstacle.limit,
      })
    default:
      return never(obstacle)
  }
}

/** The same with what to do about it, for the person who can still do something. */
export function obstacleAdvice(obstacle: Obstacle, words: Words): string {
  const line = obstacleLine(obstacle, words)
  switch (obstacle.code) {
    case 'no-final-notice':
      return words.sentences([line, words.say('advice.no-final-notice')])
    case 'ledger-too-old':
      return words.sentences([line, words.say('advice.ledger-too-old', { roles: rolesToAsk('import ledger', words) })])
    default:
      return line
  }
}
