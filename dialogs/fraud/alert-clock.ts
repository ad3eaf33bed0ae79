import { feedNames } from '../../domain/fraud/signal.ts'
import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { msOf } from '../../domain/shared/time.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

const minuteMs = 60_000
/** From so many minutes on they are told in hours. */
const mostMinutes = 180

/**
 * The hour within which Microsoft asks for an answer (facts/partner-center 9.4), and what stopped its clock. Where nobody
 * outside asks, as of 21Vianet or of what this desk found, it is the desk's own aim.
 */
export function clockLine(alert: FraudAlert, words: Words): readonly Part[] {
  const { openedAt, answers, answerBy } = alert
  const [act] = answers
  const verdictAt = alert.status === 'decided' ? alert.endedAt : null
  const first = act && (verdictAt === null || act.at <= verdictAt) ? { at: act.at, by: act.case } : null
  const answered = first ?? (verdictAt === null ? null : { at: verdictAt, by: words.say('alert.the-verdict') })
  if (answered) {
    const minutes = Math.max(0, Math.floor((msOf(answered.at) - msOf(openedAt)) / minuteMs))
    const { by } = answered
    return [
      line(
        minutes < mostMinutes
          ? words.say('alert.answered', { count: minutes, by })
          : words.say('alert.answered-hours', { count: Math.round(minutes / 60), by }),
      ),
    ]
  }
  if (alert.status !== 'pending' || alert.isTest) return []
  const at = words.moment(answerBy)
  return [line(words.say(isAskedFor(alert) ? 'alert.answer-by' : 'alert.aim', { at }), { tone: 'warning' })]
}

/** Whether somebody outside waits for an answer. */
function isAskedFor({ lane, items }: FraudAlert): boolean {
  return lane !== 'china' && items.some(({ source }) => feedNames.some((feed) => feed === source))
}
