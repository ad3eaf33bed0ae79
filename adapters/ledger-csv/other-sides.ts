import { documentTypeOf } from './document-type.ts'
import { withoutCurrency } from './header-meanings.ts'

/** The columns across from the open amount, as credit is from debit: what stands there counts the other way. */
export function otherSides(headers: readonly string[], open: number | undefined): readonly number[] {
  const across = { invoice: 'credit', credit: 'invoice', payment: null, unsaid: null, unknown: null } as const
  const other = across[sideOf(headers[open ?? -1] ?? '')]
  return other === null ? [] : headers.flatMap((header, at) => (sideOf(header) === other ? [at] : []))
}

function sideOf(header: string) {
  return documentTypeOf(withoutCurrency(header).trim()).kind
}
