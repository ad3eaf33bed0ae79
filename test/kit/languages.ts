import { loadCatalogues } from '../../adapters/catalogues/load-catalogues.ts'
import { catalogue, isWhole, type Catalogue } from '../../dialogs/words/catalogue.ts'
import type { MessageKey } from '../../dialogs/words/message-key.ts'

/** Where the languages lie, a folder each. */
export const languageFolder = new URL('../../dialogs/languages/', import.meta.url)

/** Every language the desk speaks, as it ships; English first. A new folder is tested from its first day. */
export const everyLanguage: readonly Catalogue[] = await loadCatalogues(languageFolder, (raw) =>
  catalogue.parse(raw),
).catch((fault: unknown) => {
  // Whoever runs specs is told only that a file could not be loaded.
  process.stderr.write(`${String(fault)}\n`)
  throw fault
})

/** The languages that have every message; German is only begun. */
export const wholeLanguages = everyLanguage.filter(isWhole)

/** A language that has every message. */
export type Spoken = Catalogue & { readonly messages: Readonly<Record<MessageKey, string>> }

export function language(tag: string): Spoken {
  const found = everyLanguage.find((each) => each.tag === tag)
  if (!found) throw new Error(`nobody speaks ${tag}`)
  return found as Spoken
}

export const english = language('en')
export const traditionalChinese = language('zh-Hant-TW')
/** For what lists the languages there are: it tells of two, whichever are added. */
export const twoLanguages = [english, traditionalChinese] as const

/** What the languages call themselves, as the desk offers them: a language that is added is among them from its first day. */
export const languageNames: readonly string[] = everyLanguage.map(({ name }) => name)

/** `English and 繁體中文`, as a language lists them. */
export function namesListed(tag: string, names = languageNames): string {
  return new Intl.ListFormat(tag, { type: 'conjunction' }).format(names)
}

/** Of those that customers are written to in. */
export const wholeNames: readonly string[] = everyLanguage.filter(isWhole).map(({ name }) => name)

/** `[English] [繁體中文]`. */
export const nameButtons = languageNames.map((name) => `[${name}]`).join(' ')
export const simplifiedChinese = language('zh-Hans-CN')
export const russian = language('ru')
export const japanese = language('ja')
