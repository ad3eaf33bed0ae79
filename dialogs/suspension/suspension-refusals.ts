import type {
  AnswerRefusal,
  ApprovalRefusal,
  RejectionRefusal,
  WithdrawalRefusal,
} from '../../domain/suspension/decide-suspension.ts'
import type { GlassRefusal, SecondLookRefusal } from '../../domain/suspension/break-glass.ts'
import type { ChangeRefusal } from '../../domain/suspension/change-scope.ts'
import type { CallOffRefusal } from '../../domain/suspension/call-off.ts'
import type { AskRefusal } from '../../domain/suspension/suspension-desk.ts'
import type { CodeRefusal } from '../../domain/staff/second-factor.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import { codeRefusalLine } from '../phrases/code-refusal.ts'
import { mayNotAsk, mayNotDecide, mayNotLift } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import type { MessageKey } from '../words/message-key.ts'
import type { Words } from '../words/words.ts'
import { beyondCapsLine } from './glass-lines.ts'
import { obstacleAdvice } from './obstacle-line.ts'
import { outcomeLine } from './suspension-card.ts'

type DecisionRefusal =
  | CodeRefusal
  | GlassRefusal
  | SecondLookRefusal
  | ApprovalRefusal
  | RejectionRefusal
  | AnswerRefusal
  | WithdrawalRefusal
  | CallOffRefusal
  | ChangeRefusal
  | VersionRefusal

/** Why nobody was asked, in one sentence, with what to do next. */
export function askRefusalLine(refusal: AskRefusal, { words }: CardTalk): string {
  switch (refusal.code) {
    case 'not-allowed':
      return maySuspendOnly(refusal.reason, words)
    case 'not-matched':
      return words.say('refusal.not-matched')
    case 'nothing-chosen':
      return words.say('refusal.nothing-chosen')
    case 'unknown-subscription':
      return words.say('refusal.unknown-subscription', { subscription: refusal.subscription })
    case 'not-active':
      return words.say('refusal.not-active', { name: refusal.name, status: words.say(`status.${refusal.status}`) })
    case 'nothing-overdue':
      return words.say('refusal.nothing-overdue')
    case 'day-past':
      return words.say('refusal.day-past', { day: words.day(refusal.day) })
    case 'note-needed':
      return words.say(noteNeeded(refusal.reason))
    case 'obstacles':
      return words.sentences(refusal.obstacles.map((obstacle) => obstacleAdvice(obstacle, words)))
    case 'unknown-customer':
      return words.say('refusal.unknown-customer')
    case 'asked-before':
      return words.say('refusal.asked-before', { case: refusal.case })
    default:
      return never(refusal)
  }
}

/** What the second person decides on, where no debt is behind it. */
export function noteNeeded(reason: SuspensionReason): MessageKey {
  return reason === 'customer-request' ? 'refusal.note-needed-customer' : 'refusal.note-needed'
}

/** Whose role allows asking for it. */
export function maySuspendOnly(reason: SuspensionReason, words: Words): string {
  const why = words.say('refusal.may-not-suspend', { reason: words.say(`reason.${reason}`) })
  return mayNotAsk(`suspend for ${reason}`, why, words)
}

/** Why a decision did not count, in one sentence, with what to do next. */
export function decisionRefusalLine(refusal: DecisionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.request.id,
        outcome: outcomeLine(refusal.request, talk),
      })
    case 'ledger-too-old':
      return words.say('refusal.ledger-too-old', { asOf: refusal.asOf === null ? '–' : words.day(refusal.asOf) })
    case 'not-an-approver':
      return mayNotDecide(`suspend for ${refusal.reason}`, words.say('refusal.not-an-approver'), words)
    case 'not-allowed':
      return mayNotAsk(`suspend for ${refusal.reason}`, words.say('refusal.not-allowed'), words)
    case 'may-not-lift':
      return mayNotLift(refusal.reason, words)
    case 'unknown-subscription':
      return words.say('refusal.unknown-subscription', { subscription: refusal.subscription })
    case 'not-active':
      return words.say('refusal.not-active', { name: refusal.name, status: words.say(`status.${refusal.status}`) })
    case 'code-wrong':
    case 'code-locked':
    case 'not-enrolled':
    case 'code-needed':
    case 'code-used':
      return codeRefusalLine(refusal, words)
    case 'glass-not-yours':
      return mayNotAsk('break glass', words.say('refusal.glass-not-yours'), words)
    case 'glass-over':
      return words.say('refusal.glass-over', { why: beyondCapsLine(refusal.over, words) })
    case 'exempt-subscription':
      return words.say('refusal.exempt-subscription', { ...refusal, until: words.day(refusal.until) })
    case 'glass-off':
    case 'glass-not-alerted':
    case 'glass-under-way':
    case 'own-request':
    case 'approved-before':
    case 'question-open':
    case 'expired':
    case 'words-needed':
    case 'no-question':
    case 'not-yours':
    case 'nothing-chosen':
    case 'nothing-changed':
    case 'unknown-customer':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}
