import { chargedDays, type Charges, type Dossier, type Estimate } from '../../domain/fraud/dossier/dossier.ts'
import type { Words } from '../words/words.ts'
import type { Block } from './dossier-document.ts'

/** What was charged in the days that count, line by line, or why nobody knows. */
export function chargeBlocks({ charges, days }: Dossier, words: Words): readonly Block[] {
  if (days === null) return [{ kind: 'text', text: words.say('dossier.none') }]
  const range = { from: words.day(days.from), to: words.day(days.to), count: chargedDays }
  const head: Block = { kind: 'text', text: words.say('dossier.charges.days', range) }
  return [head, ...(charges.known ? known(charges, words) : [whyUnknown('charges', charges, words)])]
}

function known({ lines, sums, told }: Extract<Charges, { known: true }>, words: Words): readonly Block[] {
  const about: Block = {
    kind: 'text',
    text:
      told === null
        ? words.say('dossier.charges.no-bills')
        : words.say('dossier.charges.told', { from: words.day(told.from), to: words.day(told.to) }),
    weight: 'quiet',
  }
  if (lines.length === 0) return [{ kind: 'text', text: words.say('dossier.charges.none') }, about]
  return [
    {
      kind: 'table',
      columns: (['subscription', 'from', 'to', 'amount'] as const).map((each) => words.say(`dossier.charges.${each}`)),
      rows: lines.map(({ subscription, from, to, amount }) => [
        subscription,
        words.day(from),
        words.day(to),
        words.money(amount),
      ]),
    },
    {
      kind: 'text',
      text: words.say('dossier.charges.sum', { amounts: words.list(sums.map((each) => words.money(each))) }),
      weight: 'strong',
    },
    about,
  ]
}

/** What Azure is used this month, by the operator's own estimate. */
export function estimateBlocks(estimate: Estimate, words: Words): readonly Block[] {
  if (!estimate.known) return [whyUnknown('estimate', estimate, words)]
  const { used, amount } = estimate.budget
  return [
    {
      kind: 'text',
      text: words.say('dossier.estimate', {
        used: used === null ? words.say('dossier.unknown') : words.money(used),
        budget: amount === null ? words.say('dossier.no-budget') : words.money(amount),
      }),
    },
  ]
}

function whyUnknown(of: 'charges' | 'estimate', { why }: Extract<Charges, { known: false }>, words: Words): Block {
  return { kind: 'text', text: words.say(`dossier.${of}.${why}`) }
}
