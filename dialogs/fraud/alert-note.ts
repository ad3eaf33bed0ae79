import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Words } from '../words/words.ts'
import { resourceNames, spendWords } from './alert-facts.ts'
import { alertType } from './alert-type.ts'

/** An alert in a few sentences, for whoever decides on it or helps with it elsewhere. */
export function alertNote(alert: FraudAlert, words: Words): string {
  const { id, lane, severity, hits, firstSeenAt, title, description, resources } = alert
  const spend = spendWords(alert, words)
  const said = title ?? description
  return words.sentences([
    words.say('alert.note', {
      case: id,
      type: alertType(alert, words),
      operator: words.say(`lane.${lane}`),
      severity: words.say(`alert.severity.${severity}`),
      count: hits,
      since: words.moment(firstSeenAt),
    }),
    ...(said === null || said.trim() === '' ? [] : [words.say('alert.quote', { text: quoted(said.trim()) })]),
    ...(spend === null ? [] : [words.say('alert.note-spend', { spend })]),
    ...(resources.length === 0
      ? []
      : [words.say('alert.note-resources', { resources: resourceNames(resources, words) })]),
  ])
}
