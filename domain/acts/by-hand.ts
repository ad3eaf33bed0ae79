import type { CaseKind, Cases } from '../cases/case.ts'
import { refused, granted, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayApprove, mayAsk, type Verb } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { waitsByHand } from './hand-over.ts'
import type { ActResult, SubscriptionAct } from './subscription-act.ts'

/** What somebody says of acts they were asked to do by hand. */
export interface HandReport {
  /** The acts meant, by their intents; null: all that wait. */
  readonly acts: readonly string[] | null
  /** Why it could not be done; null: it was done. */
  readonly because: string | null
}

/** Why it is not written down. */
export type HandRefusal =
  | { readonly code: 'may-not-report'; readonly verb: Verb }
  | { readonly code: 'not-by-hand' }
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'words-needed' }

/** The acts somebody may report on, of those they name: two people have agreed already, so each of them may. */
export function reportedOn(
  of: Cases[CaseKind],
  report: HandReport,
  { by, verb }: { readonly by: Staff; readonly verb: Verb },
): Outcome<readonly SubscriptionAct[], HandRefusal> {
  const waiting = waitsByHand(of)
  if (!mayAsk(by.roles, verb) && !mayApprove(by.roles, verb)) return refused({ code: 'may-not-report', verb })
  if (waiting.length === 0) return refused({ code: 'not-by-hand' })
  const meant = waiting.filter(({ intent }) => report.acts === null || report.acts.includes(intent))
  if (meant.length === 0) return refused({ code: report.acts?.length === 0 ? 'nothing-chosen' : 'not-by-hand' })
  if (report.because?.trim() === '') return refused({ code: 'words-needed' })
  return granted(meant)
}

/**
 * How an act ends by what a person says. What they did counts as done until the operator is seen to show it; where a
 * call of the desk's own had left, nobody knows that it was not carried out, whatever a person could not do.
 */
export function resultByHand({ result }: SubscriptionAct, { because }: HandReport, by: Staff, now: Instant): ActResult {
  const byHand = { by: by.id, at: now }
  if (because === null) return { state: 'done', at: now, confirmed: false, byHand }
  const trouble = {
    kind: result.state === 'waiting' ? 'refused' : 'unreachable',
    code: 'by-hand',
    description: because.trim(),
    correlationId: null,
  } as const
  return { state: 'failed', at: now, trouble, byHand }
}
