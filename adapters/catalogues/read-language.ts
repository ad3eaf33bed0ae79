import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { faultsOf } from './faults.ts'

/** One language's folder as it was found: `grammar.json`, and messages by subject in all other files. */
export interface ReadLanguage {
  /** The folder's own name. */
  readonly name: string
  readonly tag: string | null
  /** It may leave out messages. */
  readonly begun: boolean
  readonly grammar: Readonly<Record<string, unknown>>
  readonly messages: Readonly<Record<string, string>>
  /** In which file each message stands. */
  readonly fileOf: ReadonlyMap<string, string>
  readonly faults: readonly string[]
}

const grammarFile = z.looseObject({ tag: z.string(), begun: z.boolean().default(false) })
const messageFile = z.record(z.string(), z.string())

/** Never throws for what stands in a file; that is told as its faults. */
export async function readLanguage(name: string, folder: URL): Promise<ReadLanguage> {
  const faults: string[] = []
  const messages: Record<string, string> = {}
  const fileOf = new Map<string, string>()
  let grammar: z.infer<typeof grammarFile> | null = null
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  for (const file of files) {
    try {
      const text = await readFile(new URL(encodeURIComponent(file), folder), 'utf8')
      const raw: unknown = JSON.parse(text.replace(/^\ufeff/u, ''))
      if (file === 'grammar.json') {
        grammar = grammarFile.parse(raw)
        continue
      }
      for (const [key, message] of Object.entries(messageFile.parse(raw))) {
        if (fileOf.has(key)) faults.push(`${name}/${file}: ${key} stands in ${fileOf.get(key) ?? ''} already`)
        fileOf.set(key, file)
        messages[key] = message
      }
    } catch (fault) {
      faults.push(...faultsOf(fault).map((said) => `${name}/${file}: ${said}`))
    }
  }
  if (!files.includes('grammar.json')) faults.push(`${name}: has no grammar.json`)
  return {
    name,
    tag: grammar?.tag ?? null,
    begun: grammar?.begun ?? false,
    grammar: grammar ?? {},
    messages,
    fileOf,
    faults,
  }
}
