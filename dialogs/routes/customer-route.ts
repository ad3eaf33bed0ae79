import type { CustomerDirectory } from '../../domain/customers/customer-directory.ts'
import { isMatched } from '../../domain/customers/customer.ts'
import { onlyOf, type RouteOnly } from '../../domain/routes/route.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import type { NamedCustomer } from '../understanding/named-customer.ts'
import { phrase, wordFor } from '../understanding/phrase.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { clock } from './narrowing-text.ts'
import { changeFraudRoute, type RouteChange } from './fraud-route.ts'

/** Sets or clears a channel of one customer's own for fraud alerts; whose, is asked where the name leaves it open. */
export async function changeCustomerRoute(
  { named, change }: Extract<Intent, { verb: 'route-customer' }>,
  talk: Talk,
): Promise<Reply> {
  const { desk, words } = talk
  const { directory } = await desk.book.today()
  const read = bestRead(named, directory, talk)
  if (read === null)
    return said(words.say('routes.nobody', { who: quoted(named.at(-1)?.who ?? '') }), { tone: 'warning' })
  const meant = await whoIsMeant(read.who, talk, ({ id }) => sentence(id, read.only, change, words))
  if (meant.kind === 'ask') return meant.reply
  const { customer } = meant
  if (!isMatched(customer)) return said(words.say('refusal.not-matched'), { tone: 'warning' })
  const only = onlyOf(customer, read.only)
  if (only === null) {
    const at = { customer: customer.name, operator: words.say(`lane.${customer.lane}`) }
    return said(words.say('routes.elsewhere', at), { tone: 'warning' })
  }
  return changeFraudRoute({ only, change, customer: customer.name }, talk)
}

/** The longest name that somebody has; one that somebody may have, where nobody has any; null where nobody may. */
function bestRead(
  named: readonly NamedCustomer[],
  directory: CustomerDirectory,
  { find }: Pick<Talk, 'find'>,
): NamedCustomer | null {
  const found = named.map((read) => ({ read, ...find(directory, read.who) })).filter(({ kind }) => kind !== 'none')
  const known = found.find((each) => each.kind === 'one' || (each.kind === 'some' && !each.guessed))
  return (known ?? found[0])?.read ?? null
}

/** The same order about one customer, as a button says it. */
function sentence(id: string, only: RouteOnly | null, change: RouteChange, { grammar }: Words): string {
  const { severity = null, hours = null, lane = null } = only ?? {}
  const filled = (name: string, slots: Readonly<Record<string, string>>) =>
    (grammar.narrowing[name]?.[0] ?? '').replace(/\{(\w+)\}/gu, (_, slot: string) => slots[slot] ?? '')
  const narrowed = [
    filled('customer', { customer: id }),
    ...(lane === null ? [] : [filled('lane', { lane: wordFor(grammar, 'lanes', lane) })]),
    ...(hours === null ? [] : [filled('hours', { from: clock(hours.from), until: clock(hours.to) })]),
    ...(severity === null ? [] : [filled('at-least', { level: wordFor(grammar, 'levels', severity) })]),
  ].join(grammar.spaces ? ' ' : '')
  const slots = { alerts: wordFor(grammar, 'alerts', 'fraud'), only: narrowed }
  if (change === 'here') return phrase(grammar, 'route-fraud-here', slots)
  if (change === 'off') return phrase(grammar, 'route-fraud-off', slots)
  return phrase(grammar, 'route-fraud-to', { ...slots, place: change.to })
}
