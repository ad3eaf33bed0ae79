import type { LaneTrouble } from '../../domain/lanes/lane-trouble.ts'
import type { TroubleRefusal } from '../../domain/lanes/trouble-desk.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { mayNotSwitch } from './switch-card.ts'

/** The card of trouble with our own account: since when, what the operator says, what to do. */
export function troubleCard(found: LaneTrouble, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const { id, lane, trouble, openedAt, tries, triedAt } = found
  const at = { case: id, version }
  const open = found.status === 'open'
  return {
    title: words.say('trouble-case.title', { case: id, operator: words.say(`lane.${lane}`) }),
    tone: open ? 'danger' : 'good',
    parts: [
      line(troubleCaseLine(found, talk), { weight: 'strong' }),
      line(troubleLine({ ...trouble, correlationId: null }, lane, words)),
      {
        kind: 'facts',
        facts: [
          [words.say('fact.since'), words.moment(openedAt)],
          ...(trouble.code === null ? [] : [[words.say('fact.code'), trouble.code] as const]),
          ...(trouble.correlationId === null ? [] : [[words.say('fact.correlation'), trouble.correlationId] as const]),
        ],
      },
      ...(triedAt === null
        ? []
        : [line(words.say('trouble-case.tried', { count: tries, at: words.moment(triedAt) }), { weight: 'quiet' })]),
      ...(open ? [line(words.say('trouble-case.what-to-do'))] : []),
    ],
    buttons: open ? [{ label: words.say('button.try-again'), acts: { act: 'lane-trouble.retry', ...at } }] : [],
    shows: at,
  }
}

/** One line on how it stands. */
export function troubleCaseLine({ status, lane }: LaneTrouble, { words }: CardTalk): string {
  return words.say(`trouble-case.${status}`, { operator: words.say(`lane.${lane}`) })
}

/** Why nobody looked. */
export function retryRefusalLine(refusal: TroubleRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotSwitch(refusal.verb, words)
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.trouble.id,
        outcome: troubleCaseLine(refusal.trouble, talk),
      })
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
  }
}
