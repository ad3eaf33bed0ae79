import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importWords } from './import-options.ts'
import { policyFileIn } from './policy-words.ts'
import type { Session } from './session.ts'

/**
 * The file that the words name, read where they were typed: the desk may run elsewhere and as somebody else. Null where
 * they name none, or cannot be read; the command says so. Throws with a sentence where it is no list in text, or not
 * there.
 */
export async function namedFile([command, ...args]: readonly string[]): Promise<Session['file']> {
  if (command === 'policy') return policyFile(args)
  const words = command === 'import' ? importWords(args) : null
  if (words === null || typeof words === 'string' || words.file === null) return null
  const { file } = words
  if (!/\.(csv|txt|tsv)$/i.test(file)) {
    throw new Error(`${file} is no list in text: save it as CSV and import that (.csv, .txt or .tsv).`)
  }
  return contents(file)
}

/** The policy that `policy check|propose|rehearse FILE` names. */
async function policyFile(args: readonly string[]): Promise<Session['file']> {
  const file = policyFileIn(args)
  if (file === null) return null
  if (!/\.ya?ml$/i.test(file)) throw new Error(`${file} is no policy: that is a file ending in .yaml.`)
  return contents(file)
}

async function contents(file: string): Promise<Session['file']> {
  const bytes = await readFile(file).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'ENOENT' ? new Error(`There is no file ${file}.`) : fault
  })
  return { name: basename(file), bytes }
}
