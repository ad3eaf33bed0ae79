/** Long enough to read the greeting first, and for the operators to know where to tell of it. */
const afterMs = 8_000

/** Raises the demo's alert shortly after somebody came in: before that nobody would see it come. Once, however many come. */
export function createFirstAlert(raise: () => void, ms = afterMs): { someoneIsThere(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  return {
    someoneIsThere: () => void (timer ??= setTimeout(raise, ms).unref()),
    stop: () => void (timer && clearTimeout(timer)),
  }
}
