import { nameOfWord } from '../understanding/pattern.ts'
import type { Grammar } from '../words/catalogue.ts'
import type { TicketField } from './ticket-draft.ts'

export type LabelledField = TicketField | 'topic' | 'severity'

/** Nobody calls a field by more: a remark with a colon in it is no field. */
const longestLabel = 24

/**
 * `title: …` in any of the languages: which field it is for, and what stands behind its name. Null for anything else.
 */
export function labelled(
  text: string,
  grammars: readonly Grammar[],
): { readonly field: LabelledField; readonly said: string } | null {
  const found = new RegExp(`^\\s*([^:：\\n]{1,${longestLabel}}?)\\s*[:：]([^]*)$`, 'u').exec(text)
  if (!found) return null
  const [, label = '', said = ''] = found
  for (const { ticketFields } of grammars) {
    const field = nameOfWord<LabelledField>(ticketFields, label)
    if (field !== null) return { field, said: said.trim() }
  }
  return null
}
