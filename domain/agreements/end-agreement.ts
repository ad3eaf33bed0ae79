import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { isOpenAgreement, type Agreement } from './agreement.ts'

/** For so many ms whoever recorded something may take it back as if it had never been. */
export const undoWithinMs = 24 * 3_600_000

/** Why an agreement goes on as it is, or stays over. */
export type EndRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'already-over'; readonly agreement: Agreement }
  | { readonly code: 'not-yours'; readonly agreement: Agreement }
  | { readonly code: 'too-late'; readonly agreement: Agreement }

/** Takes back what one recorded oneself a short while ago. */
export function withdrawAgreement(
  agreement: Agreement,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<Agreement, EndRefusal> {
  if (!isOpenAgreement(agreement)) return refused({ code: 'already-over', agreement })
  if (agreement.author !== by.id) return refused({ code: 'not-yours', agreement })
  if (now > later(agreement.recordedAt, undoWithinMs)) return refused({ code: 'too-late', agreement })
  return granted({ ...agreement, state: { status: 'undone', by: by.id, at: now } })
}

/** Ends an agreement before its time: anybody who may record one may, and a paid mark ends by itself. */
export function endAgreement(
  agreement: Agreement,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<Agreement, EndRefusal> {
  if (!mayAsk(by.roles, 'record agreement')) return refused({ code: 'not-allowed' })
  if (!isOpenAgreement(agreement)) return refused({ code: 'already-over', agreement })
  const over = { by: by.id, at: now }
  // There is nothing of a mark that could stand: it is as if nobody had said it.
  if (agreement.kind === 'paid-mark') return granted({ ...agreement, state: { status: 'undone', ...over } })
  return granted({ ...agreement, state: { status: 'ended', ...over } })
}
