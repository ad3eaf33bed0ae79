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

/**
 * Text for a place that reads Markdown, escaped only where Markdown would act: Teams on phones shows needless
 * backslashes (AdaptiveCards#5590), so `A_1 (Berlin)` goes as it is and `[x](http://…)` does not.
 */
export function escapeMarkdown(text: string): string {
  return harmless(text)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`~<[]|&(?=#?\w+;)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([-+#>])(?=\s|$|[#>])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2')
}

/** Text of a message, which Teams reads as Markdown and as HTML. */
export function escapeMessage(text: string): string {
  return escapeMarkdown(text.replaceAll('<', '\uE000').replaceAll('&', '\uE001'))
    .replaceAll('\uE000', '&lt;')
    .replaceAll('\uE001', '&amp;')
}

/** Cut to a number of characters, never through the middle of one. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
