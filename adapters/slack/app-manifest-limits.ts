import { z } from 'zod'
import { faultsOf, list, only, text } from '../shared/manifest-limits.ts'

const address = text(3000).regex(/^https:\/\//, { error: 'must be an https address' })
const command = text(32).regex(/^\/[a-z\d_-]+$/, {
  error: ({ input }) => `is ${String(input)}: lower-case letters, digits, - and _ only`,
})

/** As far as the desk uses it: the published schema of Slack's app manifests, version 2. */
const manifest = only({
  _metadata: only({ major_version: z.literal(2) }),
  display_information: only({
    name: text(35),
    description: text(140),
    long_description: text(4000, 175),
    background_color: z.string().regex(/^#[\da-f]{6}$/i, { error: 'must be a colour like #1F4E79' }),
  }),
  features: only({
    app_home: only({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: only({ display_name: text(80), always_online: z.boolean() }),
    slash_commands: list(
      only({
        command,
        url: address.optional(),
        description: text(2000),
        usage_hint: text(1000),
        should_escape: z.boolean(),
      }),
      50,
    ),
  }),
  oauth_config: only({ scopes: only({ bot: list(text(50), 255) }) }),
  settings: only({
    event_subscriptions: only({ request_url: address.optional(), bot_events: list(text(50), 100) }),
    interactivity: only({ is_enabled: z.boolean(), request_url: address.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
}).superRefine(({ features, settings }, context) => {
  if (settings.socket_mode_enabled) return
  // What the schema does not say and Slack refuses all the same.
  const asked = [...features.slash_commands.map(({ url }) => url), settings.event_subscriptions.request_url]
  if ([...asked, settings.interactivity.request_url].includes(undefined))
    context.addIssue('needs an address for commands, events and interactivity, or Socket Mode')
})

/** What Slack would refuse, each in a sentence; none when the manifest can be pasted. */
export function slackManifestFaults(value: unknown): readonly string[] {
  return faultsOf(manifest, value)
}
