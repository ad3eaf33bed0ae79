import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { later, type Clock } from '../../domain/shared/time.ts'

/** The demo's clock: it goes on as any does, and ahead when it is told to. */
export interface DemoClock {
  readonly now: Clock
  readonly aheadMs: number
  /** Goes so far ahead, for good: a demo that is kept starts there again. Throws where the folder cannot keep it. */
  advance(ms: number): Promise<void>
  /** Hears of each step ahead: what fell due meanwhile is to happen now. */
  onMoved(hear: () => void): void
}

const kept = z.object({ aheadMs: z.number().int().nonnegative() })

/** The clock of the demo in a folder, as far ahead as it was left; `wall` is this machine's. */
export async function openDemoClock(folder: string, wall: Clock): Promise<DemoClock> {
  const path = join(folder, 'demo-clock.json')
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '{"aheadMs":0}'
    throw fault
  })
  let { aheadMs } = kept.parse(JSON.parse(text))
  const listeners: (() => void)[] = []
  return {
    now: () => later(wall(), aheadMs),
    get aheadMs() {
      return aheadMs
    },
    async advance(ms) {
      const moved = aheadMs + ms
      await writeFile(`${path}.tmp`, JSON.stringify({ aheadMs: moved } satisfies z.infer<typeof kept>))
      await rename(`${path}.tmp`, path)
      aheadMs = moved
      for (const hear of listeners) hear()
    },
    onMoved: (hear) => void listeners.push(hear),
  }
}
