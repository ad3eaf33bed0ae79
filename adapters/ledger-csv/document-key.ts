import type { UnderstoodLedger } from '../../domain/receivables/understanding.ts'

/** A document by its customer and number; no number stands for all of the customer's. */
export type Document = UnderstoodLedger['kept'][number]

/** One text per document. */
export function documentKey({ account, number }: Document): string {
  return number === null ? account : `${account}|${number}`
}
