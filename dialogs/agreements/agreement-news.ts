import { isOpenAgreement, type Agreement } from '../../domain/agreements/agreement.ts'
import type { CardTalk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply, type Tone } from '../vocabulary/reply.ts'
import { agreedLine, outcomeLine } from './agreement-line.ts'

/** What whoever answers for an agreement is told when something came of it, or before an exemption ends. */
export function agreementNews(agreement: Agreement, name: string, talk: CardTalk): Reply {
  const { words } = talk
  const ends = isOpenAgreement(agreement) && agreement.kind === 'exemption'
  const outcome = ends
    ? words.say('agreement.ends', { until: words.day(agreement.until) })
    : isOpenAgreement(agreement)
      ? words.say('agreement.open-again')
      : outcomeLine(agreement, { day: '0000-01-01', toldUntil: null }, talk)
  return {
    title: words.say('agreement.news', { agreement: agreement.id, name }),
    tone: toneOf(agreement),
    parts: [...(outcome === null ? [] : [line(outcome, { weight: 'strong' })]), line(agreedLine(agreement, talk))],
    buttons: [
      {
        label: words.say('button.open-customer'),
        says: phrase(words.grammar, 'customer', { customer: agreement.customer }),
      },
    ],
  }
}

function toneOf({ state }: Agreement): Tone {
  if (state.status === 'kept' || state.status === 'settled') return 'good'
  return state.status === 'closed' || state.status === 'undone' || state.status === 'ended' ? 'plain' : 'warning'
}
