import { order } from '../outbox/orders.ts'
import { countedWith } from '../agreements/standing-under.ts'
import { ladderFor, rungsOn, type Ladder } from '../policy/rungs-for.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import { itemKey } from '../receivables/open-item.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { Day } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { workingDaysBetween } from '../shared/working-days.ts'
import { isWorkingTime } from '../shared/working-hours.ts'
import { isKnownWho } from './is-known-who.ts'
import { languagesOf, recipientOf } from './correspondence.ts'
import { letterFor } from './letter-for.ts'
import { markOf, type LetterKind } from './letter.ts'
import { reminderAudit } from './reminder-audit.ts'
import type { ReminderParts } from './reminder-parts.ts'
import { reminderId, type Reminder, type SendingReminder } from './reminder.ts'
import { saysPaid } from './spared.ts'

/**
 * Sends what rungs of the policy send without a press, in working hours: once for each debt that reached the rung, to
 * confirmed addresses, from a ledger that is new enough, in the partner's name. May be run at any time.
 */
export function selfSender(parts: ReminderParts): () => Promise<void> {
  const { store, book, policy, operators, now, newId, writeLetter, customerMailbox } = parts
  const { calendar, workingHours, ledgerAgeLimit } = policy

  const sendTo = (of: CustomerStanding, kind: LetterKind) =>
    untilFresh(async () => {
      const { customer } = of
      const id = reminderId(customer.id, kind)
      const [known, before] = await Promise.all([store.get('correspondence', customer.id), store.get('reminder', id)])
      const recipient = recipientOf(known?.value ?? null, customer)
      if (!recipient?.confirmed || !isOwed(of, ladderFor(policy, customer), before?.value ?? null, recipient.address))
        return
      const outcome = letterFor(of, kind, policy)
      if (!outcome.ok) return
      const letter = outcome.value
      const { signed, language, subject, text } = writeLetter(letter, languagesOf(known?.value ?? null, customer))
      if (!signed) return
      const { day, until, invoices } = letter
      const at = now()
      const value: SendingReminder = {
        ...{ customer: customer.id, lane: customer.lane, kind, day, until, invoices, language, by: 'desk', at },
        mark: markOf(kind, { language, subject, text, signed }, recipient.address),
        ...{ status: 'sending', to: recipient.address, askedIn: null, subject, text },
      }
      await store.commit({
        save: [{ kind: 'reminder', id, value, basedOn: before?.version ?? null }],
        unchanged: [{ kind: 'correspondence', id: customer.id, basedOn: known?.version ?? null }],
        audit: [reminderAudit(value, 'reminder.asked', 'desk', at)],
        outbox: [order(newId, { kind: 'mail-reminder', reminder: id, mark: value.mark }, at)],
      })
    })

  return async () => {
    if (!customerMailbox || !isWorkingTime(now(), { calendar, ...workingHours })) return
    const { day, withItems } = await book.today()
    for (const of of withItems) {
      const kind = sentByItself(of)
      if (kind === null || saysPaid(of) || !isKnownWho(of.customer.lane, operators)) continue
      const { ledgerAsOf } = of
      if (ledgerAsOf === null || workingDaysBetween(ledgerAsOf, day, calendar) > ledgerAgeLimit) continue
      await sendTo(of, kind)
    }
  }
}

/** The letter that the rung a customer stands on sends without a press; null where a person sends it, or none is due. */
export function sentByItself({ finding }: CustomerStanding): LetterKind | null {
  const { rung, gap } = finding
  if (!rung?.sendsItself || gap?.code === 'notice-running') return null
  return rung.stage === 'reminder' || rung.stage === 'final-notice' ? rung.stage : null
}

/** Whether some of the debt that reached the rung was named by no letter of its kind since it was overdue. */
function isOwed(of: CustomerStanding, ladder: Ladder, before: Reminder | null, to: string): boolean {
  const { finding, standing, notices, agreements } = of
  const { rung } = finding
  if (rung === null || before?.status === 'sending') return false
  // What a mail server refused is refused again, until somebody finds another address.
  if (before?.status === 'refused' && before.to === to) return false
  // What was stopped today was stopped for a reason that a person may want to look at first.
  if (before?.status === 'withheld' && before.day === standing.day) return false
  // The policy may count working days.
  const age = rungsOn(standing.day, ladder)[ladder.rungs.indexOf(rung)]?.daysPastDue ?? rung.daysPastDue
  const counted = countedWith(agreements)
  const named = namedOn(before, rung.stage === 'final-notice' ? notices : [])
  return (
    standing.currencies
      .flatMap(({ overdueInvoices }) => overdueInvoices)
      // No letter names a sum by age, so none is owed for it.
      .filter((one) => one.daysPastDue >= age && counted(one) > 0 && !one.invoice.summary)
      .some(({ invoice }) => invoice.due >= (named.get(itemKey(invoice)) ?? ''))
  )
}

/** The day on which each invoice was last named to the customer. */
function namedOn(before: Reminder | null, notices: readonly FinalNotice[]): ReadonlyMap<string, Day> {
  const named = new Map<string, Day>()
  const name = (key: string, day: Day) => {
    if (day > (named.get(key) ?? '')) named.set(key, day)
  }
  if (before?.status === 'sent' || before?.status === 'given')
    for (const { key } of before.invoices) name(key, before.day)
  for (const { invoices, givenOn } of notices) for (const key of invoices) name(key, givenOn)
  return named
}
