import { isLoopback } from '../../adapters/shared/loopback.ts'
import type { FileOrder } from '../../adapters/simulators/partner-center/ticket-orders.ts'
import { ticketBody, ticketSubject } from '../../dialogs/tickets/operator-text.ts'
import { capabilities } from '../../domain/customers/lane.ts'
import { isOpenTicket } from '../../domain/service-requests/service-request.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { Session } from './session.ts'

/** After the desk's look of each minute, so that finding it and hearing the answer are seen one after the other. */
const answerAfterMs = 75_000
const answer = 'Thank you. We have looked into it and corrected it; the next invoice will show that.'

/**
 * Does what a person does at the portal of the simulated operator: files the copy of a ticket. Answers the exit code.
 */
export async function fileDemoTicket(said: string, session: Session, open: OpenDesk): Promise<number> {
  const says = (text: string, code = 1) => {
    session.print(text)
    return code
  }
  const id = said.toUpperCase()
  const request = (await open.store.get('service-request', id))?.value
  if (!request) return says(`There is no ticket ${id}. In the chat, say: tickets`)
  if (!isOpenTicket(request)) return says(`Nothing was filed: ${id} is over.`)
  const api = open.accessOf(request.lane)?.api
  if (!api || !isLoopback(api)) return says('Nothing was filed: no demo is running. Start it with: npm start')
  const readable = capabilities[request.lane].operator === 'microsoft'
  const bring = (number: string) => `In the chat, say: filed ${id} ${number}`
  const there = new URL('/simulator/tickets', api)

  const silent = () =>
    says(`Nothing was filed: the simulated operator of ${request.lane} does not answer. Is the demo still running?`)
  const listed = await asked(there)
  if (!listed?.ok) return silent()
  const { tickets } = (await listed.json()) as { readonly tickets: readonly { id: string; title: string }[] }
  const already = tickets.find(({ title }) => title.includes(`[${id}]`))
  if (already) {
    const next = readable ? 'The desk finds it by itself within a minute.' : bring(already.id)
    return says(`${id} is filed already, under ${already.id}. ${next}`)
  }
  const order: FileOrder = {
    title: ticketSubject(request),
    description: ticketBody(request, open.policy.calendar.timeZone),
    severity: request.severity,
    customer: request.customer?.id ?? null,
    answer: { text: answer, afterMs: answerAfterMs },
  }
  const answered = await asked(there, order)
  // It may have taken it all the same: a second try finds out.
  if (!answered) return silent()
  if (!answered.ok) return says(`The simulated operator refused: ${answered.status}.`)
  const { id: number } = (await answered.json()) as { readonly id: string }
  return readable
    ? says(`${id} was filed under ${number}. The desk finds it within a minute; the answer comes a minute later.`, 0)
    : says(`${id} was filed with 21Vianet under ${number}, where the desk cannot look. ${bring(number)}`, 0)
}

/** Null where nobody answers, or not in time. */
async function asked(address: URL, order?: FileOrder): Promise<Response | null> {
  const init = order && { method: 'POST', body: JSON.stringify(order), headers: { 'Content-Type': 'application/json' } }
  return fetch(address, { ...init, signal: AbortSignal.timeout(10_000) }).catch(() => null)
}
