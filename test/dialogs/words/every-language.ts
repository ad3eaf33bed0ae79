import { loadCatalogues } from '../../../adapters/catalogues/load-catalogues.ts'
import { catalogue, type Catalogue } from '../../../dialogs/words/catalogue.ts'

/** Every language the desk speaks, as it ships; English first. A new file is tested from its first day. */
export const everyLanguage: readonly Catalogue[] = await loadCatalogues(
  new URL('../../../dialogs/languages/', import.meta.url),
  (raw) => catalogue.parse(raw),
)

export function language(tag: string): Catalogue {
  const found = everyLanguage.find((each) => each.tag === tag)
  if (!found) throw new Error(`nobody speaks ${tag}`)
  return found
}

export const english = language('en')
export const traditionalChinese = language('zh-Hant-TW')
