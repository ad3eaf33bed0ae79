import type { BudgetDesk } from '../../domain/budget/budget-desk.ts'
import type { BudgetRefusal } from '../../domain/budget/decide-budget.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { mayNotAsk, mayNotDecide } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { budgetLine } from './budget-card.ts'

type AskRefusal = Extract<Awaited<ReturnType<BudgetDesk['ask']>>, { ok: false }>['refusal']

/** Why nobody was asked, with what to do instead. */
export function budgetAskRefusalLine(refusal: AskRefusal, words: Words): string {
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotAsk('set budget', words.say('refusal.not-allowed'), words)
    case 'no-azure':
      return words.say('budget.no-azure', { operator: words.say(`lane.${refusal.lane}`) })
    case 'other-currency':
      return words.say('budget.other-currency', { currency: refusal.currency })
    case 'asked-before':
      return words.say('budget.asked-before', { case: refusal.case })
    case 'not-above-nothing':
    case 'as-it-is':
      return words.say(`budget.${refusal.code}`)
    case 'unknown-customer':
      return words.say('refusal.unknown-customer')
    default:
      return never(refusal)
  }
}

/** Why a decision did not count, with what to do next. */
export function budgetRefusalLine(refusal: BudgetRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.budget.id,
        outcome: budgetLine(refusal.budget, talk),
      })
    case 'not-an-approver':
      return mayNotDecide('set budget', words.say('refusal.not-an-approver'), words)
    case 'own-request':
    case 'expired':
    case 'words-needed':
    case 'not-yours':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}
