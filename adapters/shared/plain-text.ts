/**
 * Text that stays where it is put: without control characters, and without the marks that turn the rest of a line
 * round (a customer's name may hold one, and the sum behind it would read backwards). Directional letters stay.
 */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (mark) => (mark === '\n' ? mark : ''))
}

/** Cut to a number of characters, never through the middle of one. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** What stands in a header: one line, and nothing that a reader's program would decode into something else. */
export function oneLine(text: string): string {
  return harmless(text.toWellFormed()).replaceAll(/\s+/g, ' ').replaceAll('=?', '= ?').trim()
}
