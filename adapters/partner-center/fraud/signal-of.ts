import type { Lane } from '../../../domain/customers/lane.ts'
import {
  confidences,
  severities,
  type AlertedResource,
  type FeedName,
  type Signal,
} from '../../../domain/fraud/signal.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { sha256 } from '../../shared/sha256.ts'
import { isWhole, jsonOf, saidIn, wordAmong, type Said } from '../said.ts'

/** Under which names a feed says what every feed says; the rest follows each feed's own page. */
export interface FeedShape {
  readonly name: FeedName
  readonly id: string
  readonly status: string
  readonly type: string
  readonly firstSeen: readonly string[]
  readonly lastSeen: readonly string[]
  readonly hits: readonly string[]
  /** Of an affected resource. */
  readonly resourceId: string
  readonly resourceKind: string
  /** Of a line of its history. */
  readonly historyAt: string
  /** Further fields, and as what they are told among the details. */
  readonly alsoTold: Readonly<Record<string, string>>
}

/** What one item of a feed says. Never throws: one that cannot be read becomes a signal of type `unreadable`. */
export function signalOf(raw: unknown, lane: Lane, shape: FeedShape): Signal {
  const said = saidIn(raw)
  const id = said && idIn(said, shape.id)
  if (said === null) return { ...nothing, lane, source: shape.name, id: madeUpId(raw), details: asItCame(raw) }
  const status = wordAmong(['active', 'investigating', 'resolved'], said.text(shape.status))
  return {
    lane,
    source: shape.name,
    id: id ?? madeUpId(raw),
    customer: idIn(said, 'customerTenantId')?.toLowerCase() ?? null,
    customerName: said.text('customerFriendlyName'),
    subscription: idIn(said, 'subscriptionId')?.toLowerCase() ?? null,
    subscriptionName: said.text('subscriptionName'),
    type: id === null ? 'unreadable' : typeOf(said.text(shape.type)),
    // Both feeds are the operator's fraud notifications; misuse is what a person or this desk makes of it.
    suspicion: 'fraud',
    severity: wordAmong(severities, said.text('severity')),
    confidence: wordAmong(confidences, said.text('confidenceLevel')),
    status,
    title: said.text('displayName'),
    description: said.text('description'),
    ...seen(said.instant(...shape.firstSeen), said.instant(...shape.lastSeen)),
    hits: said.count(...shape.hits),
    resources: resourcesOf(said, shape),
    // docs: get-fraud-events: what is called country there is the partner's own, and says nothing of where it happened.
    country: null,
    isTest: said.flag('isTest'),
    resolvedReason: reasonOf(said),
    details: detailsOf(said, shape),
  }
}

const nothing = {
  customer: null,
  customerName: null,
  subscription: null,
  subscriptionName: null,
  type: 'unreadable',
  suspicion: 'fraud',
  severity: 'unknown',
  confidence: 'unknown',
  status: 'unknown',
  title: null,
  description: null,
  firstSeenAt: null,
  lastSeenAt: null,
  hits: null,
  resources: [],
  country: null,
  isTest: false,
  resolvedReason: null,
} as const

// facts/partner-center 9.1; new ones appear with little notice.
const knownTypes = [
  'serviceHealthSecurityAdvisory',
  'usageAnomalyDetection',
  'multiRegionVirtualMachineScaleSetDeploymentAnomaly',
  'networkConnectionsToCryptoMiningPools',
  'virtualMachineDeploymentAnomaly',
  'multiRegionMachineLearningUsageAnomaly',
]

/** Null for what can be asked for by no address: a dot segment would name another resource, half a sign cannot be written. */
function idIn(said: Said, name: string): string | null {
  const id = said.text(name)
  return id !== null && isWhole(id) && id.isWellFormed() && !/^\.{1,2}$/.test(id) ? id : null
}

/** In camelCase; the two feeds write the same type in two cases. */
function typeOf(said: string | null): string {
  if (said === null) return 'unknown'
  const words = said
    .slice(0, 200)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const plain = words.join('').toLowerCase()
  const joined = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')
  const own = joined.charAt(0).toLowerCase() + joined.slice(1)
  return knownTypes.find((known) => known.toLowerCase() === plain) ?? (own || 'unknown')
}

/** A last sighting before the first is none. */
function seen(first: Instant | null, last: Instant | null) {
  if (first !== null && last !== null && last < first) return { firstSeenAt: last, lastSeenAt: first }
  return { firstSeenAt: first ?? last, lastSeenAt: last ?? first }
}

const mostResources = 200

function resourcesOf(said: Said, { resourceId, resourceKind }: FeedShape): readonly AlertedResource[] {
  const found = said.list('affectedResources').flatMap((raw): AlertedResource[] => {
    const each = typeof raw === 'string' ? saidIn({ id: raw }) : saidIn(raw)
    const id = each?.text(resourceId, 'resourceId', 'azureResourceId', 'id')
    return id == null ? [] : [{ id, kind: each?.text(resourceKind, 'resourceType', 'type') ?? 'unknown' }]
  })
  const unique = [...new Map(found.map((each) => [each.id.toLowerCase(), each])).values()]
  if (unique.length > 0) return unique.slice(0, mostResources)
  // The list may be empty; the older model names one resource beside it (9.1).
  const named = said.text('resourceName')
  return named === null ? [] : [{ id: named, kind: said.text('serviceName') ?? 'unknown' }]
}

function reasonOf(said: Said): string | null {
  const reason = said.text('resolvedReason')?.toLowerCase() ?? null
  return reason === 'none' ? null : reason
}

function detailsOf(said: Said, { alsoTold, historyAt }: FeedShape): Readonly<Record<string, string>> {
  const told = Object.entries(alsoTold).flatMap(([name, as]) => {
    const text = said.text(name)
    return text === null ? [] : [[as, text] as const]
  })
  const history = said.list('activityLogs').flatMap((raw) => {
    const each = saidIn(raw)
    const at = each?.instant(historyAt, 'updatedDateTime', 'dateTime') ?? null
    const parts = [at, `${each?.text('statusFrom') ?? '?'} > ${each?.text('statusTo') ?? '?'}`, each?.text('updatedBy')]
    return each === null ? [] : parts.filter((part) => part != null).join(' ')
  })
  // As it came, where it is no list that can be read: the published sample is none.
  const log = history.length > 0 ? history.join('; ').slice(0, 2000) : said.text('activityLogs')
  return {
    ...said.details('additionalDetails'),
    ...Object.fromEntries(told),
    ...(log === null || log === '[]' ? {} : { activityLogs: log }),
  }
}

const madeUp = 'unreadable-'

/** The same for the same item, so that it is not taken for another at every reading. */
function madeUpId(raw: unknown): string {
  return `${madeUp}${sha256(jsonOf(raw)).slice(0, 16)}`
}

/** Whether the source itself gave no id, so that it can be told nothing of the item. */
export function isMadeUp(id: string): boolean {
  return id.startsWith(madeUp)
}

function asItCame(raw: unknown): Readonly<Record<string, string>> {
  return { item: jsonOf(raw).slice(0, 500) }
}
