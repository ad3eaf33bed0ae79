import type { Credit, OpenItem } from '../../domain/receivables/open-item.ts'
import { mostNamed, type PullNote } from '../../domain/receivables/pull-note.ts'
import { money, type Currency } from '../../domain/shared/money.ts'
import { accountKey, accountOf, countryOf, currencyOf, type Books } from './books.ts'
import { minorOf } from './minor-of.ts'
import type { AgedWire } from './wire.ts'

/** What the documents show, and what the books' own list of balances says; null where that is kept from us. */
interface Compared {
  readonly open: readonly OpenItem[]
  readonly memos: readonly Credit[]
  readonly aged: readonly AgedWire[] | null
}

interface FreeCredits {
  readonly credits: readonly Credit[]
  readonly notes: readonly PullNote[]
}

/**
 * Payments and credits that are tied to no invoice. v2.0 lists none of them, but the aged list tells each customer's
 * balance: by what it is lower than the open invoices, so much is paid already. It is in local currency, so that it
 * says nothing exact of whoever owes in another; there every open credit memo counts in full, which never makes
 * anybody owe more than they do.
 */
export function freeCredits({ open, memos, aged }: Compared, books: Books): FreeCredits {
  const stated = balancesOf(aged ?? [], books)
  const itemsOf = Map.groupBy(open, ({ account }) => account)
  const memosOf = Map.groupBy(memos, ({ account }) => account)
  const credits: Credit[] = []
  const more: Extract<PullNote, { code: 'books-say-more' }>[] = []
  const counted = { agree: 0, byDifference: 0, inFull: 0, currencies: 0, notReadable: 0 }
  for (const [number, { name, balance }] of withDocuments(stated, [...open, ...memos])) {
    const account = accountKey(books, number)
    const [items, notes] = [itemsOf.get(account) ?? [], memosOf.get(account) ?? []]
    const currencies = new Set([...items, ...notes].map((item) => item.open.currency))
    const own = sum(items)
    const common = { account, company: books.scope.value, lane: null, country: countryOf(books, number), date: null }
    const left = (minor: number, currency: Currency): Credit => ({
      ...common,
      kind: notes.length > 0 ? 'credit' : 'payment',
      number: `unapplied ${currency}`,
      open: money(minor, currency),
    })
    const inFull = () => {
      credits.push(...notes)
      counted.inFull += notes.length
    }
    if (balance !== null && books.local !== null && [...currencies].every((one) => one === books.local)) {
      const difference = own - balance
      if (difference === 0) counted.agree += 1
      else if (difference > 0) {
        counted.byDifference += 1
        // Where the open memos are all there is, each can be shown for itself.
        if (sum(notes) === -difference) credits.push(...notes)
        else credits.push(left(difference, books.local))
      } else {
        inFull()
        const { local: currency } = books
        more.push({ code: 'books-say-more', account, name: nameOf(number, name), currency, stated: balance, ours: own })
      }
      continue
    }
    if (items.length + notes.length === 0) continue
    if (balance === null) counted.notReadable += 1
    else counted.currencies += 1
    inFull()
    // Whatever the rates were: of somebody who owes nothing altogether, nothing is open.
    const [only] = currencies
    const rest = own + sum(notes)
    if (balance !== null && balance <= 0 && currencies.size === 1 && only !== undefined && rest > 0)
      credits.push(left(rest, only))
  }
  return { credits, notes: notesOf(counted, more) }

  function nameOf(number: string, name: string): string {
    return accountOf(books, number, name).name
  }
}

interface Stated {
  readonly name: string
  /** Minor units of local currency; null where the list does not say, or in another. */
  readonly balance: number | null
}

function balancesOf(aged: readonly AgedWire[], books: Books): Map<string, Stated> {
  return new Map(
    aged
      // The row of totals is nobody's.
      .filter(({ customerNumber }) => customerNumber !== '')
      .map(({ customerNumber, name, currencyCode, balanceDue }) => {
        const isLocal = books.local !== null && currencyOf(books, currencyCode) === books.local
        return [customerNumber, { name, balance: isLocal ? minorOf(balanceDue, books.local ?? '') : null }] as const
      }),
  )
}

/** Everybody with a balance or a document, in the order of their numbers. */
function withDocuments(
  stated: Map<string, Stated>,
  documents: readonly OpenItem[],
): readonly (readonly [string, Stated])[] {
  const all = new Map([...stated].filter(([, { balance }]) => balance !== 0))
  for (const { account, company } of documents) {
    const number = account.slice(`${company ?? ''}:`.length)
    all.set(number, stated.get(number) ?? { name: '', balance: null })
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Of one currency; credits subtracted. */
function sum(items: readonly OpenItem[]): number {
  return items.reduce((total, { kind, open }) => total + (kind === 'invoice' ? open.minor : -open.minor), 0)
}

function notesOf(
  counted: Readonly<Record<'agree' | 'byDifference' | 'inFull' | 'currencies' | 'notReadable', number>>,
  more: readonly Extract<PullNote, { code: 'books-say-more' }>[],
): readonly PullNote[] {
  const largest = more.toSorted((a, b) => b.stated - b.ours - (a.stated - a.ours))
  const unnamed = largest.length - mostNamed
  const notes: readonly (PullNote | false)[] = [
    counted.agree > 0 && { code: 'sums-agree', accounts: counted.agree },
    ...largest.slice(0, mostNamed),
    unnamed > 0 && { code: 'books-say-more-of', accounts: unnamed },
    counted.currencies > 0 && { code: 'sums-not-compared', accounts: counted.currencies, why: 'currencies' },
    counted.notReadable > 0 && { code: 'sums-not-compared', accounts: counted.notReadable, why: 'not-readable' },
    counted.byDifference > 0 && { code: 'credits-by-difference', accounts: counted.byDifference },
    counted.inFull > 0 && { code: 'credits-in-full', documents: counted.inFull },
  ]
  return notes.filter((note) => note !== false)
}
