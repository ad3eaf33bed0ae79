import type { ClosedDocument } from '../../domain/receivables/ledger-import.ts'
import { documentKey, type Document } from './document-key.ts'
import type { PreparedRow } from './prepare-row.ts'
import type { AccountFacts } from './read-account.ts'

/** The document that a row with nothing open shows; null where it names none. */
export function closedDocument({ number, type }: PreparedRow, { key: account }: AccountFacts): ClosedDocument | null {
  if (number === '') return null
  const said = { invoice: 'invoice', credit: 'credit', payment: 'credit', unsaid: null, unknown: null } as const
  return { account, number, kind: said[type.kind] }
}

/** What a list closes by showing it with nothing open: not what stands on a row that was left out as well. */
export function shownClosed(
  closed: readonly ClosedDocument[],
  { complete, kept }: { readonly complete: boolean; readonly kept: readonly Document[] },
): readonly ClosedDocument[] {
  // A complete list without gaps closes them all the same, and may show a hundred thousand that were paid long ago.
  if (complete && kept.length === 0) return []
  const left = new Set(kept.map(documentKey))
  const found = closed.filter((document) => !left.has(documentKey(document)))
  return [...new Map(found.map((document) => [JSON.stringify(document), document])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, document]) => document)
}
