import { z } from 'zod'
import type { OperatorTicket } from '../../../domain/ports/operator-tickets.ts'
import { OutsideFault, unreadable } from '../../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from '../client.ts'
import type { Answer } from '../../shared/exchange.ts'
import { askingFor } from '../pages.ts'
import { pageOf, type NextPage } from '../wire.ts'
import { ticketOf } from './ticket-of.ts'

const page = pageOf(z.unknown())
const perPage = '100'
/** More than anybody ever opened: a list that goes on has no end. */
const mostPages = 200

/**
 * Every ticket of a list. It is documented as paged by `size` and `offset`, and shown without a link to the next page
 * (facts/partner-center 4.4, 8.2); how large a page may be is not said, so that a short one is not yet the last: that is one
 * which brings nothing new. Half a list is a fault. What cannot be read as a ticket is left out, and hides no other.
 */
export async function allPages(
  client: PartnerCenterClient,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly OperatorTicket[]> {
  const found = new Map<string, OperatorTicket | null>()
  const endless = page.refine(() => pages <= mostPages, 'no end of pages')
  let received = 0
  let pages = 0
  let following: NextPage | null = null
  let linked = false
  for (;;) {
    const asked = askingFor(following ?? { offset: String(received) }, { size: perPage })
    pages += 1
    const answer = await unlessBehindTheEnd(
      client.call({ method: 'GET', path, ...asked, headers: { ...asked.headers, ...headers } }),
      received > 0 && !linked,
    )
    if (answer === null) break
    const { items, next } = client.read(endless, answer)
    const before = found.size
    for (const raw of items) {
      const ticket = ticketOf(raw)
      found.set(ticket?.number ?? JSON.stringify(raw), ticket)
    }
    received += items.length
    linked ||= next !== null
    following = next
    if (next === null && (linked || found.size === before)) break
  }
  return [...found.values()].filter((ticket) => ticket !== null)
}

/** What is asked of a page that nobody announced may be refused, and was not refused of the first. */
async function unlessBehindTheEnd(asked: Promise<Answer>, isGuess: boolean): Promise<Answer | null> {
  try {
    return await asked
  } catch (cause) {
    const refused = cause instanceof OutsideFault && [400, 404, 416].includes(cause.facts.status ?? 0)
    if (isGuess && refused && cause.facts.code !== unreadable) return null
    throw cause
  }
}
