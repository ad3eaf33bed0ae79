/**
 * How many slips of the hand lie between two words: a letter left out, added or mistaken, or two neighbours changed over
 * (Damerau and Levenshtein, each pair changed over once). More than `most` is told as `most + 1`, and soon.
 */
export function edits(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let last: number[] = []
  let row = b.map((_, at) => at)
  row.push(b.length)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, theirs] of b.entries()) {
      const same = letter === theirs ? 0 : 1
      let least = Math.min((row[j] ?? 0) + same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1)
      if (i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === theirs) least = Math.min(least, (last[j - 1] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > most && Math.min(...row) > most) return most + 1
    last = row
    row = next
  }
  return Math.min(row.at(-1) ?? 0, most + 1)
}
