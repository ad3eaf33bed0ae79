import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { OpenLedgerSource } from '../adapters/shared/ledger-source-kind.ts'
import { isLoopbackAddress } from '../adapters/shared/loopback.ts'
import type { Partner } from '../dialogs/reminders/write-letter.ts'
import type { ChannelAccount } from '../domain/staff/staff.ts'
import { administratorsOf, strangersAmong } from './config/administrators.ts'
import { environment, present, type Environment } from './config/environment.ts'
import { germany, laneOf, type LaneConfig } from './config/lane-config.ts'
import { customerMailOf, partnerOf, type CustomerMailConfig } from './config/customer-mail-config.ts'
import { ledgerSourceKinds } from './config/ledger-source-kinds.ts'
import { mailServerOf } from './config/mail-config.ts'
import { pagerOf, type PagerConfig } from './config/pager-config.ts'
import { slackOf, type SlackConfig } from './config/slack-config.ts'
import { teamsOf, type TeamsConfig } from './config/teams-config.ts'
import { ticketMailOf, type TicketMailConfig } from './config/ticket-mail-config.ts'

/** The settings once they are known to be usable. */
export interface Config {
  readonly mode: 'demo' | 'live'
  readonly port: number
  readonly host: string
  /** Where the desk is reached from outside, over https and without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null
  /** Null in a demo that was not told where to keep things: it begins afresh each time. */
  readonly dataFolder: string | null
  /** What is kept at rest is sealed with the first and opened with any; empty in a demo that was given none. */
  readonly deskKeys: readonly string[]
  readonly logLevel: string
  /** BCP 47 tag for places where nobody's own language is known. */
  readonly language: string
  readonly teams: TeamsConfig | null
  readonly slack: SlackConfig | null
  readonly lanes: Readonly<Partial<Record<Lane, LaneConfig>>>
  readonly administrators: readonly ChannelAccount[]
  readonly pager: PagerConfig
  /** Null where every lane's tickets are filed by hand. */
  readonly ticketMail: TicketMailConfig | null
  /** Null where letters to customers are copied and sent by people. */
  readonly customerMail: CustomerMailConfig | null
  /** In whose name customers are written to. */
  readonly partner: Partner
  /** The books that the desk reads by itself; none where ledgers come as files. */
  readonly ledgerSources: readonly OpenLedgerSource[]
}

/** Whoever works with 21Vianet alone reads Simplified Chinese; any other desk begins in English. */
function languageOf(configured: Readonly<Partial<Record<Lane, LaneConfig>>>): string {
  const named = Object.keys(configured)
  return named.length > 0 && named.every((lane) => lane === 'china') ? 'zh-Hans-CN' : 'en'
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

/** Reads the environment; empty settings count as absent. Throws {@link FaultyConfig}. */
export function readConfig(given: Readonly<Record<string, string | undefined>>): Config {
  const said = present(given)
  const parsed = environment.safeParse(said)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  // Faults that depend on several settings are found even where single ones are faulty too.
  const env = (
    parsed.success
      ? parsed.data
      : {
          PORT: 3978,
          LOG_LEVEL: 'info',
          MicrosoftAppType: 'SingleTenant',
          ChannelService: '',
          ...said,
        }
  ) as Environment

  faults.push(...germany(said))
  const credentials = Object.keys(said).filter(isCredential)
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
  const slack = slackOf(env, mode, faults)
  const mailServer = mailServerOf(env, mode, faults)
  const pager = pagerOf(env, mailServer, mode, faults)
  const ticketMail = ticketMailOf(env, mailServer, faults)
  const customerMail = customerMailOf(env, mailServer, faults)
  const partner = partnerOf(env, faults)
  const ledgerSources = ledgerSourceKinds.flatMap((kind) => kind.read(said, mode, faults) ?? [])
  const administrators = administratorsOf(env.DESK_ADMINS ?? '', env.MicrosoftAppTenantId, faults)
  if (mode === 'live') {
    if (teams === null && slack === null)
      faults.push(
        'Teams or Slack is needed in live mode: set MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword, or SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET',
      )
    if (env.DESK_KEY === undefined) faults.push('DESK_KEY is needed in live mode: it encrypts tokens at rest')
    faults.push(...strangersAmong(administrators, namesTeams(said)))
    if (administrators.length < 2) faults.push('DESK_ADMINS must name at least two: one asks, another confirms')
  } else if (env.HOST !== undefined && !isLoopbackAddress(env.HOST)) {
    faults.push('HOST must be a loopback address in demo mode: the demo lets everybody in')
  }
  if (faults.length > 0) throw new FaultyConfig(faults)
  return {
    mode,
    port: env.PORT,
    host: env.HOST ?? '127.0.0.1',
    publicUrl: env.PUBLIC_URL ?? null,
    dataFolder: env.DESK_DATA ?? (mode === 'live' ? 'desk-data' : null),
    deskKeys: env.DESK_KEY ?? [],
    logLevel: env.LOG_LEVEL,
    language: env.DESK_LANGUAGE ?? languageOf(configured),
    teams: mode === 'live' ? teams : null,
    slack,
    lanes: configured,
    administrators,
    pager,
    ticketMail,
    customerMail,
    partner,
    ledgerSources,
  }
}

/** Whether Teams is meant to be there, faulty or not. */
function namesTeams(given: Readonly<Record<string, unknown>>): boolean {
  return 'MicrosoftAppId' in given || 'MicrosoftAppTenantId' in given
}

function isCredential(name: string): boolean {
  return (
    name === 'MicrosoftAppId' ||
    name === 'MicrosoftAppPassword' ||
    name === 'SMTP_URL' ||
    name === 'DESK_PAGER_SECRET' ||
    ledgerSourceKinds.some(({ credentials }) => credentials.includes(name)) ||
    /^SLACK_(BOT_TOKEN|SIGNING_SECRET|APP_TOKEN)$/.test(name) ||
    /^PARTNER_CENTER_\w+_(CLIENT_SECRET|CLIENT_ID|REFRESH_TOKEN)$/.test(name)
  )
}
