import type { AuditDraft } from '../audit/audit-entry.ts'
import type { Consequences } from '../cases/decide-case.ts'
import { isSuspicion } from '../holds/hold.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { DeskStore, Removal, Save, Stored } from '../ports/desk-store.ts'
import type { Instant } from '../shared/time.ts'
import { ordersOf, pointerToRemove, suspensionAudit } from './suspension-consequences.ts'
import { isOpen, type Beside, type OpenSuspension, type SuspensionRequest } from './suspension-request.ts'

/** What happens to a customer's other requests with one of them. */
export interface Alongside {
  readonly save: readonly Save[]
  readonly remove: readonly Removal[]
  readonly audit: readonly AuditDraft[]
  readonly orders: readonly Order[]
}

/** Other requests of the customer that wait for people. */
export async function waitingBeside(
  { id, customer }: Pick<SuspensionRequest, 'id' | 'customer'>,
  store: DeskStore,
): Promise<readonly Stored<OpenSuspension>[]> {
  const open = await store.list('suspension', { customer, open: true })
  return open.flatMap(({ value, ...rest }) => (value.id !== id && isOpen(value) ? [{ ...rest, value }] : []))
}

/** What each of two requests says of the other, from the moment on at which the second is asked. */
export function named(asked: SuspensionRequest, others: readonly Stored<OpenSuspension>[]): Alongside {
  return {
    save: others.map(({ id, value, version }) => {
      const next: OpenSuspension = { ...value, beside: [...(value.beside ?? []), besideOf(asked)] }
      return { kind: 'suspension', id, value: next, basedOn: version }
    }),
    remove: [],
    audit: [],
    orders: others.map(({ id }) => ({ kind: 'update-cards', case: id })),
  }
}

/**
 * What becomes of the others once a request waits no more: an approved suspicion ends what was asked for a debt, since
 * it goes further and a payment must not lift it; the rest only speak of it no longer.
 */
export async function leaving(next: SuspensionRequest, at: Instant, by: string, store: DeskStore): Promise<Alongside> {
  if (isOpen(next)) return { save: [], remove: [], audit: [], orders: [] }
  const overtakes = next.status === 'approved' && isSuspicion(next.reason)
  const others = (await waitingBeside(next, store)).map(({ id, value, version }) => {
    const beside = (value.beside ?? []).filter((each) => each.case !== next.id)
    const ended: SuspensionRequest | null =
      overtakes && value.reason === 'non-payment'
        ? { ...value, beside, status: 'void', endedAt: at, why: 'overtaken', overtakenBy: besideOf(next) }
        : null
    const freed: OpenSuspension | null = value.beside?.some((each) => each.case === next.id)
      ? { ...value, beside }
      : null
    return { id, version, ended, value: ended ?? freed }
  })
  const ended = others.flatMap((each) => (each.ended ? [each.ended] : []))
  return {
    save: others.flatMap(({ id, value, version }): readonly Save[] =>
      value ? [{ kind: 'suspension', id, value, basedOn: version }] : [],
    ),
    remove: (await Promise.all(ended.map((each) => pointerToRemove(each, store)))).flat(),
    audit: ended.map((each) => suspensionAudit(each, at, by, 'suspension.voided')),
    orders: others.flatMap(({ id, value }): readonly Order[] => {
      if (!value) return []
      return isOpen(value) ? [{ kind: 'update-cards', case: id }] : ordersOf(value)
    }),
  }
}

/** A decision's own consequences, with what becomes of the others in the same commit. */
export function alongside(own: Consequences, others: Alongside): Consequences {
  return {
    ...own,
    audit: [...own.audit, ...others.audit],
    orders: [...own.orders, ...others.orders],
    also: {
      save: [...(own.also?.save ?? []), ...others.save],
      remove: [...(own.also?.remove ?? []), ...others.remove],
    },
  }
}

function besideOf({ id, reason }: SuspensionRequest): Beside {
  return { case: id, reason }
}
