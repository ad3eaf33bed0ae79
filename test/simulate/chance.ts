/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  oneOf<One>(all: readonly One[]): One
}

/** Mulberry32: small, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    happens: (likelihood) => next() < likelihood,
    between,
    oneOf: (all) => {
      const one = all[between(0, all.length - 1)]
      if (one === undefined) throw new Error('none to choose from')
      return one
    },
  }
}
