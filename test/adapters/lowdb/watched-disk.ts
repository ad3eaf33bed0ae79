import { nodeDisk, type Disk } from '../../../adapters/shared/disk.ts'

export interface Step {
  readonly does: 'create' | 'write' | 'sync' | 'close' | 'rename' | 'remove' | 'sync-folder'
  readonly path: string
}

/** The real disk, which waits for `before` at every step; what `before` throws, the step fails with. */
export function watchedDisk(before: (step: Step) => void | Promise<void>): Disk {
  const watched = async <Result>(does: Step['does'], path: string, step: () => Promise<Result>): Promise<Result> => {
    await before({ does, path })
    return step()
  }
  return {
    create: (path) =>
      watched('create', path, async () => {
        const file = await nodeDisk.create(path)
        return {
          write: (text) => watched('write', path, () => file.write(text)),
          sync: () => watched('sync', path, () => file.sync()),
          // A handle that is never closed would outlive the test.
          close: () => file.close().finally(() => before({ does: 'close', path })),
        }
      }),
    rename: (from, to) => watched('rename', to, () => nodeDisk.rename(from, to)),
    remove: (path) => watched('remove', path, () => nodeDisk.remove(path)),
    syncFolder: (path) => watched('sync-folder', path, () => nodeDisk.syncFolder(path)),
  }
}

/** An error as the system gives it. */
export function systemError(code: 'ENOSPC' | 'EIO'): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: injected`), { code })
}
