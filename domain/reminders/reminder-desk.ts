import type { AuditDraft } from '../audit/audit-entry.ts'
import { order } from '../outbox/orders.ts'
import type { CustomerId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { createCorrespondenceDesk, type CorrespondenceDesk } from './correspondence-desk.ts'
import { languagesOf, recipientOf, type Recipient } from './correspondence.ts'
import { withImporter } from './importer-of.ts'
import { letterCalledFor, letterFor, type LetterRefusal } from './letter-for.ts'
import { markOf, type Letter, type LetterKind, type WrittenLetter } from './letter.ts'
import { noticeSave } from './notice-of.ts'
import type { ReminderParts } from './reminder-parts.ts'
import { reminderId, type Reminder } from './reminder.ts'
import { reminderAudit } from './reminder-audit.ts'
import { selfSender } from './send-themselves.ts'
import { reminderSender, type SendReminder } from './send-reminder.ts'

/** A letter as it would be sent now, and how. */
export interface Draft {
  readonly letter: Letter
  readonly written: WrittenLetter
  /** Null: neither the ledger nor a person names one address. */
  readonly recipient: Recipient | null
  /** What a press on it names, so that nobody sends what they did not read. */
  readonly mark: string
  /** The newest letter of its kind to this customer. */
  readonly before: Reminder | null
  /** Whether the desk could mail it at all. */
  readonly mails: boolean
}

export type DraftRefusal = LetterRefusal | { readonly code: 'not-allowed' } | { readonly code: 'unknown-customer' }

export type ReminderRefusal =
  | DraftRefusal
  | { readonly code: 'no-mailbox' }
  | { readonly code: 'no-recipient' }
  | { readonly code: 'address-unconfirmed' }
  /** An earlier letter of its kind is on its way. */
  | { readonly code: 'under-way' }
  | VersionRefusal

/** What a press names. */
export interface PressedLetter {
  readonly customer: CustomerId
  readonly kind: LetterKind
  readonly mark: string
}

/** Writes to customers about what is overdue: shown to be copied, mailed, or noted as sent by a person. */
export interface ReminderDesk extends CorrespondenceDesk {
  /** The letter of today; `kind` null takes the one that the policy calls for. Nothing changes. */
  draft(customer: CustomerId, kind: LetterKind | null, by: Staff): Promise<Outcome<Draft, DraftRefusal>>
  /** Sends what was read, once: a second press, or one on another copy of the card, gives back how it stands. */
  mail(pressed: PressedLetter, by: Staff, askedIn: PlaceId): Promise<Outcome<Reminder, ReminderRefusal>>
  /** Notes that a person sent what was read; of a final notice, that it was given today. */
  given(pressed: PressedLetter, by: Staff): Promise<Outcome<Reminder, ReminderRefusal>>
  /** The newest letters to a customer. */
  of(customer: CustomerId): Promise<readonly Reminder[]>
  read(reminder: string): Promise<Reminder | null>
  /** Sends what the policy sends without a press; may be run at any time. */
  tend(): Promise<void>
  /** Keeps the promise of a mail. */
  readonly send: SendReminder
}

export function createReminderDesk(parts: ReminderParts): ReminderDesk {
  const { store, book, policy, now, newId, writeLetter, customerMailbox } = parts

  const draftOf = async (customer: CustomerId, kind: LetterKind | null) => {
    const of = (await book.today()).of(customer)
    if (!of) return refused({ code: 'unknown-customer' } as const)
    const wanted = kind ?? letterCalledFor(of)
    const [known, before] = await Promise.all([
      store.get('correspondence', customer),
      store.get('reminder', reminderId(customer, wanted)),
    ])
    const outcome = letterFor(of, wanted, policy)
    if (!outcome.ok) return outcome
    const letter = outcome.value
    const written = writeLetter(letter, languagesOf(known?.value ?? null, of.customer))
    const recipient = await withImporter(recipientOf(known?.value ?? null, of.customer), of.customer, parts)
    const mark = markOf(wanted, written, recipient?.address ?? null)
    return granted({ of, known, before, letter, written, recipient, mark })
  }

  /** What was read, as it stands now: granted as `done` where it is with the customer already, or on its way. */
  const pressed = async ({ customer, kind, mark }: PressedLetter, by: Staff) => {
    if (!mayAsk(by.roles, 'remind customer')) return refused({ code: 'not-allowed' } as const)
    const before = (await store.get('reminder', reminderId(customer, kind)))?.value ?? null
    const { day } = await book.today()
    const isDone = before !== null && before.status !== 'withheld' && before.status !== 'refused'
    if (isDone && before.mark === mark && before.day === day) return granted({ done: before } as const)
    if (before?.status === 'sending') return refused({ code: 'under-way' } as const)
    const outcome = await draftOf(customer, kind)
    if (!outcome.ok) return outcome
    return outcome.value.mark === mark
      ? granted({ draft: outcome.value } as const)
      : refused({ code: 'changed-since' } as const)
  }

  const writtenOf = ({ of, letter, written, mark }: Fresh, by: Staff) => ({
    ...{ customer: letter.customer, lane: of.customer.lane, kind: letter.kind, day: letter.day, until: letter.until },
    ...{ invoices: letter.invoices, language: written.language, mark, by: by.id, at: now() },
  })

  return {
    ...createCorrespondenceDesk(parts),

    async draft(customer, kind, by) {
      if (!mayAsk(by.roles, 'remind customer')) return refused({ code: 'not-allowed' })
      const outcome = await draftOf(customer, kind)
      if (!outcome.ok) return outcome
      const { letter, written, recipient, mark, before } = outcome.value
      return granted({
        letter,
        written,
        recipient,
        mark,
        before: before?.value ?? null,
        mails: customerMailbox !== null,
      })
    },

    mail: (asked, by, askedIn) =>
      unlessStale<Reminder, ReminderRefusal>(async () => {
        const outcome = await pressed(asked, by)
        if (!outcome.ok) return outcome
        if ('done' in outcome.value) return granted(outcome.value.done)
        const { draft } = outcome.value
        const { recipient, written, known, before } = draft
        if (!customerMailbox) return refused({ code: 'no-mailbox' })
        if (!recipient) return refused({ code: 'no-recipient' })
        if (!recipient.confirmed) return refused({ code: 'address-unconfirmed' })
        const { subject, text } = written
        const value: Reminder = {
          ...writtenOf(draft, by),
          ...{ status: 'sending', to: recipient.address, askedIn, subject, text },
        }
        const id = reminderId(asked.customer, asked.kind)
        await store.commit({
          save: [{ kind: 'reminder', id, value, basedOn: before?.version ?? null }],
          unchanged: [{ kind: 'correspondence', id: asked.customer, basedOn: known?.version ?? null }],
          audit: [reminderAudit(value, 'reminder.asked', by.id, value.at)],
          outbox: [order(newId, { kind: 'mail-reminder', reminder: id, mark: value.mark }, value.at)],
        })
        return granted(value)
      }),

    given: (asked, by) =>
      unlessStale<Reminder, ReminderRefusal>(async () => {
        const outcome = await pressed(asked, by)
        if (!outcome.ok) return outcome
        if ('done' in outcome.value) return granted(outcome.value.done)
        const { draft } = outcome.value
        const value: Reminder = { ...writtenOf(draft, by), status: 'given' }
        const notice = await noticeSave(value, value.day, parts, value.at)
        const audit: readonly AuditDraft[] = [reminderAudit(value, 'reminder.given', by.id, value.at), ...notice.audit]
        await store.commit({
          save: [
            {
              kind: 'reminder',
              id: reminderId(asked.customer, asked.kind),
              value,
              basedOn: draft.before?.version ?? null,
            },
            ...notice.save,
          ],
          audit,
        })
        return granted(value)
      }),

    of: async (customer) => (await store.list('reminder', { customer })).map(({ value }) => value),
    read: async (id) => (await store.get('reminder', id))?.value ?? null,
    tend: selfSender(parts),
    send: reminderSender(parts),
  }

  type Fresh = Extract<Awaited<ReturnType<typeof draftOf>>, { readonly ok: true }>['value']
}
