import type { Logger } from 'pino'
import type { UploadShelf } from '../domain/ports/upload-shelf.ts'

const everyMs = 3_600_000

/** Lets go of files that nobody asked about again, every hour: with them, nothing else comes along to do it. */
export function tidyUploads(uploads: Pick<UploadShelf, 'tidy'>, log: Pick<Logger, 'error'>): { stop(): void } {
  const timer = setInterval(() => {
    uploads.tidy().catch((err: unknown) => log.error({ err }, 'uploads could not be tidied'))
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
