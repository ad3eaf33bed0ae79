import { z } from 'zod'
import type { LedgerAccount } from '../../domain/customers/customer.ts'
import type { ClosedDocument, ImportedMatch, LedgerImport } from '../../domain/receivables/ledger-import.ts'
import type { OpenItem } from '../../domain/receivables/open-item.ts'
import {
  storedAccount,
  storedClosed,
  storedImportedMatch,
  storedItem,
  storedKept,
  storedScope,
} from '../shared/stored-import.ts'
import { day } from '../shared/stored-values.ts'

const schema = 1

const header = z.object({
  schema: z.literal(schema),
  id: z.string(),
  scope: storedScope,
  complete: z.boolean(),
  asOf: day,
  partDay: z.literal(true).exactOptional(),
  // How many lines of each follow, in this order.
  accounts: z.int().nonnegative(),
  items: z.int().nonnegative(),
  matches: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  // Imports kept by an older desk name none.
  closed: z.int().nonnegative().default(0),
})

/** An import as JSON lines: one that says how many follow, then one for each account, item, match and document. */
export function* printImport({ accounts, items, matches, kept, closed, ...rest }: LedgerImport): Iterable<string> {
  const parts = { accounts, items, matches, kept, closed }
  const counts = {
    accounts: accounts.length,
    items: items.length,
    matches: matches.length,
    kept: kept.length,
    closed: closed.length,
  }
  yield `${JSON.stringify({ schema, ...rest, ...counts } satisfies z.infer<typeof header>)}\n`
  for (const part of Object.values(parts)) for (const one of part) yield `${JSON.stringify(one)}\n`
}

/** Puts an import together again, line by line. */
export class ImportReader {
  #header: z.infer<typeof header> | null = null
  readonly #accounts: LedgerAccount[] = []
  readonly #items: OpenItem[] = []
  readonly #matches: ImportedMatch[] = []
  readonly #kept: LedgerImport['kept'][number][] = []
  readonly #closed: ClosedDocument[] = []
  #lines = 0
  #fault: Error | null = null
  // A hundred thousand items name a few thousand days and accounts: one string of each is kept.
  readonly #known = new Map<string, string>()

  /** Takes the next line. Never throws: only the end tells whether this is the file that was kept at all. */
  take(line: string): void {
    this.#lines += 1
    if (this.#fault !== null) return
    try {
      this.#place(JSON.parse(line))
    } catch (cause) {
      this.#fault = new Error(`line ${this.#lines} does not fit`, { cause })
    }
  }

  /** The whole import; throws when a line did not fit or is missing. */
  end(): LedgerImport {
    if (this.#fault !== null) throw this.#fault
    if (this.#header === null) throw new Error('no line at all')
    const { id, scope, complete, asOf, partDay, ...announced } = this.#header
    const parts = {
      accounts: this.#accounts,
      items: this.#items,
      matches: this.#matches,
      kept: this.#kept,
      closed: this.#closed,
    }
    for (const part of ['accounts', 'items', 'matches', 'kept', 'closed'] as const)
      if (parts[part].length < announced[part]) throw new Error(`fewer ${part} than the first line announces`)
    return { id, scope, complete, asOf, ...(partDay && { partDay }), ...parts }
  }

  #place(parsed: unknown): void {
    if (this.#header === null) this.#header = header.parse(parsed)
    else if (this.#accounts.length < this.#header.accounts) this.#accounts.push(storedAccount.parse(parsed))
    else if (this.#items.length < this.#header.items) this.#items.push(this.#sharing(storedItem.parse(parsed)))
    else if (this.#matches.length < this.#header.matches) this.#matches.push(storedImportedMatch.parse(parsed))
    else if (this.#kept.length < this.#header.kept) this.#kept.push(storedKept.parse(parsed))
    else if (this.#closed.length < this.#header.closed) this.#closed.push(storedClosed.parse(parsed))
    else throw new Error('more lines than the first one announces')
  }

  #sharing(item: OpenItem): OpenItem {
    const shared = {
      account: this.#one(item.account),
      company: this.#one(item.company),
      country: this.#one(item.country),
    }
    return item.kind === 'invoice'
      ? { ...item, ...shared, issued: this.#one(item.issued), due: this.#one(item.due) }
      : { ...item, ...shared, date: this.#one(item.date) }
  }

  #one<Text extends string | null>(text: Text): Text {
    if (text === null) return text
    const known = this.#known.get(text)
    if (known === undefined) this.#known.set(text, text)
    return (known ?? text) as Text
  }
}
