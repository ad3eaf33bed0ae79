const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** The languages in which a ledger may name a country. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'ru', 'ja', 'zh-Hant', 'zh-Hans']

let byName: ReadonlyMap<string, string> | null = null

/** The ISO 3166 code of a country as a ledger names it, `DE`, `Germany`, `Deutschland`; null where it is none. */
export function countryCode(country: string): string | null {
  const text = country.trim()
  if (/^[a-z]{2}$/iu.test(text)) return text.toUpperCase() === 'UK' ? 'GB' : text.toUpperCase()
  byName ??= names()
  return byName.get(text.toLowerCase()) ?? null
}

function names(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  // What is a country no more, such as DD, is written as what took its place.
  const codes = pairs.filter((code) => new Intl.Locale(`und-${code}`).region === code)
  for (const language of languages) {
    const told = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = told.of(code)?.toLowerCase()
      if (name !== undefined && !found.has(name)) found.set(name, code)
    }
  }
  return found
}
