import { isConfirmed } from '../../domain/acts/subscription-act.ts'
import type { Ending } from '../../domain/ending/ending.ts'
import { never } from '../../domain/shared/outcome.ts'
import { actLines } from '../phrases/act-lines.ts'
import { byWhom } from '../phrases/by-whom.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { subscriptionLine } from '../phrases/subscription-line.ts'
import { ticketForTrouble } from '../phrases/ticket-button.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Part, type Reply, type Tone } from '../vocabulary/reply.ts'
import { dayOf } from './ending-days.ts'

/** The card of an ending: what ends, when, whether it can be taken back, and the second person's buttons. */
export function endingCard(ending: Ending, version: number, talk: CardTalk): Reply {
  const { words, zone } = talk
  const { id, way, identity, status } = ending
  return {
    title: words.say(`ending.title.${way}`, { case: id, name: identity.operatorName }),
    tone: toneOf(ending),
    parts: [
      ...endingOutcome(ending, talk),
      ...(status === 'pending'
        ? [line(words.say(`ending.means.${way}`), { tone: way === 'cancel' ? 'danger' : 'plain' })]
        : []),
      {
        kind: 'facts',
        facts: [
          ...identityFacts(identity, words),
          byWhom('fact.asked-by', ending.askedBy, ending.askedAt, talk),
          ...ending.approvals.map(({ by, at }) => byWhom('fact.approved-by', by, at, talk)),
        ],
      },
      line(words.say('ending.because', { because: ending.because })),
      ...(status === 'pending' && ending.stepUp ? [line(words.say('ending.step-up'))] : []),
      line(words.say('suspension.subscriptions', { count: ending.subscriptions.length }), { weight: 'strong' }),
      ...ending.subscriptions.map((each) =>
        line(`${subscriptionLine(each, words)} · ${dayOf(each, way, zone, words)}`),
      ),
      ...(status === 'carried-out' && way === 'at-term' ? [line(words.say('ending.can-be-taken-back'))] : []),
      ...inputs(ending, talk),
    ],
    buttons: buttons(ending, version, talk),
    shows: { case: id, version },
  }
}

/** How it stands, first, act by act. */
export function endingOutcome(ending: Ending, talk: CardTalk): readonly Part[] {
  const text = line(endingLine(ending, talk), { weight: 'strong' })
  if (!('acts' in ending)) return [text]
  const wanted = ending.way === 'cancel' ? 'cancelled' : 'not-renewing'
  return [text, ...actLines(ending.acts, wanted, ending.identity.lane, talk)]
}

/** One line on how an ending stands. */
export function endingLine(ending: Ending, { words, nameOf }: CardTalk): string {
  const approver = nameOf(ending.approvals[0]?.by ?? '')
  switch (ending.status) {
    case 'pending':
      return words.say('ending.pending', { expires: words.deadline(ending.expiresAt) })
    case 'approved':
      return words.say('ending.approved', { name: approver })
    case 'carried-out':
      return words.say('ending.carried-out', {
        name: approver,
        done: ending.acts.filter(isConfirmed).length,
        all: ending.acts.length,
      })
    case 'rejected':
      return words.say('ending.rejected', { name: nameOf(ending.rejectedBy), because: ending.rejection })
    case 'withdrawn':
      return words.say('suspension.withdrawn', { name: nameOf(ending.askedBy) })
    case 'expired':
      return words.say('suspension.expired', { at: words.deadline(ending.expiresAt) })
    default:
      return never(ending)
  }
}

function inputs({ status, way, identity, stepUp }: Ending, { words }: CardTalk): readonly Part[] {
  if (status !== 'pending') return []
  const field = (id: string, label: string, multiline: boolean) =>
    ({ kind: 'input', id, label, value: '', multiline }) as const
  return [
    ...(way === 'cancel'
      ? [field('name', words.say('ending.input.name', { name: identity.operatorName }), false)]
      : []),
    ...(stepUp ? [{ ...field('code', words.say('stakes.code'), false), secret: true } as const] : []),
    field('words', words.say('resumption.input.words'), true),
  ]
}

function buttons(ending: Ending, version: number, { words }: CardTalk): readonly Button[] {
  const { id, status, way } = ending
  if (status !== 'pending') return ticketForTrouble(ending, words)
  const at = { case: id, version }
  const tone = way === 'cancel' ? 'danger' : 'good'
  return [
    { label: words.say(`ending.button.${way}`), tone, acts: { act: 'ending.approve', ...at } },
    { label: words.say('button.reject'), acts: { act: 'ending.reject', ...at } },
    { label: words.say('button.withdraw'), acts: { act: 'ending.withdraw', ...at } },
  ]
}

function toneOf(ending: Ending): Tone {
  if (ending.status === 'pending') return ending.way === 'cancel' ? 'danger' : 'warning'
  if (ending.status === 'approved') return 'warning'
  if (ending.status !== 'carried-out') return 'plain'
  return ending.acts.every(isConfirmed) ? 'good' : 'warning'
}
