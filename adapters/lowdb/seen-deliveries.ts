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

/**
 * Remembers deliveries in a file of its own, a line each. It is not flushed to the disk before a delivery counts as heard:
 * what a copy could do twice is bound to a version or a question, and a process that dies leaves its lines to the system.
 */
export async function openSeenDeliveries(
  folder: string,
  { now, onTrouble }: { readonly now: Clock; readonly onTrouble: (err: unknown) => void },
): Promise<SeenDeliveries> {
  const path = join(folder, file)
  const seen = await readSeen(path, msOf(now()) - keptMs)
  let waiting: string[] = []
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting
      waiting = []
      await appendFile(path, lines.join(''), { mode: 0o600 }).catch(onTrouble)
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
      if (seen.has(key)) return false
      seen.set(key, at)
      waiting.push(`${at} ${key.replaceAll('\n', ' ')}\n`)
      writing ??= write()
      return true
    },
    async close() {
      await writing
    },
  }
}

/** What is young enough, oldest first; the file is written anew without the rest. */
async function readSeen(path: string, from: number): Promise<Map<string, number>> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return ''
    throw fault
  })
  const lines = text.split('\n').flatMap((line) => {
    const [, at, key] = /^(\d+) (.+)$/.exec(line) ?? []
    return at !== undefined && key !== undefined && Number(at) >= from ? [[key, Number(at)] as const] : []
  })
  if (text !== '') {
    await writeFile(`${path}.new`, lines.map(([key, at]) => `${at} ${key}\n`).join(''), { mode: 0o600 })
    await rename(`${path}.new`, path)
  }
  return new Map(lines)
}
