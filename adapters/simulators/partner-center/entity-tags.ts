import { msOf, type Instant } from '../../../domain/shared/time.ts'
import { statusWords } from './seed.ts'
import type { Resource } from './resource.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal } from './wire-answer.ts'
import type { SimulatedSubscription } from './world.ts'

/** A subscription as a caller sees it now: with an entity tag where its kind has one (facts/partner-center 4.3). */
export function shownNow(held: SimulatedSubscription, switches: Switches, now: Instant): object {
  const shown: Resource = structuredClone(held.resource)
  if (hasEntityTag(held, switches)) shown.attributes.etag = tagOf(held, now)
  return switches.enumsAsIntegers ? { ...shown, status: statusWords.indexOf(shown.status) } : shown
}

/** Throws the operator's refusal unless If-Match is what it should be: there exactly where a tag was given, quoted, fresh. */
export function checkIfMatch(
  ifMatch: string | undefined,
  held: SimulatedSubscription,
  switches: Switches,
  now: Instant,
): void {
  // 400 and not 412 (4.3).
  const stale = new OperatorRefusal(400, 2055, 'The entity tag no longer matches.')
  if (ifMatch === undefined) {
    if (switches.ifMatch === 'required' && hasEntityTag(held, switches)) throw stale
    return
  }
  const [, tag] = /^"([^"]+)"$/.exec(ifMatch) ?? []
  if (tag === undefined) throw new OperatorRefusal(400, 800002, 'If-Match wants an entity tag in double quotes.')
  const issuedAt = new Date(Number(Buffer.from(tag, 'base64url').toString().split(' ')[1] ?? Number.NaN)).getTime()
  const young = msOf(now) - issuedAt <= switches.entityTagLifetimeMs
  if (!young || tag !== tagOf(held, new Date(issuedAt).toISOString() as Instant)) throw stale
}

function hasEntityTag({ soldAs }: SimulatedSubscription, { entityTags }: Switches): boolean {
  return entityTags === 'everywhere' || (entityTags === 'not-new-commerce' && soldAs !== 'new-commerce')
}

function tagOf({ version, resource }: SimulatedSubscription, issuedAt: Instant): string {
  return Buffer.from(`${version} ${msOf(issuedAt)} ${resource.id}`).toString('base64url')
}
