import type { Words } from '../words/words.ts'

/** `A, B, and C`, cut where nobody would read on. */
export function cutList(items: readonly string[], words: Words, most = 12): string {
  if (items.length <= most) return words.list(items)
  return words.list([...items.slice(0, most), words.say('list.more', { count: items.length - most })])
}
