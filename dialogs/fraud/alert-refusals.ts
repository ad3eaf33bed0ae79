import type { AlertRefusal } from '../../domain/fraud/decide-alert.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { Verb } from '../../domain/staff/powers.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { alertLine } from './alert-card.ts'

type AlertVerb = Extract<Verb, 'report alert' | 'handle alert' | 'decide alert'>

/** Why a press or a sentence about an alert did not count, with what to do next. */
export function alertRefusalLine(verb: AlertVerb) {
  return (refusal: AlertRefusal | VersionRefusal, talk: CardTalk): string => {
    const { words, nameOf } = talk
    switch (refusal.code) {
      case 'already-decided':
        return words.say('refusal.already-decided', {
          case: refusal.alert.id,
          outcome: alertLine(refusal.alert, talk),
        })
      case 'not-allowed':
        return mayNotAlert(verb, words)
      case 'words-needed':
        return words.say('refusal.alert.words-needed')
      case 'held-by-other':
        return words.say('refusal.alert.held-by-other', { name: nameOf(refusal.by) })
      case 'cannot-hold':
        return refusal.to === ''
          ? words.say('refusal.alert.to-needed')
          : words.say('refusal.alert.cannot-hold', { name: nameOf(refusal.to) })
      case 'end-needed':
        return words.say('refusal.alert.end-needed')
      case 'not-snoozed':
        return words.say('refusal.alert.not-snoozed')
      case 'word-unknown-there':
        return words.say('refusal.alert.word-unknown', { feed: words.say(`alert.feed.${refusal.feed}`) })
      case 'nothing-refused':
        return words.say('refusal.alert.nothing-refused')
      case 'not-found':
      case 'changed-since':
        return words.say(`refusal.${refusal.code}`)
      default:
        return never(refusal)
    }
  }
}

/** Whose role it takes. */
export function mayNotAlert(verb: AlertVerb, words: Words): string {
  return mayNotAsk(verb, words.say('refusal.alert.may-not'), words)
}
