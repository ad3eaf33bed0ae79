/** Names what lies on a shelf. */
export type UploadId = string

/**
 * Where a file that somebody sent waits while they are asked about it: for a day at most, and where too many are kept
 * the oldest goes first. What it gives back is whole, or nothing.
 */
export interface UploadShelf {
  /** Keeps a copy of the bytes, also over a restart. */
  put(bytes: Uint8Array): Promise<UploadId>
  /** Null when it is gone. */
  get(id: UploadId): Promise<Uint8Array | null>
  /** Removing what is gone is fine. */
  remove(id: UploadId): Promise<void>
  /** Lets go of what has been here too long. */
  tidy(): Promise<void>
}
