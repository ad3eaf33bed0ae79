import type { Lane } from '../../domain/customers/lane.ts'
import type { Billing, Dropped, Impact, People, SubscriptionImpact, WayBack } from '../../domain/impact/impact.ts'
import type { Currency, Money } from '../../domain/shared/money.ts'
import type { Day } from '../../domain/shared/time.ts'
import { sums } from '../phrases/money-lines.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

type Row = readonly [label: string, value: string]

/**
 * What a suspension does, to be read once: who loses access, what is billed to us meanwhile, until when it can be
 * undone, and what resuming leaves out. Subscriptions of which the same is true share a row. Empty for nothing.
 */
export function impactParts(impact: Impact, lane: Lane, words: Words): readonly Part[] {
  const { from, subscriptions } = impact
  if (subscriptions.length === 0) return []
  const chosen = subscriptions.filter(({ falls }) => !falls)
  const facts = [
    ...rows(
      'impact.people',
      chosen,
      ({ people, plan }, each) => peopleLine(people, plan !== undefined, each, words),
      words,
    ),
    ...billingRows(subscriptions, words),
    ...rows('impact.way-back', subscriptions, ({ wayBack }) => wayBackLine(wayBack, from, lane, words), words),
    ...rows('impact.dropped', subscriptions, ({ dropped }) => droppedLine(dropped, words), words),
  ]
  return [
    { kind: 'facts', facts },
    ...(chosen.some(({ model }) => model !== 'azure-plan' && model !== 'unknown')
      ? [line(words.say('impact.administrators'))]
      : []),
    ...azureLines(chosen, words),
  ]
}

/** What is peculiar to Azure: a plan falls only after what is under it, and what is under it comes back by itself. */
function azureLines(chosen: readonly SubscriptionImpact[], words: Words): readonly Part[] {
  const single = chosen.filter(({ plan }) => plan !== undefined)
  const plans = chosen.filter(({ model, plan }) => model === 'azure-plan' && plan === undefined)
  const along = plans.length > 0 && plans.every(({ id }) => single.some(({ plan }) => plan === id))
  return [
    ...(single.length === 0 ? [] : [line(words.say('impact.azure-subscription', { count: single.length }))]),
    ...(plans.length === 0 ? [] : [line(words.say(along ? 'impact.azure-plan-after' : 'impact.azure-plan'))]),
  ]
}

/** Of what was suspended on a day only the way back is still of interest. */
export function wayBackParts(
  done: readonly { readonly name: string; readonly wayBack: WayBack }[],
  from: Day,
  lane: Lane,
  words: Words,
): readonly Part[] {
  const facts = rows('impact.way-back', done, ({ wayBack }) => wayBackLine(wayBack, from, lane, words), words)
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}

/** A row for each different thing to say, with the names it is true of; without names where it is true of all. */
function rows<Each extends { readonly name: string }>(
  label: 'impact.people' | 'impact.way-back' | 'impact.dropped',
  all: readonly Each[],
  say: (each: Each, alike: number) => string | null,
  words: Words,
): readonly Row[] {
  return [...Map.groupBy(all, (each) => say(each, 1)).values()].flatMap((those): readonly Row[] => {
    const what = those[0] && say(those[0], those.length)
    if (what == null) return []
    return [[words.say(label), those.length === all.length ? what : named(those, what, words)]]
  })
}

function named(those: readonly { readonly name: string }[], what: string, words: Words): string {
  return words.say('impact.of', { names: words.list(those.map(({ name }) => name)), what })
}

function peopleLine(people: People, azure: boolean, each: number, words: Words): string {
  switch (people.by) {
    case 'licences':
    case 'seats':
      return words.say(`impact.people.${people.by}`, { count: people.count, each })
    case 'unknown':
      return words.say(azure ? 'impact.people.azure' : 'impact.people.unknown')
  }
}

/** What goes on until the same day is told as one sum for each currency. */
function billingRows(all: readonly SubscriptionImpact[], words: Words): readonly Row[] {
  const alike = ({ billing }: SubscriptionImpact) =>
    billing.kind === 'continues' ? `${billing.until} ${billing.perDay === null}` : billing.kind
  return [...Map.groupBy(all, alike).values()].map((those) => {
    const what = billingLine(
      those.map(({ billing }) => billing),
      words,
    )
    return [words.say('impact.billing'), those.length === all.length ? what : named(those, what, words)]
  })
}

function billingLine(alike: readonly Billing[], words: Words): string {
  const [first] = alike
  if (first?.kind !== 'continues') return words.say(`impact.billing.${first?.kind ?? 'unknown'}`)
  const until = first.until === null ? words.say('impact.term-end-unknown') : words.day(first.until)
  const perDay = alike.flatMap((each) => (each.kind === 'continues' ? (each.perDay ?? []) : []))
  if (perDay.length === 0) return words.say('impact.billing.continues-unknown', { until })
  return words.say('impact.billing.continues', { until, sums: sums(perCurrency(perDay), words) })
}

/** Never added across currencies. */
function perCurrency(amounts: readonly Money[]): readonly Money[] {
  const totals = new Map<Currency, number>()
  for (const { currency, minor } of amounts) totals.set(currency, (totals.get(currency) ?? 0) + minor)
  return [...totals].map(([currency, minor]) => ({ currency, minor }))
}

function wayBackLine(way: WayBack, from: Day, lane: Lane, words: Words): string {
  switch (way.kind) {
    case 'term':
      return words.say('impact.way-back.term', { until: words.day(way.until) })
    case 'days':
      if (way.bound === 'term') return words.say('impact.way-back.days-term', { until: words.day(way.until) })
      return words.say(way.bound === 'days' ? 'impact.way-back.days' : 'impact.way-back.days-unbound', {
        until: words.day(way.until),
        days: way.days,
        from: words.day(from),
      })
    case 'to-confirm':
      return words.say('impact.way-back.to-confirm', {
        until: words.day(way.until),
        days: way.days,
        from: words.day(from),
        operator: words.say(`lane.${lane}`),
      })
    case 'unknown':
      return words.say('impact.way-back.unknown')
  }
}

function droppedLine(dropped: readonly Dropped[] | null, words: Words): string | null {
  if (dropped === null) return words.say('impact.dropped.unknown')
  if (dropped.length === 0) return null
  const what = words.list(dropped.map((each) => droppedName(each, words)))
  return words.say('impact.dropped.these', { what, count: dropped.length })
}

function droppedName(dropped: Dropped, words: Words): string {
  if (dropped.what === 'auto-renew') return words.say('impact.dropped.auto-renew')
  const { quantity, product, term, billingCycle } = dropped
  // Partner Center writes Monthly in one answer, and monthly in another.
  const cycle = billingCycle?.toLowerCase() ?? ''
  const parts = [
    ...(quantity === null ? [] : [words.say('impact.dropped.quantity', { quantity })]),
    ...(product === null ? [] : [product]),
    ...(term === null ? [] : [isTerm(term) ? words.say(`impact.term.${term}`) : term]),
    ...(billingCycle === null ? [] : [isCycle(cycle) ? words.say(`impact.cycle.${cycle}`) : billingCycle]),
  ]
  if (parts.length === 0) return words.say('impact.dropped.change-unnamed')
  return words.say('impact.dropped.change', { to: words.list(parts) })
}

/** Terms and billing cycles are told as the operator writes them where there are no words for them. */
function isTerm(term: string): term is 'P1M' | 'P1Y' | 'P3Y' {
  return term === 'P1M' || term === 'P1Y' || term === 'P3Y'
}

function isCycle(cycle: string): cycle is 'monthly' | 'annual' {
  return cycle === 'monthly' || cycle === 'annual'
}
