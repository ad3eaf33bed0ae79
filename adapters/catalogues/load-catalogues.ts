import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'

/** What is wrong with the language files, each fault with its file and place, in plain words. */
export class FaultyCatalogues extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`The languages cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'FaultyCatalogues'
    this.faults = faults
  }
}

/** As much of a catalogue as is compared between languages. */
interface Comparable {
  /** BCP 47 tag. */
  readonly tag: string
  readonly messages: Readonly<Record<string, string>>
}

/**
 * Reads every `*.json` of a folder, English first: a new language is one more file. What a catalogue must hold is the
 * parser's to say; here a language is only refused when it leaves out a message that English has.
 */
export async function loadCatalogues<Catalogue extends Comparable>(
  folder: URL,
  parse: (raw: unknown) => Catalogue,
): Promise<readonly Catalogue[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const read = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(inside(folder, file), 'utf8') })),
  )
  const faults: string[] = []
  const loaded = read.flatMap(({ file, text }) => {
    try {
      return [{ file, catalogue: parse(JSON.parse(text.replace(/^\ufeff/u, ''))) }]
    } catch (fault) {
      faults.push(...faultsOf(fault).map((each) => `${file}: ${each}`))
      return []
    }
  })

  const english = loaded.find(({ catalogue }) => catalogue.tag === 'en')
  if (english) faults.push(...loaded.flatMap((each) => differences(each, english.catalogue)))
  else if (faults.length === 0) faults.push('no file has the tag en, and English is what the others are measured by')
  for (const [at, { file, catalogue }] of loaded.entries()) {
    const first = loaded.findIndex((other) => other.catalogue.tag === catalogue.tag)
    if (first !== at) faults.push(`${file}: the tag ${catalogue.tag} is taken by ${loaded[first]?.file ?? ''}`)
  }
  if (!english || faults.length > 0) throw new FaultyCatalogues(faults)
  return [english, ...loaded.filter((each) => each !== english)].map(({ catalogue }) => catalogue)
}

function inside(folder: URL, file: string): URL {
  return new URL(encodeURIComponent(file), folder.href.endsWith('/') ? folder : `${folder.href}/`)
}

function differences(
  { file, catalogue: { messages } }: { readonly file: string; readonly catalogue: Comparable },
  english: Comparable,
): readonly string[] {
  return [
    ...Object.keys(english.messages)
      .filter((key) => !Object.hasOwn(messages, key))
      .map((key) => `${file}: messages: ${key} is missing`),
    ...Object.keys(messages)
      .filter((key) => !Object.hasOwn(english.messages, key))
      .map((key) => `${file}: messages: ${key} is not in English`),
  ]
}

function faultsOf(fault: unknown): readonly string[] {
  if (fault instanceof SyntaxError) return [`is no JSON: ${fault.message}`]
  if (fault instanceof z.ZodError)
    return fault.issues.map(({ path, message }) => `${path.map(String).join(' › ') || 'the file'}: ${message}`)
  return [fault instanceof Error ? fault.message : String(fault)]
}
