import type { Activity } from 'botbuilder-core'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { PlaceId } from '../../domain/shared/ids.ts'

interface Place {
  readonly place: PlaceId
  readonly kind: Address['kind']
  /** Conversation id without the thread: what a channel is called, whichever post is answered. */
  readonly conversation: string
}

/**
 * Which place an activity comes from: `teams:<tenant>/<object id>` for a one-to-one chat, so that a person has one
 * address however often the desk is installed anew; else `teams:<tenant>/<conversation>`.
 */
export function placeOf({ conversation: { id, conversationType, isGroup }, from }: Activity, tenant: string): Place {
  const conversation = id.split(';')[0] ?? id
  const kind = kindOf(conversationType, isGroup)
  const person = kind === 'personal' ? from.aadObjectId?.toLowerCase() : undefined
  return { place: `teams:${tenant}/${person ?? conversation}`, kind, conversation }
}

function kindOf(conversationType: string | undefined, isGroup: boolean | undefined): Address['kind'] {
  if (conversationType === 'channel') return 'channel'
  if (conversationType === 'personal') return 'personal'
  return conversationType === 'groupChat' || isGroup === true ? 'group' : 'personal'
}
