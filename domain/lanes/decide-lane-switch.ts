import type { Lane } from '../customers/lane.ts'
import type { CaseId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayApprove, mayAsk, type Verb } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { LaneRecord } from './lane-state.ts'
import { switchEnd, type LaneSwitch, type PendingSwitch } from './lane-switch.ts'

export type SwitchAskRefusal =
  | { readonly code: 'not-allowed'; readonly verb: Verb }
  | { readonly code: 'not-configured'; readonly lane: Lane }
  | { readonly code: 'acts-already'; readonly lane: Lane }
  | { readonly code: 'watches-already'; readonly lane: Lane }
  | { readonly code: 'not-stopped'; readonly lane: Lane | null }
  | { readonly code: 'asked-before'; readonly case: CaseId }

export type SwitchRefusal =
  | { readonly code: 'already-decided'; readonly asked: LaneSwitch }
  | { readonly code: 'not-allowed'; readonly verb: Verb }
  | { readonly code: 'expired' }
  | { readonly code: 'own-request' }
  /** Stopped again, or sent back to watch-only, since it was asked: somebody has seen something new. */
  | { readonly code: 'overtaken' }

/** The power it takes to ask for a change, and to confirm it. */
export function verbOf({ change }: Pick<LaneSwitch, 'change'>): Verb {
  return change === 'act' ? 'act in lane' : 'restart lane'
}

/** The first person's half. */
export function askSwitch(
  change: PendingSwitch['change'],
  lanes: readonly Lane[],
  facts: { readonly id: CaseId; readonly by: Staff; readonly now: Instant },
): Outcome<PendingSwitch, { readonly code: 'not-allowed'; readonly verb: Verb }> {
  const { id, by, now } = facts
  const verb = verbOf({ change })
  if (!mayAsk(by.roles, verb)) return refused({ code: 'not-allowed', verb })
  return granted({ id, lanes, change, status: 'pending', askedBy: by.id, askedAt: now })
}

/** A different person's yes. What happened to a lane since it was asked goes before it. */
export function confirmSwitch(
  asked: LaneSwitch,
  facts: { readonly by: Staff; readonly records: readonly LaneRecord[]; readonly now: Instant },
): Outcome<LaneSwitch, SwitchRefusal> {
  const { by, records, now } = facts
  const verb = verbOf(asked)
  if (asked.status !== 'pending') return refused({ code: 'already-decided', asked })
  if (now >= switchEnd(asked)) return refused({ code: 'expired' })
  if (!mayApprove(by.roles, verb)) return refused({ code: 'not-allowed', verb })
  if (asked.askedBy === by.id) return refused({ code: 'own-request' })
  const since = ({ mode, stopped }: LaneRecord) => (asked.change === 'act' ? mode.since : (stopped?.at ?? ''))
  if (records.some((record) => since(record) > asked.askedAt)) return refused({ code: 'overtaken' })
  return granted({ ...asked, status: 'confirmed', confirmedBy: by.id, confirmedAt: now })
}

/** A no leaves everything as it is: the asker too may say it. */
export function rejectSwitch(
  asked: LaneSwitch,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<LaneSwitch, SwitchRefusal> {
  const verb = verbOf(asked)
  if (asked.status !== 'pending') return refused({ code: 'already-decided', asked })
  if (!mayApprove(by.roles, verb)) return refused({ code: 'not-allowed', verb })
  return granted({ ...asked, status: 'rejected', rejectedBy: by.id, rejectedAt: now })
}

/** Nobody decided in time; null when there is nothing to expire yet, or any more. */
export function expireSwitch(asked: LaneSwitch, now: Instant): LaneSwitch | null {
  if (asked.status !== 'pending' || now < switchEnd(asked)) return null
  return { ...asked, status: 'expired', endedAt: now }
}

/** A lane's record once a confirmed change holds. */
export function switched(
  record: LaneRecord,
  { change, askedBy }: PendingSwitch,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): LaneRecord {
  if (change === 'restart') return { ...record, stopped: null }
  return { ...record, mode: { acts: true, since: now, by: [askedBy, by.id] } }
}
