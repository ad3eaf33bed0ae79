import { z } from 'zod'
import { troubleOf } from '../../domain/acts/take-step.ts'
import { audienceOf } from '../../domain/cases/audience.ts'
import { isMatched } from '../../domain/customers/customer.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { obstaclesTo, owesAnything } from '../../domain/suspension/obstacles.ts'
import { behindUnpaidLines, maySuspend, type SuspensionAsk } from '../../domain/suspension/request-suspension.ts'
import type { AskRefusal } from '../../domain/suspension/suspension-desk.ts'
import { suspensionReasons, type Obstacle, type SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { matchProposals } from '../customer/match-proposals.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { notNow, orNotNow } from '../phrases/not-now.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { Answer, Next, Script } from '../script.ts'
import { forReaders, type Talk } from '../talk.ts'
import { phrase, wordFor, wordIn } from '../understanding/phrase.ts'
import type { Reply } from '../vocabulary/reply.ts'
import { suspensionCard } from './suspension-card.ts'
import { sendOrLeave, suspensionForm } from './suspension-form.ts'
import { askRefusalLine } from './suspension-refusals.ts'

const draft = z.object({
  /** As it was said last; a customer's id once somebody picked. */
  who: z.string().nullable(),
  reason: z.enum(suspensionReasons).nullable(),
  /** Null while nobody chose: the default is what stands behind unpaid lines. */
  subscriptions: z.array(z.string()).nullable(),
  note: z.string().nullable(),
  override: z.string().nullable(),
  /** Whether the form was sent. */
  sent: z.boolean(),
  /** Whether what was said last fits nothing that was asked. */
  misheard: z.boolean().default(false),
})

export type SuspensionDraft = z.infer<typeof draft>

interface Complete {
  readonly customer: string
  readonly ask: SuspensionAsk
  readonly subscriptions: readonly OperatorSubscription[]
}

export function blankSuspension(who: string | null, reason: SuspensionReason | null): SuspensionDraft {
  return { who, reason, subscriptions: null, note: null, override: null, sent: false, misheard: false }
}

/** The first person's half of a suspension: whom, why, which subscriptions, and what the second person should know. */
export const suspendCustomer: Script<SuspensionDraft, Complete> = {
  name: 'suspend-customer',
  draft,

  async next(filled, talk) {
    const { words, desk } = talk
    const { reason, misheard } = filled
    const may = (each: SuspensionReason) => mayAsk(talk.by.roles, `suspend for ${each}`)
    if (reason === null ? !suspensionReasons.some(may) : !may(reason)) {
      return stop(words.say('refusal.may-not-suspend', { reason: words.say(`reason.${reason ?? 'non-payment'}`) }))
    }
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ask: orNotNow(meant.reply, words) }
    const { customer } = meant
    if (!isMatched(customer)) return { stop: await matchProposals(customer, talk) }
    if (reason === null) return { ask: whichReason(customer.name, misheard, talk) }
    const before = (await desk.suspensions.openOf(customer.id)).find((each) => each.reason === reason)
    if (before) return { stop: askRefusal({ code: 'asked-before', case: before.id }, talk) }

    const of = (await desk.book.today()).of(customer.id)
    if (!of) return stop(words.say('refusal.unknown-customer'))
    const forDebt = reason === 'non-payment'
    if (forDebt && !owesAnything(of)) {
      return stop(words.say(of.ledgerAsOf === null ? 'ledger.none' : 'refusal.nothing-overdue'))
    }

    const lane = desk.laneOf(customer.lane)
    if (!lane) return stop(words.say('trouble.lane-not-configured', { operator: words.say(`lane.${customer.lane}`) }))
    let subscriptions: readonly OperatorSubscription[]
    try {
      subscriptions = await lane.subscriptions(customer.id)
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      const reply = unread(troubleLine(troubleOf(fault), customer.lane, words), customer.id, filled, talk)
      return isTouched(filled) ? { ask: reply } : { stop: reply }
    }
    const held = await desk.resumptions.heldOf(customer.id)
    const active = subscriptions.filter((each) => maySuspend(each, reason, customer.lane, held))
    if (active.length === 0) return stop(words.say('suspension.none-active', { name: customer.name }))

    const obstacles = forDebt ? obstaclesTo(of, desk.policy) : []
    const chosen = chosenOf(filled, of, active)
    const lacks = filled.sent ? missing(filled, chosen, obstacles, talk) : null
    const complaint = misheard ? words.say('misunderstood.open') : lacks
    if (filled.sent && lacks === null) {
      const { note, override } = filled
      return { ready: { customer: customer.id, subscriptions, ask: { reason, subscriptions: chosen, note, override } } }
    }
    const { note, override } = filled
    return { ask: suspensionForm({ of, reason, active, obstacles, chosen, note, override, complaint }, talk) }
  },

  async hear(filled, answer, talk) {
    const said = answer.text.trim()
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ...filled, who: said }
    if (filled.reason === null) {
      const reason = wordIn<SuspensionReason>(talk.grammars, 'reasons', said)
      return { ...filled, reason, misheard: reason === null }
    }
    return hearForm(filled, answer, meant.customer.id, talk)
  },

  async finish({ customer, ask, subscriptions }, talk): Promise<Reply> {
    const { desk, by } = talk
    const outcome = await desk.suspensions.request(customer, ask, subscriptions, by, talk.speaker.place)
    if (!outcome.ok) return askRefusal(outcome.refusal, talk)
    return orAlone(suspensionCard(outcome.value, 1, forReaders(talk)), audienceOf('suspension', outcome.value), talk)
  },
}

/**
 * The form's fields as they were sent, or a typed line: numbers pick, "ask" sends, other words are the reason to set the
 * policy aside where one is missing, else the note.
 */
async function hearForm(
  filled: SuspensionDraft,
  { text, inputs }: Answer,
  customer: string,
  talk: Talk,
): Promise<SuspensionDraft> {
  const picked = inputs['subscriptions']
  const withInputs = {
    ...filled,
    subscriptions: picked === undefined ? filled.subscriptions : picked.split(',').filter((id) => id !== ''),
    note: inputs['note'] === undefined ? filled.note : orNull(inputs['note']),
    override: inputs['override'] === undefined ? filled.override : orNull(inputs['override']),
    sent: false,
    misheard: false,
  }
  const answer = wordIn<'ask' | 'all'>(talk.grammars, 'answers', text)
  if (answer === 'ask') return { ...withInputs, sent: true }
  const numbers = /^[\d\s,，、]+$/u.test(text) ? (text.match(/\d+/gu) ?? []).map(Number) : []
  if (answer === 'all' || numbers.length > 0) {
    const active = await suspendableOf(customer, filled.reason ?? 'non-payment', talk)
    if (numbers.some((number) => number < 1 || number > active.length)) return { ...withInputs, misheard: true }
    return {
      ...withInputs,
      subscriptions: active.filter((_, at) => answer === 'all' || numbers.includes(at + 1)).map(({ id }) => id),
    }
  }
  const words = orNull(text)
  if (words === null) return { ...withInputs, misheard: true }
  if (withInputs.override === null && (await isInTheWay(filled, customer, talk))) {
    return { ...withInputs, override: words }
  }
  return { ...withInputs, note: words }
}

/** Whether the policy says not yet, so that words are needed to set it aside. */
async function isInTheWay({ reason }: SuspensionDraft, customer: string, { desk }: Talk): Promise<boolean> {
  const of = (await desk.book.today()).of(customer)
  return reason === 'non-payment' && of !== null && obstaclesTo(of, desk.policy).length > 0
}

async function suspendableOf(
  customer: string,
  reason: SuspensionReason,
  { desk }: Talk,
): Promise<readonly OperatorSubscription[]> {
  const lane = (await desk.book.today()).directory.byId(customer)?.lane
  if (!lane) return []
  const subscriptions = (await desk.laneOf(lane)?.subscriptions(customer)) ?? []
  const held = await desk.resumptions.heldOf(customer)
  return subscriptions.filter((each) => maySuspend(each, reason, lane, held))
}

/** What was picked and is still in service; before anybody picked, what the ledger's own lines name as unpaid. */
function chosenOf(
  filled: SuspensionDraft,
  of: CustomerStanding,
  active: readonly OperatorSubscription[],
): readonly string[] {
  const unpaid = filled.reason === 'non-payment' ? behindUnpaidLines(of) : new Set<string>()
  const wanted = filled.subscriptions === null ? unpaid : new Set(filled.subscriptions)
  return active.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
}

function missing(
  filled: SuspensionDraft,
  chosen: readonly string[],
  obstacles: readonly Obstacle[],
  { words }: Talk,
): string | null {
  if (chosen.length === 0) return words.say('refusal.nothing-chosen')
  if (obstacles.length > 0 && filled.override === null) return words.say('suspension.override-needed')
  if (filled.reason !== 'non-payment' && filled.note === null) return words.say('refusal.note-needed')
  return null
}

function whichReason(name: string, misheard: boolean, { words, by }: Talk): Reply {
  const allowed = suspensionReasons.filter((reason) => mayAsk(by.roles, `suspend for ${reason}`))
  return {
    title: words.say('suspension.which-reason', { name }),
    parts: misheard ? [{ kind: 'text', text: words.say('misunderstood.open'), tone: 'warning' }] : [],
    buttons: [
      ...allowed.map((reason) => ({
        label: words.say(`reason.${reason}`),
        says: wordFor(words.grammar, 'reasons', reason),
      })),
      notNow(words),
    ],
  }
}

/** The operator is silent: one press tries again, and what somebody wrote already is kept. */
function unread(trouble: string, customer: string, filled: SuspensionDraft, { words }: Talk): Reply {
  const reason = wordFor(words.grammar, 'reasons', filled.reason ?? 'non-payment')
  return {
    parts: [{ kind: 'text', text: words.say('suspension.unread', { trouble }), tone: 'warning' }],
    buttons: isTouched(filled)
      ? sendOrLeave(words)
      : [{ label: words.say('button.try-again'), says: phrase(words.grammar, 'suspend', { customer, reason }) }],
  }
}

function isTouched({ subscriptions, note, override, sent }: SuspensionDraft): boolean {
  return sent || subscriptions !== null || note !== null || override !== null
}

/** Why nobody was asked; where somebody asked before, one press shows their request. */
function askRefusal(refusal: AskRefusal, talk: Talk): Reply {
  const { words } = talk
  return {
    parts: [{ kind: 'text', text: askRefusalLine(refusal, talk), tone: 'warning' }],
    buttons:
      refusal.code === 'asked-before'
        ? [{ label: refusal.case, says: phrase(words.grammar, 'show-case', { case: refusal.case }) }]
        : [],
  }
}

function stop(text: string): Next<never> {
  return { stop: { parts: [{ kind: 'text', text, tone: 'warning' }] } }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
