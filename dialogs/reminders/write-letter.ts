import type { Letter, LetterInvoice, WriteLetter } from '../../domain/reminders/letter.ts'
import type { Currency, Money } from '../../domain/shared/money.ts'
import type { Languages } from '../words/languages.ts'
import type { Words } from '../words/words.ts'

/** Who writes, and how they are reached; null where nobody set it up. */
export interface Partner {
  readonly name: string | null
  readonly contact: string | null
}

/** Outlook shows no more of a subject than 255; a list of numbers says no more than the first few. */
const mostInSubject = 3

/** Letters in every language the desk speaks, in the partner's name. */
export function letterWriter(languages: Pick<Languages, 'best'>, partner: Partner): WriteLetter {
  return (letter, wished) => {
    const words = languages.best(...wished)
    return {
      language: words.tag,
      subject: subjectOf(letter, words),
      text: textOf(letter, partner, words),
      signed: partner.name !== null,
    }
  }
}

function subjectOf({ kind, invoices }: Letter, words: Words): string {
  const named = invoices.slice(0, mostInSubject).map(({ number }) => oneLine(number))
  const count = invoices.length
  return words.say(`letter.${kind}.subject`, {
    count,
    invoices: words.list(named),
    more: Math.max(0, count - mostInSubject),
  })
}

function textOf(letter: Letter, { name, contact }: Partner, words: Words): string {
  const { kind, asOf, invoices, until, next } = letter
  const day = words.day(until)
  const paragraphs = [
    words.say('letter.to', { name: oneLine(letter.name) }),
    asOf === null
      ? words.say(`letter.${kind}.opening`, { count: invoices.length })
      : words.say(`letter.${kind}.opening-as-of`, { count: invoices.length, day: words.day(asOf) }),
    invoices.map((invoice) => invoiceLine(invoice, words)).join('\n'),
    words.say('letter.total', { sums: words.list(totals(invoices).map((sum) => words.money(sum))) }),
    words.sentences([
      words.say(`letter.${kind}.pay`, { day }),
      ...(next === null
        ? []
        : [words.say(next === 'final-notice' ? 'letter.next.final-notice' : `letter.${kind}.next.suspend`)]),
    ]),
    words.sentences([
      words.say('letter.paid-already'),
      contact === null ? words.say('letter.trouble') : words.say('letter.trouble-contact', { contact }),
    ]),
    ...(name === null ? [] : [[words.say('letter.closing'), name, ...(contact === null ? [] : [contact])].join('\n')]),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function invoiceLine({ number, due, left }: LetterInvoice, words: Words): string {
  return words.say('letter.invoice', { number: oneLine(number), due: words.day(due), sum: words.money(left) })
}

/** A sum for each currency, never one of several. */
function totals(invoices: readonly LetterInvoice[]): readonly Money[] {
  const sums = new Map<Currency, number>()
  for (const { left } of invoices) sums.set(left.currency, (sums.get(left.currency) ?? 0) + left.minor)
  return [...sums].map(([currency, minor]) => ({ currency, minor }))
}

/** What the ledger calls something: a line break in it would begin a line of somebody else's. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
