import type { Actor, AuditDraft } from '../audit/audit-entry.ts'
import type { Instant } from '../shared/time.ts'
import { reminderId, type Reminder } from './reminder.ts'

/** What can happen to a letter. */
export type ReminderDeed =
  'reminder.asked' | 'reminder.sent' | 'reminder.given' | 'reminder.withheld' | 'reminder.refused'

/** One deed, with what it takes to know afterwards what the customer was told, and where. */
export function reminderAudit(reminder: Reminder, what: ReminderDeed, by: Actor, at: Instant): AuditDraft {
  const { customer, lane, kind, day, until, invoices, language, mark } = reminder
  const ended = 'mayHaveArrived' in reminder ? { mayHaveArrived: true } : {}
  return {
    at,
    by,
    what,
    about: reminderId(customer, kind),
    customer,
    ...(lane === null ? {} : { lane }),
    details: {
      ...{ kind, day, until, language, mark },
      invoices: invoices.map(({ key }) => key),
      ...('to' in reminder && { to: reminder.to }),
      ...(reminder.status === 'withheld' && { why: reminder.why }),
      ...(reminder.status === 'refused' && { code: reminder.code }),
      ...ended,
    },
  }
}
