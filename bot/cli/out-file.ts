import { writeFile } from 'node:fs/promises'

/** The file that `--out` names, as it was typed, and the last of several; null where none is named. */
export function outFile(words: readonly string[]): string | null {
  const at = words.findLastIndex((word) => word === '--out' || word.startsWith('--out='))
  const word = words[at]
  if (word === undefined) return null
  return (word === '--out' ? words[at + 1] : word.slice('--out='.length)) ?? null
}

/**
 * Writes what a command made where the command was typed: the desk may run elsewhere and as somebody else. Readable by
 * its owner alone, for it names people. Throws with a sentence where there is such a file already.
 */
export async function writeOut(words: readonly string[], text: string): Promise<string> {
  const file = outFile(words)
  if (file === null) throw new Error('Name a file: --out FILE.')
  await writeFile(file, text, { flag: 'wx', mode: 0o600 }).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'EEXIST' ? new Error(`There is a file ${file} already; it was left as it is.`) : fault
  })
  return file
}
