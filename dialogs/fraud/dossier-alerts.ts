import type { AnsweredAlert } from '../../domain/fraud/response-figures.ts'
import type { Dossier } from '../../domain/fraud/dossier/dossier.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { alertLine } from './alert-card.ts'
import { both, orNone } from './dossier-blocks.ts'
import type { Block } from './dossier-document.ts'

/** Everything that is known of one alert. */
export function alertBlocks({ alert }: AnsweredAlert, talk: CardTalk): readonly Block[] {
  const { words } = talk
  const { subscription, spend, resources } = alert
  const said = (label: Parameters<Words['say']>[0], value: string | null) =>
    value === null ? [] : [[words.say(label), value] as const]
  return [
    {
      kind: 'text',
      text: `${alert.id} · ${alert.type} · ${words.say(`alert.severity.${alert.severity}`)}`,
      weight: 'strong',
    },
    { kind: 'text', text: alertLine(alert, talk) },
    {
      kind: 'facts',
      facts: [
        ...said('dossier.alert.title', alert.title),
        ...said('dossier.alert.description', alert.description),
        ...said(
          'dossier.alert.subscription',
          subscription &&
            (subscription.name === subscription.id ? subscription.id : `${subscription.name} (${subscription.id})`),
        ),
        ...said('dossier.alert.first', both(alert.firstSeenAt, words)),
        ...said('dossier.alert.last', both(alert.lastSeenAt, words)),
        ...said('alert.seen', words.say('alert.times', { count: alert.hits })),
        ...said('dossier.alert.country', alert.country),
        ...said(
          'dossier.alert.spend',
          spend === null
            ? words.say('dossier.unknown')
            : words.say('dossier.alert.spent', {
                amounts: words.list(spend.amounts.map((each) => words.money(each))),
                at: both(spend.readAt, words),
              }),
        ),
      ],
    },
    { kind: 'list', items: alert.items.map(({ source, id, status }) => `${source}: ${id} (${status})`) },
    ...(resources.length === 0
      ? []
      : [{ kind: 'list', items: resources.map(({ id, kind }) => `${kind}: ${id}`) } as const]),
  ]
}

/** What was done within the hour that the operator asks for. */
export function hour({ alerts }: Dossier, words: Words): readonly Block[] {
  const none = words.say('dossier.not-yet')
  const at = (moment: Instant | null) => (moment === null ? none : both(moment, words))
  const rows = alerts.map(({ alert, cardAt, claimedAt }) => {
    const acted = alert.answers.map((each) => each.at).sort()[0] ?? null
    const decided = alert.status === 'decided' ? alert.endedAt : null
    const answer = [acted, decided].flatMap((each) => each ?? []).sort()[0] ?? null
    const inTime = answer !== null && answer <= alert.answerBy
    return [
      alert.id,
      at(alert.openedAt),
      at(cardAt),
      at(claimedAt),
      at(acted),
      at(decided),
      words.say(inTime ? 'dossier.yes' : 'dossier.no'),
    ]
  })
  return orNone(
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: (['case', 'in', 'card', 'claim', 'act', 'verdict', 'within'] as const).map((each) =>
              words.say(`dossier.hour.${each}`),
            ),
            rows,
          },
        ],
    words,
  )
}
