/**
 * Somebody's words in one line, no longer than so many characters: cut after a whole word where one ends near the end,
 * and never inside a letter.
 */
export function cutWords(said: string, most: number): string {
  const oneLine = said.replace(/\s+/gu, ' ').trim()
  if (oneLine.length <= most) return oneLine
  const letters: string[] = []
  let length = 0
  for (const { segment } of new Intl.Segmenter().segment(oneLine.slice(0, 2 * most))) {
    if (length + segment.length > most - 1) break
    letters.push(segment)
    length += segment.length
  }
  const cut = letters.join('')
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > 0.8 * most ? cut.slice(0, lastSpace) : cut).trimEnd()}…`
}
