import type { Customer } from '../../domain/customers/customer.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { showCase } from '../case-list.ts'
import type { Talk } from '../talk.ts'
import { line, type Button, type Part } from '../vocabulary/reply.ts'
import { alertLine } from './alert-card.ts'
import { alertType } from './alert-type.ts'
import { alertRow } from './show-alerts.ts'

/** As many open alerts as the card of a customer names. */
const mostListed = 3

/** What a customer's card tells of suspicious use: open alerts, and how the last one ended. */
export async function alertsOf(
  customer: Customer,
  talk: Talk,
): Promise<{ readonly lines: readonly Part[]; readonly buttons: readonly Button[] }> {
  const { desk, words, by } = talk
  if (!mayAsk(by.roles, 'handle alert')) return { lines: [], buttons: [] }
  const all = await desk.alerts.of(customer)
  const open = all.flatMap((alert) => (alert.status === 'pending' ? [alert] : []))
  const last = all.find(({ status, isTest }) => status !== 'pending' && !isTest)
  const more = open.length - mostListed
  return {
    lines: [
      ...open.slice(0, mostListed).map((value) => alertRow(value, talk)),
      ...(more > 0 ? [line(words.say('alert.digest.more', { more }))] : []),
      ...(last
        ? [
            line(
              words.say('alert.last', {
                case: last.id,
                type: alertType(last, words),
                outcome: alertLine(last, talk),
              }),
            ),
          ]
        : []),
    ],
    buttons: open.slice(0, mostListed).map(({ id }) => showCase(id, words)),
  }
}
