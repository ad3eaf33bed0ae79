import type { CustomerDirectory } from '../../domain/customers/customer-directory.ts'
import { isMatched, type Customer } from '../../domain/customers/customer.ts'
import { coreName } from '../../domain/receivables/propose-by-name.ts'
import type { Words } from '../words/words.ts'

/** Worked out once for each value of the directory: ledger customers matched to nobody, by name. */
const unmatched = new WeakMap<CustomerDirectory, ReadonlyMap<string, readonly Customer[]>>()

/**
 * Ledger customers matched to nobody that are called like an operator customer without ledger accounts, legal forms
 * aside. Most likely they are one, but only a person can say so.
 */
export function namesakesOf(customer: Customer, directory: CustomerDirectory): readonly Customer[] {
  if (!isMatched(customer) || customer.accounts.length > 0) return []
  let named = unmatched.get(directory)
  if (!named) {
    const ledgerOnly = directory.all.filter((each) => !isMatched(each))
    unmatched.set(directory, (named = Map.groupBy(ledgerOnly, ({ name }) => coreName(name))))
  }
  const name = coreName(customer.name)
  return name === '' ? [] : (named.get(name) ?? [])
}

/** That they are there, with their numbers. */
export function namesakesLine(namesakes: readonly Customer[], words: Words): string {
  const accounts = namesakes.flatMap(({ accounts }) => accounts.map(({ name, number }) => `${name} (${number})`))
  return words.say('customer.namesakes', { count: accounts.length, accounts: words.list(accounts) })
}
