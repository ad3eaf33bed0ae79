import { isDeepStrictEqual } from 'node:util'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { carryOut } from './carry-out.ts'
import { checkIfMatch, shownNow } from './entity-tags.ts'
import type { Resource } from './resource.ts'
import { statusWords, type CustomerCondition, type StatusWord } from './seed.ts'
import { mayBecome, noUpdatesAround } from './status-rules.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'
import type { SimulatedSubscription, World } from './world.ts'

interface PatchCall {
  /** Keys in camelCase already. */
  readonly body: Readonly<Record<string, unknown>>
  readonly ifMatch: string | undefined
  readonly requestId: string | null
}

interface Situation {
  readonly world: World
  readonly switches: Switches
  readonly now: Instant
}

/** What a partner may write besides the status, and what it is when the body leaves it out (facts/partner-center 6.1). */
const writable: Readonly<Record<string, (resource: Resource) => unknown>> = {
  friendlyName: ({ offerName }) => offerName,
  autoRenewEnabled: () => false,
  scheduledNextTermInstructions: () => undefined,
  nextChargeInstructions: () => undefined,
}

/** Carries out a PATCH of the whole resource, or throws the operator's refusal and has changed nothing. */
export function patchSubscription(held: SimulatedSubscription, call: PatchCall, situation: Situation): WireAnswer {
  const { world, switches, now } = situation
  const { resource } = held
  const { body, requestId } = call
  customerMustBeSound(world.customers.find(({ id }) => id === held.customer)?.condition)
  if (resource.status === 'deleted') throw new OperatorRefusal(400, 2011, 'The subscription has been deleted.')
  if (held.underWay !== null) throw new OperatorRefusal(409, 800060, 'An order for this subscription is in progress.')
  if (resource.status === 'pending')
    throw new OperatorRefusal(switches.notReady, 800082, 'The subscription is not ready.')
  checkIfMatch(call.ifMatch, held, switches, now)

  const wanted = statusIn(body) ?? resource.status
  if ((body['id'] ?? resource.id) !== resource.id) throw new OperatorRefusal(400, 800002, 'The id is another one.')
  const quantity = body['quantity'] ?? resource.quantity
  if (resource.status === 'suspended' && quantity !== resource.quantity)
    throw new OperatorRefusal(400, 2001, 'The quantity cannot change while the subscription is suspended.')
  if (typeof quantity !== 'number') throw new OperatorRefusal(400, 800002, 'The quantity is no number.')
  if (wanted !== resource.status) mayBecome(wanted, held, situation)
  else if (resource.status === 'suspended')
    throw new OperatorRefusal(400, 800091, 'A suspended subscription cannot be updated.')
  // 6.3: around a renewal the renewal's settings are read-only, like the status.
  else if (held.soldAs === 'new-commerce' && changesRenewal(resource, body, switches)) noUpdatesAround(held, situation)
  if (held.soldAs === 'azure-plan' && body['autoRenewEnabled'] === true)
    throw new OperatorRefusal(400, 800093, 'The subscription is not eligible for auto-renew.')

  write(held, { ...body, quantity }, switches)
  if (wanted === resource.status) return { status: 200, body: shownNow(held, switches, now) }
  if (switches.changes === 'at-once') {
    carryOut(wanted, held, { by: 'partner', at: now, requestId }, world, switches)
    return { status: 200, body: shownNow(held, switches, now) }
  }
  const at = switches.changes === 'never-arrive' ? null : later(now, switches.provisioningMs)
  held.underWay = { to: wanted, at, requestId }
  return { status: 202, headers: locationOf(held, switches) }
}

function locationOf({ customer, resource }: SimulatedSubscription, { location }: Switches) {
  const here = `/customers/${customer}/subscriptions/${resource.id}`
  switch (location) {
    case 'none':
      return {}
    case 'subscription':
      return { Location: here }
    case 'provisioning-status':
      return { Location: `/v1${here}/provisioningstatus` }
    case 'on-another-host':
      return { Location: `https://elsewhere.example/v1${here}` }
  }
}

function write(held: SimulatedSubscription, body: Readonly<Record<string, unknown>>, switches: Switches): void {
  const { resource } = held
  const before = structuredClone(resource)
  for (const [field, blank] of Object.entries(writable)) {
    const given = body[field] ?? undefined
    const value = given === undefined && switches.fieldsLeftOut === 'reset' ? blank(resource) : given
    if (value !== undefined) resource[field] = value
    else if (switches.fieldsLeftOut === 'reset' || body[field] === null) Reflect.deleteProperty(resource, field)
  }
  // docs: create-scheduled-changes: they need auto-renew; what becomes of them without it is not said (?).
  if (!resource.autoRenewEnabled) delete resource.scheduledNextTermInstructions
  resource.quantity = Number(body['quantity'])
  if (!isDeepStrictEqual(before, resource)) held.version += 1
}

function changesRenewal(resource: Resource, body: Readonly<Record<string, unknown>>, { fieldsLeftOut }: Switches) {
  return ['autoRenewEnabled', 'scheduledNextTermInstructions'].some((field) => {
    const leftOut = fieldsLeftOut === 'kept' ? resource[field] : writable[field]?.(resource)
    return !isDeepStrictEqual(body[field] ?? leftOut, resource[field])
  })
}

function statusIn(body: Readonly<Record<string, unknown>>): StatusWord | null {
  const said = body['status']
  if (said === undefined || said === null) return null
  // 4.2: words in lower case; numbers are read as well.
  const word = typeof said === 'number' ? statusWords[said] : statusWords.find((known) => known === said)
  if (word === undefined) throw new OperatorRefusal(400, 800002, 'The status is none that is known.')
  return word
}

// 6.6
export function customerMustBeSound(condition: CustomerCondition | undefined): void {
  if (condition === 'locked') throw new OperatorRefusal(403, 900416, 'The customer is locked for transactions.')
  if (condition === 'under-review') throw new OperatorRefusal(403, 800073, 'The customer account is under review.')
  if (condition === 'not-approved') throw new OperatorRefusal(403, 800075, 'The customer account was not approved.')
  if (condition === 'no-relationship')
    throw new OperatorRefusal(403, 20002, 'There is no commerce relationship with this customer.')
}
