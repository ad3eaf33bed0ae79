import { z } from 'zod'

const id = z.string().min(1).max(100)
const text = z.string().max(40_000)

/** As much of what Slack sends as the desk relies on (facts/chat-platforms 6.3; shapes as @slack/bolt types them). */
export const eventBody = z.object({
  type: z.literal('event_callback'),
  event_id: id.optional(),
  team_id: id,
  is_ext_shared_channel: z.boolean().optional(),
  authorizations: z.array(z.object({ user_id: id.nullish(), is_bot: z.boolean().optional() })).optional(),
  event: z.looseObject({ type: z.string() }),
})

export const messageEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: id,
  channel_type: z.string().optional(),
  user: id,
  text: text.optional(),
  ts: id,
  thread_ts: id.optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  /** A mention is told of again when its message is edited. */
  edited: z.unknown().optional(),
  files: z
    .array(
      z.object({
        name: z.string().nullish(),
        size: z.number().optional(),
        url_private_download: z.string().optional(),
      }),
    )
    .optional(),
})

export const homeEvent = z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string().optional() })

/** The desk was removed: Slack says so to the one who is gone, for public and private channels by different names. */
export const leftEvent = z.object({ type: z.enum(['channel_left', 'group_left']), channel: id })

/** The app is no longer in the workspace, or what it may do there was taken back. */
export const revokedEvent = z.object({
  type: z.enum(['app_uninstalled', 'tokens_revoked']),
  tokens: z.object({ bot: z.array(z.string()).nullish() }).optional(),
})

export const commandBody = z.object({
  command: z.string().max(100),
  text: text.default(''),
  team_id: id,
  user_id: id,
  channel_id: id,
  channel_name: z.string().max(200).default(''),
  response_url: z.string().max(1_000),
  trigger_id: z.string().max(200),
})

const picked = z.object({ value: z.string() })
const field = z.looseObject({
  value: z.string().nullish(),
  selected_option: picked.nullish(),
  selected_options: z.array(picked).nullish(),
})
const values = z.record(z.string(), z.record(z.string(), field))
const person = z.object({ id, team_id: z.string().nullish() })
const team = z.object({ id }).nullish()

export const pressBody = z.object({
  type: z.literal('block_actions'),
  team,
  user: person,
  trigger_id: z.string().max(200).optional(),
  response_url: z.string().max(1_000).optional(),
  channel: z.object({ id, name: z.string().max(200).optional() }).nullish(),
  container: z.looseObject({
    type: z.string(),
    message_ts: id.optional(),
    channel_id: id.optional(),
    thread_ts: id.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.looseObject({ ts: id, thread_ts: id.optional() }).nullish(),
  state: z.object({ values }).nullish(),
  actions: z
    .array(z.looseObject({ type: z.string(), action_id: z.string(), value: z.string().max(2_000).optional() }))
    .min(1),
})

export const formBody = z.object({
  type: z.enum(['view_submission', 'view_closed']),
  team,
  user: person,
  view: z.object({
    id,
    callback_id: z.string().max(255),
    private_metadata: z.string().max(3_000),
    state: z.object({ values }).nullish(),
  }),
})

/** What a card's inputs held, by their id; several picks are joined by commas, as the vocabulary has it. */
export function inputsOf(
  state: { readonly values: z.infer<typeof values> } | null | undefined,
): Record<string, string> {
  const held = Object.entries(state?.values ?? {}).flatMap(([block, fields]) =>
    Object.values(fields).map((each) => [block, textOf(each)] as const),
  )
  return Object.fromEntries(held)
}

function textOf({ value, selected_option: one, selected_options: several }: z.infer<typeof field>): string {
  if (several) return several.map((each) => each.value).join(',')
  return one?.value ?? value ?? ''
}
