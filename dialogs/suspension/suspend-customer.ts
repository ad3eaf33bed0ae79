import { troubleOf } from '../../domain/acts/take-step.ts'
import { audienceOf } from '../../domain/cases/audience.ts'
import { isMatched, type Customer } from '../../domain/customers/customer.ts'
import { impactOf } from '../../domain/impact/impact-of.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { obstaclesTo, owesAnything } from '../../domain/suspension/obstacles.ts'
import { type SuspensionAsk } from '../../domain/suspension/request-suspension.ts'
import { isNamedOnly } from '../../domain/suspension/known-by-hand.ts'
import { behindUnpaidLines } from '../../domain/suspension/scope.ts'
import type { AskRefusal } from '../../domain/suspension/suspension-desk.ts'
import { suspensionReasons, type Obstacle, type SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import { noAccount } from '../customer/no-account.ts'
import { whoIsMeant, whoSaid } from '../customer/pick-customer.ts'
import { matchProposals } from '../customer/match-proposals.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { notNow, orNotNow } from '../phrases/not-now.ts'
import { quoted } from '../phrases/quoted.ts'
import { mostCharacters, tooLongLine } from '../phrases/too-long.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { Next, Script } from '../script.ts'
import { forReaders, type Talk } from '../talk.ts'
import { readDayIn } from '../understanding/read-day.ts'
import { phrase, wordFor, wordIn } from '../understanding/phrase.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'
import type { MessageKey } from '../words/message-key.ts'
import { hearSuspensionForm } from './hear-suspension-form.ts'
import { readImpactFacts } from './read-impact-facts.ts'
import { readSuspendable } from './read-suspendable.ts'
import { suspensionCard } from './suspension-card.ts'
import { isTouched, mostNamed, suspensionDraft, type SuspensionDraft } from './suspension-draft.ts'
import { sendOrLeave, suspensionForm, unreadLine } from './suspension-form.ts'
import { askRefusalLine, maySuspendOnly, noteNeeded } from './suspension-refusals.ts'

interface Complete {
  readonly customer: string
  readonly ask: SuspensionAsk
  readonly subscriptions: readonly OperatorSubscription[]
}

/** The first person's half of a suspension: whom, why, which subscriptions, and what the second person should know. */
export const suspendCustomer: Script<SuspensionDraft, Complete> = {
  name: 'suspend-customer',
  draft: suspensionDraft,

  async next(filled, talk) {
    const { words, desk } = talk
    const { reason, misheard } = filled
    const may = (each: SuspensionReason) => mayAsk(talk.by.roles, `suspend for ${each}`)
    if (reason === null ? !suspensionReasons.some(may) : !may(reason)) {
      return stop(maySuspendOnly(reason ?? 'non-payment', words))
    }
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ask: orNotNow(meant.reply, words) }
    const { customer } = meant
    const today = (await desk.book.today()).day
    const on = filled.on === null ? null : readDayIn([words, ...talk.languages], filled.on, today)
    if (filled.on !== null && on === null) return stop(words.say('day.unclear', { said: quoted(filled.on) }))
    if (on !== null && on < today) return stop(words.say('refusal.day-past', { day: words.day(on) }))
    if (!isMatched(customer)) return { stop: await matchProposals(customer, talk) }
    if (reason === null) return { ask: whichReason(customer.name, misheard, talk) }
    const before = (await desk.suspensions.openOf(customer.id)).find((each) => each.reason === reason)
    if (before) return { stop: askRefusal({ code: 'asked-before', case: before.id }, talk) }

    const of = (await desk.book.today()).of(customer.id)
    if (!of) return stop(words.say('refusal.unknown-customer'))
    const forDebt = reason === 'non-payment'
    if (forDebt && of.ledgerAsOf === null) return { stop: await noAccount(customer, onSuspicion(customer, talk), talk) }
    if (forDebt && !owesAnything(of)) return stop(words.say('refusal.nothing-overdue'))

    const lane = desk.laneOf(customer.lane)
    let found
    const reading = lane ? readImpactFacts(customer.id, lane) : Promise.resolve({ licences: null, costs: null })
    try {
      found = await readSuspendable(customer, reason, filled.named, talk)
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      const reply = unread(troubleLine(troubleOf(fault), customer.lane, words), customer.id, filled, talk)
      return isTouched(filled) ? { ask: reply } : { stop: reply }
    }
    const { all: subscriptions, suspendable, unread: unreadPlans } = found
    if (suspendable.length === 0 && lane) return stop(words.say('suspension.none-active', { name: customer.name }))

    const { note, override } = filled
    const chosen = chosenOf(filled, of, suspendable)
    const obstacles = forDebt ? obstaclesTo(of, desk.policy, chosen) : []
    const read = await reading
    const lacks = filled.sent
      ? missing(filled, chosen, suspendable.length === 0 ? 'named' : 'subscriptions', obstacles, talk)
      : []
    if (filled.sent && lacks.length === 0) {
      const ask = { reason, subscriptions: chosen, note, override, read, ...(on === null ? {} : { notBefore: on }) }
      return { ready: { customer: customer.id, subscriptions, ask } }
    }
    const zone = desk.policy.calendar.timeZone
    const impact = impactOf(chosen, subscriptions, read, { lane: customer.lane, from: on ?? today, zone })
    const unkept = tooLongLine(
      filled.tooLong,
      filled.tooLongIn === 'named' ? mostNamed : mostCharacters.words,
      filled.tooLongIn,
      words,
    )
    const complaints = [...misheardLine(misheard, words), ...unkept, ...lacks, ...unreadLine(unreadPlans, words)]
    const form = {
      of: { ...of, customer },
      reason,
      suspendable,
      named: lane ? null : { typed: filled.named, lane: customer.lane },
      obstacles,
      chosen,
      on,
      impact,
      note,
      override,
      complaints,
    }
    return { ask: suspensionForm(form, talk), keep: seen(filled, chosen, obstacles, talk) }
  },

  async hear(filled, answer, talk) {
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ...filled, who: await whoSaid(answer, talk) }
    if (filled.reason === null) {
      const reason = wordIn<SuspensionReason>(talk.grammars, 'reasons', answer.text.trim())
      return { ...filled, reason, misheard: reason === null }
    }
    return hearSuspensionForm(filled, answer, meant.customer.id, talk)
  },

  async finish({ customer, ask, subscriptions }, talk): Promise<Reply> {
    const { desk, by } = talk
    const outcome = await desk.suspensions.request(customer, ask, subscriptions, by, talk.speaker.place)
    if (!outcome.ok) return askRefusal(outcome.refusal, talk)
    return orAlone(
      suspensionCard(outcome.value, 1, forReaders(talk)),
      audienceOf({ kind: 'suspension', value: outcome.value }),
      talk,
    )
  },
}

/** What was picked and can still be suspended; before anybody picked, what the ledger's own lines name as unpaid. */
function chosenOf(
  filled: SuspensionDraft,
  of: CustomerStanding,
  suspendable: readonly OperatorSubscription[],
): readonly string[] {
  const { subscriptions: picked, reason } = filled
  const unpaid = behindUnpaidLines(of)
  const isWanted = (id: string) => (picked === null ? reason === 'non-payment' && unpaid.has(id) : picked.includes(id))
  return suspendable.filter(({ id }) => isWanted(id) || isNamedOnly(id)).map(({ id }) => id)
}

/** A line for each field in which something is missing. */
function missing(
  { reason, note, override, shown }: SuspensionDraft,
  chosen: readonly string[],
  where: 'subscriptions' | 'named',
  obstacles: readonly Obstacle[],
  { words }: Talk,
): readonly Part[] {
  const lacks = (about: string, key: MessageKey) => line(words.say(key), { tone: 'warning', about })
  return [
    ...(obstacles.length > 0 && override === null ? [lacks('override', 'suspension.override-needed')] : []),
    ...(chosen.length === 0 ? [lacks(where, 'refusal.nothing-chosen')] : []),
    // About no field: what has to be read is the whole form, and not a remark beside the choice.
    ...(chosen.length > 0 && !isSame(chosen, shown)
      ? [line(words.say('suspension.chosen-anew'), { tone: 'warning' })]
      : []),
    ...(reason !== 'non-payment' && note === null ? [lacks('note', noteNeeded(reason ?? 'fraud'))] : []),
  ]
}

/** The draft once its form was shown: what lacked nothing but to be seen is sent only by asking again. */
function seen(
  filled: SuspensionDraft,
  chosen: readonly string[],
  obstacles: readonly Obstacle[],
  talk: Talk,
): SuspensionDraft {
  const shown = { ...filled, shown: [...chosen] }
  return { ...shown, sent: filled.sent && missing(shown, chosen, 'subscriptions', obstacles, talk).length > 0 }
}

/** Of what is known by name alone nobody can be told what a suspension does: there is nothing to be seen first. */
function isSame(chosen: readonly string[], shown: readonly string[]): boolean {
  const [some, others] = [chosen, shown].map((ids) => ids.filter((id) => !isNamedOnly(id)))
  return some?.length === others?.length && (some ?? []).every((one) => others?.includes(one))
}

function whichReason(name: string, misheard: boolean, { words, by }: Talk): Reply {
  const allowed = suspensionReasons.filter((reason) => mayAsk(by.roles, `suspend for ${reason}`))
  return {
    title: words.say('suspension.which-reason', { name }),
    parts: misheardLine(misheard, words),
    buttons: [
      ...allowed.map((reason) => ({
        label: words.say(`reason.${reason}`),
        says: wordFor(words.grammar, 'reasons', reason),
      })),
      notNow(words),
    ],
  }
}

/** What needs no debt, for whoever may ask for it. */
function onSuspicion({ name }: Customer, { words, by }: Talk): readonly string[] {
  if (!mayAsk(by.roles, 'suspend for fraud')) return []
  const reason = wordFor(words.grammar, 'reasons', 'fraud')
  return [words.say('advice.on-suspicion', { say: phrase(words.grammar, 'suspend', { customer: name, reason }) })]
}

/** The operator is silent: one press tries again, and what somebody wrote already is kept. */
function unread(trouble: string, customer: string, filled: SuspensionDraft, { words }: Talk): Reply {
  const reason = wordFor(words.grammar, 'reasons', filled.reason ?? 'non-payment')
  const again = filled.on === null ? { customer, reason } : { customer, reason, day: filled.on }
  return {
    parts: [line(words.say('suspension.unread', { trouble }), { tone: 'warning' })],
    buttons: isTouched(filled)
      ? sendOrLeave(words)
      : [{ label: words.say('button.try-again'), says: phrase(words.grammar, 'suspend', again) }],
  }
}

/** Why nobody was asked; where somebody asked before, one press shows their request. */
export function askRefusal(refusal: AskRefusal, talk: Talk): Reply {
  const { words } = talk
  return {
    parts: [line(askRefusalLine(refusal, talk), { tone: 'warning' })],
    buttons:
      refusal.code === 'asked-before'
        ? [{ label: refusal.case, says: phrase(words.grammar, 'show-case', { case: refusal.case }) }]
        : [],
  }
}

function stop(text: string): Next<never> {
  return { stop: said(text, { tone: 'warning' }) }
}
