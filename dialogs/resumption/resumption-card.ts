import { waitsByHand } from '../../domain/acts/hand-over.ts'
import { isUnconfirmed } from '../../domain/acts/look-by-hand.ts'
import { isConfirmed } from '../../domain/acts/subscription-act.ts'
import { liftHold } from '../../domain/holds/hold.ts'
import { never } from '../../domain/shared/outcome.ts'
import { isStillOut } from '../../domain/resumption/carry-out-resumption.ts'
import type { Resumption } from '../../domain/resumption/resumption.ts'
import { isToDo } from '../../domain/resumption/restoring.ts'
import type { ResumeDecisionRefusal, ResumeRefusal } from '../../domain/resumption/decide-resumption.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { laneOnCard } from '../lanes/lane-lines.ts'
import { restoredLines, toDoButtons } from './restored-lines.ts'
import { actLines } from '../phrases/act-lines.ts'
import { byHandButtons, byHandParts } from '../phrases/by-hand-parts.ts'
import { byWhom } from '../phrases/by-whom.ts'
import { heldLine } from '../phrases/held-line.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { mayNotLift } from '../phrases/whose-role.ts'
import { ticketForTrouble } from '../phrases/ticket-button.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Button, type Part, type Reply, type Tone } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** The card of a resumption: which holds are lifted, what comes back and what does not. */
export function resumptionCard(resumption: Resumption, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const { id, identity, reason, askedBy, askedAt, approvals } = resumption
  return {
    title: words.say('resumption.title', { case: id, name: identity.operatorName }),
    tone: toneOf(resumption),
    parts: [
      ...('endedAt' in resumption ? [] : laneOnCard(resumption.lane, talk)),
      ...resumptionOutcome(resumption, talk),
      ...byHandParts(resumption, words),
      {
        kind: 'facts',
        facts: [
          [words.say('fact.lifted'), words.say(`hold.${reason}`)],
          ...identityFacts(identity, words),
          byWhom('fact.asked-by', askedBy, askedAt, talk),
          ...approvals.map(({ by, at }) => byWhom('fact.approved-by', by, at, talk)),
        ],
      },
      ...(resumption.note === undefined ? [] : [line(words.say('resumption.note', { note: resumption.note }))]),
      ...('acts' in resumption ? stillHeld(resumption, talk) : covered(resumption, talk)),
      // New commerce switches auto-renew off with a suspension (facts 6.3), and an older desk put nothing back.
      ...(backIn(resumption) > 0 && !('restoring' in resumption) ? [line(words.say('resumption.check-renewal'))] : []),
      ...(resumption.status === 'pending'
        ? [
            {
              kind: 'input',
              id: 'words',
              label: words.say('resumption.input.words'),
              value: '',
              multiline: true,
            } as const,
          ]
        : []),
    ],
    buttons:
      resumption.status === 'pending'
        ? decisions(id, version, talk)
        : [
            ...byHandButtons(resumption, version, words),
            ...toDoButtons(resumption, version, talk),
            ...ticketForTrouble(resumption, words),
          ],
    shows: { case: id, version },
  }
}

/** How it stands, first: what came back, what did not and what to do about it. */
export function resumptionOutcome(resumption: Resumption, talk: CardTalk): readonly Part[] {
  const text = line(resumptionLine(resumption, talk), { weight: 'strong' })
  if (!('acts' in resumption)) return [text]
  const { words } = talk
  return [
    text,
    ...actLines(resumption.acts, 'active', resumption.lane, talk),
    ...restoredLines(resumption, talk),
    ...askAgain(resumption, words),
  ]
}

/** One line on how a resumption stands. */
export function resumptionLine(resumption: Resumption, { words, nameOf }: CardTalk): string {
  switch (resumption.status) {
    case 'pending':
      return words.say('resumption.pending', { expires: words.deadline(resumption.expiresAt) })
    case 'approved':
      return words.say(waitsByHand(resumption).length > 0 ? 'by-hand.resumption.waits' : 'resumption.approved')
    case 'carried-out': {
      const [back, all] = [backIn(resumption), resumption.acts.length]
      const hand = resumption.acts.filter(isUnconfirmed).length
      if (hand === 0) return words.say('resumption.carried-out', { back, all })
      const operator = words.say(`lane.${resumption.lane}`)
      return words.say('by-hand.resumption.done', { back: back + hand, all, hand, operator })
    }
    case 'rejected':
      return words.say('resumption.rejected', { name: nameOf(resumption.rejectedBy), because: resumption.because })
    case 'expired':
      return words.say('resumption.expired', { at: words.deadline(resumption.expiresAt) })
    case 'void':
      return words.say('resumption.void', { why: words.say(`void.${resumption.why}`) })
    default:
      return never(resumption)
  }
}

/** Why nothing was lifted, or a decision did not count, with what to do next. */
export function resumeRefusalLine(
  refusal: ResumeRefusal | ResumeDecisionRefusal | VersionRefusal | { readonly code: 'unknown-customer' },
  talk: CardTalk,
): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotLift(refusal.reason, words)
    case 'nothing-held':
      return words.say('refusal.nothing-held', { reason: words.say(`hold.${refusal.reason}`) })
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.resumption.id,
        outcome: resumptionLine(refusal.resumption, talk),
      })
    case 'not-an-approver':
      return words.say('refusal.not-a-fraud-lead')
    case 'not-explained':
      return words.say('refusal.not-explained', { case: refusal.sighting })
    case 'own-request':
    case 'expired':
    case 'words-needed':
    case 'not-found':
    case 'changed-since':
    case 'unknown-customer':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}

function covered({ subscriptions, held = [] }: Resumption, talk: CardTalk): readonly Part[] {
  return [
    line(talk.words.say('suspension.subscriptions', { count: subscriptions.length }), { weight: 'strong' }),
    ...subscriptions.map(({ id, name }) => {
      const found = held.find(({ subscription }) => subscription === id)
      return found ? heldLine(found, talk) : line(name)
    }),
  ]
}

/** What keeps out of service what this resumption has lifted its own hold from. */
function stillHeld({ held = [], reason }: Resumption, talk: CardTalk): readonly Part[] {
  return held
    .map((each) => liftHold(each, reason))
    .filter(({ holds }) => holds.length > 0)
    .map((each) => heldLine(each, talk))
}

/** How many subscriptions were seen in service again; none while nobody knows. */
function backIn(resumption: Resumption): number {
  if (resumption.status !== 'carried-out') return 0
  return resumption.acts.filter(isConfirmed).length
}

/** What is held again comes back only when somebody asks once more. */
function askAgain(resumption: Resumption, words: Words): readonly Part[] {
  if (resumption.status !== 'carried-out' || !resumption.acts.some(({ result }) => isStillOut(result))) return []
  return [line(words.say('resumption.held-again', { name: resumption.identity.operatorName }))]
}

function toneOf(resumption: Resumption): Tone {
  if (resumption.status === 'pending') return 'warning'
  if (resumption.status !== 'carried-out') return 'plain'
  const whole = (resumption.restoring ?? []).every(({ points }) => !(points ?? []).some(isToDo))
  return whole && backIn(resumption) === resumption.acts.length ? 'good' : 'warning'
}

function decisions(id: string, version: number, { words }: CardTalk): readonly Button[] {
  return [
    { label: words.say('button.approve'), tone: 'good', acts: { act: 'resumption.approve', case: id, version } },
    { label: words.say('button.reject'), tone: 'danger', acts: { act: 'resumption.reject', case: id, version } },
  ]
}
