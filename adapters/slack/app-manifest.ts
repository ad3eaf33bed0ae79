import type { webApi } from '@slack/bolt'
import { commandNames, type ShortCommand } from './commands.ts'

export type SlackAppManifest = webApi.AppsManifestCreateArguments['manifest']

export interface SlackAppOptions {
  /** Where the desk can be reached, without a slash at the end; null: it calls Slack by Socket Mode. */
  readonly url: string | null
  /** Stands before the name of each command; may be empty. */
  readonly prefix: string
}

/** What Slack shows beside a command while it is typed. */
const shown: Readonly<Record<ShortCommand, { readonly description: string; readonly usage_hint: string }>> = {
  '/overdue': {
    description: 'Who owes what, and since when',
    usage_hint: '[over 60 days] [in china] [above 5000 EUR] [mine]',
  },
  '/customer': { description: 'How one customer stands: debts, holds, subscriptions', usage_hint: 'contoso' },
  '/suspend': {
    description: 'Ask for a suspension; a second person decides',
    usage_hint: 'contoso [for non-payment, for fraud, for misuse]',
  },
  '/resume': { description: 'Bring a suspended customer back', usage_hint: 'contoso' },
  '/ticket': {
    description: 'Prepare a ticket for the right operator, or look after one',
    usage_hint: '[for contoso] [about billing] | PD-142 | note PD-142 …',
  },
  '/fraud': { description: 'Open alerts of suspicious use, most money at risk first', usage_hint: '[page 2]' },
  '/credit': {
    description: 'Limit, what is at stake and holds on orders of a customer, or whose limit is exceeded',
    usage_hint: '[contoso] | contoso 5000 EUR because … | hold contoso because …',
  },
  '/policy': {
    description: 'The collections policy: for staff, as text for customers, and to whom it was given',
    usage_hint: '[text for contoso] | [given contoso by mail] | [versions] | [activate]',
  },
  '/desk': { description: 'Everything the desk understands; “help” lists it', usage_hint: 'help' },
}

/** The one path at which the desk listens to Slack. */
export const slackPath = '/slack/events'

/** The manifest of the Slack app: what it may do, what it hears, and where. */
export function slackAppManifest({ url, prefix }: SlackAppOptions): SlackAppManifest {
  const at = url === null ? null : `${url}${slackPath}`
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Partner Desk',
      description: 'Who is overdue, suspension with a second person, and tickets.',
      long_description:
        'A colleague in chat for the staff of Microsoft cloud partners. Ask who is overdue and how one customer ' +
        'stands; ask for a suspension or for service to return, have a second person decide, and see it confirmed ' +
        'by the operator; prepare tickets for the right operator. Every decision is on record. Only people whom an ' +
        'administrator has let in are answered. Say “help” to see what you can do.',
      background_color: '#1F4E79',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Partner Desk', always_online: true },
      slash_commands: commandNames.map((name) => ({
        command: `/${prefix}${name.slice(1)}`,
        ...(at === null ? {} : { url: at }),
        ...shown[name],
        should_escape: false,
      })),
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: { ...(at === null ? {} : { request_url: at }), bot_events: [...events] },
      interactivity: { is_enabled: true, ...(at === null ? {} : { request_url: at }) },
      org_deploy_enabled: false,
      socket_mode_enabled: at === null,
      token_rotation_enabled: false,
    },
  }
}

/** The least the desk can work with; it reads no message that is neither to it nor mentions it. */
export const scopes = [
  'app_mentions:read',
  // To see that a channel is shared with outsiders, and that the desk was removed from it.
  'channels:read',
  'chat:write',
  'commands',
  // Ledgers that collectors send to it.
  'files:read',
  // The dossiers and lists it gives.
  'files:write',
  'groups:read',
  'im:history',
  'im:write',
  // The same of a chat of a few, in which the desk is mentioned.
  'mpim:read',
  // Whether somebody is a guest, or has left.
  'users:read',
] as const

/** `member_left_channel` tells members only; it is `channel_left` that tells the one who was removed. */
const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_left',
  'group_left',
  'message.im',
  'tokens_revoked',
] as const
