import type { Difference } from '../../../domain/watch/watch-memory.ts'
import type { TicketAttachment, TicketTopic } from '../../../domain/service-requests/service-request.ts'
import type { Severity } from '../../../domain/service-requests/severity.ts'

/** What was asked of a subscription and did not work. */
export type FailedAct = 'suspended' | 'active' | 'ended'

/**
 * A language in which an operator is written to. It is the operator's, not the staff's: it has nothing to do with the
 * languages the desk speaks, and none of theirs may end up in it.
 */
export interface OperatorWords {
  readonly tag: 'en' | 'zh-hans'
  readonly problem: string
  readonly impact: string
  readonly tried: string
  readonly topic: string
  readonly severity: string
  readonly customer: string
  readonly tenant: string
  readonly subscriptions: string
  readonly correlationIds: string
  readonly attachments: string
  readonly contact: string
  /** Above the dated lines; `zone` is how the second of their times is called, null where there is one only. */
  record(zone: string | null): string
  /** So many lines or names are left out here. */
  more(count: number): string
  /** Our number, and what it is good for. */
  reference(id: string): string
  /** Instead of words that nobody wrote in this language: they stand in the other part. */
  readonly inOtherPart: string
  /** Before words in a language that the operator may not read. */
  readonly asWritten: string
  readonly topics: Readonly<Record<TicketTopic, string>>
  readonly severities: Readonly<Record<Severity, string>>
  readonly files: Readonly<Record<TicketAttachment, string>>
  /** What happened, by its name in the audit; what is not here is a matter of the partner's own. */
  readonly deeds: Readonly<Record<string, string>>
  /** Between a label and what it labels. */
  readonly colon: string
  readonly stop: string
  readonly zoneOfChina: string
  /** What a case says of itself, for whoever has not yet written anything. */
  readonly opening: {
    readonly failed: Readonly<Record<FailedAct, string>>
    failedAct(act: {
      readonly name: string
      readonly id: string
      readonly what: FailedAct
      readonly at: string
    }): string
    /** In the operator's own words; null where it gave none. */
    answered(code: string | null, said: string | null): string
    readonly seenOtherwise: string
    readonly seen: Readonly<Record<Difference, (name: string, id: string, at: string) => string>>
    suspicious(type: string): string
    suspiciousUse(facts: { readonly type: string; readonly since: string; readonly times: number }): string
    readonly source: string
    readonly resources: string
  }
  readonly change: {
    note(id: string): string
    severity(id: string, severity: string): string
    close(id: string): string
  }
}
