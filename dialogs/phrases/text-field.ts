import { line, type Part } from '../vocabulary/reply.ts'

/** No chat's field may hold more: Slack refuses a form in which one does. */
const mostInField = 3_000

/**
 * A field to write in, with what is written already. More than every chat's field can hold stands as it is instead: it
 * is kept, and added to by typing.
 */
export function textField(id: string, label: string, value: string | null, multiline: boolean): readonly Part[] {
  if (value !== null && value.length > mostInField) return [line(label), { kind: 'copyable', text: value }]
  return [{ kind: 'input', id, label, value: value ?? '', multiline }]
}
