/** Which names hold which words. Names are told by their places in the list they were given in. */
export interface NamePostings {
  /** Names in which each of these words begins a word; `written`: how many of them are words in whole. */
  beginning(words: readonly string[]): readonly Placed[]
  /** Names with one of the words of each list. */
  having(words: readonly ReadonlySet<string>[]): readonly number[]
  /** Every word of every name, once. */
  readonly words: readonly string[]
}

interface Placed {
  readonly at: number
  readonly whole: number
}

/** Words in order, so that all that begin alike stand together; two looks find any beginning among any number of names. */
export function namePostings(names: readonly (readonly string[])[]): NamePostings {
  const places = new Map<string, number[]>()
  for (const [at, words] of names.entries()) {
    for (const word of new Set(words)) {
      const known = places.get(word)
      if (known) known.push(at)
      else places.set(word, [at])
    }
  }
  const words = [...places.keys()].sort()
  const before = [0]
  for (const word of words) before.push((before.at(-1) ?? 0) + (places.get(word)?.length ?? 0))
  const placesOf = (from: number, to: number) => words.slice(from, to).flatMap((word) => places.get(word) ?? [])
  const rangeOf = (beginning: string) => {
    const from = firstAt(words, beginning)
    const to = firstAt(words, `${beginning}\u{10ffff}`)
    return { beginning, from, to, count: (before[to] ?? 0) - (before[from] ?? 0) }
  }
  return {
    words,
    beginning: (sought) => {
      const [rarest, ...others] = [...new Set(sought)].map(rangeOf).sort((a, b) => a.count - b.count)
      if (rarest === undefined || rarest.count === 0) return []
      const found: Placed[] = []
      for (const at of new Set(placesOf(rarest.from, rarest.to))) {
        const own = names[at] ?? []
        if (others.some(({ beginning }) => !own.some((word) => word.startsWith(beginning)))) continue
        found.push({ at, whole: [rarest, ...others].filter(({ beginning }) => own.includes(beginning)).length })
      }
      return found
    },
    having: ([first, ...others]) => {
      const among = new Set([...(first ?? [])].flatMap((word) => places.get(word) ?? []))
      return [...among].filter((at) => others.every((each) => names[at]?.some((word) => each.has(word))))
    },
  }
}

/** The first place in an ordered list that is not before a word. */
function firstAt(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((words[middle] ?? '') < word) from = middle + 1
    else to = middle
  }
  return from
}
