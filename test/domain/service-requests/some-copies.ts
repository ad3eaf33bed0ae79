import type { OperatorNote, OperatorTicket } from '../../../domain/ports/operator-tickets.ts'
import type { AskedChange, OperatorsCopy } from '../../../domain/service-requests/service-request.ts'
import { minute } from '../../kit/builders.ts'

/** The operator's copy of PD-1, as its own list shows it ten minutes in. */
export function aCopy(changes: Partial<OperatorTicket> = {}): OperatorTicket {
  return {
    number: '2503310001',
    title: '[PD-1] The invoice shows 30 seats, the portal 25.',
    severity: 'moderate',
    status: 'open',
    createdAt: minute(5),
    modifiedAt: minute(10),
    closedAt: null,
    notes: [],
    ...changes,
  }
}

/** The same as the desk keeps it, seen ten minutes in. */
export function aView(changes: Partial<OperatorsCopy> = {}): OperatorsCopy {
  return { status: 'open', severity: 'moderate', modifiedAt: minute(10), seenAt: minute(10), ...changes }
}

export function aNote(text: string, past = 20): OperatorNote {
  return { by: 'Ada Okoro', at: minute(past), text }
}

/** Sam asked for a note fifteen minutes in, by the operator's API; it is owed. */
export function aChange(changes: Partial<AskedChange> = {}): AskedChange {
  return {
    number: 1,
    wanted: { change: 'note', text: 'Any news?' },
    by: 'sam',
    at: minute(15),
    intent: 'intent-1',
    road: 'api',
    result: { state: 'owed' },
    ...changes,
  }
}
