import { z } from 'zod'

const event = z.object({ event_id: z.string() })
const interaction = z.object({
  type: z.string().default('command'),
  trigger_id: z.string().optional(),
  actions: z.array(z.object({ action_ts: z.string().optional() })).optional(),
  view: z.object({ id: z.string(), hash: z.string().optional() }).nullish(),
})

/** What tells a delivery from every other, so that a copy of it is not heard twice; null where Slack names nothing. */
export function deliveryKey(body: unknown): string | null {
  const named = event.safeParse(body).data
  if (named) return `event ${named.event_id}`
  const done = interaction.safeParse(body).data
  if (!done) return null
  const { type, trigger_id: trigger, actions, view } = done
  const at = actions?.[0]?.action_ts ?? view?.hash
  if (trigger === undefined && at === undefined) return null
  return [type, trigger, view?.id, at].filter((each) => each !== undefined).join(' ')
}
