/** Waits for its place in the line of turns that begin. */
export type AcknowledgedFirst = () => Promise<void>

/**
 * Turns begin one after the other, each after another look at the network: whatever has come in meanwhile is acknowledged
 * before, for Slack waits three seconds and a list takes the desk some milliseconds. How many run is not limited: one that
 * waits for an operator keeps nobody waiting.
 */
export function acknowledgedFirst(): AcknowledgedFirst {
  const waiting: (() => void)[] = []
  const begin = (): void => {
    waiting.shift()?.()
    if (waiting.length > 0) setTimeout(begin, 1)
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length === 1) setTimeout(begin, 1)
    })
}
