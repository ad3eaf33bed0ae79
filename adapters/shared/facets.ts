import { isOpenAgreement } from '../../domain/agreements/agreement.ts'
import type { Kind, Records, Where } from '../../domain/ports/desk-store.ts'
import { awaitsConfirmation } from '../../domain/suspension/suspension-request.ts'
import type { CaseId, CustomerId } from '../../domain/shared/ids.ts'

/** What a list can be narrowed by, read off a record; a store may keep it beside the record as an index. */
interface Facets {
  readonly customer: CustomerId | null
  readonly case: CaseId | null
  /** A case that waits for something; false for what is no case. */
  readonly open: boolean
}

const none: Facets = { customer: null, case: null, open: false }

// A table per status, not a list of the open ones: a new status does not compile until somebody decides.
const suspensionOpen: Readonly<Record<Records['suspension']['status'], boolean>> = {
  pending: true,
  questioned: true,
  approved: true,
  'carried-out': false,
  rejected: false,
  withdrawn: false,
  expired: false,
  void: false,
}
const resumptionOpen: Readonly<Record<Records['resumption']['status'], boolean>> = {
  pending: true,
  approved: true,
  'carried-out': false,
  rejected: false,
  expired: false,
  void: false,
}
const endingOpen: Readonly<Record<Records['ending']['status'], boolean>> = {
  pending: true,
  approved: true,
  'carried-out': false,
  rejected: false,
  withdrawn: false,
  expired: false,
}
const budgetOpen: Readonly<Record<Records['budget']['status'], boolean>> = {
  pending: true,
  approved: true,
  'carried-out': false,
  rejected: false,
  withdrawn: false,
  expired: false,
}
const creditChangeOpen: Readonly<Record<Records['credit-change']['status'], boolean>> = {
  pending: true,
  approved: false,
  rejected: false,
  withdrawn: false,
  expired: false,
}
const serviceRequestOpen: Readonly<Record<Records['service-request']['status'], boolean>> = {
  'handed-over': true,
  sending: true,
  filed: true,
  closed: false,
  'not-filed': false,
}
const roleChangeOpen: Readonly<Record<Records['role-change']['status'], boolean>> = {
  pending: true,
  confirmed: false,
  rejected: false,
  expired: false,
}
const policyChangeOpen: Readonly<Record<Records['policy-change']['status'], boolean>> = {
  pending: true,
  activated: false,
  rejected: false,
  withdrawn: false,
  expired: false,
}
const importOpen: Readonly<Record<Records['ledger-import']['status'], boolean>> = {
  pending: true,
  active: false,
  'undo-asked': true,
  expired: false,
  rejected: false,
  undone: false,
}
const laneSwitchOpen: Readonly<Record<Records['lane-switch']['status'], boolean>> = {
  offered: true,
  taken: false,
  pending: true,
  confirmed: false,
  rejected: false,
  expired: false,
  'in-force': true,
  lifted: false,
}
const dailyBrakeOpen: Readonly<Record<Records['daily-brake']['status'], boolean>> = {
  pending: true,
  released: false,
  'called-off': false,
  expired: false,
}
const laneTroubleOpen: Readonly<Record<Records['lane-trouble']['status'], boolean>> = { open: true, ended: false }

const sightingOpen: Readonly<Record<Records['sighting']['status'], boolean>> = {
  pending: true,
  recorded: false,
  agreed: false,
}

const countdownOpen: Readonly<Record<Records['countdown']['status'], boolean>> = {
  pending: true,
  'let-go': false,
  passed: false,
  over: false,
}

const alertOpen: Readonly<Record<Records['fraud-alert']['status'], boolean>> = {
  pending: true,
  decided: false,
  'resolved-elsewhere': false,
}

const facets: { readonly [K in Kind]: (value: Records[K]) => Facets } = {
  suspension: (value) => ({
    ...none,
    customer: value.customer,
    open: suspensionOpen[value.status] || awaitsConfirmation(value),
  }),
  resumption: ({ customer, status }) => ({ ...none, customer, open: resumptionOpen[status] }),
  ending: ({ customer, status }) => ({ ...none, customer, open: endingOpen[status] }),
  budget: ({ customer, status }) => ({ ...none, customer, open: budgetOpen[status] }),
  'credit-change': ({ customer, status }) => ({ ...none, customer, open: creditChangeOpen[status] }),
  'credit-line': ({ customer }) => ({ ...none, customer }),
  'service-request': ({ customer, status }) => ({
    ...none,
    customer: customer?.id ?? null,
    open: serviceRequestOpen[status],
  }),
  'role-change': ({ status }) => ({ ...none, open: roleChangeOpen[status] }),
  'ledger-import': ({ status }) => ({ ...none, open: importOpen[status] }),
  'policy-change': ({ status }) => ({ ...none, open: policyChangeOpen[status] }),
  'policy-version': () => none,
  'policy-given': ({ customer }) => ({ ...none, customer }),
  sighting: ({ customer, status }) => ({ ...none, customer, open: sightingOpen[status] }),
  'lane-switch': ({ status }) => ({ ...none, open: laneSwitchOpen[status] }),
  'daily-brake': ({ status }) => ({ ...none, open: dailyBrakeOpen[status] }),
  'lane-trouble': ({ status }) => ({ ...none, open: laneTroubleOpen[status] }),
  lane: () => none,
  'lane-day': () => none,
  halted: ({ customer, case: of }) => ({ ...none, customer, case: of }),
  countdown: ({ customer, status }) => ({ ...none, customer, open: countdownOpen[status] }),
  'fraud-alert': ({ customer, status }) => ({ ...none, customer, open: alertOpen[status] }),
  'ticket-number': ({ case: of }) => ({ ...none, case: of }),
  'newest-alert': ({ case: of }) => ({ ...none, case: of }),
  'feed-baseline': () => none,
  dossier: ({ customer }) => ({ ...none, customer }),
  staff: () => none,
  'access-request': ({ status }) => ({ ...none, open: status === 'open' }),
  'link-offer': () => none,
  'link-tries': () => none,
  'second-factor': () => none,
  'open-suspension': ({ customer, case: of }) => ({ ...none, customer, case: of }),
  'open-case': ({ customer, case: of }) => ({ ...none, customer, case: of }),
  digest: () => none,
  held: ({ customer }) => ({ ...none, customer }),
  snapshot: ({ customer }) => ({ ...none, customer }),
  turn: ({ customer }) => ({ ...none, customer }),
  'final-notice': ({ customer }) => ({ ...none, customer }),
  agreement: (value) => ({ ...none, customer: value.customer, open: isOpenAgreement(value) }),
  assignment: ({ customer }) => ({ ...none, customer }),
  'customer-note': ({ customer }) => ({ ...none, customer }),
  skip: ({ customer }) => ({ ...none, customer }),
  'digest-route': () => none,
  reminder: ({ customer }) => ({ ...none, customer }),
  correspondence: ({ customer }) => ({ ...none, customer }),
  match: ({ tenantId }) => ({ ...none, customer: tenantId }),
  route: () => none,
  webhook: () => none,
  'webhook-event': ({ customer, ended }) => ({ ...none, customer, open: ended === null }),
  silence: () => none,
  delivery: ({ case: of }) => ({ ...none, case: of }),
  card: ({ case: of }) => ({ ...none, case: of }),
  address: () => none,
}

/** What a record of this kind can be found by. */
export function facetsOf<K extends Kind>(kind: K, value: Records[K]): Facets {
  return facets[kind](value)
}

/** Whether a record belongs into a list narrowed by `where`; no narrowing lets everything through. */
export function matches(facets: Facets, where: Where): boolean {
  if (where.customer !== undefined && facets.customer !== where.customer) return false
  if (where.case !== undefined && facets.case !== where.case) return false
  return where.open === undefined || facets.open
}
