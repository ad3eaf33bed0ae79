import type { MadeFile } from './vocabulary/file.ts'
import type { Reply } from './vocabulary/reply.ts'

/** A file, or why it is not made for this person here. */
export type FileOutcome = { readonly made: MadeFile } | { readonly refused: Reply }
