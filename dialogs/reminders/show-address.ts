import type { AddressRefusal } from '../../domain/reminders/read-address.ts'
import { ledgerAddresses, type Recipient } from '../../domain/reminders/correspondence.ts'
import type { CorrespondenceRefusal } from '../../domain/reminders/correspondence-desk.ts'
import type { Customer } from '../../domain/customers/customer.ts'
import { mayApprove, mayAsk } from '../../domain/staff/powers.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { confirmButton, spelledOut } from './address-card.ts'

/** Where mail to a customer goes; with an address, notes it and says it back letter by letter. */
export async function showAddress(
  { who, said: typed }: Extract<Intent, { verb: 'address' }>,
  talk: Talk,
): Promise<Reply> {
  const { words, desk, by } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) =>
    phrase(words.grammar, 'address', typed === null ? { customer: id } : { customer: id, email: typed }),
  )
  if (meant.kind === 'ask') return meant.reply
  const { customer } = meant
  if (typed !== null) {
    const outcome = await desk.reminders.enterAddress(customer.id, typed, by)
    if (!outcome.ok) return warning(addressRefusalLine(outcome.refusal, typed, talk))
  }
  return addressReply(customer, talk)
}

/** The address as it stands, and what is missing before the first mail. */
export async function addressReply(customer: Customer, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const recipient = await desk.reminders.recipient(customer.id)
  return {
    title: words.say('address.title', { name: customer.name }),
    parts: recipient ? recipientParts(recipient, talk) : [noRecipient(customer, talk)],
    buttons: recipient
      ? [...confirming(customer, recipient, talk), ...(recipient.confirmed ? [writeButton(customer, talk)] : [])]
      : [],
    again: phrase(words.grammar, 'address', { customer: customer.id }),
  }
}

function writeButton({ id }: Customer, { words }: Talk): Button {
  return { label: words.say('button.remind'), says: phrase(words.grammar, 'remind', { customer: id }) }
}

/** What is known of an address, and who may confirm it. */
export function recipientParts(
  { address, from, enteredBy, importedBy, confirmed }: Recipient,
  talk: Talk,
): readonly Part[] {
  const { words, nameOf, by } = talk
  const source =
    from === 'ledger' || enteredBy === null
      ? words.say('address.of-ledger')
      : words.say('address.entered', { by: nameOf(enteredBy) })
  const state = confirmed
    ? words.say('address.confirmed')
    : from === 'ledger'
      ? words.say(importedBy === by.id ? 'address.unconfirmed-imported' : 'address.unconfirmed-ledger')
      : words.say(enteredBy === by.id ? 'address.unconfirmed-own' : 'address.unconfirmed')
  return [spelledOut(address, words), line(words.sentences([source, state]), confirmed ? {} : { tone: 'warning' })]
}

export function confirming({ id }: Customer, recipient: Recipient, { by, words }: Talk): readonly Button[] {
  const { address, from, enteredBy, importedBy, confirmed } = recipient
  const isOwn = enteredBy === by.id || importedBy === by.id
  const may = from === 'person' ? mayApprove(by.roles, 'set address') : mayAsk(by.roles, 'set address')
  return confirmed || isOwn || !may ? [] : [confirmButton(id, address, words)]
}

/** Why there is none, and what to say. */
export function noRecipient({ name: customer, accounts }: Customer, { words }: Talk): Part {
  const several = ledgerAddresses(accounts)
  return several.length > 1
    ? line(words.say('address.several', { addresses: words.list(several), customer }), { tone: 'warning' })
    : line(words.say('address.none', { customer }), { tone: 'warning' })
}

/** Why an address was not noted, or not confirmed. */
export function addressRefusalLine(
  refusal: CorrespondenceRefusal | AddressRefusal | { readonly code: 'own-request' },
  typed: string,
  { words, by }: Talk,
): string {
  switch (refusal.code) {
    case 'not-allowed':
      return words.say('refusal.may-not', { name: by.name })
    case 'unknown-customer':
      return words.say('refusal.unknown-customer')
    case 'own-request':
      return words.say('address.own')
    case 'not-found':
    case 'changed-since':
      return words.say('address.changed')
    case 'no-address':
    case 'several-addresses':
    case 'mailbox-not-ascii':
    case 'address-malformed':
      return words.say(`address.${refusal.code}`, { said: quoted(typed) })
  }
}

function warning(text: string): Reply {
  return said(text, { tone: 'warning' })
}
