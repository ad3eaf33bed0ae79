import { readdir } from 'node:fs/promises'
import { FaultyCatalogues, faultsOf } from './faults.ts'
import { readLanguage, type ReadLanguage } from './read-language.ts'

/**
 * Reads every folder of a folder, English first: a new language is one more folder. What a catalogue must hold is the
 * parser's to say. A language that leaves out a message that English has is refused, unless it says that it is only
 * `begun`: then it borrows the English sentence, and tells which ones.
 */
export async function loadCatalogues<Catalogue extends { readonly tag: string }>(
  folder: URL,
  parse: (raw: unknown) => Catalogue,
): Promise<readonly Catalogue[]> {
  const home = new URL(folder.href.endsWith('/') ? folder : `${folder.href}/`)
  const folders = (await readdir(home, { withFileTypes: true })).filter((each) => each.isDirectory())
  const read = await Promise.all(
    folders
      .map(({ name }) => name)
      .sort()
      .map((name) => readLanguage(name, new URL(`${encodeURIComponent(name)}/`, home))),
  )
  const faults = read.flatMap((each) => each.faults)
  const english = read.find(({ tag }) => tag === 'en')
  if (english) faults.push(...read.flatMap((each) => differences(each, english)))
  else if (faults.length === 0) faults.push('no folder has the tag en, and English is what the others are measured by')
  for (const [at, { name, tag }] of read.entries()) {
    const first = read.findIndex((other) => other.tag === tag)
    if (first !== at && tag !== null) faults.push(`${name}: the tag ${tag} is taken by ${read[first]?.name ?? ''}`)
  }
  const loaded = read.flatMap((each) => {
    try {
      return [parse(english ? borrowing(each, english) : whole(each))]
    } catch (fault) {
      if (each.faults.length === 0) faults.push(...faultsOf(fault).map((said) => `${each.name}: ${said}`))
      return []
    }
  })
  if (faults.length > 0) throw new FaultyCatalogues(faults)
  return [...loaded.filter(({ tag }) => tag === 'en'), ...loaded.filter(({ tag }) => tag !== 'en')]
}

function differences(one: ReadLanguage, english: ReadLanguage): readonly string[] {
  if (one.faults.length > 0) return []
  const placed = [...one.fileOf].filter(([key, file]) => english.fileOf.get(key) !== file)
  return [
    ...[...english.fileOf]
      .filter(([key]) => !one.fileOf.has(key) && !one.begun)
      .map(([key, file]) => `${one.name}/${file}: ${key} is missing`),
    ...placed.map(([key, file]) => {
      const there = english.fileOf.get(key)
      return `${one.name}/${file}: ${key} ${there === undefined ? 'is not in English' : `stands in ${there} in English`}`
    }),
  ]
}

function whole({ grammar, messages }: ReadLanguage): unknown {
  return { ...grammar, messages }
}

/** English sentences where a language that is only begun has none yet. */
function borrowing(one: ReadLanguage, english: ReadLanguage): unknown {
  const borrowed = Object.keys(english.messages).filter((key) => !(key in one.messages))
  const lent = Object.fromEntries(borrowed.map((key) => [key, english.messages[key]]))
  return { ...one.grammar, messages: { ...lent, ...one.messages }, borrowed }
}
