import { capabilities } from '../../domain/customers/lane.ts'
import { noteText } from '../../domain/service-requests/ask-change.ts'
import { numberOf, type AskedChange, type ServiceRequest } from '../../domain/service-requests/service-request.ts'
import type { Words } from '../words/words.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { TicketDoing } from './do-ticket.ts'

/** What a person has still to do at the operator's portal after what was done here; nothing where the desk does it. */
export function leftToDo(doing: TicketDoing['do'], request: ServiceRequest, words: Words): readonly Part[] {
  const operator = words.say(`lane.${request.lane}`)
  const address = portalOf(request)
  if (doing === 'reopen') {
    // What was never filed goes the usual road.
    return request.status === 'filed' ? [line(words.say('ticket.reopen-there', { operator, address }))] : []
  }
  if (doing === 'close' && request.status === 'closed')
    return [line(words.say('ticket.close-there', { operator, address }))]
  const change = request.changes.at(-1)
  if ((doing === 'note' || doing === 'severity') && change?.result.state === 'by-hand')
    return byHandParts(request, change, words)
  return []
}

/** A change that only a person can bring to the operator: a note is ready to be pasted. */
export function byHandParts(request: ServiceRequest, change: AskedChange, words: Words): readonly Part[] {
  const { wanted } = change
  const at = {
    operator: words.say(`lane.${request.lane}`),
    number: numberOf(request) ?? 'none',
    address: portalOf(request),
  }
  if (wanted.change === 'note')
    return [line(words.say('ticket.paste', at)), { kind: 'copyable', text: noteText(request.id, change) }]
  if (wanted.change === 'severity')
    return [line(words.say('ticket.set-there', { ...at, severity: words.say(`severity.${wanted.severity}`) }))]
  return []
}

/** Where tickets that were filed are looked for; no operator documents the address of a single one. */
function portalOf({ lane }: ServiceRequest): string {
  return capabilities[lane].operator === '21vianet'
    ? 'https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview'
    : 'https://partner.microsoft.com/dashboard'
}
