import type { ChangeRefusal } from '../../domain/service-requests/ask-change.ts'
import type { TakeOverRefusal, TicketEndRefusal } from '../../domain/service-requests/file-ticket.ts'
import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import type { Severity } from '../../domain/service-requests/severity.ts'
import { never, type Outcome } from '../../domain/shared/outcome.ts'
import type { CaseAt, VersionRefusal } from '../../domain/shared/versioned.ts'
import type { Talk } from '../talk.ts'

/** What somebody does with a ticket that was opened, pressed or typed. */
export type TicketDoing =
  | { readonly do: 'note' | 'answer'; readonly text: string }
  | { readonly do: 'severity'; readonly severity: Severity }
  | { readonly do: 'filed'; readonly number: string }
  | { readonly do: 'not-filed' | 'close' | 'reopen' | 'take-over' }
  | { readonly do: 'done'; readonly change: number }

/** Why it was not done. */
export type DoRefusal = TicketEndRefusal | TakeOverRefusal | ChangeRefusal | VersionRefusal

/** Does it to the ticket as somebody saw it. */
export function doTicket(doing: TicketDoing, at: CaseAt, talk: Talk): Promise<Outcome<ServiceRequest, DoRefusal>> {
  const { by } = talk
  const { tickets } = talk.desk
  switch (doing.do) {
    case 'note':
      return tickets.change(at, { change: 'note', text: doing.text }, by)
    case 'severity':
      return tickets.change(at, { change: 'severity', severity: doing.severity }, by)
    case 'close':
      return tickets.change(at, { change: 'close' }, by)
    case 'answer':
      return tickets.answered(at, doing.text, by)
    case 'filed':
      return tickets.filed(at, doing.number, by)
    case 'not-filed':
      return tickets.notFiled(at, by)
    case 'reopen':
      return tickets.reopen(at, by)
    case 'done':
      return tickets.doneByHand(at, doing.change, by)
    case 'take-over':
      return tickets.takeOver(at, by)
    default:
      return never(doing)
  }
}
