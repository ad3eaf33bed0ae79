import { caseKindOf } from '../../../domain/cases/case.ts'
import type { CaseId } from '../../../domain/shared/ids.ts'
import type { Intent, TicketVerb } from '../intent.ts'
import type { HeardVerb, ReadVerb, ReadVerbs } from './heard-verb.ts'
import { pageSaid } from './page-said.ts'

const ticketVerbs: readonly TicketVerb[] = ['note', 'severity', 'close', 'reopen', 'filed', 'not-filed', 'answer']

/** Cases by their numbers, and tickets. */
export const caseVerbs: ReadVerbs = {
  'show-case': ({ slots }) => ({ verb: 'show-case', case: caseIn(slots) }),
  'change-case': ({ slots }) => ({ verb: 'change-case', case: caseIn(slots) }),
  'why-case': ({ slots }) => ({ verb: 'why-case', case: caseIn(slots) }),
  delivery: ({ slots }) => ({ verb: 'delivery', case: caseIn(slots) }),
  waiting: ({ slots }) => ({ verb: 'waiting', page: pageSaid(slots) }),
  ticket: ({ who, passedOn }) => ({ verb: 'ticket', who, about: passedOn }),
  'ticket-from': ticketFrom,
  tickets: ({ slots }) => ({ verb: 'tickets', mine: false, page: pageSaid(slots) }),
  'my-tickets': ({ slots }) => ({ verb: 'tickets', mine: true, page: pageSaid(slots) }),
  ...Object.fromEntries(
    ticketVerbs.map((change): [string, ReadVerb] => [
      `${change}-ticket`,
      ({ slots, passedOn }) => ({ verb: 'change-ticket', change, case: caseIn(slots), said: passedOn }),
    ]),
  ),
}

function ticketFrom({ slots, passedOn }: HeardVerb): Intent {
  const from = caseIn(slots)
  // A ticket is not filed about a ticket: it is looked at.
  if (caseKindOf(from) === 'service-request') return { verb: 'show-case', case: from }
  return { verb: 'ticket', who: null, about: passedOn, from }
}

function caseIn(slots: HeardVerb['slots']): CaseId {
  return (slots['case'] ?? '').toUpperCase()
}
