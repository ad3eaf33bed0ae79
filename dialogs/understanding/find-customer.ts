import type { Customer } from '../../domain/customers/customer.ts'
import type { CustomerDirectory } from '../../domain/customers/customer-directory.ts'
import { indexCustomers, namesOf, type CustomerIndex } from './customer-index.ts'
import { looksMixed } from './look-alikes.ts'

/** Whom a few words can mean. Two or more are never decided here: the person picks. */
export type Found =
  | { readonly kind: 'one'; readonly customer: Customer }
  /** Best first, and how many more fit; `guessed` when no word was spelled as it is written in any name. */
  | {
      readonly kind: 'some'
      readonly customers: readonly Customer[]
      readonly more: number
      readonly guessed: boolean
    }
  | { readonly kind: 'none' }

/** Looks a name up among the customers of a day. */
export type FindCustomer = (directory: CustomerDirectory, said: string) => Found

const most = 8
/** Nobody's name is longer; it bounds what a lookup can cost. */
const longestName = { letters: 200, words: 16 }

/**
 * Finds customers by id, account number, domain or name: exact first, then the words as beginnings, then in another
 * Russian case, and only when those find nobody with look-alike letters or small misspellings; one such guess is still
 * shown as a choice.
 */
export function customerFinder(): FindCustomer {
  const indexes = new WeakMap<CustomerDirectory, CustomerIndex>()
  return (directory, said) => {
    let index = indexes.get(directory)
    if (!index) indexes.set(directory, (index = indexCustomers(directory)))
    return lookUp(index, said)
  }
}

function lookUp(index: CustomerIndex, said: string): Found {
  if (said.length > longestName.letters || said.split(/\s+/u).length > longestName.words) return { kind: 'none' }
  const exactly = index.exactly(said)
  const written = exactly.length > 0 ? exactly : index.written(said)
  const [only, ...others] = written
  if (only && others.length === 0) {
    // A name of several alphabets may be made to look like another: only in full is it taken for granted.
    const certain = exactly.length > 0 || !namesOf(only).some(looksMixed)
    return certain ? { kind: 'one', customer: only } : some([only], true)
  }
  if (only) return some(written, false)
  const [inflected, ...more] = index.inflected(said)
  if (inflected) return more.length === 0 ? { kind: 'one', customer: inflected } : some([inflected, ...more], false)
  // Letters of another alphabet are never taken for granted: whoever sent the name may have meant it to look like one.
  const alike = index.alike(said)
  const nearly = alike.length > 0 ? alike : index.nearly(said)
  return nearly.length === 0 ? { kind: 'none' } : some(nearly, true)
}

function some(customers: readonly Customer[], guessed: boolean): Found {
  return { kind: 'some', customers: customers.slice(0, most), more: Math.max(0, customers.length - most), guessed }
}
