import { z } from 'zod'
import { troubleOf } from '../../domain/acts/take-step.ts'
import type { ImpactFacts } from '../../domain/impact/impact-of.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { isMatched } from '../../domain/customers/customer.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { CaseAt } from '../../domain/shared/versioned.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { isOpen } from '../../domain/suspension/suspension-request.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { Next, Script } from '../script.ts'
import { forReaders } from '../talk.ts'
import { wordIn } from '../understanding/phrase.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { changeForm } from './change-form.ts'
import { readImpactFacts } from './read-impact-facts.ts'
import { readSuspendable } from './read-suspendable.ts'
import { suspensionCard } from './suspension-card.ts'
import { unreadLine } from './suspension-form.ts'
import { decisionRefusalLine, maySuspendOnly } from './suspension-refusals.ts'

const changeDraft = z.object({
  case: z.string(),
  /** The version the person saw; null before anything was shown. */
  version: z.number().nullable(),
  /** Null while nobody chose: what the request covers now. */
  subscriptions: z.array(z.string()).nullable(),
  /** What the form lists, in its order, and what it showed as chosen when the person saw it last. */
  listed: z.array(z.string()),
  shown: z.array(z.string()),
  sent: z.boolean(),
  misheard: z.boolean(),
})
type ChangeDraft = z.infer<typeof changeDraft>

interface Complete {
  readonly at: CaseAt
  readonly chosen: readonly string[]
  readonly subscriptions: readonly OperatorSubscription[]
  readonly read: ImpactFacts
}

/** Nothing chosen yet. */
export function blankChange(of: string): ChangeDraft {
  return { case: of, version: null, subscriptions: null, listed: [], shown: [], sent: false, misheard: false }
}

/** Adds to what an open request covers, or takes out of it; whoever adds cannot approve it any more. */
export const changeSuspension: Script<ChangeDraft, Complete> = {
  name: 'change-suspension',
  draft: changeDraft,

  async next(filled, talk) {
    const { words, desk } = talk
    if (!mayAsk(talk.by.roles, 'see customer')) return stop(words.say('refusal.may-not', { name: talk.by.name }))
    const found = await desk.cards.read(filled.case)
    if (found?.kind !== 'suspension') return stop(words.say('case.unknown', { case: filled.case }))
    const { value: request } = found
    if (!mayAsk(talk.by.roles, `suspend for ${request.reason}`)) return stop(maySuspendOnly(request.reason, words))
    if (!isOpen(request)) return stop(decisionRefusalLine({ code: 'already-decided', request }, forReaders(talk)))
    const { lane: name } = request.identity
    const lane = desk.laneOf(name)
    if (!lane) return stop(words.say('trouble.lane-not-configured', { operator: words.say(`lane.${name}`) }))
    const customer = (await desk.book.today()).directory.byId(request.customer)
    if (!customer || !isMatched(customer)) return stop(words.say('refusal.unknown-customer'))
    const reading = readImpactFacts(request.customer, lane)
    let operator
    try {
      operator = await readSuspendable(customer, request.reason, null, talk)
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      return stop(troubleLine(troubleOf(fault), name, words))
    }
    const read = await reading
    const covered = request.subscriptions.map(({ id }) => id)
    const listed = operator.all.filter(
      ({ id }) => covered.includes(id) || operator.suspendable.some((each) => each.id === id),
    )
    const wanted = filled.subscriptions ?? covered
    const chosen = listed.map(({ id }) => id).filter((id) => wanted.includes(id))
    const lacks = filled.sent ? complaint(chosen, covered, filled.shown) : null
    if (filled.sent && lacks === null) {
      const at = { case: request.id, version: filled.version ?? found.version }
      return { ready: { at, chosen, subscriptions: operator.all, read } }
    }
    const complaints = [
      ...misheardLine(filled.misheard, words),
      ...unreadLine(operator.unread, words),
      ...(lacks === null
        ? []
        : [
            line(words.say(lacks), {
              tone: 'warning',
              ...(lacks === 'suspension.chosen-anew' ? {} : { about: 'subscriptions' }),
            }),
          ]),
    ]
    const of = (await desk.book.today()).of(request.customer)
    const facts = { request, of, listed, all: operator.all, chosen, read, complaints }
    return {
      ask: changeForm(facts, talk),
      keep: { ...filled, version: found.version, listed: listed.map(({ id }) => id), shown: chosen, sent: false },
    }
  },

  async hear(filled, { text, inputs }, { grammars }) {
    const picked = inputs['subscriptions']
    const subscriptions = picked === undefined ? filled.subscriptions : picked.split(',').filter((id) => id !== '')
    const next = { ...filled, subscriptions, sent: false, misheard: false }
    if (wordIn<'ask'>(grammars, 'answers', text) === 'ask') return { ...next, sent: true }
    const numbers = /^[\d\s,，、]+$/u.test(text) ? (text.match(/\d+/gu) ?? []).map(Number) : []
    if (numbers.length === 0 || numbers.some((number) => number < 1 || number > filled.listed.length))
      return { ...next, misheard: true }
    return { ...next, subscriptions: filled.listed.filter((_, at) => numbers.includes(at + 1)) }
  },

  async finish({ at, chosen, subscriptions, read }, talk): Promise<Reply> {
    const outcome = await talk.desk.suspensions.change(at, chosen, { subscriptions, read }, talk.by)
    if (!outcome.ok) return said(decisionRefusalLine(outcome.refusal, talk), { tone: 'warning' })
    return suspensionCard(outcome.value, at.version + 1, forReaders(talk))
  },
}

/** What is missing from a form that was sent. */
function complaint(chosen: readonly string[], covered: readonly string[], shown: readonly string[]) {
  if (chosen.length === 0) return 'refusal.nothing-chosen'
  if (isSame(chosen, covered)) return 'refusal.nothing-changed'
  return isSame(chosen, shown) ? null : 'suspension.chosen-anew'
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}

function stop(text: string): Next<never> {
  return { stop: said(text, { tone: 'warning' }) }
}
