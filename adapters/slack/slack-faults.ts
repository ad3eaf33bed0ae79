import { webApi } from '@slack/bolt'
import { OutsideFault, unreadable, type FaultKind } from '../../domain/shared/outside-fault.ts'

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi

/** Slack's own words for "no", by what they mean to us (docs.slack.dev, errors of the methods we call). */
const kinds: Readonly<Record<string, FaultKind>> = {
  channel_not_found: 'refused',
  not_in_channel: 'refused',
  is_archived: 'refused',
  cannot_dm_bot: 'refused',
  user_disabled: 'refused',
  file_uploads_disabled: 'refused',
  file_uploads_except_images_disabled: 'refused',
  file_upload_size_restricted: 'refused',
  storage_limit_reached: 'refused',
  posting_to_channel_denied: 'refused',
  messages_tab_disabled: 'refused',
  message_not_found: 'not-found',
  cant_update_message: 'not-found',
  edit_window_closed: 'not-found',
  user_not_found: 'not-found',
  users_not_found: 'not-found',
  user_not_visible: 'not-found',
  view_not_found: 'not-found',
  not_found: 'not-found',
  file_not_found: 'not-found',
  expired_trigger_id: 'busy',
  exchanged_trigger_id: 'busy',
  hash_conflict: 'busy',
  not_authed: 'unauthorised',
  invalid_auth: 'unauthorised',
  account_inactive: 'unauthorised',
  token_revoked: 'unauthorised',
  token_expired: 'unauthorised',
  missing_scope: 'unauthorised',
  no_permission: 'unauthorised',
  not_allowed_token_type: 'unauthorised',
  access_denied: 'unauthorised',
  user_removed_from_team: 'unauthorised',
  team_disabled: 'unauthorised',
  org_login_required: 'unauthorised',
  team_access_not_granted: 'unauthorised',
  ratelimited: 'throttled',
  rate_limited: 'throttled',
  message_limit_exceeded: 'throttled',
  fatal_error: 'unreachable',
  internal_error: 'unreachable',
  service_unavailable: 'unreachable',
  request_timeout: 'unreachable',
  team_added_to_org: 'unreachable',
}

/** The blocks were not taken: a simpler rendering may be. */
export class RefusedBlocks extends Error {}

/** What went wrong, as a fault; what can only be our own mistake (a bad argument, a slip in the code) stays an error. */
export function asSlackFault(cause: unknown): Error {
  if (cause instanceof OutsideFault) return cause
  if (cause instanceof WebAPIRateLimitedError)
    return fault('throttled', { status: 429, retryAfterMs: cause.retryAfter * 1_000, cause })
  if (cause instanceof WebAPIPlatformError) return spoken(cause.data.error, cause)
  if (cause instanceof WebAPIHTTPError)
    return fault(cause.statusCode === 429 ? 'throttled' : 'unreachable', { status: cause.statusCode, cause })
  // Our own `fetch` says what it met in a fault.
  if (cause instanceof WebAPIRequestError)
    return cause.original instanceof OutsideFault ? cause.original : fault('unreachable', { cause })
  if (isSocketError(cause)) return fault('unreachable', { code: 'socket', cause })
  return cause instanceof Error ? cause : new Error('Slack could not be spoken to', { cause })
}

/** The connection of Socket Mode is not there, or broke just now (codes as @slack/socket-mode has them). */
function isSocketError(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('slack_socket_mode_')
}

/** Slack's codes are such words; its client takes whatever is no JSON for one: a proxy in between says 200 and HTML. */
const itsWord = /^[a-z\d_]{1,100}$/

/** The blocks, or what they come to together, are more than Slack takes. */
const aboutBlocks = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])

function spoken(code: unknown, cause: Error): Error {
  if (typeof code !== 'string' || !itsWord.test(code)) return fault('unreachable', { code: unreadable })
  if (aboutBlocks.has(code)) return new RefusedBlocks('Slack did not take the blocks', { cause })
  const kind = kinds[code] ?? (code.startsWith('restricted_action') ? 'refused' : undefined)
  return kind ? fault(kind, { code, cause }) : new Error(`Slack did not take the call: ${code}`, { cause })
}

function fault(kind: FaultKind, facts: Omit<ConstructorParameters<typeof OutsideFault>[0], 'kind' | 'service'>) {
  return new OutsideFault({ service: 'slack', kind, ...facts })
}
