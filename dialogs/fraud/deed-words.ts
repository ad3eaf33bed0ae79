import { deedMessage } from '../case-history.ts'
import type { MessageKey } from '../words/message-key.ts'
import type { Words } from '../words/words.ts'

/** Deeds that threads leave out, or tell by how the case stands now; a timeline tells each as it happened. */
const own: Readonly<Record<string, MessageKey>> = {
  'fraud-alert.opened': 'dossier.deed.alert-opened',
  'fraud-alert.reported': 'dossier.deed.alert-reported',
  'fraud-alert.repeated': 'dossier.deed.alert-repeated',
  'fraud-alert.digested': 'dossier.deed.alert-digested',
  'fraud-alert.spend-read': 'dossier.deed.spend-read',
  'fraud-alert.decided': 'dossier.deed.alert-decided',
  'fraud-alert.verdict-partly-told': 'history.alert-verdict-told',
  'fraud-alert.resolved-elsewhere': 'dossier.deed.alert-elsewhere',
  'suspension.requested': 'dossier.deed.suspension-asked',
  'suspension.sent': 'dossier.deed.sent',
  'suspension.accepted': 'dossier.deed.accepted',
  'suspension.acted': 'dossier.deed.acted',
  'resumption.asked': 'dossier.deed.resumption-asked',
  'resumption.sent': 'dossier.deed.sent',
  'resumption.acted': 'dossier.deed.acted',
  'ticket.opened': 'dossier.deed.ticket-opened',
  'ticket.heard': 'dossier.deed.ticket-heard',
  'ticket.severity-seen': 'dossier.deed.ticket-severity',
  'ticket.change-asked': 'dossier.deed.ticket-asked',
  'ticket.change-done': 'dossier.deed.ticket-done',
  'ticket.change-refused': 'dossier.deed.ticket-refused',
  'ticket.answered': 'dossier.deed.ticket-answered',
  'ticket.found-several': 'dossier.deed.ticket-question',
  'ticket.asked-about': 'dossier.deed.ticket-question',
  'dossier.handed-in': 'dossier.deed.handed-in',
}

/** What the audit says happened, in words; a deed that nobody has put into words is told by its name in the audit. */
export function deedWords(what: string, name: string, words: Words): string {
  const key = Object.hasOwn(own, what) ? own[what] : deedMessage(what)
  return key === undefined || key === null ? what : words.say(key, { name })
}
