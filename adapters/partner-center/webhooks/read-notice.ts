import { instantOf, type Instant } from '../../../domain/shared/time.ts'
import type { WebhookNotice } from '../../../domain/webhooks/webhook-event.ts'

const longestName = 100
const longestAddress = 2000

/**
 * An event off the wire (facts/partner-center 10.2): names in any casing, and everything but its own name may be absent
 * or be something else than it should. Null where it is no event.
 */
export function readNotice(body: Uint8Array): WebhookNotice | null {
  const fields = fieldsOf(body)
  if (fields === null) return null
  const text = (name: string, longest: number) => {
    const value = fields.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, longest) : null
  }
  const name = text('eventname', longestName)
  if (name === null) return null
  return {
    name,
    resource: text('resourceuri', longestAddress),
    // One table of the documentation has another name for it.
    audit: text('audituri', longestAddress) ?? text('auditurl', longestAddress),
    changedAt: instantIn(text('resourcechangeutcdate', 60)),
  }
}

function fieldsOf(body: Uint8Array): ReadonlyMap<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    return new Map(Object.entries(parsed).map(([key, value]: [string, unknown]) => [key.toLowerCase(), value]))
  } catch {
    return null
  }
}

/** In UTC where no zone is given, as its name says. The operator's words for never (4.2) are no date. */
function instantIn(text: string | null): Instant | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text) || /^(0001|9999)-/.test(text)) return null
  const ms = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(ms) ? null : instantOf(ms)
}
