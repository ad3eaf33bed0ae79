import MiniSearch from 'minisearch'
import type { Customer } from '../../domain/customers/customer.ts'
import type { CustomerDirectory } from '../../domain/customers/customer-directory.ts'
import { edits } from './edits.ts'
import { looksLike } from './look-alikes.ts'
import { namePostings, type NamePostings } from './name-postings.ts'
import { stemOf } from './name-stems.ts'
import { namedWords, soughtWords, unspacedLetters } from './name-words.ts'
import { nameKey, normalise } from './normalise.ts'

/** Customers of one directory by what people call them. */
export interface CustomerIndex {
  /** Those whose name, id, domain or account number it is. */
  exactly(said: string): readonly Customer[]
  /** Those with names that have each word, or a word it begins; the best first. */
  written(said: string): readonly Customer[]
  /** Those with names that have each word in one of its Russian cases. */
  inflected(said: string): readonly Customer[]
  /** Those with names that only look like it: a letter of one alphabet stands for one of another. */
  alike(said: string): readonly Customer[]
  /** Those with names that nearly have each word, the nearest first. */
  nearly(said: string): readonly Customer[]
}

/** Built once for each value of the directory; what only a misspelt name needs, when the first one comes. */
export function indexCustomers({ all }: CustomerDirectory): CustomerIndex {
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

  const wordsOf = all.map((customer) =>
    namedWords([...namesOf(customer), customer.operator?.domain.split('.')[0] ?? ''].join(' · ')),
  )
  const written = namePostings(wordsOf)
  const asLooked = once(() => namePostings(wordsOf.map((words) => words.map(looksLike))))
  const stems = once(() => namePostings(wordsOf.map((words) => words.flatMap((word) => stemOf(word) ?? []))))
  const nearWord = once(() => nearWords(written.words))
  const letters = once(() =>
    all
      .map((customer) => ({ customer, letters: unspacedLetters(namesOf(customer).join(' ')) }))
      .filter((each) => each.letters.size > 0),
  )

  const beginning = (postings: NamePostings, words: readonly string[]) =>
    postings
      .beginning(words)
      .map(({ at, whole }) => ({ at, whole, length: wordsOf[at]?.length ?? 0 }))
      .sort((a, b) => b.whole - a.whole || a.length - b.length || a.at - b.at)
      .flatMap(({ at }) => all[at] ?? [])

  return {
    exactly: (said) => exact.get(normalise(said)) ?? exact.get(nameKey(said)) ?? [],
    written: (said) => beginning(written, soughtWords(said)),
    inflected: (said) => {
      const sought = soughtWords(said)
      const known = sought.flatMap((word) => stemOf(word) ?? [])
      if (known.length === 0) return []
      // A word that has no cases is written as it is.
      const others = sought.filter((word) => stemOf(word) === null)
      const found = stems().having(known.map((stem) => new Set([stem])))
      return found
        .filter((at) => others.every((word) => wordsOf[at]?.some((own) => own.startsWith(word))))
        .flatMap((at) => all[at] ?? [])
    },
    alike: (said) => beginning(asLooked(), soughtWords(said).map(looksLike)),
    nearly: (said) => {
      const sought = [...unspacedLetters(said)]
      if (sought.length === 0) return misspelt(soughtWords(said)).flatMap((at) => all[at] ?? [])
      // Too short a name for letters to tell it apart once one of them is wrong.
      if (sought.length < 3) return []
      const missing = (of: ReadonlySet<string>) => sought.filter((letter) => !of.has(letter)).length
      return letters()
        .map(({ customer, letters: of }) => ({ customer, missing: missing(of), extra: of.size }))
        .filter((each) => each.missing <= 1)
        .sort((a, b) => a.missing - b.missing || a.extra - b.extra)
        .map(({ customer }) => customer)
    },
  }

  /** Places of names that have a word near each of these. */
  function misspelt(sought: readonly string[]): readonly number[] {
    const near = sought.map((word) => nearWord()(word))
    if (near.length === 0 || near.some((words) => words.size === 0)) return []
    const slips = (at: number) =>
      near.reduce((sum, words) => sum + Math.min(...(wordsOf[at] ?? []).map((word) => words.get(word) ?? Infinity)), 0)
    return written
      .having(near.map((words) => new Set(words.keys())).sort((a, b) => a.size - b.size))
      .map((at) => ({ at, slips: slips(at), length: wordsOf[at]?.length ?? 0 }))
      .sort((a, b) => a.slips - b.slips || a.length - b.length || a.at - b.at)
      .map(({ at }) => at)
  }
}

/** Finds words near another one, with how many slips lie between; nought for one that it begins. */
function nearWords(words: readonly string[]): (word: string) => ReadonlyMap<string, number> {
  const search = new MiniSearch<{ readonly id: number; readonly word: string }>({
    fields: ['word'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
    searchOptions: { fuzzy: 0.2, prefix: true },
  })
  search.addAll(words.map((word, id) => ({ id, word })))
  return (sought) => {
    const most = Math.round(sought.length * 0.2)
    return new Map(
      search.search(sought).flatMap(({ id }) => {
        const word = words[Number(id)] ?? ''
        return [[word, word.startsWith(sought) ? 0 : edits(sought, word, most + 1)]]
      }),
    )
  }
}

function once<One>(make: () => One): () => One {
  let made: One | null = null
  return () => (made ??= make())
}

/** Every name a customer is written down under: the operator's, and those of the ledger. */
export function namesOf({ name, operator, accounts }: Customer): readonly string[] {
  return [...new Set([name, ...(operator ? [operator.name] : []), ...accounts.map((account) => account.name)])]
}
