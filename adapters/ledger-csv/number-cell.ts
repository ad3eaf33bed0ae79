import type { DecimalSign } from '../../domain/receivables/understanding.ts'

/** An amount cell taken apart; whether `.` or `,` stands before its decimals is for the whole column to say. */
export interface NumberCell {
  /** Digits and the separators between them. */
  readonly body: string
  readonly negative: boolean
  /** Currency symbols or codes written in the cell, else ''. */
  readonly unit: string
}

/** One reading of a body. */
export interface Reading {
  readonly whole: string
  readonly decimals: string
}

const nothing: NumberCell = { body: '0', negative: false, unit: '' }
const core = /\d[\d.,' ]*\d|\d|[.,]\d+/

/** Takes a cell apart; null when it is no amount. A blank cell and a lone dash are zero. */
export function numberCell(text: string): NumberCell | null {
  const plain = text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[’‘`´]/g, "'")
    .replace(/[−–—]/g, '-')
    .trim()
  if (plain === '' || /^-+$/.test(plain)) return nothing
  const found = core.exec(plain)
  if (!found) return null
  const before = plain.slice(0, found.index)
  // `1.234,-` and `1.234,--` are whole amounts, not negative ones.
  const after = plain.slice(found.index + found[0].length).replace(/^[.,]-{1,2}/, '')
  if (/[\d.,](?!\s*$)/.test(after) || /\d/.test(before)) return null

  const around = `${before}|${after}`
  const minuses = around.match(/-/g)?.length ?? 0
  const brackets = /\(/.test(before) && /\)/.test(after)
  const side = /(?:^|[^A-Z])(CR|H)$/i.test(after.trim()) ? 1 : 0
  if (minuses + (brackets ? 1 : 0) + side > 1) return null
  const unit = around
    .replace(/(^|[^\p{L}])(CR|DR|H|S)\s*$/iu, '$1')
    .replace(/[()+\s|-]/g, '')
    .replace(/^\.|\.$/g, '')
  if (!brackets && /[()]/.test(around)) return null
  return { body: found[0].replace(/ +/g, ' '), negative: minuses + side > 0 || brackets, unit }
}

const groupings = [',', '.', "'", ' ']

/** The body read with this sign before its decimals; null when it cannot be read so. */
export function readingOf(body: string, decimal: DecimalSign): Reading | null {
  const sign = decimal === 'point' ? '.' : ','
  const [whole = '', decimals = '', ...more] = body.split(sign)
  if (more.length > 0 || (body.includes(sign) && !/^\d+$/.test(decimals))) return null
  if (/^\d*$/.test(whole)) return { whole: whole === '' ? '0' : whole, decimals }
  for (const group of groupings) {
    if (group === sign) continue
    const [first = '', ...rest] = whole.split(group)
    const western = /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part))
    // 12,34,567.89 in India.
    const indian =
      group === ',' && /^[1-9]\d?$/.test(first) && /^\d{3}$/.test(rest.at(-1) ?? '') && rest.slice(0, -1).every(isPair)
    if (rest.length > 0 && (western || indian)) return { whole: whole.replaceAll(group, ''), decimals }
  }
  return null
}

function isPair(part: string): boolean {
  return /^\d{2}$/.test(part)
}

/** A reading in whole minor units; a word where the currency cannot hold it. */
export function minorOf({ whole, decimals }: Reading, digits: number): number | 'too-many-decimals' | 'too-large' {
  const surplus = decimals.slice(digits)
  // Surplus zeros lose nothing, but three digits may be thousands that somebody wrote the other way.
  if (surplus !== '' && (!/^0+$/.test(surplus) || decimals.length === 3)) return 'too-many-decimals'
  const minor = Number(whole + decimals.slice(0, digits).padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? minor : 'too-large'
}

/** Whether the text is an amount of something. */
export function isAmount(text: string): boolean {
  const cell = numberCell(text)
  return cell !== null && !isZero(cell)
}

/** Whether nothing is open, however it is written. */
export function isZero({ body }: NumberCell): boolean {
  return !/[1-9]/.test(body)
}
