/** How a lot of measurements are spread, in their own unit. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

export function spread(measured: readonly number[]): Spread {
  const sorted = measured.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 }
}

/** Of several rounds the middle one, figure by figure: these machines are noisy. */
export function middle(rounds: readonly Spread[]): Spread {
  const of = (key: keyof Spread) =>
    rounds.map((each) => each[key]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0
  return { count: of('count'), p50: of('p50'), p95: of('p95'), p99: of('p99'), most: of('most') }
}
