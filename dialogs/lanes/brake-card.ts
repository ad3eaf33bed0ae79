import type { BrakeRefusal, DailyBrake } from '../../domain/lanes/daily-brake.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'

/** The card of a day's limit: what waits, and two approvers' buttons. */
export function brakeCard(brake: DailyBrake, version: number, talk: CardTalk): Reply {
  const { words, nameOf } = talk
  const { id, lane, waiting, status } = brake
  const at = { case: id, version }
  return {
    title: words.say('brake.title', { case: id, operator: words.say(`lane.${lane}`) }),
    tone: status === 'pending' ? 'warning' : 'plain',
    parts: [
      line(brakeLine(brake, talk), { weight: 'strong' }),
      ...waiting.map(({ case: of, name, askedBy }) =>
        line(words.say('brake.waiting', { case: of, name, asker: nameOf(askedBy) })),
      ),
    ],
    buttons:
      status === 'pending'
        ? [
            {
              label: words.say('button.let-go', { count: waiting.length }),
              tone: 'danger',
              acts: { act: 'daily-brake.let-go', ...at },
            },
            { label: words.say('button.call-off-rest'), acts: { act: 'daily-brake.call-off', ...at } },
          ]
        : [],
    shows: at,
  }
}

/** One line on how it stands. */
export function brakeLine(brake: DailyBrake, { words, nameOf }: CardTalk): string {
  const approvers = words.list(brake.approvals.map(({ by }) => nameOf(by)))
  switch (brake.status) {
    case 'pending':
      return words.say('brake.pending', {
        operator: words.say(`lane.${brake.lane}`),
        day: words.day(brake.day),
        limit: brake.limit,
        given: brake.approvals.length,
        approvers,
        expires: words.deadline(brake.expiresAt),
      })
    case 'released':
      return words.say('brake.released', { approvers, count: brake.waiting.length })
    case 'called-off':
      return words.say('brake.called-off', { name: nameOf(brake.calledOffBy) })
    case 'expired':
      return words.say('brake.expired')
    default:
      return never(brake)
  }
}

/** Why a press did not count. */
export function brakeRefusalLine(refusal: BrakeRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  if (refusal.code !== 'already-decided') return words.say(`refusal.${refusal.code}`)
  return words.say('refusal.already-decided', { case: refusal.brake.id, outcome: brakeLine(refusal.brake, talk) })
}
