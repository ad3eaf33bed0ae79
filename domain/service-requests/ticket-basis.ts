import type { AnyCase, CaseItself } from '../cases/case.ts'
import type { SubscriptionAct } from '../acts/subscription-act.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { CustomerId } from '../shared/ids.ts'
import { capabilities } from '../customers/lane.ts'
import type { HoldReason } from '../holds/hold.ts'
import { never } from '../shared/outcome.ts'
import type { TicketBasis, TicketTopic } from './service-request.ts'

/** What a ticket can take over from the case it comes from. */
export interface Prefill {
  readonly customer: CustomerId | null
  readonly topic: TicketTopic | null
  readonly basis: TicketBasis
}

/** As many as an operator's reader may be asked to read. */
const mostEvidence = 20

/** Names and numbers of a case, and what is on record of it; nobody has to type what the desk knows. */
export function prefillFrom(found: AnyCase, trail: readonly AuditEntry[]): Prefill {
  const basis: TicketBasis = {
    from: found.value.id,
    subscriptions: subscriptionsOf(found),
    correlationIds: correlationsOf(actsOf(found)),
    evidence: trail.slice(-mostEvidence).map(({ at, what, about }) => ({ at, what, about })),
    attachments: hasDossier(found) ? ['dossier'] : [],
  }
  return { ...subjectOf(found), basis }
}

/** Whether a ticket about this customer may take over what is known of a case: nothing of another's ever goes along. */
export function isOfCustomer(found: CaseItself, customer: CustomerId): boolean {
  const known = subjectOf(found).customer
  return known === null || known === customer
}

function subjectOf({ kind, value }: CaseItself): Omit<Prefill, 'basis'> {
  switch (kind) {
    case 'suspension':
    case 'resumption':
      return { customer: value.customer, topic: isSuspicion(value.reason) ? 'fraud' : 'subscription' }
    case 'fraud-alert':
      return { customer: value.customer, topic: 'fraud' }
    case 'ending':
    case 'sighting':
    case 'countdown':
    case 'budget':
      return { customer: value.customer, topic: 'subscription' }
    case 'service-request':
      return { customer: value.customer?.id ?? null, topic: value.topic }
    case 'credit-change':
      return { customer: value.customer, topic: 'billing' }
    case 'role-change':
    case 'policy-change':
    case 'ledger-import':
    case 'lane-switch':
    case 'daily-brake':
    case 'lane-trouble':
      return { customer: null, topic: null }
    default:
      return never(kind)
  }
}

function isSuspicion(reason: HoldReason): boolean {
  return reason === 'fraud' || reason === 'misuse'
}

function hasDossier({ kind, value }: CaseItself): boolean {
  return kind === 'fraud-alert' && capabilities[value.lane].azurePlans === 'yes'
}

function actsOf({ value }: CaseItself): readonly SubscriptionAct[] {
  return 'acts' in value ? value.acts : []
}

function subscriptionsOf({ kind, value }: CaseItself): TicketBasis['subscriptions'] {
  if (kind === 'suspension' || kind === 'resumption' || kind === 'ending' || kind === 'sighting')
    return value.subscriptions.map(({ id, name }) => ({ id, name }))
  if (kind !== 'fraud-alert' || value.subscription === null) return []
  const { id, name } = value.subscription
  return [{ id, name }]
}

function correlationsOf(acts: readonly SubscriptionAct[]): readonly string[] {
  const ids = acts.flatMap(({ result, delay }) => [
    ...('trouble' in result ? [result.trouble.correlationId] : []),
    ...(delay ? [delay.trouble.correlationId] : []),
  ])
  return [...new Set(ids.filter((id) => id !== null))]
}
