import { daysLeft, type Countdown, type CountedSubscription } from '../../domain/countdown/countdown.ts'
import type { CountdownRefusal } from '../../domain/countdown/decide-countdown.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { mayNotAsk, mayNotDecide } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** The card of what a customer is about to lose: until when, by which rule, and who signs. */
export function countdownCard(countdown: Countdown, version: number, talk: CardTalk): Reply {
  const { words, nameOf } = talk
  const { id, identity, status, subscriptions, wanted } = countdown
  const open = status === 'pending'
  return {
    title: words.say('countdown.title', { case: id, name: identity.operatorName }),
    tone: open || status === 'passed' ? 'danger' : 'plain',
    parts: [
      line(countdownLine(countdown, talk), { weight: 'strong' }),
      ...subscriptions.map((one) => line(countedLine(one, status, words), { tone: open ? 'warning' : 'plain' })),
      ...(open && wanted
        ? [line(words.say('countdown.wanted', { name: nameOf(wanted.by), at: words.moment(wanted.at) }))]
        : []),
      ...(open && !wanted ? [line(words.say('countdown.who-signs'))] : []),
      { kind: 'facts', facts: identityFacts(identity, words) },
      ...(open
        ? [{ kind: 'input', id: 'words', label: words.say('countdown.input'), value: '', multiline: true } as const]
        : []),
    ],
    buttons: open ? buttons(id, version, words) : [],
    shows: { case: id, version },
  }
}

/** One line on how a countdown stands. */
export function countdownLine(countdown: Countdown, { words, nameOf }: CardTalk): string {
  switch (countdown.status) {
    case 'pending':
      return words.say('countdown.pending', { count: daysLeft(countdown) ?? 0 })
    case 'let-go':
      return words.say('countdown.let-go', { name: nameOf(countdown.signedBy), because: countdown.because })
    case 'passed':
      return countdown.wanted
        ? words.say('countdown.passed-wanted', { name: nameOf(countdown.wanted.by) })
        : words.say('countdown.passed')
    case 'over':
      return words.say('countdown.over')
    default:
      return never(countdown)
  }
}

/** Why nothing was signed, with what to do next. */
export function countdownRefusalLine(refusal: CountdownRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.countdown.id,
        outcome: countdownLine(refusal.countdown, talk),
      })
    case 'may-not-let-go':
      return mayNotDecide('let go', words.say('refusal.may-not-let-go'), words)
    case 'may-not-want-back':
      return mayNotAsk('want back', words.say('refusal.may-not-want-back'), words)
    case 'words-needed':
      return words.say('refusal.countdown-words')
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}

function countedLine(
  { name, day, ground, passed }: CountedSubscription,
  status: Countdown['status'],
  words: Words,
): string {
  const facts = { name, day: words.day(day) }
  if (status === 'over') return words.say('countdown.was', facts)
  if (passed) return words.say('countdown.day-passed', facts)
  return words.say('countdown.until', { ...facts, ground: words.say(`countdown.ground.${ground}`) })
}

function buttons(id: string, version: number, words: Words): readonly Button[] {
  const at = { case: id, version }
  return [
    { label: words.say('button.want-back'), tone: 'good', acts: { act: 'countdown.want-back', ...at } },
    { label: words.say('button.let-it-go'), tone: 'danger', acts: { act: 'countdown.let-go', ...at } },
  ]
}
