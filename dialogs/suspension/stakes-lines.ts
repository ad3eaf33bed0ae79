import type { Excess } from '../../domain/suspension/excess.ts'
import { isOpen, type SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import type { Words } from '../words/words.ts'

/** Why more than one approver is needed, and why each gives a code; nothing once it is decided. */
export function stakesLines(request: SuspensionRequest, words: Words): readonly string[] {
  if (!isOpen(request)) return []
  const { approvalsNeeded: needed, approvalsWhy, stepUp } = request
  return [
    ...(approvalsWhy ? [words.say('stakes.approvers', { needed, why: whyLine(approvalsWhy, words) })] : []),
    ...(stepUp ? [words.say('stakes.step-up', { why: whyLine(stepUp, words) })] : []),
  ]
}

/** Which limit is exceeded, and by what. */
export function whyLine(why: Excess | { readonly over: 'reason' }, words: Words): string {
  switch (why.over) {
    case 'people':
      return words.say('stakes.people', { people: why.people, limit: why.limit })
    case 'amount': {
      const limit = words.money({ minor: why.limit, currency: why.amount.currency })
      return words.say('stakes.amount', { sum: words.money(why.amount), limit })
    }
    case 'reason':
      return words.say('stakes.reason')
  }
}
