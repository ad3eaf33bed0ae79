import type { Activity } from 'botbuilder-core'
import { z } from 'zod'

const id = z.string().min(1).max(1_000)
const account = z.looseObject({ id, name: z.string().nullish(), aadObjectId: z.string().max(100).nullish() })

/** As much of an activity as the desk relies on. Teams leaves out, or sends null for, what it does not know. */
const wireActivity = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(1_000),
  id: id.nullish(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  replyToId: id.nullish(),
  conversation: z.looseObject({
    id,
    tenantId: z.string().nullish(),
    conversationType: z.string().nullish(),
    name: z.string().nullish(),
  }),
  from: account.nullish(),
  recipient: account.nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
})

/**
 * What was posted, as an Activity nobody has put our own words into; null when it is none. What Teams sends null for
 * is left out here, at the door: behind it a field is there or it is not, as botbuilder's own types say.
 */
export function wireToActivity(body: Record<string, unknown>): Activity | null {
  if (!wireActivity.safeParse(body).success) return null
  const activity = withoutNulls(body) as Activity
  activity.channelData = withoutDeskKeys(activity.channelData)
  // Teams never asks for its answers inside the HTTP response; whoever does is not Teams.
  return Object.assign(activity, { deliveryMode: undefined, callerId: undefined })
}

/** Of the activity itself and of what stands directly in it. What a button carries lies deeper, and nulls there are ours. */
function withoutNulls(body: object, levels = 2): object {
  const kept = Object.entries(body).filter(([, held]) => held !== null)
  if (levels === 1) return Object.fromEntries(kept)
  return Object.fromEntries(kept.map(([key, held]) => [key, isPlain(held) ? withoutNulls(held, levels - 1) : held]))
}

function isPlain(held: unknown): held is object {
  return typeof held === 'object' && !Array.isArray(held)
}

/** Every tenant an activity claims to be from, lower case. */
export function tenantsOf({ channelData, conversation }: Activity): readonly string[] {
  const claimed = [(channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id, conversation.tenantId]
  return claimed.filter((tenant) => tenant != null && tenant !== '').map((tenant) => String(tenant).toLowerCase())
}

/** Channel data without what the vocabulary puts there: in, it would be forged; out, it would be chatter. */
export function withoutDeskKeys(channelData: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(channelData ?? {}).filter(([key]) => !key.startsWith('desk')))
}
