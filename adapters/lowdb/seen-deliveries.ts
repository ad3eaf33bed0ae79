import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { msOf, type Clock } from '../../domain/shared/time.ts'

export interface SeenDeliveries {
  /** Whether a delivery is heard for the first time; from then on it is not, after a restart either. */
  isFirst(key: string): boolean
  /** Writes what is under way. */
  close(): Promise<void>
}

/** As long as a chat may send something again (facts/chat-platforms 6.3). */
const keptMs = 24 * 3_600_000
const file = 'seen-deliveries.txt'
/** So many lines of forgotten deliveries may stand in the file before it is written anew. */
const mostForgotten = 10_000

/** When each was heard, oldest first. */
type Seen = Map<string, number>

/**
 * Remembers deliveries in a file of its own, a line each. It is not flushed to the disk before a delivery counts as heard:
 * what a copy could do twice is bound to a version or a question, and a process that dies leaves its lines to the system.
 * For the same reason a file that cannot be read or written is told to `onTrouble`, and keeps nobody from being heard.
 */
export async function openSeenDeliveries(
  folder: string,
  { now, onTrouble }: { readonly now: Clock; readonly onTrouble: (err: unknown) => void },
): Promise<SeenDeliveries> {
  const path = join(folder, file)
  const seen = await readSeen(path, msOf(now()) - keptMs).catch((err: unknown): Seen => {
    onTrouble(err)
    return new Map()
  })
  // Written anew without what is forgotten, and without half a line of a process that died.
  await replace(path, seen).catch(onTrouble)
  let lines = seen.size
  let waiting: string[] = []
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const fresh = waiting
      waiting = []
      lines += fresh.length
      const grown = lines > 2 * seen.size + mostForgotten
      if (grown) lines = seen.size
      await (grown ? replace(path, seen) : appendFile(path, fresh.join(''), { mode: 0o600 })).catch(onTrouble)
    }
    writing = null
  }

  return {
    isFirst(key) {
      const at = msOf(now())
      for (const [old, when] of seen) {
        if (at - when <= keptMs) break
        seen.delete(old)
      }
      const named = key.replaceAll('\n', ' ')
      if (seen.has(named)) return false
      seen.set(named, at)
      waiting.push(lineOf([named, at]))
      writing ??= write()
      return true
    },
    async close() {
      await writing
    },
  }
}

function lineOf([key, at]: readonly [string, number]): string {
  return `${at} ${key}\n`
}

/** What is young enough, oldest first. A line that was not written to its end is none. */
async function readSeen(path: string, from: number): Promise<Seen> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return ''
    throw fault
  })
  return new Map(
    text
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => {
        const [, at, key] = /^(\d+) (.+)$/.exec(line) ?? []
        return at !== undefined && key !== undefined && Number(at) >= from ? [[key, Number(at)] as const] : []
      }),
  )
}

async function replace(path: string, seen: Seen): Promise<void> {
  await writeFile(`${path}.new`, [...seen].map(lineOf).join(''), { mode: 0o600 })
  await rename(`${path}.new`, path)
}
