import type { CreditLine } from '../../domain/credit/credit-line.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import type { Talk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'

/** What a customer's card says of credit: the limits, one that was told as exceeded, and a hold on orders. */
export async function creditLines({ customer }: CustomerStanding, { desk, words }: Talk): Promise<readonly Part[]> {
  const credit = await desk.credit.of(customer)
  if (credit === null || credit.log.length === 0) return []
  const { limits, breaches, holds } = credit
  const held = holds[0]
  return [
    line(
      limits.length === 0
        ? words.say('customer.credit-none')
        : words.say('customer.credit', { limits: words.list(limits.map((each) => words.money(each))) }),
    ),
    ...breaches.map(({ currency, told }) =>
      line(
        words.say('customer.credit-over', {
          exposure: words.money({ minor: told, currency }),
          limit: words.money(limitOf(credit, currency)),
        }),
        { tone: 'danger' },
      ),
    ),
    ...(held === undefined
      ? []
      : [
          line(words.say('customer.orders-held', { at: words.moment(held.at), because: held.because }), {
            tone: 'warning',
          }),
        ]),
  ]
}

function limitOf({ limits }: CreditLine, currency: string) {
  return limits.find((each) => each.currency === currency) ?? { minor: 0, currency }
}
