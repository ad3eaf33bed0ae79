import type { CaseItself } from '../domain/cases/case.ts'
import type { CaseId } from '../domain/shared/ids.ts'
import { never } from '../domain/shared/outcome.ts'
import { caseLine } from './case-card.ts'
import { whoseAlert } from './fraud/alert-card.ts'
import { operatorsOf } from './lanes/lane-lines.ts'
import type { CardTalk } from './talk.ts'
import { phrase } from './understanding/phrase.ts'
import { line, type Button, type Part } from './vocabulary/reply.ts'
import type { Words } from './words/words.ts'

/** A case among others: its number, whom or what it is about, and how it stands. */
export function caseListed(found: CaseItself, talk: CardTalk): Part {
  return line(`${found.value.id} · ${nameIn(found, talk.words)}: ${caseLine(found, talk)}`)
}

/** Shows the case whose number it bears. */
export function showCase(id: CaseId, { grammar }: Words): Button {
  return { label: id, says: phrase(grammar, 'show-case', { case: id }) }
}

function nameIn({ kind, value }: CaseItself, words: Words): string {
  switch (kind) {
    case 'suspension':
    case 'resumption':
    case 'sighting':
    case 'ending':
    case 'budget':
    case 'credit-change':
    case 'countdown':
      return value.identity.operatorName
    case 'fraud-alert':
      return whoseAlert(value, words)
    case 'service-request':
      return value.customer?.name ?? ''
    case 'role-change':
      return value.subject.name
    case 'ledger-import':
    case 'policy-change':
      return value.file
    case 'lane-switch':
      return operatorsOf(value.lanes, words)
    case 'daily-brake':
    case 'lane-trouble':
      return words.say(`lane.${value.lane}`)
    default:
      return never(kind)
  }
}
