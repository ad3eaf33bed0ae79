import { troubleOf } from '../../domain/acts/take-step.ts'
import { audienceOf } from '../../domain/cases/audience.ts'
import { isMatched } from '../../domain/customers/customer.ts'
import { capabilities } from '../../domain/customers/lane.ts'
import { endableNow, isNameOf, type EndingAsk } from '../../domain/ending/ask-ending.ts'
import { powerTo } from '../../domain/ending/ending.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { matchProposals } from '../customer/match-proposals.ts'
import { whoIsMeant, whoSaid } from '../customer/pick-customer.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { orNotNow } from '../phrases/not-now.ts'
import { mostCharacters, tooLongLine } from '../phrases/too-long.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { Script } from '../script.ts'
import { forReaders, type Talk } from '../talk.ts'
import { wordIn } from '../understanding/phrase.ts'
import { line, said, type Part } from '../vocabulary/reply.ts'
import { endingCard } from './ending-card.ts'
import { endingDraft, type EndingDraft } from './ending-draft.ts'
import { endingForm } from './ending-form.ts'
import { endingAskRefusalLine } from './ending-refusals.ts'

interface Complete {
  readonly customer: string
  readonly ask: EndingAsk
  readonly subscriptions: readonly OperatorSubscription[]
}

/** The first person's half of a cancellation or of an end at the term. */
export const endSubscriptions: Script<EndingDraft, Complete> = {
  name: 'end-subscriptions',
  draft: endingDraft,

  async next(filled, talk) {
    const { words, desk, by } = talk
    const { way, because, typedName } = filled
    const stop = (text: string) => ({ stop: said(text, { tone: 'warning' }) })
    const refuse = (refusal: Parameters<typeof endingAskRefusalLine>[0]) => stop(endingAskRefusalLine(refusal, words))
    if (!mayAsk(by.roles, powerTo[way])) return refuse({ code: 'not-allowed', way })
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ask: orNotNow(meant.reply, words) }
    const { customer } = meant
    if (!isMatched(customer)) return { stop: await matchProposals(customer, talk) }
    if (way === 'cancel' && capabilities[customer.lane].cancels !== 'yes')
      return refuse({ code: 'no-cancelling', lane: customer.lane })
    const before = await desk.endings.openOf(customer.id, way)
    if (before) return refuse({ code: 'asked-before', case: before.id })
    const lane = desk.laneOf(customer.lane)
    if (!lane) return stop(words.say('trouble.lane-not-configured', { operator: words.say(`lane.${customer.lane}`) }))

    let all: readonly OperatorSubscription[]
    try {
      all = await lane.subscriptions(customer.id)
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      return stop(words.say('ending.unread', { trouble: troubleLine(troubleOf(fault), customer.lane, words) }))
    }
    const endable = endableNow(way, all, desk.now())
    if (endable.length === 0) return stop(words.say(`ending.none.${way}`, { name: customer.operator.name }))
    const chosen = (filled.subscriptions ?? []).filter((id) => endable.some((each) => each.id === id))
    const lacks = filled.sent ? missing(filled, chosen, customer.operator.name, talk) : []
    if (filled.sent && lacks.length === 0)
      return {
        ready: { customer: customer.id, subscriptions: all, ask: { way, subscriptions: chosen, because, typedName } },
      }
    const complaints = [...misheardLine(filled.misheard, words), ...lacks]
    return { ask: endingForm({ ...filled, subscriptions: chosen }, { customer, all, endable, complaints }, talk) }
  },

  async hear(filled, { text, inputs, ...answer }, talk) {
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ...filled, who: await whoSaid({ text, inputs, ...answer }, talk) }
    const { subscriptions, because, name } = inputs
    const heard: EndingDraft = {
      ...filled,
      subscriptions: subscriptions === undefined ? filled.subscriptions : subscriptions.split(',').filter(Boolean),
      because: because === undefined ? filled.because : because.trim() || null,
      typedName: name === undefined ? filled.typedName : name.trim() || null,
      sent: false,
      misheard: false,
    }
    if (wordIn<'ask'>(talk.grammars, 'answers', text) === 'ask') return { ...heard, sent: true }
    const typed = text.trim()
    if (/^[\d\s,，、]+$/u.test(typed)) {
      const listed = await listedOf(meant.customer.id, filled, talk)
      const picked = (typed.match(/\d+/gu) ?? []).map((number) => listed[Number(number) - 1]?.id)
      const known = picked.filter((id) => id !== undefined)
      return known.length < picked.length ? { ...heard, misheard: true } : { ...heard, subscriptions: known }
    }
    if (typed === '') return { ...heard, misheard: true }
    if (filled.way === 'cancel' && isNameOf(typed, meant.customer.name)) return { ...heard, typedName: typed }
    // What is typed next stands beside what was typed before; the form shows both.
    return { ...heard, because: heard.because === null ? typed : `${heard.because}\n${typed}` }
  },

  async finish({ customer, ask, subscriptions }, talk) {
    const outcome = await talk.desk.endings.ask(customer, ask, subscriptions, talk.by, talk.speaker.place)
    if (!outcome.ok) return said(endingAskRefusalLine(outcome.refusal, talk.words), { tone: 'warning' })
    const card = endingCard(outcome.value, 1, forReaders(talk))
    return orAlone(card, audienceOf({ kind: 'ending', value: outcome.value }), talk)
  },
}

/** A line for each field in which something is missing. */
function missing(
  { way, because, typedName }: EndingDraft,
  chosen: readonly string[],
  name: string,
  { words }: Talk,
): readonly Part[] {
  return [
    ...(chosen.length === 0
      ? [line(words.say('refusal.nothing-chosen'), { tone: 'warning', about: 'subscriptions' })]
      : []),
    ...(because === null ? [line(words.say('ending.because-needed'), { tone: 'warning', about: 'because' })] : []),
    ...tooLongLine(tooLong(because), mostCharacters.words, 'because', words),
    ...(way === 'cancel' && !isNameOf(typedName, name)
      ? [line(words.say('ending.name-differs', { name }), { tone: 'warning', about: 'name' })]
      : []),
  ]
}

function tooLong(because: string | null): number | null {
  return because !== null && because.length > mostCharacters.words ? because.length : null
}

/** What the form lists, in its order. */
async function listedOf(customer: string, { way }: EndingDraft, { desk }: Talk) {
  const lane = (await desk.book.today()).directory.byId(customer)?.lane
  const operator = lane && desk.laneOf(lane)
  return operator ? endableNow(way, await operator.subscriptions(customer), desk.now()) : []
}
