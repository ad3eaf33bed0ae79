import { open, rename, rm } from 'node:fs/promises'

/** A file that is being written for the first time. */
interface NewFile {
  write(piece: string | Uint8Array): Promise<void>
  /** Resolves when what was written would survive a power cut. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The operations a durable write is made of, handed in so that a test can stop at each of them. */
export interface Disk {
  /** A new file that only its owner may read; rejects when the name is taken. */
  create(path: string): Promise<NewFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Resolves when the names in a folder would survive a power cut. */
  syncFolder(path: string): Promise<void>
}

/** The real one. */
export const nodeDisk: Disk = {
  async create(path) {
    const handle = await open(path, 'wx', 0o600)
    return { write: (piece) => handle.appendFile(piece), sync: () => handle.sync(), close: () => handle.close() }
  },
  rename,
  remove: (path) => rm(path),
  async syncFolder(path) {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}
