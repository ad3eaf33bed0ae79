import { factsOf, type PolicyEntry, type PolicyFact } from '../../domain/policy/policy-facts.ts'
import type { PolicyVersion } from '../../domain/policy/policy-version.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { audienceOf } from '../../domain/cases/audience.ts'
import { caseCard } from '../case-card.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { forReaders, type CardTalk, type Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'
import { coverText, entryText, rungText, valueText } from './policy-lines.ts'
import { activationRefused } from './policy-refusals.ts'

/** What people ask about besides the ladder. */
const told: readonly PolicyEntry[] = [
  'tolerance',
  'final-notice-days',
  'contact',
  'ledger-age',
  'lifts-when-paid',
  'approvals',
  'step-up',
  'daily-limit',
  'friday-brake',
]

/** `policy`: the ladder that rules, whose it is, and what else people ask about. */
export async function showPolicy(talk: Talk): Promise<Reply> {
  const { desk, words, by } = talk
  const version = desk.policies.inForce()
  const facts = factsOf(desk.policy)
  const edited = await desk.policies.drafted()
  const waits = mayAsk(by.roles, 'activate policy') && edited !== 'none' && edited !== 'same'
  const { grammar } = words
  return {
    title: words.say('policy.title', { version: version.number }),
    again: phrase(grammar, 'policy'),
    parts: [
      line(sinceLine(version, talk), { weight: 'quiet' }),
      ...ladderParts(facts, talk),
      {
        kind: 'facts',
        facts: facts
          .filter(({ entry }) => told.includes(entry))
          .map((fact) => [entryText(fact, words), valueText(fact.value, words)] as const),
      },
      ...(waits ? [line(words.say('policy.edited'), { tone: 'warning' })] : []),
    ],
    buttons: [
      { label: words.say('button.policy-text'), says: phrase(grammar, 'policy-text') },
      { label: words.say('button.policy-versions'), says: phrase(grammar, 'policy-versions') },
      ...(waits && mayAsk(by.roles, 'see overdue')
        ? [{ label: words.say('button.policy-rehearse'), says: phrase(grammar, 'policy-rehearse') }]
        : []),
      ...(waits ? [{ label: words.say('button.policy-activate'), says: phrase(grammar, 'policy-activate') }] : []),
    ],
  }
}

/** `policy versions`: all that ever ruled, the newest first. */
export async function showVersions(talk: Talk): Promise<Reply> {
  const { desk, words } = talk
  const versions = await desk.policies.versions()
  const all = versions.length > 0 ? versions : [desk.policies.inForce()]
  return {
    title: words.say('policy.versions', { count: all.length }),
    again: phrase(words.grammar, 'policy-versions'),
    parts: all
      .slice(0, 30)
      .map((each) => line(words.say('policy.version', { version: each.number, since: sinceLine(each, talk) }))),
  }
}

/** `policy activate`: asks a second person to put the edited file in force. */
export async function askActivation(talk: Talk): Promise<Reply> {
  const { desk, by, speaker, words } = talk
  const outcome = await desk.policies.ask(null, by, speaker.place)
  if (!outcome.ok) return activationRefused(outcome.refusal, words)
  const found = await desk.cards.read(outcome.value.id)
  if (!found) return said(words.say('case.unknown', { case: outcome.value.id }))
  return orAlone(caseCard(found, forReaders(talk)), audienceOf({ kind: 'policy-change', value: outcome.value }), talk)
}

/** Since when a version rules, and by whose hand. */
function sinceLine({ from, since, by, file, case: of }: PolicyVersion, { words, nameOf }: CardTalk): string {
  const at = words.moment(since)
  const [asker, approver] = by
  if (from === 'default') return words.say('policy.since-default', { at })
  if (asker === undefined || approver === undefined) return words.say('policy.since-file', { at, file })
  return words.say('policy.since-activated', { at, asker: nameOf(asker), approver: nameOf(approver), case: of ?? '' })
}

/** Each ladder under the name of those it is for. */
function ladderParts(facts: readonly PolicyFact[], { words }: Talk): readonly Part[] {
  const segments = facts.flatMap(({ entry, of, value }) =>
    entry === 'segment' && value.is === 'cover' && of !== null ? [{ of, value }] : [],
  )
  const rungs = (whose: string | null) =>
    facts.flatMap(({ entry, of, value }) =>
      entry === 'rung' && of === whose && value.is === 'rung' ? [line(rungText(value, words))] : [],
    )
  return [
    ...segments.flatMap(({ of, value }) => [
      line(words.say('policy.segment', { name: of, who: coverText(value, words) }), { weight: 'strong' }),
      ...rungs(of),
    ]),
    line(words.say(segments.length > 0 ? 'policy.everybody-else' : 'policy.everybody'), { weight: 'strong' }),
    ...rungs(null),
  ]
}
