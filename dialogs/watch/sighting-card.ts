import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { SightingRefusal } from '../../domain/watch/decide-sighting.ts'
import { sightingCauses, type SightedSubscription, type Sighting } from '../../domain/watch/sighting.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { mayNotDecide } from '../phrases/whose-role.ts'
import { ticketButton } from '../phrases/ticket-button.ts'
import type { CardTalk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** The card of something this desk did not do: what was seen, what the operator wrote, and whose doing it was. */
export function sightingCard(sighting: Sighting, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const { id, identity, lane, subscriptions, status } = sighting
  const operator = words.say(`lane.${lane}`)
  const byNoticeOnly = subscriptions.length === 0
  return {
    title: words.say(byNoticeOnly ? 'sighting.title.notice' : 'sighting.title', {
      case: id,
      name: identity.operatorName,
      operator,
    }),
    tone: status === 'pending' ? 'danger' : 'plain',
    parts: [
      line(sightingLine(sighting, talk), { weight: 'strong' }),
      ...subscriptions.flatMap((one) => seenParts(one, operator, words)),
      ...holdParts(sighting, words),
      ...noticeParts(sighting, operator, talk),
      { kind: 'facts', facts: identityFacts(identity, words) },
      ...(status === 'pending'
        ? [{ kind: 'input', id: 'words', label: words.say('sighting.input'), value: '', multiline: true } as const]
        : []),
    ],
    buttons: buttons(sighting, version, words),
    shows: { case: id, version },
  }
}

/** One line on how a sighting stands. */
export function sightingLine(sighting: Sighting, { words, nameOf }: CardTalk): string {
  const operator = words.say(`lane.${sighting.lane}`)
  switch (sighting.status) {
    case 'pending':
      return words.say(sighting.subscriptions.length === 0 ? 'sighting.pending.notice' : 'sighting.pending', {
        operator,
      })
    case 'recorded': {
      const cause = words.say(`sighting.cause.${sighting.cause}`, { operator })
      const recorded = { name: nameOf(sighting.recordedBy), because: sighting.because }
      return words.sentences([cause, words.say('sighting.recorded', recorded)])
    }
    case 'agreed':
      return words.say('sighting.agreed')
    default:
      return never(sighting)
  }
}

/** Why nothing was recorded, or no notice taken, with what to do next. */
export function sightingRefusalLine(refusal: SightingRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.sighting.id,
        outcome: sightingLine(refusal.sighting, talk),
      })
    case 'not-allowed':
      return mayNotDecide('explain sighting', words.say('refusal.may-not-explain'), words)
    case 'words-needed':
      return words.say('refusal.sighting-words')
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}

function seenParts(one: SightedSubscription, operator: string, words: Words): readonly Part[] {
  const { name, difference, heldFor, overAt, seenAt, changedAfter, suspensionReasons } = one
  if (overAt !== null) return [line(words.say('sighting.over', { name, at: words.moment(overAt) }))]
  const holds = words.list(heldFor.map((reason) => words.say(`hold.${reason}`)))
  const seen =
    changedAfter === null
      ? words.say('sighting.seen', { at: words.moment(seenAt) })
      : words.say('sighting.seen-since', { at: words.moment(seenAt), before: words.moment(changedAfter) })
  return [
    line(words.say(`sighting.${difference}`, { name, holds }), { tone: 'warning' }),
    ...(suspensionReasons.length === 0
      ? []
      : [line(words.say('sighting.reasons', { operator, reasons: words.list(suspensionReasons) }))]),
    line(seen, { weight: 'quiet' }),
  ]
}

/** What the desk does about it, and what people can do. */
function holdParts({ status, subscriptions, identity }: Sighting, words: Words): readonly Part[] {
  const left = subscriptions.filter(({ overAt }) => overAt === null)
  const taken = left.some(({ difference }) => difference === 'suspended-elsewhere')
  const returned = left.some(({ difference }) => difference === 'active-though-held')
  if (status === 'agreed') return []
  return [
    ...(taken
      ? [line(words.say(status === 'pending' ? 'sighting.locked' : 'sighting.held', { name: identity.operatorName }))]
      : []),
    ...(returned ? [line(words.say('sighting.what-next'))] : []),
  ]
}

function noticeParts({ notices }: Sighting, operator: string, { words, nameOf }: CardTalk): readonly Part[] {
  return notices.flatMap(({ by, at, text }): readonly Part[] => [
    line(words.say('sighting.notice', { operator, name: nameOf(by), at: words.moment(at) })),
    { kind: 'copyable', text },
  ])
}

function buttons({ id, customer, status, subscriptions }: Sighting, version: number, words: Words): readonly Button[] {
  const says = (verb: string) => phrase(words.grammar, verb, { customer })
  const returned = subscriptions.some(
    ({ difference, overAt }) => difference === 'active-though-held' && overAt === null,
  )
  return [
    ...(status === 'pending'
      ? sightingCauses.map((cause) => ({
          label: words.say(`button.cause.${cause}`),
          acts: { act: 'sighting.record', case: id, version, cause } as const,
        }))
      : []),
    ...(returned && status !== 'agreed'
      ? [
          { label: words.say('button.suspend-again'), tone: 'danger', says: says('suspend') } as const,
          { label: words.say('button.lift-holds'), says: says('resume') },
        ]
      : []),
    ...(status === 'agreed' ? [] : [ticketButton(id, words)]),
  ]
}
