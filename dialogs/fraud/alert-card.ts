import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { never } from '../../domain/shared/outcome.ts'
import { laneOnCard } from '../lanes/lane-lines.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part, type Reply, type Tone } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { alertButtons, alertInputs } from './alert-buttons.ts'
import { clockLine } from './alert-clock.ts'
import { alertFacts, seenParts } from './alert-facts.ts'
import { reportedParts } from './alert-verdict.ts'

/** The card of an alert: who looks after it, what was seen and what it costs, and what can be done. */
export function alertCard(alert: FraudAlert, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const { id, lane, isTest, status } = alert
  const operator = words.say(`lane.${lane}`)
  if (alert.type === 'routeTest')
    return {
      title: words.say('route-test.title', { case: id }),
      parts: [line(alertLine(alert, talk))],
      shows: { case: id, version },
    }
  return {
    title: words.say(isTest ? 'alert.title.test' : 'alert.title', {
      case: id,
      name: whoseAlert(alert, words),
      operator,
    }),
    tone: toneOf(alert),
    parts: [
      line(alertLine(alert, talk), { weight: 'strong' }),
      ...(status === 'pending' && !isTest ? laneOnCard(lane, talk) : []),
      ...(isTest ? [line(words.say('alert.test'), { tone: 'warning' })] : []),
      ...clockLine(alert, words),
      ...actLines(alert, words),
      ...reportedParts(alert, words),
      ...seenParts(alert, talk),
      ...(alert.identity === null
        ? [line(words.say('alert.unknown-customer', { operator }), { tone: 'warning' })]
        : []),
      alertFacts(alert, talk),
      ...(alert.before === null ? [] : [line(words.say('alert.before', { case: alert.before }))]),
      ...alertInputs(alert, talk),
    ],
    buttons: alertButtons(alert, version, talk),
    shows: { case: id, version },
  }
}

/** How an alert stands, in one line. */
export function alertLine(alert: FraudAlert, { words, nameOf }: CardTalk): string {
  switch (alert.status) {
    case 'pending': {
      const { snooze, holder } = alert
      if (snooze)
        return words.say('alert.snoozed', {
          name: nameOf(snooze.by),
          until: words.moment(snooze.until),
          because: snooze.because,
        })
      if (holder) return words.say('alert.held', { name: nameOf(holder.by) })
      const act = alert.answers.at(-1)
      return act ? words.say('alert.acted', { case: act.case }) : words.say('alert.unheld')
    }
    case 'decided':
      if (alert.type === 'routeTest') return words.say('alert.route-test', { name: nameOf(alert.decidedBy) })
      return words.say(`alert.verdict.${alert.verdict}`, { name: nameOf(alert.decidedBy), because: alert.because })
    case 'resolved-elsewhere':
      return words.say('alert.resolved-elsewhere', { operator: words.say(`lane.${alert.lane}`) })
    default:
      return never(alert)
  }
}

/** Whom an alert is about, as far as anybody knows. */
export function whoseAlert({ identity, calledThere, customer }: FraudAlert, words: Words): string {
  return identity?.operatorName ?? calledThere ?? customer ?? words.say('alert.nobody')
}

/** What was done, and what was left undone for too long. */
function actLines(alert: FraudAlert, words: Words): readonly Part[] {
  const { answers, escalated, status, holder, pagedUndelivered } = alert
  const waits = status === 'pending' && answers.length === 0 && holder === null
  return [
    ...answers.map(({ case: id, at }) => line(words.say('alert.act', { case: id, at: words.moment(at) }))),
    ...(waits && escalated
      ? [line(words.say('alert.escalated', { at: words.moment(escalated.at) }), { tone: 'warning' })]
      : []),
    ...(waits && pagedUndelivered ? [line(words.say('alert.undelivered'), { tone: 'warning' })] : []),
  ]
}

function toneOf({ status, severity, isTest, ...alert }: FraudAlert): Tone {
  if (status !== 'pending' || isTest || alert.snooze) return 'plain'
  switch (severity) {
    case 'high':
      return 'danger'
    case 'medium':
    case 'unknown':
      return 'warning'
    case 'low':
    case 'informational':
      return 'plain'
    default:
      return never(severity)
  }
}
