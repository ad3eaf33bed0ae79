import type { MailPagerSettings } from '../../adapters/pager/mail-pager.ts'
import { webhookKey } from '../../adapters/pager/sign-webhook.ts'
import type { WebhookPagerSettings } from '../../adapters/pager/webhook-pager.ts'
import { isLoopback } from '../../adapters/shared/loopback.ts'
import type { MailServer } from '../../adapters/shared/mail-server.ts'
import type { Environment } from './environment.ts'
import { isAddress, isMailbox } from './mail-config.ts'
import { mailedLanes } from './ticket-mail-config.ts'

/** How whoever is on duty is called where the chats reach nobody, and who watches the desk from outside. */
export interface PagerConfig {
  readonly mail: MailPagerSettings | null
  readonly webhook: WebhookPagerSettings | null
  /** Called each minute while the desk works. */
  readonly heartbeatUrl: string | null
}

type Mode = 'demo' | 'live'

/** The settings of the pager. Adds to `faults` what cannot be used; no fault tells an address or a secret. */
export function pagerOf(env: Environment, server: MailServer | null, mode: Mode, faults: string[]): PagerConfig {
  const { DESK_HEARTBEAT_URL } = env
  if (DESK_HEARTBEAT_URL !== undefined && webAddress(DESK_HEARTBEAT_URL, mode) === null)
    faults.push(`DESK_HEARTBEAT_URL ${mustBe('https', mode)}`)
  return {
    mail: mailOf(env, server, faults),
    webhook: webhookOf(env, mode, faults),
    heartbeatUrl: DESK_HEARTBEAT_URL ?? null,
  }
}

function mailOf(env: Environment, server: MailServer | null, faults: string[]): MailPagerSettings | null {
  const { SMTP_URL, DESK_MAIL_FROM: from, DESK_PAGER_MAIL } = env
  const to = (DESK_PAGER_MAIL ?? '').split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
  if (from !== undefined && !isMailbox(from))
    faults.push('DESK_MAIL_FROM must be an address, such as desk@example.com or Partner Desk <desk@example.com>')
  if (!to.every(isAddress))
    faults.push('DESK_PAGER_MAIL must be addresses with commas between, such as oncall@example.com')
  if (DESK_PAGER_MAIL !== undefined && SMTP_URL === undefined)
    faults.push('SMTP_URL is missing: DESK_PAGER_MAIL says that calls go out by mail')
  if (SMTP_URL === undefined) return null
  // Where mail is there for tickets or letters to customers alone, they have a sender of their own.
  const others = mailedLanes(env).length > 0 || env.REMINDERS_FROM !== undefined
  if (from === undefined && (DESK_PAGER_MAIL !== undefined || !others))
    faults.push('DESK_MAIL_FROM is missing: SMTP_URL needs a sender')
  // Mail may be there for other things than calls.
  return server !== null && from !== undefined && to.length > 0 ? { server, from, to } : null
}

function webhookOf(env: Environment, mode: Mode, faults: string[]): WebhookPagerSettings | null {
  const { DESK_PAGER_URL, DESK_PAGER_SECRET, PUBLIC_URL } = env
  const url = DESK_PAGER_URL === undefined ? null : webAddress(DESK_PAGER_URL, mode)
  if (DESK_PAGER_URL !== undefined && url === null) faults.push(`DESK_PAGER_URL ${mustBe('https', mode)}`)
  const secrets = (DESK_PAGER_SECRET ?? '').split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
  if (!secrets.every((each) => webhookKey(each) !== null))
    faults.push('DESK_PAGER_SECRET must be 24 to 64 bytes in base64; make one with: openssl rand -base64 32')
  if (DESK_PAGER_URL !== undefined && secrets.length === 0)
    faults.push('DESK_PAGER_SECRET is missing: what is sent to DESK_PAGER_URL is signed with it')
  return url === null ? null : { url, secrets, desk: PUBLIC_URL ?? null }
}

/** What may be called; null where not. A name and password in it would be sent nowhere, so it is not taken. */
function webAddress(text: string, mode: Mode): string | null {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '') return null
  const here = isLoopback(url) && (url.protocol === 'http:' || url.protocol === 'https:')
  return here || (mode === 'live' && url.protocol === 'https:') ? url.href : null
}

const mustBe = (scheme: string, mode: Mode) =>
  mode === 'demo'
    ? 'must be an address of this machine in demo mode'
    : `must be an ${scheme} address without a password in it, or one of this machine`
