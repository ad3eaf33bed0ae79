import { minorDigits, type Currency } from '../../domain/shared/money.ts'

/**
 * A decimal as JSON carries it, in whole minor units; null where it is finer than the currency, or larger than is known
 * exactly. By its digits, never by multiplying: 1.15 times 100 is not 115.
 */
export function minorOf(amount: number, currency: Currency): number | null {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount)) ?? []
  // A double tells fifteen digits exactly; with more, nobody knows which number was sent.
  if (whole === '' || (whole + fraction).length > 15) return null
  const digits = minorDigits(currency)
  if (/[1-9]/.test(fraction.slice(digits))) return null
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  if (!Number.isSafeInteger(minor)) return null
  return sign === '' || minor === 0 ? minor : -minor
}
