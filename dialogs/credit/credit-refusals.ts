import type { CreditDesk } from '../../domain/credit/credit-desk.ts'
import type { CreditRefusal } from '../../domain/credit/decide-credit.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { mayNotAsk, mayNotDecide } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { creditChangeLine } from './credit-card.ts'

type RefusalOf<K extends 'askLimit' | 'hold'> = Extract<Awaited<ReturnType<CreditDesk[K]>>, { ok: false }>['refusal']
type AskRefusal = RefusalOf<'askLimit'> | RefusalOf<'hold'>

/** Why nobody was asked, or nothing was noted, with what to do instead. */
export function creditAskRefusalLine(refusal: AskRefusal, name: string, words: Words): string {
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotAsk(refusal.power, words.say('refusal.not-allowed'), words)
    case 'unknown-customer':
      return words.say('refusal.unknown-customer')
    case 'asked-before':
      return words.say('credit.asked-before', { case: refusal.case })
    case 'review-too-far':
      return words.say('credit.review-too-far', { latest: words.day(refusal.latest) })
    case 'words-needed':
    case 'review-passed':
    case 'as-it-is':
    case 'held-already':
    case 'nothing-held':
      return words.say(`credit.${refusal.code}`, { name })
    default:
      return never(refusal)
  }
}

/** Why a decision did not count, with what to do next. */
export function creditRefusalLine(refusal: CreditRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.credit.id,
        outcome: creditChangeLine(refusal.credit, talk),
      })
    case 'not-an-approver':
      return mayNotDecide(refusal.power, words.say('refusal.not-an-approver'), words)
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
