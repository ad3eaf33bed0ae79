import type { CustomerId } from '../../domain/shared/ids.ts'

/** A customer's own part of the API, each segment encoded. Throws an ordinary error for what cannot be an id. */
export function customerPath(customer: CustomerId, ...segments: readonly string[]): string {
  const all = [customer, ...segments]
  // A dot segment would name another resource.
  if (all.some((each) => /^\.{0,2}$/.test(each))) throw new Error('not an id of a customer or subscription')
  return `v1/customers/${all.map(encodeURIComponent).join('/')}`
}
