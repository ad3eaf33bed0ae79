/** ISO 4217 code, upper case. */
export type Currency = string

/** Whole minor units (cents, fen; whole yen) of one currency. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

/** Throws `RangeError` for anything but whole minor units. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not whole minor units: ${minor}`)
  return { minor, currency }
}

const digits = new Map<Currency, number>()

/** How many decimal digits a currency's minor unit has: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: Currency): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const found =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}
