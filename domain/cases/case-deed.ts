/**
 * Everything the audit can say of a case: `subject.past-participle`. Closed, so that nothing new happens to a case
 * before somebody has decided how the people in its threads hear of it.
 */
export type CaseDeed =
  | SuspensionDeed
  | ResumptionDeed
  | EndingDeed
  | SightingDeed
  | CountdownDeed
  | TicketDeed
  | RoleDeed
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

export type TicketDeed = 'ticket.opened' | 'ticket.filed' | 'ticket.dropped'

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
