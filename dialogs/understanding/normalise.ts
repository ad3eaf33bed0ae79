/**
 * Text as people and programs write it differently: compatibility forms (full-width digits, ligatures), curly
 * quotes, the kinds of dash, invisible marks. Combining marks stay: stripping them would turn が into か.
 */
export function fold(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/´/gu, "'")
    .normalize('NFKC')
    .replace(/[‘’‛ʼ`]/gu, "'")
    .replace(/[“”‟„]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
}

/** Text as it is compared: folded, lower case, white space single. The same however often it is applied. */
export function normalise(text: string): string {
  // Lower case can bring letters together that compose: J̌ becomes ǰ, which is also one letter.
  return fold(text).toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** A name without its punctuation, which people leave out; 臺 and 台 are one, and ё and е, since people write both. */
export function nameKey(name: string): string {
  return normalise(name)
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/臺/gu, '台')
    .replace(/ё/gu, 'е')
    .replace(/\s+/gu, ' ')
    .trim()
}
