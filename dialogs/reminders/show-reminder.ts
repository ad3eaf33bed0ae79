import type { Customer } from '../../domain/customers/customer.ts'
import type { LetterKind } from '../../domain/reminders/letter.ts'
import { letterCalledFor } from '../../domain/reminders/letter-for.ts'
import type { Draft } from '../../domain/reminders/reminder-desk.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { noAccount } from '../customer/no-account.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { stageLine } from '../customer/stage-line.ts'
import { ledgerAge } from '../phrases/money-lines.ts'
import { notNow } from '../phrases/not-now.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { reminderLine } from './reminder-outcome.ts'
import { reminderRefusalLine } from './reminder-refusals.ts'
import { confirming, noRecipient, recipientParts } from './show-address.ts'

/** How each letter is asked for, whatever the policy calls for. */
const verbs = { reminder: 'write-reminder', 'final-notice': 'write-final-notice' } as const

/** What a customer would be written today, ready to be copied, and the ways to send it. */
export async function showReminder({ who, kind }: Extract<Intent, { verb: 'remind' }>, talk: Talk): Promise<Reply> {
  const { words } = talk
  const verb = kind === null ? 'remind' : verbs[kind]
  const meant = await whoIsMeant(who, talk, ({ id }) => phrase(words.grammar, verb, { customer: id }))
  if (meant.kind === 'ask') return meant.reply
  // Invoices are shown to whoever asks, one to one.
  if (talk.shared) return said(words.say('remind.elsewhere'))
  return letterReply(meant.customer, kind, talk)
}

/** The letter's card; where there is nothing to write, why. */
export async function letterReply(customer: Customer, kind: LetterKind | null, talk: Talk): Promise<Reply> {
  const { desk, by } = talk
  const outcome = await desk.reminders.draft(customer.id, kind, by)
  const of = (await desk.book.today()).of(customer.id)
  if (!outcome.ok || !of) {
    const refusal = outcome.ok ? ({ code: 'unknown-customer' } as const) : outcome.refusal
    if (refusal.code === 'no-account') return noAccount(customer, [], talk)
    return said(reminderRefusalLine(refusal, talk), { tone: 'warning' })
  }
  return letterCard(outcome.value, of, talk)
}

function letterCard(draft: Draft, of: CustomerStanding, talk: Talk): Reply {
  const { words, desk } = talk
  const { letter, written, before } = draft
  const { customer, ledgerAsOf, standing } = of
  return {
    title: words.say(`remind.title.${letter.kind}`, { name: customer.name }),
    parts: [
      line(stageLine(of, words), { weight: 'strong' }),
      ...(letterCalledFor(of) === letter.kind ? [] : [line(words.say(`remind.although.${letter.kind}`))]),
      ...(before === null ? [] : [line(reminderLine(before, words))]),
      line(words.say('remind.subject'), { weight: 'strong' }),
      { kind: 'copyable', text: written.subject },
      line(words.say('remind.text', { language: nameOf(written.language, talk) }), { weight: 'strong' }),
      { kind: 'copyable', text: written.text.trimEnd() },
      ...(written.signed ? [] : [line(words.say('remind.unsigned'), { tone: 'warning' })]),
      ...sendingParts(draft, customer, talk),
      ...(ledgerAsOf === null
        ? []
        : [line(ledgerAge(ledgerAsOf, standing.day, desk.policy.calendar, words), { weight: 'quiet' })]),
    ],
    buttons: buttonsOf(draft, customer, talk),
    again: phrase(words.grammar, verbs[letter.kind], { customer: customer.id }),
  }
}

/** Where it would go; nothing where the desk sends no mail at all. */
function sendingParts({ mails, recipient }: Draft, customer: Customer, talk: Talk): readonly Part[] {
  if (!mails) return [line(talk.words.say('remind.no-mail'), { weight: 'quiet' })]
  return recipient ? recipientParts(recipient, talk) : [noRecipient(customer, talk)]
}

function buttonsOf({ letter, mark, mails, recipient }: Draft, customer: Customer, talk: Talk): readonly Button[] {
  const { words } = talk
  const pressed = { customer: customer.id, kind: letter.kind, mark }
  const other = letter.kind === 'reminder' ? 'final-notice' : 'reminder'
  return [
    ...(mails && recipient?.confirmed
      ? [{ label: words.say('button.send-mail'), tone: 'good', acts: { act: 'reminder.mail', ...pressed } } as const]
      : []),
    ...(mails && recipient ? confirming(customer, recipient, talk) : []),
    { label: words.say('button.sent-myself'), acts: { act: 'reminder.given', ...pressed } },
    {
      label: words.say(`button.as-${other}`),
      says: phrase(words.grammar, verbs[other], { customer: customer.id }),
    },
    notNow(words),
  ]
}

function nameOf(tag: string, { languages }: Talk): string {
  return languages.find((each) => each.tag === tag)?.name ?? tag
}
