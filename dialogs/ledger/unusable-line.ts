import type { PlanRefusal } from '../../domain/receivables/plan-import.ts'
import type { RefusalReason } from '../../domain/receivables/understanding.ts'
import { never } from '../../domain/shared/outcome.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Words } from '../words/words.ts'
import { cutList } from './cut-list.ts'

/** Why nothing can be made of a file, and what would help. */
export function unusableLine(reason: RefusalReason, words: Words): string {
  switch (reason.code) {
    case 'utf-16':
    case 'spreadsheet':
    case 'not-text':
    case 'empty-file':
    case 'no-header':
    case 'bad-rows':
      return words.say(`list.unusable.${reason.code}`)
    case 'quote-not-closed':
      return words.say('list.unusable.quote-not-closed', { line: reason.line })
    case 'aged-summary':
      return words.say('list.unusable.aged-summary', { headers: cutList(reason.headers.map(quoted), words) })
    case 'unknown-column': {
      const { header, field } = reason
      return words.say('list.unusable.unknown-column', { header: quoted(header), field: words.say(`field.${field}`) })
    }
    case 'unknown-lane':
    case 'unknown-currency':
      return words.say(`list.unusable.${reason.code}`, { text: quoted(reason.text) })
    case 'currency-differs':
      return words.say('list.unusable.currency-differs', { inFile: reason.inFile, said: reason.said })
    case 'nothing-open':
      return words.say('list.unusable.nothing-open', { rows: reason.zeroRows })
    case 'unreadable-rows-in-complete-list': {
      const { code, lines } = reason
      return words.say(`list.unusable.${code}`, { count: lines.length, lines: cutList(lines.map(String), words) })
    }
    default:
      return never(reason)
  }
}

/** Why a list that was understood cannot be imported. */
export function planRefusalLine(refusal: PlanRefusal, words: Words): string {
  switch (refusal.code) {
    case 'empty':
      return words.say('list.refused.empty')
    case 'as-of-in-future': {
      const { asOf, today } = refusal
      return words.say('list.refused.as-of-in-future', { asOf: words.day(asOf), today: words.day(today) })
    }
    case 'as-of-before-last': {
      const { asOf, last } = refusal
      return words.say('list.refused.as-of-before-last', { asOf: words.day(asOf), last: words.day(last) })
    }
    case 'as-of-before-item': {
      const { asOf, number, account, itemAsOf } = refusal
      const days = { asOf: words.day(asOf), itemAsOf: words.day(itemAsOf) }
      return words.say('list.refused.as-of-before-item', { number, account, ...days })
    }
    default:
      return never(refusal)
  }
}
