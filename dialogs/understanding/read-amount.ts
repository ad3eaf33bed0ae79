import { minorDigits, type Money } from '../../domain/shared/money.ts'
import { currencyMarks, currencyOf, currencyWords } from './currency-marks.ts'
import { fold } from './normalise.ts'

/** Why an amount is not read: it could be two, or it is none that can be reckoned with. */
export type Unclear = 'two-ways' | 'unknown-currency' | 'too-fine' | 'too-large'

/** A typed amount; `unclear` ones are asked about and never guessed. */
export type ReadAmount =
  | { readonly kind: 'amount'; readonly money: Money }
  | { readonly kind: 'no-currency'; readonly number: string }
  | { readonly kind: 'unclear'; readonly said: string; readonly why: Unclear }

/** A space groups only what is followed by three digits: "above 5 000 EUR", but "over 5000 60 days". */
const number = String.raw`\d+(?:(?:[.,']| (?=\d{3}(?!\d)))\d+)*(?:\s*[万萬億亿])?(?!\d)`
/** 30万 is a number of its own: by how many digits these move it. */
const myriads: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 億: 8, 亿: 8 }
/**
 * Any of these marks, the longest first. 元 may be followed by anything, “euro” by no other letter: that is looked at once
 * for all of them, since each look costs every pattern that has an amount a millisecond.
 */
function anyOf(marks: readonly string[]): string {
  const shapes = marks
    .toSorted((a, b) => b.length - a.length)
    .map((each) => each.replace(/[$.]/gu, String.raw`\$&`).replace(/ /gu, String.raw`\s+`))
  const isWord = (each: string) => /[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(each)
  const words = shapes.filter(isWord).join('|')
  const signs = shapes.filter((each) => !isWord(each)).join('|')
  return String.raw`(?:${words})(?!\p{L})|${signs}`
}

const known = anyOf(Object.keys(currencyMarks))
/** What joins two filters is no currency. */
const code = `(?!and(?![a-z]))[a-z]{3}(?![a-z])`
const before = `(?:${known}|${code})`
const mark = `(?:${anyOf(Object.keys({ ...currencyWords, ...currencyMarks }))}|${code})`

/** What an amount looks like inside a sentence. */
export const amountShape = String.raw`(?:${before}\s*)?${number}(?:\s*${mark}){0,2}`

/** Grouped by their first two letters: three hundred words side by side cost each pattern that has them milliseconds. */
const codes = Object.entries(
  Object.groupBy(
    Intl.supportedValuesOf('currency').map((each) => each.toLowerCase()),
    (each) => each.slice(0, 2),
  ),
).map(([start, all = []]) => `${start}[${all.map((each) => each.slice(2)).join('')}]`)

/** The same behind a name: a word in front of the number belongs to the name unless it is a currency, “contoso ltd 500”. */
export const sumShape = String.raw`(?<![\w-])(?:(?:${[known, ...codes].join('|')})\s*)?${number}(?:\s*${mark}){0,2}`

const amount = new RegExp(String.raw`^(?<before>${before})?\s*(?<digits>${number})(?<after>(?:\s*${mark})*)$`, 'iu')
const eachMark = new RegExp(mark, 'giu')

/** Reads `5000 EUR`, `EUR 5,000.00`, `€5000` strictly by the customs of a language. */
export function readAmount(said: string, tag: string): ReadAmount {
  const { before = '', digits, after = '' } = amount.exec(fold(said).trim())?.groups ?? {}
  const unclear = (why: Unclear): ReadAmount => ({ kind: 'unclear', said, why })
  if (digits === undefined) return unclear('two-ways')
  const named = new Set([before, ...(after.match(eachMark) ?? [])].filter((each) => each !== '').map(currencyOf))
  named.delete(null)
  const [currency, ...others] = named
  if (others.length > 0) return unclear('two-ways')
  if (currency === undefined || currency === null)
    return named.size === 0 ? { kind: 'no-currency', number: said.trim() } : unclear('unknown-currency')
  const [, plain = '', myriad = ''] = /^(.*?)\s*([万萬億亿]?)$/u.exec(digits) ?? []
  const minor = minorOf(plain, tag, minorDigits(currency) + (myriads[myriad] ?? 0))
  return typeof minor === 'string' ? unclear(minor) : { kind: 'amount', money: { minor, currency } }
}

/** `1.234` and `1,234`: a thousand in one language and one and a bit in another; for sums that nobody sees again soon. */
export function couldBeTwo(said: string): boolean {
  return /^[^\d.,]*[1-9]\d{0,2}[.,]\d{3}[^\d.,]*$/u.test(fold(said).trim())
}

/** Minor units of a number written as the language writes it, or why there are none. */
function minorOf(digits: string, tag: string, most: number): number | Unclear {
  const { group, decimal } = separators(tag)
  const [whole = '', fraction = '', ...more] = digits.split(decimal)
  if (more.length > 0 || !/^\d*$/u.test(fraction)) return 'two-ways'
  const [first = '', ...groups] = whole.split(group)
  if (groups.length === 0 ? !/^\d+$/u.test(first) : !isGrouped([first, ...groups])) return 'two-ways'
  // 1.234 is a thousand elsewhere; 5000.999 is nowhere.
  if (fraction.length > most) return isGrouped([whole, fraction]) ? 'two-ways' : 'too-fine'
  const minor = Number(`${first}${groups.join('')}${fraction.padEnd(most, '0')}`)
  return Number.isSafeInteger(minor) ? minor : 'too-large'
}

function isGrouped([first = '', ...groups]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/u.test(first) && groups.every((each) => /^\d{3}$/u.test(each))
}

function separators(tag: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(tag).formatToParts(1234567.5)
  const of = (type: string) => fold(parts.find((part) => part.type === type)?.value ?? '')
  return { group: of('group'), decimal: of('decimal') }
}
