import { z } from 'zod'
import { listFilters } from './list-filters.ts'

/**
 * What a file is to be made of, small enough to travel through a chat and back. It proves nothing: whoever takes the
 * file is asked for their powers again, for clients can send anything.
 */
export const fileWanted = z.discriminatedUnion('file', [
  z.object({ file: z.literal('dossier'), customer: z.string().max(80), as: z.enum(['html', 'markdown']) }),
  z.object({ file: z.literal('overdue'), filters: listFilters }),
])

export type FileWanted = z.infer<typeof fileWanted>

/** A file made just now, for whoever asked. Nobody keeps it: it is made anew from what was wanted. */
export interface MadeFile {
  /** With its ending; letters, digits and single signs between them, so that every disk takes it. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A file that goes with a Reply: what it is, and never what is in it. */
export interface OfferedFile {
  readonly name: string
  readonly mediaType: string
  /** In bytes, as it would be now; when it is taken it may be another. */
  readonly size: number
  /** The line that names it, for people. */
  readonly label: string
  readonly wanted: FileWanted
}

/** What becomes of a file that is not given where it was asked for. */
export type FileElsewhere = 'only-personal' | 'never' | 'in-your-chat'

/** A part of a file's name: what is neither letter nor digit becomes one dash. */
export function namePart(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}
