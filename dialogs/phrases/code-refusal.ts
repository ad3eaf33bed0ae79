import type { CodeRefusal } from '../../domain/staff/second-factor.ts'
import type { Words } from '../words/words.ts'

/** Why a code did not count, with what to do next. */
export function codeRefusalLine(refusal: CodeRefusal, words: Words): string {
  switch (refusal.code) {
    case 'code-wrong':
      return words.say('refusal.code-wrong', { left: refusal.left })
    case 'code-locked':
      return words.say('refusal.code-locked', { until: words.moment(refusal.until) })
    case 'not-enrolled':
      return words.say('refusal.not-enrolled', { command: 'npm run desk -- totp enrol' })
    case 'code-needed':
    case 'code-used':
      return words.say(`refusal.${refusal.code}`)
  }
}
