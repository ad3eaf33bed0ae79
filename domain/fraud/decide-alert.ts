import type { FeedName } from './signal.ts'
import type { FraudFeed, ResolvedReason } from '../ports/fraud-feed.ts'
import type { StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { DecidedAlert, FraudAlert, OpenAlert, Verdict } from './fraud-alert.ts'
import { atRisk, withOwnCard } from './take-signal.ts'

export type AlertRefusal =
  | { readonly code: 'already-decided'; readonly alert: FraudAlert }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'words-needed' }
  | { readonly code: 'held-by-other'; readonly by: StaffId }
  | { readonly code: 'cannot-hold'; readonly to: StaffId }
  /** An end that is over already, or further away than thirty days. */
  | { readonly code: 'end-needed' }
  | { readonly code: 'not-snoozed' }
  /** A source does not know the word; it can be told `ignore` instead, if the person agrees. */
  | { readonly code: 'word-unknown-there'; readonly feed: FeedName }
  | { readonly code: 'nothing-refused' }

const dayMs = 86_400_000
/** Nobody remembers for longer why something was put aside. */
const longestSnoozeMs = 30 * dayMs

type Deciding = Outcome<OpenAlert, AlertRefusal>

/** Somebody looks after it: whoever pressed, taken over from nobody. */
export function claimAlert(alert: FraudAlert, { by, now }: { readonly by: Staff; readonly now: Instant }): Deciding {
  const open = openFor(alert, by)
  if (!open.ok) return open
  if (open.value.holder && open.value.holder.by !== by.id)
    return refused({ code: 'held-by-other', by: open.value.holder.by })
  return granted({ ...open.value, holder: { by: by.id, at: now } })
}

/** Whoever holds it, or any fraud lead, gives it to somebody who may look after it. */
export function handOverAlert(
  alert: FraudAlert,
  { to, by, now }: { readonly to: Staff; readonly by: Staff; readonly now: Instant },
): Deciding {
  const open = openFor(alert, by)
  if (!open.ok) return open
  const { holder } = open.value
  if (holder && holder.by !== by.id && !mayAsk(by.roles, 'decide alert'))
    return refused({ code: 'held-by-other', by: holder.by })
  if (!mayAsk(to.roles, 'handle alert')) return refused({ code: 'cannot-hold', to: to.id })
  return granted({ ...open.value, holder: { by: to.id, at: now } })
}

/** Put aside with a reason and an end; it wakes early when what is at risk grows. */
export function snoozeAlert(
  alert: FraudAlert,
  facts: { readonly until: Instant; readonly because: string; readonly by: Staff; readonly now: Instant },
): Deciding {
  const { until, because, by, now } = facts
  const open = openFor(alert, by)
  if (!open.ok) return open
  if (until <= now || until > later(now, longestSnoozeMs)) return refused({ code: 'end-needed' })
  if (because.trim() === '') return refused({ code: 'words-needed' })
  const snooze = { by: by.id, at: now, until, because: because.trim(), atRisk: atRisk(open.value) }
  return granted({ ...open.value, snooze })
}

/** Awake again, and its escalation counts from now. */
export function wakeAlert(alert: OpenAlert, now: Instant): OpenAlert {
  return { ...withOwnCard(alert, now), snooze: null, waitsSince: now, escalated: null, holder: null }
}

/** Somebody takes it back out before its time. */
export function wakeByHand(alert: FraudAlert, { by, now }: { readonly by: Staff; readonly now: Instant }): Deciding {
  const open = openFor(alert, by)
  if (!open.ok) return open
  return open.value.snooze ? granted(wakeAlert(open.value, now)) : refused({ code: 'not-snoozed' })
}

/** How it ended, and why. Where its source lacks the word, only with the person's consent to another. */
export function decideAlert(
  alert: FraudAlert,
  facts: {
    readonly verdict: Verdict
    readonly because: string
    readonly asIgnore: boolean
    readonly feeds: readonly Pick<FraudFeed, 'name' | 'takes'>[]
    readonly by: Staff
    readonly now: Instant
    readonly intent: string
  },
): Outcome<DecidedAlert, AlertRefusal> {
  const { verdict, because, asIgnore, feeds, by, now, intent } = facts
  if (alert.status !== 'pending') return refused({ code: 'already-decided', alert })
  if (!mayAsk(by.roles, 'decide alert')) return refused({ code: 'not-allowed' })
  if (because.trim() === '') return refused({ code: 'words-needed' })
  const { wordless } = toTell(alert, verdict, feeds)
  if (wordless !== null && !asIgnore) return refused({ code: 'word-unknown-there', feed: wordless })
  const hasSource = alert.items.some(({ source }) => source !== 'desk' && source !== 'person')
  return granted({
    ...alert,
    status: 'decided',
    verdict,
    because: because.trim(),
    decidedBy: by.id,
    asIgnore,
    intent,
    snooze: null,
    reported: hasSource ? { state: 'telling' } : { state: 'nobody-to-tell' },
    endedAt: now,
  })
}

/** The word for a verdict that the sources know; misuse is their fraud. */
export function reasonFor(verdict: Verdict): ResolvedReason {
  return verdict === 'misuse' ? 'fraud' : verdict
}

/**
 * Which feeds are told, and which of them lacks the word. Where one that knows the word has the incident too, the other
 * is not told another (facts/partner-center 15: use Graph).
 */
export function toTell(
  { items }: Pick<FraudAlert, 'items'>,
  verdict: Verdict,
  feeds: readonly Pick<FraudFeed, 'name' | 'takes'>[],
): { readonly feeds: readonly FeedName[]; readonly wordless: FeedName | null } {
  const reason = reasonFor(verdict)
  const concerned = feeds.filter(({ name }) => items.some(({ source }) => source === name))
  const knowing = concerned.filter(({ takes }) => takes.has(reason))
  if (knowing.length > 0) return { feeds: knowing.map(({ name }) => name), wordless: null }
  return { feeds: concerned.map(({ name }) => name), wordless: concerned[0]?.name ?? null }
}

function openFor(alert: FraudAlert, by: Staff): Deciding {
  if (alert.status !== 'pending') return refused({ code: 'already-decided', alert })
  return mayAsk(by.roles, 'handle alert') ? granted(alert) : refused({ code: 'not-allowed' })
}
