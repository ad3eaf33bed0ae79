import { isMatched, type MatchedCustomer } from '../../domain/customers/customer.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { readSuspendable } from '../suspension/read-suspendable.ts'
import type { Talk } from '../talk.ts'
import { normalise } from '../understanding/normalise.ts'

/** One subscription of one customer, as both were named in one breath. */
export interface CalledSubscription {
  readonly customer: MatchedCustomer
  readonly subscription: OperatorSubscription
}

const mostCustomers = 3
/** “of”, “de”, “von”: what may stand between the two names, in whichever language. */
const longestBetween = 3

/**
 * What “contoso Phones”, “Phones of contoso” or “contoso的Phones” names: a customer that is known by its part of the words, and
 * a subscription of that name, or of that id, at the operator. Nothing is guessed. Throws `OutsideFault`.
 */
export async function subscriptionsCalled(who: string, talk: Talk): Promise<readonly CalledSubscription[]> {
  const { directory } = await talk.desk.book.today()
  const parts = who
    .trim()
    .split(/\s+|的/u)
    .filter((part) => part !== '')
  const found = new Map<string, { readonly customer: MatchedCustomer; readonly rests: string[] }>()
  for (let at = 1; at < parts.length; at += 1) {
    const halves = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')] as const
    for (const [name, rest] of [halves, halves.toReversed() as [string, string]]) {
      const meant = talk.find(directory, name)
      if (meant.kind !== 'one' || !isMatched(meant.customer)) continue
      const known = found.get(meant.customer.id)
      if (known) known.rests.push(rest)
      else if (found.size < mostCustomers) found.set(meant.customer.id, { customer: meant.customer, rests: [rest] })
    }
  }
  const called = await Promise.all(
    [...found.values()].map(async ({ customer, rests }) => {
      const { all } = await readSuspendable(customer, 'non-payment', null, talk)
      const own = all.filter((one) => rests.some((rest) => isCalled(one, rest)))
      return own.map((subscription) => ({ customer, subscription }))
    }),
  )
  return called.flat()
}

function isCalled({ id, name }: OperatorSubscription, said: string): boolean {
  const [wanted, own] = [normalise(said).trim(), normalise(name).trim()]
  if (wanted === own || wanted === id.toLowerCase()) return true
  const beside = wanted.startsWith(`${own} `)
    ? wanted.slice(own.length + 1)
    : wanted.endsWith(` ${own}`)
      ? wanted.slice(0, -own.length - 1)
      : null
  return beside !== null && beside.length <= longestBetween
}
