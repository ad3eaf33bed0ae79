import { z } from 'zod'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { ChannelAccount } from '../domain/staff/staff.ts'

export interface TeamsConfig {
  readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant'
  readonly appId: string
  readonly appPassword: string
  readonly tenantId: string
  /** Empty for the public cloud; `https://botframework.azure.us` for GCC High. */
  readonly channelService: string
}

export interface LaneConfig {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string | undefined
  readonly apiUrl: string | undefined
  readonly loginUrl: string | undefined
}

export interface Config {
  readonly mode: 'demo' | 'live'
  readonly port: number
  readonly host: string
  /** Null in a demo that was not told where to keep things: it begins afresh each time. */
  readonly dataFolder: string | null
  readonly logLevel: string
  /** BCP 47 tag for places where nobody's own language is known. */
  readonly language: string
  readonly teams: TeamsConfig | null
  readonly lanes: Readonly<Partial<Record<Lane, LaneConfig>>>
  readonly administrators: readonly ChannelAccount[]
}

/** Every fault of the environment at once, each in one sentence. */
export class FaultyConfig extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'FaultyConfig'
    this.faults = faults
  }
}

const filled = z.string().trim().min(1)
const laneKeys = ['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN', 'API_URL', 'LOGIN_URL'] as const
type LaneKey = (typeof laneKeys)[number]
const prefix = (lane: Lane) => `PARTNER_CENTER_${lane.toUpperCase().replaceAll('-', '_')}` as const
const laneSettings = Object.fromEntries(
  lanes.flatMap((lane) => laneKeys.map((key) => [`${prefix(lane)}_${key}`, filled.optional()] as const)),
) as Record<string, z.ZodOptional<typeof filled>>

/** All settings by name. `.env.example` describes exactly these; a test compares the two. */
export const environment = z.object({
  DESK_MODE: z.enum(['demo', 'live'], { error: 'must be demo or live' }).optional(),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).default(3978),
  HOST: filled.optional(),
  DESK_DATA: filled.optional(),
  DESK_KEY: z
    .string()
    .min(32, { error: 'must have at least 32 characters; make one with: openssl rand -base64 48' })
    .optional(),
  DESK_ADMINS: filled.optional(),
  DESK_LANGUAGE: filled.default('en'),
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
  MicrosoftAppId: z.guid({ error: 'must be the GUID of the app registration' }).optional(),
  MicrosoftAppPassword: filled.optional(),
  MicrosoftAppTenantId: z.guid({ error: 'must be the GUID of the tenant' }).optional(),
  ChannelService: z
    .enum(['', 'https://botframework.azure.us'], {
      error: 'must be empty, or https://botframework.azure.us for GCC High',
    })
    .default(''),
  ...laneSettings,
})

type Environment = z.infer<typeof environment> & Readonly<Record<string, unknown>>

/** Reads the environment; empty settings count as absent. Throws {@link FaultyConfig}. */
export function readConfig(given: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = environment.safeParse(present)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  // Faults that depend on several settings are found even where single ones are faulty too.
  const env = (
    parsed.success
      ? parsed.data
      : {
          PORT: 3978,
          DESK_LANGUAGE: 'en',
          LOG_LEVEL: 'info',
          MicrosoftAppType: 'SingleTenant',
          ChannelService: '',
          ...present,
        }
  ) as Environment

  faults.push(...germany(present))
  const credentials = Object.keys(present).filter(isCredential)
  if (env.DESK_MODE === undefined && credentials.length > 0) {
    faults.push(`DESK_MODE must be said once credentials are set (${credentials.join(', ')}): live, or demo`)
  }
  const mode = env.DESK_MODE ?? 'demo'
  const configured = Object.fromEntries(
    lanes.flatMap((lane) => {
      const found = laneOf(lane, env, mode, faults)
      return found ? [[lane, found] as const] : []
    }),
  )
  const teams = teamsOf(env, mode, faults)
  const administrators = administratorsOf(env.DESK_ADMINS ?? '', env.MicrosoftAppTenantId, faults)
  if (mode === 'live') {
    if (teams === null)
      faults.push('MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword are needed in live mode')
    if (env.DESK_KEY === undefined) faults.push('DESK_KEY is needed in live mode: it encrypts tokens at rest')
    if (administrators.length < 2) faults.push('DESK_ADMINS must name at least two: one asks, another confirms')
  } else if (env.HOST !== undefined && !['127.0.0.1', '::1', 'localhost'].includes(env.HOST)) {
    faults.push('HOST must be a loopback address in demo mode: the demo lets everybody in')
  }
  if (faults.length > 0) throw new FaultyConfig(faults)
  return {
    mode,
    port: env.PORT,
    host: env.HOST ?? '127.0.0.1',
    dataFolder: env.DESK_DATA ?? (mode === 'live' ? 'desk-data' : null),
    logLevel: env.LOG_LEVEL,
    language: env.DESK_LANGUAGE,
    teams: mode === 'live' ? teams : null,
    lanes: configured,
    administrators,
  }
}

function isCredential(name: string): boolean {
  return (
    name === 'MicrosoftAppId' ||
    name === 'MicrosoftAppPassword' ||
    /^PARTNER_CENTER_\w+_(CLIENT_SECRET|CLIENT_ID|REFRESH_TOKEN)$/.test(name)
  )
}

/** The German cloud closed; a setting for it is an error and not an option (facts/partner-center 2.3). */
function germany(present: Readonly<Record<string, unknown>>): readonly string[] {
  const named = Object.keys(present).filter((name) => name.startsWith('PARTNER_CENTER_GERMANY'))
  return named.length === 0
    ? []
    : [`${named.join(', ')}: Microsoft Cloud Germany closed on 2021-10-29 and cannot be configured`]
}

function laneOf(lane: Lane, env: Environment, mode: Config['mode'], faults: string[]): LaneConfig | null {
  const of = (key: LaneKey) => env[`${prefix(lane)}_${key}`] as string | undefined
  if (laneKeys.every((key) => of(key) === undefined)) return null
  const missing = (['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET'] as const).filter((key) => of(key) === undefined)
  faults.push(...missing.map((key) => `${prefix(lane)}_${key} is missing; the lane has other settings`))
  for (const key of ['API_URL', 'LOGIN_URL'] as const) {
    const url = of(key)
    if (url === undefined ? mode === 'demo' : !usable(url, mode)) {
      faults.push(
        mode === 'demo'
          ? `${prefix(lane)}_${key} must be a stand-in on this machine in demo mode, such as http://127.0.0.1:4000`
          : `${prefix(lane)}_${key} must be an https address`,
      )
    }
  }
  return {
    tenantId: of('TENANT_ID') ?? '',
    clientId: of('CLIENT_ID') ?? '',
    clientSecret: of('CLIENT_SECRET') ?? '',
    refreshToken: of('REFRESH_TOKEN'),
    apiUrl: of('API_URL'),
    loginUrl: of('LOGIN_URL'),
  }
}

function usable(url: string, mode: Config['mode']): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
  return mode === 'demo' ? loopback : protocol === 'https:' || loopback
}

function teamsOf(env: Environment, mode: Config['mode'], faults: string[]): TeamsConfig | null {
  const { MicrosoftAppType: appType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = env
  const given = [MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId].filter((value) => value !== undefined)
  if (given.length === 0) return null
  if (mode === 'demo') {
    faults.push('MicrosoftApp… settings belong to live mode: the demo talks to a local client only')
    return null
  }
  if (MicrosoftAppId === undefined || MicrosoftAppTenantId === undefined) {
    faults.push('MicrosoftAppId and MicrosoftAppTenantId go together')
    return null
  }
  // A managed identity has no password (facts/chat-platforms 4.3).
  if ((MicrosoftAppPassword === undefined) !== (appType === 'UserAssignedMSI')) {
    faults.push(
      `MicrosoftAppPassword ${appType === 'UserAssignedMSI' ? 'must be absent for a managed identity' : 'is missing'}`,
    )
  }
  return {
    appType,
    appId: MicrosoftAppId,
    appPassword: MicrosoftAppPassword ?? '',
    tenantId: MicrosoftAppTenantId,
    channelService: env.ChannelService,
  }
}

/** `teams:<Entra object id>`, or `teams:<tenant>/<Entra object id>` for another tenant; commas or spaces between. */
function administratorsOf(text: string, ownTenant = '', faults: string[]): readonly ChannelAccount[] {
  return text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const match = /^teams:(?:([\w-]+)\/)?([\w-]+)$/.exec(entry)
      if (!match) {
        faults.push(`DESK_ADMINS: “${entry}” is not written like teams:<Entra object id>`)
        return []
      }
      const [, tenant = ownTenant, user = ''] = match
      return [{ channel: 'teams', tenant: tenant.toLowerCase(), user: user.toLowerCase() } as const]
    })
}
