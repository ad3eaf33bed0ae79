import type { LetterOrder, Order, OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import { order } from '../outbox/orders.ts'
import { tryAgain } from '../outbox/retry-delay.ts'
import type { Save } from '../ports/desk-store.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { dayAt, msOf, type Day } from '../shared/time.ts'
import { isWorkingTime, workBegins } from '../shared/working-hours.ts'
import { isKnownWho } from './is-known-who.ts'
import { recipientOf } from './correspondence.ts'
import { letterFor } from './letter-for.ts'
import { noticeSave } from './notice-of.ts'
import { reminderAudit, type ReminderDeed } from './reminder-audit.ts'
import type { ReminderParts } from './reminder-parts.ts'
import { reminderId, type Reminder, type SendingReminder, type WithheldWhy } from './reminder.ts'
import { saidPaidSince } from './spared.ts'

export type SendReminder = (entry: OutboxEntry, order: LetterOrder) => Promise<Tried>

/** How long what passes by itself is waited out, before whoever asked is told. */
const patienceMs = 24 * 3_600_000

/**
 * Keeps the promise of a letter by mail. What it says is held against the books just before: a customer who paid in
 * between gets none. That a try begins is written down first, so that whoever is told that it was stopped also hears
 * that an earlier one may have arrived; each try carries the same Message-ID and date.
 */
export function reminderSender(parts: ReminderParts): SendReminder {
  const { store, book, policy, operators, now, newId, customerMailbox } = parts

  return async (entry, { reminder: id, mark }) => {
    const found = await store.get('reminder', id)
    if (found?.value.status !== 'sending' || found.value.mark !== mark) {
      await store.commit({ settle: [entry.id] })
      return 'kept'
    }
    let { version } = found
    const letter = found.value
    // What nobody pressed for goes while people work, also where it is tried again.
    const hours = { calendar: policy.calendar, ...policy.workingHours }
    if (letter.by === 'desk' && !isWorkingTime(now(), hours)) {
      await store.commit({ postpone: [{ ...entry, dueAt: workBegins(now(), hours) }] })
      return 'postponed'
    }
    const save = (value: Reminder): Save => ({ kind: 'reminder', id, value, basedOn: version })
    const end = async (value: Reminder, what: ReminderDeed, also: Awaited<ReturnType<typeof noticeSave>>) => {
      const at = now()
      await store.commit({
        save: [save(value), ...also.save],
        audit: [reminderAudit(value, what, 'desk', at), ...also.audit],
        settle: [entry.id],
        outbox: (await telling(value)).map((what) => order(newId, what, at)),
      })
      return 'kept' as const
    }
    const nothing = { save: [], audit: [] }
    const ended = (tried: boolean) => ({ endedAt: now(), ...(tried && { mayHaveArrived: true as const }) })
    const wasTried = letter.tried ?? false

    try {
      const why = await whyNot(letter)
      if (why !== null || !customerMailbox) {
        const { subject: _s, text: _t, tried: _, ...rest } = letter
        return await end(
          { ...rest, status: 'withheld', why: why ?? 'no-mailbox', ...ended(wasTried) },
          'reminder.withheld',
          nothing,
        )
      }
      if (!wasTried) {
        await store.commit({ save: [save({ ...letter, tried: true })] })
        version += 1
      }
      const { subject, text, tried: _, ...rest } = letter
      const { messageId } = await customerMailbox.send({
        ...{ id: mailId(letter), writtenAt: letter.at, to: letter.to, subject, text, bySelf: letter.by === 'desk' },
      })
      const at = now()
      const sent: Reminder = { ...rest, status: 'sent', sentAt: at, messageId }
      return await end(sent, 'reminder.sent', await noticeSave(sent, dayAt(at, policy.calendar.timeZone), parts, at))
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      const tried = wasTried || isSilence(fault)
      if (fault.retryable && msOf(now()) - msOf(letter.at) < patienceMs) {
        const { tried: _, ...rest } = letter
        await store.commit({
          save: [save(tried ? { ...letter, tried } : rest)],
          postpone: [tryAgain(entry, fault, now())],
        })
        return fault
      }
      const { subject: _s, text: _t, tried: _, ...rest } = letter
      const { code, kind, description } = fault.facts
      const refused = { status: 'refused', code: code ?? kind, words: description ?? null, ...ended(tried) } as const
      return end({ ...rest, ...refused }, 'reminder.refused', nothing)
    }
  }

  /** Whoever pressed is told; where nobody did, only what did not go. */
  async function telling(reminder: Reminder): Promise<readonly Order[]> {
    const { customer, kind } = reminder
    if ('askedIn' in reminder && reminder.askedIn !== null)
      return [{ kind: 'tell-reminder', reminder: reminderId(customer, kind), place: reminder.askedIn }]
    if (reminder.status !== 'withheld' && reminder.status !== 'refused') return []
    const name = (await book.today()).of(customer)?.customer.name ?? customer
    return [{ kind: 'announce-news', news: { kind: 'letter-stopped', name, reminder } }]
  }

  /** Why a letter that was right when it was asked for must not go now; null: it is right still. Throws `OutsideFault`. */
  async function whyNot(letter: SendingReminder): Promise<WithheldWhy | null> {
    const { customer, lane, kind } = letter
    if (!isKnownWho(lane, operators))
      throw new OutsideFault({
        service: `partner-center:${lane ?? 'any'}`,
        kind: 'unreachable',
        code: 'customers-unread',
        notSent: true,
      })
    const [books, known] = await Promise.all([book.today(), store.get('correspondence', customer)])
    const of = books.of(customer)
    if (!of) return 'unknown-customer'
    const recipient = recipientOf(known?.value ?? null, of.customer)
    const outcome = letterFor(of, kind, policy)
    if (!outcome.ok) return withheldFor[outcome.refusal.code]
    if (saidPaidSince(of, letter)) return 'says-paid'
    const owed = new Map(outcome.value.invoices.map((each) => [each.key, each]))
    if (letter.invoices.every(({ key }) => !owed.has(key))) return 'paid'
    const same = letter.invoices.every(({ key, due, left }) => {
      const still = owed.get(key)
      return still?.due === due && still.left.minor === left.minor && still.left.currency === left.currency
    })
    if (!same) return 'changed'
    if (kind === 'final-notice' && isLate(letter, books.day)) return 'day-over'
    return recipient?.address === letter.to && recipient.confirmed ? null : 'address-changed'
  }
}

/** Books that no longer name the invoices have not said that they are paid. */
const withheldFor = {
  spared: 'spared',
  'no-account': 'paid',
  'nothing-overdue': 'paid',
  'no-invoices': 'changed',
} as const

/** A try that was begun on its day may be repeated: the customer may have it, with the days that it gives. */
function isLate({ day, tried }: SendingReminder, today: Day): boolean {
  return today > day && !tried
}

/** Whether nobody knows what became of the try. */
function isSilence({ facts }: OutsideFault): boolean {
  return facts.kind === 'unreachable' && facts.status === undefined && !facts.notSent
}

/** The same on every try, and on no other letter: one of a kind goes to a customer at a moment. */
function mailId({ customer, kind, at, mark }: SendingReminder): string {
  return `${reminderId(customer, kind)}/${at}/${mark}`
}
