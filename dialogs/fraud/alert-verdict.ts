import type { DecidedAlert, FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { never } from '../../domain/shared/outcome.ts'
import { quoted } from '../phrases/quoted.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** How far the source was told of the verdict, and what to do where it took none. */
export function reportedParts(alert: FraudAlert, words: Words): readonly Part[] {
  if (alert.status !== 'decided') return []
  const operator = words.say(`lane.${alert.lane}`)
  const { reported } = alert
  switch (reported.state) {
    case 'nobody-to-tell':
      return [line(words.say('alert.nobody-to-tell'), { weight: 'quiet' })]
    case 'telling':
      return [line(words.say('alert.telling', { operator }))]
    case 'told':
      return [
        line(
          words.say('alert.told', {
            operator,
            at: words.moment(reported.at),
            word: words.say(`alert.word.${reported.as}`),
          }),
        ),
      ]
    case 'refused':
      return [
        line(words.say('alert.refused', { operator, at: words.moment(reported.at), said: saidBack(reported, words) }), {
          tone: 'danger',
        }),
        line(words.say('alert.refused-how', { button: words.say('button.tell-again'), operator })),
      ]
    default:
      return never(reported)
  }
}

function saidBack({ code, words: own }: Extract<DecidedAlert['reported'], { state: 'refused' }>, words: Words): string {
  if (code === 'no-feed' || code === 'watch-only') return words.say(`alert.${code}`)
  const said = own === null ? null : words.say('alert.quote', { text: quoted(own) })
  if (code === null) return said ?? words.say('alert.no-words')
  return said === null ? words.say('alert.code', { code }) : words.say('alert.words-code', { said, code })
}
