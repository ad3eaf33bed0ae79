import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type {
  AgreedSighting,
  OpenSighting,
  RecordedSighting,
  SightedSubscription,
  Sighting,
  SightingCause,
} from './sighting.ts'

export type SightingRefusal =
  | { readonly code: 'already-decided'; readonly sighting: Sighting }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'words-needed' }

/** Who, why and when, in somebody's own words: from then on it is no riddle any more, and its holds may be lifted. */
export function recordSighting(
  sighting: Sighting,
  facts: { readonly by: Staff; readonly cause: SightingCause; readonly because: string; readonly now: Instant },
): Outcome<RecordedSighting, SightingRefusal> {
  const { by, cause, because, now } = facts
  if (sighting.status !== 'pending') return refused({ code: 'already-decided', sighting })
  if (!mayApprove(by.roles, 'explain sighting')) return refused({ code: 'not-allowed' })
  if (because.trim() === '') return refused({ code: 'words-needed' })
  return granted({
    ...sighting,
    status: 'recorded',
    cause,
    because: because.trim(),
    recordedBy: by.id,
    endedAt: now,
  })
}

/** A notice joins the case of its customer. */
export function addNotice(
  sighting: OpenSighting,
  facts: { readonly by: Staff; readonly text: string; readonly now: Instant },
): Outcome<OpenSighting, SightingRefusal> {
  const { by, text, now } = facts
  if (!mayAsk(by.roles, 'hand in notice')) return refused({ code: 'not-allowed' })
  if (text.trim() === '') return refused({ code: 'words-needed' })
  return granted({ ...sighting, notices: [...sighting.notices, { by: by.id, at: now, text: text.trim() }] })
}

/**
 * The open case after another look: what was found joins it, what is as it should be again is told so. It ends by itself
 * once all of it is; a notice keeps it open, since what the operator wrote is yet to be taken up. Null: nothing changed.
 */
export function lookedAgain(
  sighting: OpenSighting,
  facts: {
    readonly found: readonly SightedSubscription[]
    readonly isOver: (one: SightedSubscription) => boolean
    readonly now: Instant
  },
): OpenSighting | AgreedSighting | null {
  const { found, isOver, now } = facts
  const stands = (one: SightedSubscription) =>
    found.some(({ id, difference }) => id === one.id && difference === one.difference)
  const known = sighting.subscriptions.map((one) => {
    if (one.overAt !== null) return stands(one) ? { ...one, overAt: null } : one
    return isOver(one) && !stands(one) ? { ...one, overAt: now } : one
  })
  const isKnown = (one: SightedSubscription) =>
    known.some(({ id, difference }) => id === one.id && difference === one.difference)
  const subscriptions = [...known, ...found.filter((one) => !isKnown(one))]
  const changed = subscriptions.length > known.length || known.some((one, at) => one !== sighting.subscriptions[at])
  if (!changed) return null
  const over = sighting.notices.length === 0 && subscriptions.every(({ overAt }) => overAt !== null)
  return over ? { ...sighting, subscriptions, status: 'agreed', endedAt: now } : { ...sighting, subscriptions }
}
