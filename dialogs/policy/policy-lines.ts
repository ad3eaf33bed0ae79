import type { PolicyDifference, PolicyFact, PolicyValue } from '../../domain/policy/policy-facts.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { Words } from '../words/words.ts'

type Of<Is extends PolicyValue['is']> = Extract<PolicyValue, { is: Is }>

/** One matter of a policy in plain words: `Final notice after 30 days`, `CNY 5.00 and EUR 1.00`. */
export function valueText(value: PolicyValue, words: Words): string {
  switch (value.is) {
    case 'rung':
      return rungText(value, words)
    case 'cover':
      return coverText(value, words)
    case 'amounts':
      return amountsText(value.amounts, words)
    case 'number':
      if (value.of === 'days' || value.of === 'working-days')
        return ageText(value.n, value.of === 'working-days', words)
      return words.say(`policy.${value.of}`, { n: value.n })
    case 'share':
      return words.say('policy.share', { n: words.number(Math.round(value.share * 10_000) / 100) })
    case 'yes':
      return words.say(value.yes ? 'policy.yes' : 'policy.no')
    case 'limits':
      return limitsText(value, words)
    case 'approval': {
      const facts = { needs: value.needs, reason: words.say(`hold.${value.reason}`) }
      return value.above === null
        ? words.say('policy.approval', facts)
        : words.say('policy.approval-above', { ...facts, above: limitsText(value.above, words) })
    }
    case 'text':
      return value.text === '' ? words.say('policy.none') : value.text
    default:
      return never(value)
  }
}

/** `Suspension after 45 days (from CNY 1,000.00, sent by itself)`. */
export function rungText(rung: Of<'rung'>, words: Words): string {
  const said = words.say(`policy.rung.${rung.calls}`, { age: ageText(rung.days, rung.working, words) })
  const more = [...conditionsOf(rung, words), ...(rung.sends ? [words.say('policy.sends')] : [])]
  return more.length === 0 ? said : words.say('policy.with', { what: said, more: words.list(more) })
}

/** What a debt must be besides old enough. */
export function conditionsOf({ amounts, invoices }: Of<'rung'>, words: Words): readonly string[] {
  return [
    ...(amounts === null ? [] : [words.say('policy.from-amounts', { amounts: amountsText(amounts, words, 'or') })]),
    ...(invoices === 1 ? [] : [words.say('policy.from-invoices', { n: invoices })]),
  ]
}

export function ageText(days: number, working: boolean, words: Words): string {
  return words.say(working ? 'policy.working-days' : 'policy.days', { n: days })
}

/** Whom a segment covers. */
export function coverText({ lanes, countries, groups }: Of<'cover'>, words: Words): string {
  const each = [
    ...(lanes.length === 0 ? [] : [words.either(lanes.map((lane) => words.say(`lane.${lane}`)))]),
    ...(countries.length === 0 ? [] : [words.either(countries.map((code) => countryName(code, words)))]),
    ...(groups.length === 0 ? [] : [words.say('policy.of-group', { groups: words.either(groups) })]),
  ]
  return words.list(each)
}

/** One sum for each currency; `or` where one of them is enough. */
export function amountsText(amounts: Of<'amounts'>['amounts'], words: Words, join: 'and' | 'or' = 'and'): string {
  const sums = Object.entries(amounts).map(([currency, minor]) => words.money({ minor, currency }))
  if (sums.length === 0) return words.say('policy.none')
  return join === 'or' ? words.either(sums) : words.list(sums)
}

/** What one fact is about, whoever's it is. */
export function entryText({ entry, of }: Pick<PolicyFact, 'entry' | 'of'>, words: Words): string {
  const name = words.say(`policy.entry.${entry}`)
  return of === null ? name : words.say('policy.entry-of', { entry: name, of })
}

/** What changes on one matter. */
export function differenceText(difference: PolicyDifference, words: Words): string {
  const { before, after } = difference
  const what = entryText(difference, words)
  if (before === null) return words.say('policy.comes', { what, after: after ? valueText(after, words) : '' })
  if (after === null) return words.say('policy.goes', { what, before: valueText(before, words) })
  return words.say('policy.changes', { what, before: valueText(before, words), after: valueText(after, words) })
}

function limitsText({ amounts, people }: Omit<Of<'limits'>, 'is'>, words: Words): string {
  const each = [
    ...(Object.keys(amounts).length === 0 ? [] : [amountsText(amounts, words, 'or')]),
    ...(people === null ? [] : [words.say('policy.people', { n: people })]),
  ]
  return each.length === 0 ? words.say('policy.none') : words.either(each)
}

function countryName(code: string, words: Words): string {
  return new Intl.DisplayNames(words.tag, { type: 'region' }).of(code) ?? code
}
