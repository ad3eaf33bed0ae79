import { z } from 'zod'
import { ledgerSourceKinds } from './ledger-source-kinds.ts'
import { lanes, settingsOf, type Lane } from '../../domain/customers/lane.ts'

const filled = z.string().trim().min(1)
export const laneKeys = [
  'TENANT_ID',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'REFRESH_TOKEN',
  'API_URL',
  'LOGIN_URL',
  'GRAPH_URL',
  'REQUESTS_PER_MINUTE',
] as const
export type LaneKey = (typeof laneKeys)[number]
const laneSettings = Object.fromEntries(
  lanes.flatMap((lane) => laneKeys.map((key) => [`${settingsOf(lane)}_${key}`, filled.optional()] as const)),
) as Record<string, z.ZodOptional<typeof filled>>

const bookSettings = Object.fromEntries(
  ledgerSourceKinds.flatMap(({ settings }) => settings.map((name) => [name, filled.optional()] as const)),
) as Record<string, z.ZodOptional<typeof filled>>

/** The setting of the mailbox that takes a lane's tickets. */
export const ticketsTo = (lane: Lane) => `TICKETS_${lane.toUpperCase().replaceAll('-', '_')}_TO` as const
const ticketSettings = Object.fromEntries(lanes.map((lane) => [ticketsTo(lane), filled.optional()] as const)) as Record<
  string,
  z.ZodOptional<typeof filled>
>

/** Where the desk is reached from outside: an https address with nothing but a path behind it, and no slash at its end. */
export const publicUrl = z
  .string()
  .trim()
  .refine(isPublic, { error: 'must be an https address, such as https://desk.example.com' })
  .transform((url) => new URL(url).href.replace(/\/+$/, ''))
export const appId = z.guid({ error: 'must be the GUID of the app registration' })

/** All settings by name. `.env.example` describes exactly these; a test compares the two. */
export const environment = z.object({
  DESK_MODE: z.enum(['demo', 'live'], { error: 'must be demo or live' }).optional(),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).default(3978),
  HOST: filled.optional(),
  PUBLIC_URL: publicUrl.optional(),
  DESK_DATA: filled.optional(),
  DESK_KEY: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => key.length >= 32), {
      error:
        'must have at least 32 characters, and each key where there are several; make one with: openssl rand -base64 48',
    })
    .optional(),
  DESK_ADMINS: filled.optional(),
  DESK_LANGUAGE: filled.optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    })
    .default('info'),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant'], {
      error: 'must be SingleTenant, UserAssignedMSI or MultiTenant',
    })
    .default('SingleTenant'),
  MicrosoftAppId: appId.optional(),
  MicrosoftAppPassword: filled.optional(),
  MicrosoftAppTenantId: z.guid({ error: 'must be the GUID of the tenant' }).optional(),
  ChannelService: z
    .enum(['', 'https://botframework.azure.us'], {
      error: 'must be empty, or https://botframework.azure.us for GCC High',
    })
    .default(''),
  SLACK_BOT_TOKEN: filled.optional(),
  SLACK_SIGNING_SECRET: filled.optional(),
  SLACK_APP_TOKEN: filled.startsWith('xapp-', { error: 'must begin with xapp-' }).optional(),
  SLACK_API_URL: filled.optional(),
  SMTP_URL: filled.optional(),
  DESK_MAIL_FROM: filled.optional(),
  DESK_PAGER_MAIL: filled.optional(),
  DESK_PAGER_URL: filled.optional(),
  DESK_PAGER_SECRET: filled.optional(),
  DESK_HEARTBEAT_URL: filled.optional(),
  TICKETS_FROM: filled.optional(),
  TICKETS_REPLY_TO: filled.optional(),
  PARTNER_NAME: filled.optional(),
  PARTNER_CONTACT: filled.optional(),
  REMINDERS_FROM: filled.optional(),
  REMINDERS_REPLY_TO: filled.optional(),
  ...ticketSettings,
  ...bookSettings,
  ...laneSettings,
})

export type Environment = z.infer<typeof environment> & Readonly<Record<string, unknown>>

/** The settings that say something; an empty one counts as absent. */
export function present(given: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value]],
    ),
  )
}

function isPublic(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'https:' && [url.username, url.password, url.search, url.hash].every((part) => part === '')
}
