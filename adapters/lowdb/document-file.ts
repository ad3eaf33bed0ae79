import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { z } from 'zod'
import { Unreadable } from './damaged-file.ts'
import type { Disk } from '../shared/disk.ts'
import { inChunks, writeDurably } from '../shared/durable-file.ts'

/** How a state becomes text, and text a state again. `parse` throws {@link Unreadable}. */
export interface Format<State> {
  print(state: State): Iterable<string>
  parse(text: string): State
}

/**
 * lowdb's port to one file: read whole, written whole and durably. Not lowdb's own JSONFile, which never syncs,
 * keeps one fixed temporary name, and believes any JSON. Writes must not overlap.
 */
export function documentFile<State>(disk: Disk, path: string, format: Format<State>): Adapter<State> {
  return {
    async read() {
      const bytes = await readFile(path).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return null
        throw fault
      })
      return bytes && format.parse(utf8(bytes))
    },
    write: (state) => writeDurably(disk, path, inChunks(format.print(state))),
  }
}

/** The JSON of a document whose schema number and shape are known. Throws {@link Unreadable}. */
export function parseDocument<Shape>(text: string, schema: number, guard: z.ZodType<Shape>): Shape {
  if (text.trim() === '') throw new Unreadable('it is empty')
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new Unreadable('it is not whole JSON')
  }
  const version = z.object({ schema: z.number() }).safeParse(parsed)
  if (!version.success) throw new Unreadable('it carries no schema number')
  if (version.data.schema !== schema)
    throw new Unreadable(
      `another version of the desk wrote it (schema ${version.data.schema}, this version reads ${schema}), and only ` +
        `that version reads it, under its old name`,
    )
  const { success, error } = guard.safeParse(parsed)
  if (!success) throw new Unreadable(`it does not have the shape of a desk file (${firstIssue(error)})`)
  // What was parsed, not zod's copy: fields that this version does not know are kept.
  return parsed as Shape
}

/** Where a value first differs from its schema, and how; never the value itself. */
export function firstIssue({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'no reason given'
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('it is not UTF-8 text')
  }
}
