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

/**
 * Currencies whose minor unit is not a hundredth (ISO 4217, list one of 2026). A table of our own: `Intl` follows CLDR,
 * which says 0 for HUF or IDR where ISO and invoices say 2, and says otherwise from one Node to the next; amounts that
 * are kept as minor units would change their worth with an update.
 */
const unusualDigits: Readonly<Record<Currency, number>> = {
  ...digitsOf(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digitsOf(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digitsOf(4, 'CLF UYW'),
}

function digitsOf(digits: number, currencies: string): Readonly<Record<Currency, number>> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, digits]))
}

/** How many decimal digits a currency's minor unit has: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: Currency): number {
  return unusualDigits[currency] ?? 2
}
