/**
 * Milliseconds of processor time that something takes, the best of three: a limit on it tells patterns that try ever more
 * ways from a machine that is busy with something else.
 */
export function worked(act: () => unknown): number {
  let best = Infinity
  for (let tries = 0; tries < 3 && best > 100; tries += 1) {
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}
