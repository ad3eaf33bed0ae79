import type { Lane } from '../customers/lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Signal } from './signal.ts'

/** What a person has to say is one signal; a second report about the same customer joins the first. */
export function reportedSignal(
  customer: CustomerId,
  lane: Lane,
  suspicion: 'fraud' | 'misuse',
  text: string,
  id: string,
  at: Instant,
): Signal {
  return {
    source: 'person',
    id,
    lane,
    customer,
    customerName: null,
    subscription: null,
    subscriptionName: null,
    type: suspicion === 'fraud' ? 'fraudReport' : 'misuseReport',
    suspicion,
    severity: 'high',
    confidence: 'unknown',
    status: 'active',
    title: null,
    description: text,
    firstSeenAt: at,
    lastSeenAt: at,
    hits: null,
    resources: [],
    country: null,
    isTest: false,
    resolvedReason: null,
    details: {},
  }
}
