import { glassHours, type BeyondCaps } from '../../domain/suspension/break-glass.ts'
import { msOf } from '../../domain/shared/time.ts'
import {
  awaitsConfirmation,
  type BrokenGlass,
  type SuspensionRequest,
} from '../../domain/suspension/suspension-request.ts'
import type { CardTalk } from '../talk.ts'
import type { Button } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { whyLine } from './stakes-lines.ts'

/** How a suspension stands that a fraud lead began alone, in one line; a request that ended with nothing done says so itself. */
export function glassLine(request: SuspensionRequest, glass: BrokenGlass, { words, nameOf }: CardTalk): string {
  const name = nameOf(glass.by)
  if (glass.ended) {
    const { how, by: second, resumption } = glass.ended
    const said = { name, second: nameOf(second) }
    if (how === 'confirmed') return words.say('glass.confirmed', said)
    return resumption === undefined
      ? words.say('glass.reversed', said)
      : words.say('glass.reversed-by-case', { ...said, case: resumption })
  }
  if (!awaitsConfirmation(request)) return words.say('glass.not-done', { name })
  const until = words.moment(glass.confirmBy)
  if (request.status === 'approved') return words.say('glass.under-way', { name, until })
  return words.say('glass.unconfirmed', { name, until })
}

/** What stands above a card that is posted once more. */
export function reminderLine(request: SuspensionRequest, words: Words): string {
  const { brokenGlass: glass, escalatedAt, askedAt, expiresAt } = request
  if (glass && awaitsConfirmation(request)) {
    if (glass.escalatedAt === undefined) return words.say('reminder.glass', { until: words.moment(glass.confirmBy) })
    return words.say('reminder.glass-unconfirmed', { hours: hoursBetween(glass.at, glass.escalatedAt) })
  }
  const expires = words.deadline(expiresAt)
  if (escalatedAt === undefined) return words.say('reminder', { expires })
  return words.say('reminder.escalated', { hours: hoursBetween(askedAt, escalatedAt), expires })
}

/** What a fraud lead who cannot wait may do, where the policy allowed it when it was asked. */
export function glassOffer({ status, alerted }: SuspensionRequest, words: Words): readonly string[] {
  return status === 'pending' && alerted !== undefined ? [words.say('glass.offer', { hours: glassHours })] : []
}

/** For the second person: to let it stand, or to bring service back. */
export function secondLookButtons(request: SuspensionRequest, version: number, words: Words): readonly Button[] {
  if (!awaitsConfirmation(request)) return []
  const at = { case: request.id, version }
  return [
    { label: words.say('button.confirm-glass'), tone: 'good', acts: { act: 'suspension.confirm-glass', ...at } },
    { label: words.say('button.reverse-glass'), tone: 'danger', acts: { act: 'suspension.reverse-glass', ...at } },
  ]
}

/** Why the policy's caps keep somebody from acting alone. */
export function beyondCapsLine(over: BeyondCaps, words: Words): string {
  return over.over === 'currency' ? words.say('glass.no-cap', { sum: words.money(over.amount) }) : whyLine(over, words)
}

function hoursBetween(from: Parameters<typeof msOf>[0], to: Parameters<typeof msOf>[0]): number {
  return Math.round((msOf(to) - msOf(from)) / 3_600_000)
}
