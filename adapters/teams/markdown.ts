import { harmless } from '../shared/plain-text.ts'

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
