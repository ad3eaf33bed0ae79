import type { OpenDesk } from '../open-desk.ts'

/** Somebody at the console, here or at the other end of the desk's socket. */
export interface Session {
  /** The machine's own name for them; audit entries carry it as `console:<user>`. */
  readonly user: string
  /** The file named on the command line, as it was read where the command was typed. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
  print(line: string): void
  /** Puts a text into the file named with `--out`, where the command was typed. */
  save(text: string): Promise<void>
  /** Null when nobody can answer (no terminal, or the connection ended). */
  ask(question: string): Promise<string | null>
}

/** One word of the command line. Answers the exit code. */
export type Command = (args: readonly string[], session: Session, open: OpenDesk) => Promise<number>

/**
 * One word of the command line that needs no desk: it opens nothing, and a desk that runs is not asked. The settings
 * may be half done.
 */
export type DesklessCommand = (
  args: readonly string[],
  session: Session,
  settings: Readonly<Record<string, string | undefined>>,
) => Promise<number>

/** Yes only for a plain yes. */
export async function confirmed(session: Session, question: string): Promise<boolean> {
  const answer = await session.ask(`${question} (yes/no) `)
  return answer !== null && /^\s*y(es)?\s*$/i.test(answer)
}
