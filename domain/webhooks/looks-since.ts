import type { Clock, Instant } from '../shared/time.ts'

/**
 * Looks at something on behalf of many who heard of it at different moments: whoever heard before a look began is served
 * by it, and whoever heard since waits for the next, which they all share. A look that failed serves nobody.
 */
export function looksSince<Key>(now: Clock): (key: Key, since: Instant, look: () => Promise<void>) => Promise<void> {
  const last = new Map<Key, { readonly began: Instant; readonly done: Promise<void> }>()
  const next = new Map<Key, Promise<void>>()

  return (key, since, look) => {
    const before = last.get(key)
    if (before && before.began > since) return before.done
    const waiting = next.get(key)
    if (waiting) return waiting
    const run = begin(key, before?.done, look)
    next.set(key, run)
    return run
  }

  async function begin(key: Key, before: Promise<void> | undefined, look: () => Promise<void>): Promise<void> {
    await before?.catch(() => undefined)
    next.delete(key)
    const began = now()
    const done = look()
    const mine = { began, done }
    last.set(key, mine)
    try {
      await done
    } catch (fault) {
      if (last.get(key) === mine) last.delete(key)
      throw fault
    }
  }
}
