import MiniSearch from 'minisearch'
import type { Customer } from '../../domain/customers/customer.ts'
import type { CustomerDirectory } from '../../domain/customers/customer-directory.ts'
import { namedWords, soughtWords, unspacedLetters } from './name-words.ts'
import { nameKey, normalise } from './normalise.ts'

/** Customers of one directory by what people call them. */
export interface CustomerIndex {
  /** Those whose name, id, domain or account number it is. */
  exactly(said: string): readonly Customer[]
  /** Those with names that have each word, or a word it begins; the best first. */
  written(said: string): readonly Customer[]
  /** Those with names that nearly have each word, the nearest first. */
  nearly(said: string): readonly Customer[]
}

/** Built once for each value of the directory. */
export function indexCustomers(directory: CustomerDirectory): CustomerIndex {
  const { all } = directory
  const exact = new Map<string, Customer[]>()
  const put = (key: string, customer: Customer) => {
    const known = exact.get(key)
    if (key === '' || known?.includes(customer)) return
    if (known) known.push(customer)
    else exact.set(key, [customer])
  }
  for (const customer of all) {
    const { id, operator, accounts } = customer
    for (const name of namesOf(customer)) {
      put(normalise(name), customer)
      put(nameKey(name), customer)
    }
    for (const known of [id, operator?.domain ?? '', ...accounts.flatMap(({ number, key }) => [number, key])])
      put(normalise(known), customer)
  }

  const words = new MiniSearch<{ readonly id: string; readonly name: string }>({
    fields: ['name'],
    tokenize: namedWords,
    processTerm: (word) => word,
    searchOptions: { tokenize: soughtWords, prefix: true, combineWith: 'AND' },
  })
  words.addAll(
    all.map((customer) => ({
      id: customer.id,
      name: [...namesOf(customer), customer.operator?.domain.split('.')[0] ?? ''].join(' · '),
    })),
  )
  const letters = all
    .map((customer) => ({ customer, letters: unspacedLetters(namesOf(customer).join(' ')) }))
    .filter((each) => each.letters.size > 0)

  const search = (said: string, fuzzy: number) =>
    words.search(said, { fuzzy }).flatMap(({ id }) => directory.byId(String(id)) ?? [])
  return {
    exactly: (said) => exact.get(normalise(said)) ?? exact.get(nameKey(said)) ?? [],
    written: (said) => search(said, 0),
    nearly: (said) => {
      const sought = [...unspacedLetters(said)]
      if (sought.length === 0) return search(said, 0.2)
      // Too short a name for letters to tell it apart once one of them is wrong.
      if (sought.length < 3) return []
      const missing = (of: ReadonlySet<string>) => sought.filter((letter) => !of.has(letter)).length
      return letters
        .map(({ customer, letters: of }) => ({ customer, missing: missing(of), extra: of.size }))
        .filter((each) => each.missing <= 1)
        .sort((a, b) => a.missing - b.missing || a.extra - b.extra)
        .map(({ customer }) => customer)
    },
  }
}

function namesOf({ name, accounts }: Customer): readonly string[] {
  return [...new Set([name, ...accounts.map((account) => account.name)])]
}
