import type { EndingDecisionRefusal } from '../../domain/ending/decide-ending.ts'
import type { EndingRefusal } from '../../domain/ending/ending-desk.ts'
import { powerTo } from '../../domain/ending/ending.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { CodeRefusal } from '../../domain/staff/second-factor.ts'
import { codeRefusalLine } from '../phrases/code-refusal.ts'
import { mayNotAsk, mayNotDecide } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { endingLine } from './ending-card.ts'

/** Why nobody was asked, with what to do instead. */
export function endingAskRefusalLine(refusal: EndingRefusal, words: Words): string {
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotAsk(powerTo[refusal.way], words.say('refusal.not-allowed'), words)
    case 'no-cancelling':
      return words.say('ending.no-cancelling', { operator: words.say(`lane.${refusal.lane}`) })
    case 'not-endable':
      return words.say(`ending.not-endable.${refusal.way}`, { name: refusal.name })
    case 'because-needed':
      return words.say('ending.because-needed')
    case 'name-differs':
      return words.say('ending.name-differs', { name: refusal.name })
    case 'asked-before':
      return words.say('refusal.asked-before', { case: refusal.case })
    case 'nothing-chosen':
    case 'unknown-customer':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}

/** Why a decision did not count, with what to do next. */
export function endingRefusalLine(
  refusal: EndingDecisionRefusal | CodeRefusal | VersionRefusal,
  talk: CardTalk,
): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.ending.id,
        outcome: endingLine(refusal.ending, talk),
      })
    case 'not-an-approver':
      return mayNotDecide(powerTo[refusal.way], words.say('refusal.not-an-approver'), words)
    case 'name-differs':
      return words.say('ending.name-differs', { name: refusal.name })
    case 'code-wrong':
    case 'code-locked':
    case 'not-enrolled':
    case 'code-needed':
    case 'code-used':
      return codeRefusalLine(refusal, words)
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
