import type { AuditDraft } from '../audit/audit-entry.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { noticeId, type FinalNotice } from '../policy/final-notice.ts'
import type { Save } from '../ports/desk-store.ts'
import type { Day, Instant } from '../shared/time.ts'
import type { Reminder } from './reminder.ts'

/**
 * For the commit that knows a final notice with the customer: that it was given, once. A reminder is none, and what a
 * person recorded in the same words already is not recorded again.
 */
export async function noticeSave(
  { kind, customer, until: deadline, invoices: named, by }: Reminder,
  givenOn: Day,
  { store }: Pick<DeciderParts, 'store'>,
  at: Instant,
): Promise<{ readonly save: readonly Save[]; readonly audit: readonly AuditDraft[] }> {
  if (kind !== 'final-notice') return { save: [], audit: [] }
  const invoices = named.map(({ key }) => key)
  const known = await store.list('final-notice', { customer })
  const same = ({ value }: { readonly value: FinalNotice }) =>
    value.givenOn === givenOn && value.deadline === deadline && value.invoices.join() === invoices.join()
  if (known.some(same)) return { save: [], audit: [] }
  const said = { customer, givenOn, deadline, invoices }
  const value: FinalNotice = { id: noticeId(said), ...said, recordedBy: by, recordedAt: at }
  return {
    save: [{ kind: 'final-notice', id: value.id, value, basedOn: null }],
    audit: [
      {
        ...{ at, by, what: 'final-notice.recorded', about: value.id, customer },
        details: { givenOn, deadline, invoices },
      },
    ],
  }
}
