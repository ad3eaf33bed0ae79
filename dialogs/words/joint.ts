import type { Grammar } from './catalogue.ts'

type Joint = 'filters' | 'parts' | 'clauses'

/** With spaces between words, and without. */
const usual: Readonly<Record<Joint, readonly [spaced: string, unspaced: string]>> = {
  filters: [' ', '，'],
  parts: [', ', '、'],
  clauses: ['; ', '；'],
}

/**
 * What a language puts between things told one after the other without an “and”: the `filters` of a list as a button says
 * them, the `parts` of a description, and `clauses` that have commas of their own.
 */
export function joint({ joints, spaces }: Grammar, of: Joint): string {
  return joints[of] ?? usual[of][spaces ? 0 : 1]
}
