import type { Intent, OverdueFilters, TicketVerb } from '../../../dialogs/understanding/intent.ts'

/** What a sentence is expected to mean, in few words. */
export function overdue(filters: Partial<OverdueFilters> = {}, page = 1): Intent {
  return {
    verb: 'overdue',
    page,
    filters: { overDays: null, fromDays: null, lane: null, above: null, mine: false, ...filters },
  }
}

export function suspend(
  who: string | null,
  reason: 'non-payment' | 'fraud' | 'misuse' | 'customer-request' | null = null,
  whoAlone?: string,
): Intent {
  return { verb: 'suspend', who, reason, ...(whoAlone === undefined ? {} : { whoAlone }) }
}

export function customer(who: string | null): Intent {
  return { verb: 'customer', who }
}

/** Words beside “overdue” that are no filters; `unread` where some of them were. */
export function overdueOf(who: string, unread = who): Intent {
  return { verb: 'overdue-of', who, unread }
}

export function ticket(who: string | null, about: string | null = null): Intent {
  return { verb: 'ticket', who, about }
}

/** Something about PD-142. */
export function changed(change: TicketVerb, said: string | null = null): Intent {
  return { verb: 'change-ticket', change, case: 'PD-142', said }
}

export function notice(who: string | null, until: string | null = null): Intent {
  return { verb: 'final-notice', who, until }
}

/** A channel for fraud of a customer's own: each way to read the name. */
export function ofCustomer(
  named: Extract<Intent, { verb: 'route-customer' }>['named'],
  change: Extract<Intent, { verb: 'route-customer' }>['change'] = 'here',
): Intent {
  return { verb: 'route-customer', named, change }
}

/** What a channel for fraud is narrowed to where nothing narrows it. */
export const wide = { lane: null, severity: null, hours: null }

export const eur5000 = { minor: 500000, currency: 'EUR' }
