/**
 * Everything the audit can say of a case: `subject.past-participle`. Closed, so that nothing new happens to a case
 * before somebody has decided how the people in its threads hear of it.
 */
export type CaseDeed =
  | SuspensionDeed
  | ResumptionDeed
  | EndingDeed
  | BudgetDeed
  | CreditDeed
  | SightingDeed
  | CountdownDeed
  | AlertDeed
  | TicketDeed
  | RoleDeed
  | PolicyDeed
  | LaneDeed
  | BrakeDeed
  | TroubleDeed
  | `ledger-import.${ImportDeed}`

export type SuspensionDeed =
  | 'suspension.requested'
  | 'suspension.approved'
  | 'suspension.rejected'
  | 'suspension.questioned'
  | 'suspension.answered'
  /** What it covers was changed. */
  | 'suspension.changed'
  | 'suspension.withdrawn'
  | 'suspension.called-off'
  | 'suspension.expired'
  | 'suspension.escalated'
  | 'suspension.glass-broken'
  | 'suspension.glass-confirmed'
  | 'suspension.glass-reversed'
  | 'suspension.voided'
  /** The import by which its ground was gone was taken back. */
  | 'suspension.ground-back'
  | 'suspension.sent'
  | 'suspension.accepted'
  /** One act has ended, whichever way. */
  | 'suspension.acted'
  | `suspension.${HandDeed}`

export type ResumptionDeed =
  | 'resumption.asked'
  | 'resumption.approved'
  | 'resumption.rejected'
  | 'resumption.expired'
  | 'resumption.voided'
  | 'resumption.sent'
  | 'resumption.acted'
  /** What a suspension took of one subscription is back, or told as to be done. */
  | 'resumption.restored'
  /** Somebody saw to what the desk could not put back. */
  | 'resumption.ticked'
  | `resumption.${HandDeed}`

/** One act: what somebody said of it, and that the operator was seen to show it. */
type HandDeed = 'done-by-hand' | 'not-done-by-hand' | 'confirmed'

export type EndingDeed =
  | 'ending.asked'
  | 'ending.approved'
  | 'ending.rejected'
  | 'ending.withdrawn'
  | 'ending.expired'
  | 'ending.sent'
  | 'ending.acted'

export type BudgetDeed =
  | 'budget.asked'
  | 'budget.approved'
  | 'budget.rejected'
  | 'budget.withdrawn'
  | 'budget.expired'
  | 'budget.sent'
  | 'budget.acted'

export type CreditDeed = 'credit.asked' | 'credit.approved' | 'credit.rejected' | 'credit.withdrawn' | 'credit.expired'

export type TicketDeed =
  | 'ticket.opened'
  /** Written anew before it left. */
  | 'ticket.revised'
  | 'ticket.filed'
  | 'ticket.mailed'
  | 'ticket.mail-refused'
  | 'ticket.dropped'
  /** The operator's copy was found by our number. */
  | 'ticket.found'
  | 'ticket.found-several'
  /** One that was closed as not filed is at the operator all the same. */
  | 'ticket.found-after-all'
  /** Somebody files by hand what waited for a mailbox while its lane was stopped. */
  | 'ticket.taken-over'
  /** The copy was looked at, and what is new of it needs no word of its own. */
  | 'ticket.read'
  /** The operator wrote. */
  | 'ticket.heard'
  | 'ticket.severity-seen'
  | 'ticket.attention-needed'
  | 'ticket.closed-there'
  | 'ticket.reopened-there'
  | 'ticket.change-asked'
  | 'ticket.change-done'
  | 'ticket.change-refused'
  /** Whoever opened it was asked what became of it. */
  | 'ticket.asked-about'
  | 'ticket.answered'
  /** Over with us, at somebody's word. */
  | 'ticket.closed'
  | 'ticket.reopened'

export type PolicyDeed = 'policy.asked' | 'policy.activated' | 'policy.rejected' | 'policy.withdrawn' | 'policy.expired'

export type RoleDeed = 'role.asked' | 'role.confirmed' | 'role.rejected' | 'role.expired'

export type LaneDeed =
  | 'lane-switch.offered'
  | 'lane-switch.asked'
  | 'lane-switch.confirmed'
  | 'lane-switch.rejected'
  | 'lane-switch.expired'
  | 'lane-switch.stopped'
  /** Some lanes of a stop go on, or all of them. */
  | 'lane-switch.lifted'

export type BrakeDeed =
  'daily-brake.engaged' | 'daily-brake.approved' | 'daily-brake.called-off' | 'daily-brake.expired'

export type TroubleDeed = 'lane-trouble.opened' | 'lane-trouble.tried' | 'lane-trouble.ended'

/** What happened to an import; its audit entry is `ledger-import.<deed>`. */
export type ImportDeed =
  | 'proposed'
  | 'activated'
  | 'confirmed'
  | 'rejected'
  | 'undone'
  | 'undo-asked'
  | 'undo-rejected'
  | 'replanned'
  | 'expired'
  /** Its books were read again on a later day, and say the same. */
  | 'read-again'

export type SightingDeed =
  | 'sighting.opened'
  /** A notice was handed in. */
  | 'sighting.noticed'
  /** Another look found more, or something that is as it should be again. */
  | 'sighting.seen-again'
  | 'sighting.recorded'
  | 'sighting.agreed'

export type CountdownDeed =
  | 'countdown.opened'
  /** A day went by, or a subscription joined or left. */
  | 'countdown.counted'
  /** Nobody has signed: administrators are told. */
  | 'countdown.escalated'
  | 'countdown.wanted-back'
  | 'countdown.let-go'
  /** A last day is over, unsigned. */
  | 'countdown.passed'
  | 'countdown.ended'

export type AlertDeed =
  | 'fraud-alert.opened'
  /** A person raised it. */
  | 'fraud-alert.reported'
  /** Seen again. */
  | 'fraud-alert.repeated'
  /** Graver, or twice the spend or the resources. */
  | 'fraud-alert.grown'
  /** What its subscription costs was read. */
  | 'fraud-alert.spend-read'
  /** Told in a digest instead of by a card. */
  | 'fraud-alert.digested'
  | 'fraud-alert.claimed'
  | 'fraud-alert.handed-over'
  /** Nothing was done within a quarter of an hour. */
  | 'fraud-alert.claim-lapsed'
  | 'fraud-alert.snoozed'
  | 'fraud-alert.woke'
  | 'fraud-alert.escalated'
  /** No chat took its card in time. */
  | 'fraud-alert.undelivered'
  /** A suspension on suspicion was decided. */
  | 'fraud-alert.acted-on'
  /** It ended without anything having been done. */
  | 'fraud-alert.act-failed'
  | 'fraud-alert.decided'
  | 'fraud-alert.verdict-partly-told'
  | 'fraud-alert.verdict-told'
  | 'fraud-alert.verdict-refused'
  | 'fraud-alert.told-again'
  | 'fraud-alert.resolved-elsewhere'
  /** Somebody tried the channels: it never was a real one. */
  | 'fraud-alert.routes-tested'
