import type { Intent, OverdueFilters } from '../../../dialogs/understanding/intent.ts'

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

export function notice(who: string | null, until: string | null = null): Intent {
  return { verb: 'final-notice', who, until }
}

export const eur5000 = { minor: 500000, currency: 'EUR' }
