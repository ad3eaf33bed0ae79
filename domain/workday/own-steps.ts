import { isOpenAgreement, type Agreement } from '../agreements/agreement.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import type { Assignment } from './assignment.ts'
import type { CustomerNote } from './customer-note.ts'
import type { Skip } from './skip.ts'

/** What was taken back, as it was. */
export type Undone =
  | { readonly kind: 'assignment'; readonly value: Assignment }
  | { readonly kind: 'customer-note'; readonly value: CustomerNote }
  | { readonly kind: 'skip'; readonly value: Skip }
  | { readonly kind: 'final-notice'; readonly value: FinalNotice }
  | { readonly kind: 'agreement'; readonly value: Agreement }

/** One step that somebody took alone and can take back alone. */
export interface OwnStep {
  readonly kind: Undone['kind']
  readonly id: string
  readonly customer: CustomerId
  readonly at: Instant
}

/** What has a way of its own to be ended, and is therefore not undone. */
export interface StepInCase {
  readonly kind: 'asked' | 'approved'
  readonly of: 'suspension' | 'resumption' | 'ending' | 'budget'
  readonly case: CaseId
  readonly at: Instant
}

/** A step as its record stands. */
export interface KeptStep extends OwnStep {
  readonly version: number
  readonly undone: Undone
  /** What the audit keeps of it. */
  readonly details: Readonly<Record<string, unknown>>
}

/** Everything somebody did alone at such moments, the last first. */
export async function ownSteps(
  by: StaffId,
  when: (at: Instant) => boolean,
  store: Pick<DeskStore, 'list'>,
): Promise<readonly KeptStep[]> {
  const own = (one: OwnStep & { readonly by: StaffId }) => one.by === by && when(one.at)
  const [assignments, notes, skips, notices, agreements] = await Promise.all([
    store.list('assignment'),
    store.list('customer-note'),
    store.list('skip'),
    store.list('final-notice'),
    store.list('agreement', { open: true }),
  ])
  // Of one moment the one that is listed last counts as the last.
  const steps: readonly (KeptStep & { readonly by: StaffId })[] = [
    ...notices.map(({ version, value }) => {
      const { id, customer, recordedBy, recordedAt, givenOn, deadline, invoices } = value
      const undone = { kind: 'final-notice', value } as const
      const step = { ...undone, id, customer, at: recordedAt, by: recordedBy }
      return { ...step, version, undone, details: { givenOn, deadline, invoices } }
    }),
    ...agreements.flatMap(({ version, value }) => {
      const { id, customer, author, recordedAt } = value
      const undone = { kind: 'agreement', value } as const
      const step = { kind: undone.kind, id, customer, at: recordedAt, by: author, version, undone, details: {} }
      return isOpenAgreement(value) ? [step] : []
    }),
    ...assignments.flatMap(({ version, value }) => {
      // What a list named is taken back with its import.
      if (value.import !== undefined) return []
      const undone = { kind: 'assignment', value } as const
      return [{ ...value, ...undone, version, undone, details: { owner: value.owner } }]
    }),
    ...skips.map(({ version, value }) => {
      const undone = { kind: 'skip', value } as const
      return { ...value, ...undone, version, undone, details: { until: value.until, because: value.because } }
    }),
    ...notes.map(({ version, value }) => {
      const undone = { kind: 'customer-note', value } as const
      return { ...value, ...undone, version, undone, details: {} }
    }),
  ]
  return steps
    .filter(own)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reverse()
}
