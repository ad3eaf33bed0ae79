import type { UploadShelf } from '../../domain/ports/upload-shelf.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'

interface MemoryShelf extends UploadShelf {
  /** How many files lie on it. */
  readonly size: number
}

/** A shelf that forgets everything with the test; its promises are those of the others. */
export function memoryShelf(now: Clock, most = 20): MemoryShelf {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly at: number }>()
  let ids = 0
  const isOld = (at: number) => at + 86_400_000 <= msOf(now())
  const tidy = async () => {
    for (const [id, { at }] of [...kept]) if (isOld(at) || kept.size > most) kept.delete(id)
  }
  return {
    get size() {
      return kept.size
    },
    tidy,
    async put(bytes) {
      const id = `upload-${(ids += 1)}`
      kept.set(id, { bytes: bytes.slice(), at: msOf(now()) })
      await tidy()
      return id
    },
    async get(id) {
      const found = kept.get(id)
      return found && !isOld(found.at) ? found.bytes.slice() : null
    },
    remove: async (id) => void kept.delete(id),
  }
}
