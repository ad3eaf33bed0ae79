import type { LedgerAccount } from '../../domain/customers/customer.ts'
import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import { mostNamed, type LeftOut, type PullNote } from '../../domain/receivables/pull-note.ts'
import { readAddress } from '../../domain/reminders/read-address.ts'
import type { Currency } from '../../domain/shared/money.ts'
import type { CustomerWire } from './wire.ts'

/** Whose books are read, and what must be known of them to read a document. */
export interface Books {
  readonly scope: ImportScope
  /** What an empty currency code means; null where nobody lets us read it. */
  readonly local: Currency | null
  readonly customers: ReadonlyMap<string, CustomerWire>
}

/** A company's numbers are its own, as they are in a list of it that comes as a file. */
export function accountKey({ scope }: Books, number: string): string {
  return `${scope.value}:${number}`
}

export function countryOf({ customers }: Books, number: string): string | null {
  const code = customers.get(number)?.country.toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(code) ? code : null
}

/** As the books call it now; `otherwise` where the customer is not among those we may read. */
export function accountOf(books: Books, number: string, otherwise: string): LedgerAccount {
  const customer = books.customers.get(number)
  const name = customer?.displayName || otherwise || number
  // The field may hold several, of which nobody could say which one letters go to: then it says none.
  const email = readAddress(customer?.email ?? '')
  // A customer there may have a salesperson, but what we know of this API gives no name of theirs: so no owner is said.
  // Nothing there proves who somebody is at the operator: a web page or a mail address may be a parent's or a bookkeeper's.
  return {
    key: accountKey(books, number),
    number,
    name,
    domain: null,
    tenantId: null,
    country: countryOf(books, number),
    ...(email.ok ? { email: email.value.address } : {}),
  }
}

/** Customers whose address field holds something, and no one address that letters could go to. */
export function unaddressed(numbers: readonly string[], { customers }: Books): readonly PullNote[] {
  const wrong = numbers.filter((number) => {
    const email = customers.get(number)?.email.trim() ?? ''
    return email !== '' && !readAddress(email).ok
  })
  if (wrong.length === 0) return []
  return [{ code: 'addresses-left-out', accounts: wrong.length, numbers: wrong.toSorted().slice(0, mostNamed) }]
}

/** The currency of a document; null for a code of the company's own that is none of ISO 4217. */
export function currencyOf({ local }: Books, code: string): Currency | null {
  const said = code === '' ? (local ?? '') : code
  return /^[A-Z]{3}$/.test(said) ? said : null
}

/** What had to be left out, by reason. */
export class LeftOutDocuments {
  readonly #found = new Map<LeftOut, string[]>()

  add(reason: LeftOut, number: string): void {
    const known = this.#found.get(reason)
    if (known) known.push(number)
    else this.#found.set(reason, [number])
  }

  notes(): readonly PullNote[] {
    return [...this.#found].map(([reason, numbers]) => ({
      code: 'left-out',
      reason,
      documents: numbers.length,
      numbers: numbers.toSorted().slice(0, mostNamed),
    }))
  }
}
