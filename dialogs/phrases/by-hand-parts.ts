import { waitsByHand } from '../../domain/acts/hand-over.ts'
import type { HandRefusal } from '../../domain/acts/by-hand.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { Resumption } from '../../domain/resumption/resumption.ts'
import type { SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import { line, type Button, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { handSteps } from './by-hand-steps.ts'
import { mayNotAsk } from './whose-role.ts'

/** What somebody is asked to do by hand, step by step, and what they may say of it; nothing where the desk acts itself. */
export function byHandParts(of: SuspensionRequest | Resumption, words: Words): readonly Part[] {
  const waiting = waitsByHand(of)
  const { lane, operatorName, tenantId } = of.identity
  const wanted = 'basis' in of ? 'suspended' : 'active'
  const chosen = 'basis' in of ? of.subscriptions : []
  const customer = { name: operatorName, tenantId }
  const [since] = waiting.flatMap(({ delay }) => delay?.byHandSince ?? []).toSorted()
  if (since === undefined) return []
  return [
    line(words.say('by-hand.since', { since: words.moment(since) }), { weight: 'strong' }),
    ...waiting.map((act): Part => {
      const { model = null, unseen = false } = chosen.find(({ id }) => id === act.subscription) ?? {}
      return { kind: 'copyable', text: handSteps({ case: of.id, lane, wanted, customer, model, unseen, act }, words) }
    }),
    ...(waiting.length < 2
      ? []
      : [
          {
            kind: 'choices',
            id: 'by-hand',
            label: words.say('by-hand.which'),
            multiple: true,
            options: waiting.map(({ intent, name }) => ({ value: intent, label: name })),
            chosen: waiting.map(({ intent }) => intent),
          } as const,
        ]),
    { kind: 'input', id: 'words', label: words.say('by-hand.words'), value: '', multiline: true },
  ]
}

export function byHandButtons(of: SuspensionRequest | Resumption, version: number, words: Words): readonly Button[] {
  if (waitsByHand(of).length === 0) return []
  const at = { case: of.id, version }
  return [
    { label: words.say('by-hand.did'), tone: 'good', acts: { act: 'by-hand.done', ...at } },
    { label: words.say('by-hand.could-not'), acts: { act: 'by-hand.not-done', ...at } },
  ]
}

/** Why nothing was written down, with what to do next. */
export function handRefusalLine(refusal: HandRefusal | VersionRefusal, words: Words): string {
  switch (refusal.code) {
    case 'may-not-report':
      return mayNotAsk(refusal.verb, words.say('by-hand.refusal.may-not'), words)
    case 'not-by-hand':
    case 'words-needed':
      return words.say(`by-hand.refusal.${refusal.code}`)
    case 'nothing-chosen':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}
