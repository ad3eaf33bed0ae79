import type { OpenAlert } from '../../domain/fraud/fraud-alert.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { showCase } from '../case-list.ts'
import { sums } from '../phrases/money-lines.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { alertLine, whoseAlert } from './alert-card.ts'
import { alertType } from './alert-type.ts'

const perPage = 10

/** Open alerts, most money at risk first, then gravest, then oldest; those put aside or without a card are marked. */
export async function showAlerts(asked: number, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const open = await desk.alerts.open()
  const pages = Math.max(1, Math.ceil(open.length / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const shown = open.slice((page - 1) * perPage, page * perPage)
  const turn = (to: number): string => phrase(words.grammar, 'alerts', { number: String(to) })
  const report: readonly Button[] = mayAsk(by.roles, 'report alert')
    ? [{ label: words.say('button.report-fraud'), says: phrase(words.grammar, 'report-fraud') }]
    : []
  return {
    title: words.say('alerts.title', { count: open.length }),
    parts: [
      ...(open.length === 0 ? [line(words.say('alerts.none'))] : []),
      ...shown.map((alert) => alertRow(alert, talk)),
      ...(pages === 1 ? [] : [line(words.say('alerts.page', { page, pages }), { weight: 'quiet' })]),
    ],
    again: pages === 1 ? phrase(words.grammar, 'alerts') : turn(page),
    buttons: [
      ...shown.map(({ id }) => showCase(id, words)),
      ...(page > 1 ? [{ label: words.say('button.previous'), says: turn(page - 1) }] : []),
      ...(page < pages ? [{ label: words.say('button.next'), says: turn(page + 1) }] : []),
      ...report,
    ],
  }
}

/** An alert among others: what it is about, what it costs, and how it stands. */
export function alertRow(alert: OpenAlert, talk: Talk): Part {
  const { words } = talk
  const { id, severity, hits, spend, isTest, digested } = alert
  const said = {
    case: id,
    name: whoseAlert(alert, words),
    type: alertType(alert, words),
    severity: words.say(`alert.severity.${severity}`),
    count: hits,
  }
  const amounts = spend?.amounts ?? []
  return line(
    words.sentences([
      amounts.length === 0
        ? words.say('alerts.row', said)
        : words.say('alerts.row-spend', { ...said, sums: sums(amounts, words) }),
      ...(isTest ? [words.say('alerts.test')] : []),
      alertLine(alert, talk),
      ...(digested === undefined ? [] : [words.say('alerts.no-card')]),
    ]),
  )
}
