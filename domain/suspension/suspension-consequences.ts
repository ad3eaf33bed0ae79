import type { AuditDraft } from '../audit/audit-entry.ts'
import type { SuspensionDeed } from '../cases/case-deed.ts'
import type { Consequences, Ending } from '../cases/decide-case.ts'
import { isSuspicion } from '../holds/hold.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { DeskStore, Removal } from '../ports/desk-store.ts'
import type { CustomerId } from '../shared/ids.ts'
import { resumptionsEnding } from '../resumption/resumption-consequences.ts'
import type { Instant } from '../shared/time.ts'
import { isOpen, type SuspensionReason, type SuspensionRequest, type VoidReason } from './suspension-request.ts'

/** What must be written and promised once a request has become this. */
export async function consequencesOf(
  next: SuspensionRequest,
  at: Instant,
  by: string,
  what: SuspensionDeed,
  store: DeskStore,
): Promise<Consequences> {
  return {
    audit: [suspensionAudit(next, at, by, next.status === 'void' ? 'suspension.voided' : what)],
    orders: ordersOf(next),
    also: { remove: await pointerToRemove(next, store) },
  }
}

/** Ends every request of the customer that waits for people, out of service or back; what is approved goes on. */
export async function endingOf(
  customer: CustomerId,
  why: VoidReason,
  at: Instant,
  by: string,
  store: DeskStore,
): Promise<Ending> {
  const waiting = (await store.list('suspension', { customer, open: true })).filter(({ value }) => isOpen(value))
  const ended = waiting.map(({ id, value, version }) => {
    const next: SuspensionRequest = { ...value, status: 'void', endedAt: at, why }
    return { id, next, version }
  })
  const back = await resumptionsEnding(customer, why, at, by, store)
  return {
    save: [
      ...ended.map(({ id, next, version }) => ({ kind: 'suspension', id, value: next, basedOn: version }) as const),
      ...back.save,
    ],
    remove: (await Promise.all(ended.map(({ next }) => pointerToRemove(next, store)))).flat(),
    audit: [...ended.map(({ next }) => suspensionAudit(next, at, by, 'suspension.voided')), ...back.audit],
    orders: [...ended.flatMap(({ next }) => ordersOf(next)), ...back.orders],
  }
}

/** Id of the record that keeps a second open request for the same customer and reason from being made. */
export function pointerId(customer: CustomerId, reason: SuspensionReason): string {
  return `${customer}/${reason}`
}

/** The pointer goes with the end of its request. */
export async function pointerToRemove(next: SuspensionRequest, store: DeskStore): Promise<readonly Removal[]> {
  if (isOpen(next) || next.status === 'approved') return []
  const id = pointerId(next.customer, next.reason)
  const pointer = await store.get('open-suspension', id)
  return pointer?.value.case === next.id ? [{ kind: 'open-suspension', id, basedOn: pointer.version }] : []
}

/** What must happen outside once a request has become this. */
export function ordersOf(request: SuspensionRequest): readonly Order[] {
  const cards = { kind: 'update-cards', case: request.id } as const
  const tell = { kind: 'tell-staff', case: request.id, staff: request.askedBy } as const
  // Alerts that it answers, or answered no longer, are to know.
  const noted = isSuspicion(request.reason) ? [{ kind: 'note-act', case: request.id } as const] : []
  switch (request.status) {
    case 'pending':
    case 'withdrawn':
      return [cards]
    case 'approved':
      return [
        ...request.acts.map(
          ({ subscription }) => ({ kind: 'suspend-subscription', case: request.id, subscription }) as const,
        ),
        cards,
        ...noted,
      ]
    case 'questioned':
    case 'rejected':
    case 'expired':
      return [cards, tell]
    case 'void':
    case 'carried-out':
      return [cards, tell, ...noted]
  }
}

export function suspensionAudit(request: SuspensionRequest, at: Instant, by: string, what: SuspensionDeed): AuditDraft {
  return {
    at,
    by,
    what,
    about: request.id,
    customer: request.customer,
    lane: request.identity.lane,
    details: {
      status: request.status,
      reason: request.reason,
      subscriptions: request.subscriptions.map(({ id }) => id),
      basis: request.basis,
      ...(request.stepUp ? { stepUp: request.stepUp } : {}),
      ...(request.brokenGlass ? { brokenGlass: request.brokenGlass } : {}),
      ...(request.override === null ? {} : { override: request.override }),
      ...(request.status === 'rejected' ? { because: request.because } : {}),
      ...(request.status === 'void' ? { why: request.why } : {}),
      ...(request.changes === undefined ? {} : { lastChange: request.changes.at(-1) }),
      ...(request.status === 'void' && request.overtakenBy ? { overtakenBy: request.overtakenBy } : {}),
      ...(request.questions.length === 0 ? {} : { lastQuestion: request.questions.at(-1) }),
    },
  }
}
