import { isLane, type Lane } from '../../domain/customers/lane.ts'
import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import { plainWord } from './plain-word.ts'

const laneWords = new Map<string, Lane>(
  (
    [
      ['global', ['global', 'commercial', 'public', 'worldwide', 'azure', 'microsoft', 'microsoft global']],
      ['us-government', ['us-government', 'us gov', 'gcc high', 'gcch', 'azure us government', 'government']],
      ['china', ['china', '21vianet', '21vianet china', 'azure china', 'mooncake']],
    ] as const
  ).flatMap(([lane, words]) => words.map((word) => [plainWord(word), lane] as const)),
)

/** The lane a cell names, in our words or the usual ones; null when it is none. */
export function laneOf(text: string): Lane | null {
  return isLane(text) ? text : (laneWords.get(plainWord(text)) ?? null)
}

/** One spelling per company, since `Acme  ltd` and `ACME Ltd` are not two sets of books. */
export const companyOf = remembered((text) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase())

/** The two-letter code of a country written as a code or by its English or German name; else the text, in capitals. */
export const countryOf = remembered((text) => {
  const plain = text.normalize('NFKC').trim().toUpperCase()
  return countryNames().get(plainWord(text)) ?? (/^[A-Z]{2}$/.test(plain) ? currentCode(plain) : plain)
})

/** The scope in the spelling that items carry; null for a lane that is none. */
export function scopeOf({ kind, value }: ImportScope): ImportScope | null {
  switch (kind) {
    case 'company':
      return { kind, value: companyOf(value) }
    case 'country':
      return { kind, value: countryOf(value) }
    case 'lane': {
      const lane = laneOf(value)
      return lane === null ? null : { kind, value: lane }
    }
  }
}

/** `UK` is GB and `DD` has become DE. */
function currentCode(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code
}

let names: ReadonlyMap<string, string> | null = null

function countryNames(): ReadonlyMap<string, string> {
  if (names) return names
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((a) => letters.map((b) => `${a}${b}`)).filter((code) => currentCode(code) === code)
  const found = new Map<string, string>()
  for (const language of ['en', 'de']) {
    const named = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = named.of(code)
      if (name !== undefined && !found.has(plainWord(name))) found.set(plainWord(name), code)
    }
  }
  return (names = found)
}

/** Ledgers repeat a few values a hundred thousand times. */
function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let found = known.get(text)
    if (found === undefined) known.set(text, (found = work(text)))
    return found
  }
}
