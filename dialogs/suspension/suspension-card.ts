import { waitsByHand } from '../../domain/acts/hand-over.ts'
import { isUnconfirmed } from '../../domain/acts/look-by-hand.ts'
import { isConfirmed } from '../../domain/acts/subscription-act.ts'
import { isSuspicion } from '../../domain/holds/hold.ts'
import { never } from '../../domain/shared/outcome.ts'
import { needsSecondPerson } from '../../domain/resumption/resumption.ts'
import { notDone } from '../../domain/suspension/call-off.ts'
import {
  awaitsConfirmation,
  isOpen,
  type Basis,
  type Beside,
  type SuspensionRequest,
} from '../../domain/suspension/suspension-request.ts'
import { laneOnCard } from '../lanes/lane-lines.ts'
import { actLines } from '../phrases/act-lines.ts'
import { byHandButtons, byHandParts } from '../phrases/by-hand-parts.ts'
import { byWhom } from '../phrases/by-whom.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { sums } from '../phrases/money-lines.ts'
import { ticketForTrouble } from '../phrases/ticket-button.ts'
import type { CardTalk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply, type Tone } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { glassLine, glassOffer, secondLookButtons } from './glass-lines.ts'
import { obstacleLine } from './obstacle-line.ts'
import { subscriptionLine } from '../phrases/subscription-line.ts'
import { scopeParts } from './scope-parts.ts'
import { impactOnCard } from './impact-on-card.ts'
import { stakesLines } from './stakes-lines.ts'

/** The card of a suspension: pending and decided are one body, so that nobody has to compare two. */
export function suspensionCard(request: SuspensionRequest, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const name = request.identity.operatorName
  return {
    title: words.say(isOpen(request) ? 'suspension.title.open' : 'suspension.title.closed', { case: request.id, name }),
    tone: toneOf(request),
    parts: [
      ...laneLines(request, talk),
      ...suspensionOutcome(request, talk),
      ...byHandParts(request, words),
      ...body(request, talk),
      ...inputs(request, talk),
    ],
    buttons: buttons(request, version, talk),
    shows: { case: request.id, version },
  }
}

/** How it stands, first: who decided what, and why. */
export function suspensionOutcome(request: SuspensionRequest, talk: CardTalk): readonly Part[] {
  const text = line(outcomeLine(request, talk), { weight: 'strong' })
  if (request.status !== 'approved' && request.status !== 'carried-out') return [text]
  if (waitsToBegin(request)) return [text]
  return [text, ...actLines(request.acts, 'suspended', request.identity.lane, talk)]
}

/** One line on how a request stands; also what its requester is told. */
export function outcomeLine(request: SuspensionRequest, talk: CardTalk): string {
  const { words, nameOf } = talk
  const approvers = words.list(request.approvals.map(({ by }) => nameOf(by)))
  const { brokenGlass } = request
  if (brokenGlass && request.status !== 'void') return glassLine(request, brokenGlass, talk)
  switch (request.status) {
    case 'pending':
      return words.say('suspension.pending', {
        needed: request.approvalsNeeded - request.approvals.length,
        given: request.approvals.length,
        approvers,
        expires: words.deadline(request.expiresAt),
      })
    case 'questioned':
      return words.say('suspension.questioned', { name: nameOf(request.questions.at(-1)?.by ?? '') })
    case 'approved':
      if (waitsToBegin(request) && request.start)
        return words.say(`suspension.waits.${request.start.why}`, { approvers, at: words.moment(request.start.at) })
      if (waitsByHand(request).length > 0) return words.say('by-hand.suspension.waits', { approvers })
      return request.calledOff
        ? words.say('suspension.called-off', { approvers, name: nameOf(request.calledOff.by) })
        : words.say('suspension.approved', { approvers })
    case 'carried-out': {
      const undone = request.acts.filter(({ result }) => result.state === 'failed' || result.state === 'skipped').length
      const all = request.acts.length
      if (undone === all) return words.say('suspension.not-carried-out', { approvers })
      if (undone === 0 && request.acts.some(isUnconfirmed)) {
        const operator = words.say(`lane.${request.identity.lane}`)
        return words.say('by-hand.suspension.done', { approvers, operator })
      }
      const unconfirmed = request.acts.some(({ result }) => result.state === 'done' && !result.confirmed)
      if (undone === 0 && unconfirmed) return words.say('suspension.unconfirmed', { approvers })
      return words.say('suspension.carried-out', { approvers, undone, all })
    }
    case 'rejected':
      return words.say('suspension.rejected', { name: nameOf(request.rejectedBy), because: request.because })
    case 'withdrawn':
      return words.say('suspension.withdrawn', { name: nameOf(request.askedBy) })
    case 'expired':
      return words.say('suspension.expired', { at: words.deadline(request.expiresAt) })
    case 'void':
      if (request.why === 'watch-only')
        return words.say('suspension.watched', { operator: words.say(`lane.${request.identity.lane}`) })
      if (request.overtakenBy) return words.say('suspension.overtaken', besideWords(request.overtakenBy, words))
      return words.sentences([
        words.say('suspension.void', { why: words.say(`void.${request.why}`) }),
        ...(request.undone === undefined ? [] : [words.say('suspension.ground-back', { import: request.undone })]),
      ])
    default:
      return never(request)
  }
}

/** What keeps all acts of the lane from being sent, while there is still something to do. */
function laneLines(request: SuspensionRequest, talk: CardTalk): readonly Part[] {
  return 'endedAt' in request ? [] : laneOnCard(request.identity.lane, talk)
}

/** Approved for later, and nothing of it begun. */
function waitsToBegin({ status, start, ...rest }: SuspensionRequest): boolean {
  if (status !== 'approved' || !start || !('acts' in rest)) return false
  return rest.acts.every(({ result, delay }) => result.state === 'waiting' && delay === null)
}

function body(request: SuspensionRequest, talk: CardTalk): readonly Part[] {
  const { words, nameOf } = talk
  const { basis, override, brokenGlass } = request
  const money = request.reason === 'non-payment'
  return [
    {
      kind: 'facts',
      facts: [
        [words.say('fact.reason'), words.say(`reason.${request.reason}`)],
        ...identityFacts(request.identity, words),
        ...(basis.overdue.length === 0
          ? []
          : [
              [
                words.say('fact.overdue'),
                words.say('fact.overdue.value', { sums: sums(basis.overdue, words), days: basis.oldestDaysPastDue }),
              ] as const,
            ]),
        ...(money && basis.notice !== null ? [noticeFact(basis.notice, talk)] : []),
        ...(basis.ledgerAsOf === null ? [] : [[words.say('fact.ledger-as-of'), words.day(basis.ledgerAsOf)] as const]),
        ...(request.notBefore === undefined
          ? []
          : [
              [
                words.say('fact.not-before'),
                words.say('fact.not-before.value', { day: words.day(request.notBefore) }),
              ] as const,
            ]),
        byWhom('fact.asked-by', request.askedBy, request.askedAt, talk),
        ...(brokenGlass ? [byWhom('fact.glass-broken-by', brokenGlass.by, brokenGlass.at, talk)] : []),
        ...(request.calledOff ? [byWhom('fact.called-off-by', request.calledOff.by, request.calledOff.at, talk)] : []),
      ],
    },
    ...(request.note === null ? [] : [line(words.say('suspension.note', { note: request.note }))]),
    ...(brokenGlass ? [line(words.say('glass.reason', { reason: brokenGlass.reason }))] : []),
    ...(money && basis.summary ? [warning(words.say('suspension.sums-by-age'))] : []),
    ...covered(request, talk),
    ...(isOpen(request) ? besideLines(request, words).map(warning) : []),
    ...(override === null
      ? []
      : [
          warning(words.say('suspension.override', { reason: override.reason })),
          ...override.obstacles.map((obstacle) => warning(obstacleLine(obstacle, words))),
        ]),
    ...(isOpen(request) && request.braked
      ? [warning(words.say('suspension.braked', { until: words.moment(request.braked) }))]
      : []),
    ...impactOnCard(request, talk),
    ...[...stakesLines(request, words), ...glassOffer(request, words)].map((text) => line(text)),
    ...(money ? [] : [line(words.say('suspension.not-money'))]),
    ...request.questions.flatMap(({ by, text, answer }) => [
      line(words.say('suspension.question', { name: nameOf(by), text })),
      ...(answer === null
        ? []
        : [line(words.say('suspension.answer', { name: nameOf(answer.by), text: answer.text }))]),
    ]),
  ]
}

/** Two people may ask for one customer at the same time, for different reasons: each card names the other. */
function besideLines({ reason, beside = [] }: SuspensionRequest, words: Words): readonly string[] {
  return beside.map((other) => {
    const first = isSuspicion(other.reason) && reason === 'non-payment'
    return words.say(first ? 'suspension.beside-suspicion' : 'suspension.beside', besideWords(other, words))
  })
}

function besideWords(other: Beside, words: Words) {
  return { case: other.case, reason: words.say(`reason.${other.reason}`) }
}

function noticeFact(notice: NonNullable<Basis['notice']>, { words, nameOf }: CardTalk): readonly [string, string] {
  const { givenOn, deadline, recordedBy } = notice
  const said = { given: words.day(givenOn), deadline: words.day(deadline), name: nameOf(recordedBy) }
  return [words.say('fact.notice'), words.say('fact.notice.value', said)]
}

/** What the suspension covers, with what falls along; the acts beside it say how far each has come. */
function covered(request: SuspensionRequest, { words, nameOf }: CardTalk): readonly Part[] {
  const { subscriptions } = request
  return [
    line(words.say('suspension.subscriptions', { count: subscriptions.length }), { weight: 'strong' }),
    ...subscriptions.map((subscription) => line(subscriptionLine(subscription, words))),
    ...scopeParts(request, nameOf, words),
  ]
}

function inputs(request: SuspensionRequest, { words }: CardTalk): readonly Part[] {
  if (!isOpen(request)) return []
  const { status, stepUp, alerted } = request
  const breakable = alerted === undefined ? 'suspension.input.words' : 'suspension.input.words-or-glass'
  const label = words.say(status === 'questioned' ? 'suspension.input.answer' : breakable)
  const code = words.say('stakes.code')
  return [
    { kind: 'input', id: 'words', label, value: '', multiline: true },
    ...(status === 'pending' && (stepUp || alerted !== undefined)
      ? [{ kind: 'input', id: 'code', label: code, value: '', multiline: false, secret: true } as const]
      : []),
  ]
}

function buttons(request: SuspensionRequest, version: number, { words }: CardTalk): readonly Button[] {
  const at = { case: request.id, version }
  const reject = {
    label: words.say('button.reject'),
    tone: 'danger',
    acts: { act: 'suspension.reject', ...at },
  } as const
  const withdraw = { label: words.say('button.withdraw'), acts: { act: 'suspension.withdraw', ...at } } as const
  const change = {
    label: words.say('button.change-scope'),
    says: phrase(words.grammar, 'change-case', { case: request.id }),
  }
  if (request.status === 'pending') {
    return [
      { label: words.say('button.approve'), tone: 'good', acts: { act: 'suspension.approve', ...at } },
      reject,
      { label: words.say('button.ask-back'), acts: { act: 'suspension.question', ...at } },
      change,
      withdraw,
      ...(request.alerted === undefined
        ? []
        : [{ label: words.say('button.break-glass'), acts: { act: 'suspension.break-glass', ...at } } as const]),
    ]
  }
  if (request.status === 'questioned') {
    return [{ label: words.say('button.answer'), acts: { act: 'suspension.answer', ...at } }, reject, change, withdraw]
  }
  return [
    ...byHandButtons(request, version, words),
    ...callOffButtons(request, version, words),
    ...secondLookButtons(request, version, words),
    ...ticketForTrouble(request, words),
  ]
}

/** For whoever finds that a debt should not be acted on after all; a suspicion takes two to lift, and shows none. */
export function callOffButtons(request: SuspensionRequest, version: number, words: Words): readonly Button[] {
  if (needsSecondPerson(request.reason) || notDone(request).length === 0) return []
  return [{ label: words.say('button.call-off'), acts: { act: 'suspension.call-off', case: request.id, version } }]
}

function toneOf(request: SuspensionRequest): Tone {
  switch (request.status) {
    case 'pending':
    case 'questioned':
    case 'approved':
      return 'warning'
    case 'carried-out':
      return request.acts.every(isConfirmed) && !awaitsConfirmation(request) ? 'good' : 'warning'
    case 'rejected':
    case 'withdrawn':
    case 'expired':
    case 'void':
      return 'plain'
  }
}

function warning(text: string): Part {
  return line(text, { tone: 'warning' })
}
