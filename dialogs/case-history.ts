import type { AuditEntry } from '../domain/audit/audit-entry.ts'
import type { CaseDeed } from '../domain/cases/case-deed.ts'
import type { AnyCase } from '../domain/cases/case.ts'
import type { Address } from '../domain/cases/placed-card.ts'
import type { StaffId } from '../domain/shared/ids.ts'
import { caseLine } from './case-card.ts'
import { mentioning } from './mentioning.ts'
import type { CardTalk } from './talk.ts'
import { ticketFacts } from './tickets/ticket-history.ts'
import { said, type Reply } from './vocabulary/reply.ts'
import type { MessageKey } from './words/message-key.ts'

/**
 * How each deed is told in a thread: by its own words; by how the case stands now; by that, but only where the deed
 * ended the case; or not at all, since the card shows who asked, and one try of many is of no interest.
 */
const lines: Readonly<Record<CaseDeed, (MessageKey & `history.${string}`) | 'outcome' | 'outcome-at-end' | null>> = {
  'suspension.requested': null,
  'suspension.approved': 'history.approved',
  'suspension.rejected': 'history.rejected',
  'suspension.questioned': 'history.questioned',
  'suspension.answered': 'history.answered',
  'suspension.changed': 'history.changed',
  'suspension.withdrawn': 'history.withdrawn',
  'suspension.called-off': 'history.called-off',
  'suspension.expired': 'history.expired',
  'suspension.escalated': 'history.escalated',
  'suspension.glass-broken': 'history.glass-broken',
  'suspension.glass-confirmed': 'history.glass-confirmed',
  'suspension.glass-reversed': 'history.glass-reversed',
  'suspension.voided': 'outcome',
  'suspension.ground-back': 'outcome',
  'suspension.sent': null,
  'suspension.accepted': null,
  'suspension.acted': 'outcome-at-end',
  'suspension.done-by-hand': 'outcome-at-end',
  'suspension.not-done-by-hand': 'outcome-at-end',
  'suspension.confirmed': 'outcome',
  'resumption.asked': null,
  'resumption.approved': 'history.approved',
  'resumption.rejected': 'history.rejected',
  'resumption.expired': 'history.expired',
  'resumption.voided': 'outcome',
  'resumption.sent': null,
  'resumption.acted': 'outcome-at-end',
  'ending.asked': null,
  'ending.approved': 'history.approved',
  'ending.rejected': 'history.rejected',
  'ending.withdrawn': 'history.withdrawn',
  'ending.expired': 'history.expired',
  'ending.sent': null,
  'ending.acted': 'outcome-at-end',
  'budget.asked': null,
  'budget.approved': 'history.approved',
  'budget.rejected': 'history.rejected',
  'budget.withdrawn': 'history.withdrawn',
  'budget.expired': 'history.expired',
  'budget.sent': null,
  'budget.acted': 'outcome-at-end',
  'credit.asked': null,
  'credit.approved': 'history.approved',
  'credit.rejected': 'history.rejected',
  'credit.withdrawn': 'history.withdrawn',
  'credit.expired': 'history.expired',
  'resumption.restored': null,
  'resumption.ticked': 'history.ticked',
  'resumption.done-by-hand': 'outcome-at-end',
  'resumption.not-done-by-hand': 'outcome-at-end',
  'resumption.confirmed': 'outcome',
  'ticket.opened': null,
  'ticket.filed': 'history.filed',
  'ticket.dropped': 'history.dropped',
  'ticket.revised': 'history.ticket-revised',
  'ticket.mailed': 'outcome',
  'ticket.mail-refused': 'outcome',
  'ticket.found': 'outcome',
  'ticket.found-after-all': 'history.ticket-found-after-all',
  'ticket.taken-over': 'history.ticket-taken-over',
  'ticket.found-several': 'history.ticket-asked-about',
  // The card shows it.
  'ticket.read': null,
  'ticket.heard': 'history.ticket-heard',
  'ticket.severity-seen': 'history.ticket-severity-seen',
  'ticket.attention-needed': 'history.ticket-attention-needed',
  'ticket.closed-there': 'outcome',
  'ticket.reopened-there': 'history.ticket-reopened-there',
  'ticket.change-asked': 'history.ticket-change-asked',
  'ticket.change-done': 'history.ticket-change-done',
  'ticket.change-refused': 'history.ticket-change-refused',
  'ticket.asked-about': 'history.ticket-asked-about',
  'ticket.answered': 'history.ticket-answered',
  'ticket.closed': 'history.ticket-closed',
  'ticket.reopened': 'history.ticket-reopened',
  'role.asked': null,
  'role.confirmed': 'history.confirmed',
  'role.rejected': 'history.rejected',
  'role.expired': 'history.expired',
  'policy.asked': null,
  'policy.activated': 'history.policy-activated',
  'policy.rejected': 'history.rejected',
  'policy.withdrawn': 'history.withdrawn',
  'policy.expired': 'history.expired',
  'lane-switch.offered': null,
  'lane-switch.asked': null,
  'lane-switch.confirmed': 'history.confirmed',
  'lane-switch.rejected': 'history.rejected',
  'lane-switch.expired': 'history.expired',
  'lane-switch.stopped': null,
  'lane-switch.lifted': 'outcome',
  'daily-brake.engaged': 'history.halted',
  'daily-brake.approved': 'history.let-go',
  'daily-brake.called-off': 'history.rest-called-off',
  'daily-brake.expired': 'history.expired',
  'lane-trouble.opened': 'outcome',
  'lane-trouble.tried': null,
  'lane-trouble.ended': 'outcome',
  'ledger-import.proposed': null,
  'ledger-import.activated': null,
  'ledger-import.confirmed': 'history.confirmed',
  'ledger-import.rejected': 'history.rejected',
  'ledger-import.undone': 'history.undone',
  'ledger-import.undo-asked': 'history.undo-asked',
  'ledger-import.undo-rejected': 'history.undo-rejected',
  'ledger-import.replanned': 'history.replanned',
  'ledger-import.expired': 'history.expired',
  'ledger-import.read-again': null,
  'sighting.opened': null,
  'sighting.noticed': 'history.noticed',
  'sighting.seen-again': 'history.seen-again',
  'sighting.recorded': 'history.explained',
  'sighting.agreed': 'outcome',
  'countdown.opened': null,
  'countdown.counted': null,
  'countdown.escalated': 'history.nobody-signed',
  'countdown.wanted-back': 'history.wanted-back',
  'countdown.let-go': 'history.let-it-go',
  'countdown.passed': 'outcome',
  'countdown.ended': 'outcome',
  'fraud-alert.opened': null,
  'fraud-alert.reported': null,
  // A storm would fill every thread: the card counts.
  'fraud-alert.repeated': null,
  'fraud-alert.grown': 'history.alert-grown',
  'fraud-alert.spend-read': null,
  'fraud-alert.digested': null,
  'fraud-alert.claimed': 'history.alert-claimed',
  'fraud-alert.handed-over': 'history.alert-handed-over',
  'fraud-alert.claim-lapsed': 'history.alert-claim-lapsed',
  'fraud-alert.snoozed': 'history.alert-snoozed',
  'fraud-alert.woke': 'history.alert-woke',
  'fraud-alert.escalated': 'history.alert-escalated',
  'fraud-alert.undelivered': 'history.alert-undelivered',
  'fraud-alert.acted-on': 'history.alert-acted-on',
  'fraud-alert.act-failed': 'history.alert-act-failed',
  'fraud-alert.decided': 'outcome',
  // The card goes on saying that it is being told.
  'fraud-alert.verdict-partly-told': null,
  'fraud-alert.verdict-told': 'history.alert-verdict-told',
  'fraud-alert.verdict-refused': 'history.alert-verdict-refused',
  'fraud-alert.told-again': 'history.alert-told-again',
  'fraud-alert.resolved-elsewhere': 'outcome',
  'fraud-alert.routes-tested': null,
}

/**
 * One line on what happened to a case: when, who, what. Null where a thread leaves it out. `newest`: the audit knows
 * nothing later of the case.
 */
export function historyLine(
  entry: AuditEntry,
  found: AnyCase,
  { newest }: { readonly newest: boolean },
  talk: CardTalk,
): string | null {
  const { words, nameOf } = talk
  const { at, by, what, details } = entry
  const line = Object.hasOwn(lines, what) ? lines[what as CaseDeed] : null
  if (line === null) return null
  const told = (text: string) => words.say('history.line', { at: words.moment(at), what: text })
  if (line !== 'outcome' && line !== 'outcome-at-end')
    return told(words.say(line, { name: nameOf(by), ...holderIn(details, talk), ...ticketFacts(entry, words) }))
  if (line === 'outcome-at-end' && !(newest && endedAt(found) === at)) return null
  const outcome = caseLine(found, talk)
  return told(by === 'desk' ? outcome : words.say('history.outcome-by', { outcome, name: nameOf(by) }))
}

/** The words of a deed that has words of its own, filled in with the `name` of who did it; null where it has none. */
export function deedMessage(what: string): MessageKey | null {
  const line = Object.hasOwn(lines, what) ? lines[what as CaseDeed] : null
  return line === 'outcome' || line === 'outcome-at-end' ? null : line
}

/** Deeds after which whoever looks after the alert is to be rung, unless they did it themselves. */
const rings: ReadonlySet<string> = new Set<CaseDeed>(['fraud-alert.grown', 'fraud-alert.handed-over'])

/** The same as a message in a place, where the line rings the one who is to look. */
export function historySaid(
  entry: AuditEntry,
  found: AnyCase,
  seen: { readonly newest: boolean },
  talk: CardTalk,
  at: Address,
): Reply | null {
  const text = historyLine(entry, found, seen, talk)
  const holder = rings.has(entry.what) ? holderOf(entry.details) : null
  const staff = holder === entry.by ? undefined : talk.colleagues.find(({ id }) => id === holder)
  if (text === null || !staff) return text === null ? null : said(text)
  const called = (name: string) => ({ ...talk, nameOf: (id: StaffId) => (id === staff.id ? name : talk.nameOf(id)) })
  return mentioning((name) => historyLine(entry, found, seen, called(name)) ?? '', staff, at)
}

/** Who looked after an alert from then on, as the audit keeps it. */
function holderOf(details: AuditEntry['details']): StaffId | null {
  const holder = details?.['holder']
  const by = typeof holder === 'object' && holder !== null && 'by' in holder ? holder.by : null
  return typeof by === 'string' ? by : null
}

function holderIn(details: AuditEntry['details'], { words, nameOf }: CardTalk): { readonly holder: string } {
  const by = holderOf(details)
  return { holder: by === null ? words.say('history.nobody') : nameOf(by) }
}

function endedAt({ value }: AnyCase): string | null {
  return 'endedAt' in value ? value.endedAt : null
}
