/** Says no to what is too much; answers in how many ms it may be tried again, or null: taken. */
export type Limit = (key: string, at: number) => number | null

/** No more than so many in any window of that length. */
export function windows(...each: readonly (readonly [ms: number, most: number])[]): Limit {
  const taken = new Map<string, number[]>()
  const longest = Math.max(...each.map(([ms]) => ms))
  return (key, at) => {
    const own = (taken.get(key) ?? []).filter((before) => before > at - longest)
    taken.set(key, own)
    for (const [ms, most] of each) {
      const first = own.filter((before) => before > at - ms).at(-most)
      if (first !== undefined) return first + ms - at
    }
    own.push(at)
    return null
  }
}

/** So many at once, and then one each so many ms. */
export function bucket(atOnce: number, everyMs: number): Limit {
  const fullAt = new Map<string, number>()
  return (key, at) => {
    const full = Math.max(fullAt.get(key) ?? at, at)
    const due = full - (atOnce - 1) * everyMs - at
    if (due > 0) return due
    fullAt.set(key, full + everyMs)
    return null
  }
}
