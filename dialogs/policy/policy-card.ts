import { policyEnd, type PolicyChange } from '../../domain/policy/policy-change.ts'
import { never } from '../../domain/shared/outcome.ts'
import { byWhom } from '../phrases/by-whom.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { differenceText } from './policy-lines.ts'

/** More cannot be read on a card; the rest is in the file. */
const mostDifferences = 30

/** The card of a policy to be put in force: what changes in plain words, and the second person's buttons. */
export function policyCard(change: PolicyChange, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const at = { case: change.id, version }
  const { differences, remarks, basis } = change
  const pending = change.status === 'pending'
  const more = differences.length - mostDifferences
  return {
    title: words.say(pending ? 'policy.card' : 'policy.card-over', { case: change.id, file: change.file }),
    tone: pending ? 'warning' : change.status === 'activated' ? 'good' : 'plain',
    parts: [
      line(policyChangeLine(change, talk), { weight: 'strong' }),
      { kind: 'facts', facts: [byWhom('fact.asked-by', change.askedBy, change.askedAt, talk)] },
      line(words.say('policy.what-changes', { version: basis, count: differences.length }), { weight: 'strong' }),
      ...differences.slice(0, mostDifferences).map((each) => line(differenceText(each, words))),
      ...(more > 0 ? [line(words.say('policy.more-changes', { more }))] : []),
      ...(differences.some(({ entry }) => entry === 'time-zone') ? [line(words.say('policy.zone-later'))] : []),
      ...remarks.map((remark) => line(words.say('policy.remark', { remark }), { tone: 'warning' })),
      ...(pending && change.stepUp ? code(talk) : []),
    ],
    buttons: pending ? buttons(at, talk) : [],
    shows: at,
  }
}

/** One line on how it stands. */
export function policyChangeLine(change: PolicyChange, { words, nameOf }: CardTalk): string {
  switch (change.status) {
    case 'pending':
      return words.say('policy.pending', { version: change.basis, expires: words.deadline(policyEnd(change)) })
    case 'activated':
      return words.say('policy.activated', {
        version: change.version,
        at: words.moment(change.endedAt),
        name: nameOf(change.confirmedBy),
      })
    case 'rejected':
      return words.say('policy.rejected', { name: nameOf(change.rejectedBy) })
    case 'withdrawn':
      return words.say('suspension.withdrawn', { name: nameOf(change.askedBy) })
    case 'expired':
      return words.say('role.expired')
    default:
      return never(change)
  }
}

function code({ words }: CardTalk): readonly Part[] {
  const input = { kind: 'input', id: 'code', label: words.say('stakes.code'), value: '', multiline: false } as const
  return [line(words.say('policy.step-up')), { ...input, secret: true }]
}

function buttons(at: { readonly case: string; readonly version: number }, { words }: CardTalk): readonly Button[] {
  return [
    { label: words.say('button.activate-policy'), tone: 'good', acts: { act: 'policy-change.activate', ...at } },
    { label: words.say('button.reject'), acts: { act: 'policy-change.reject', ...at } },
  ]
}
