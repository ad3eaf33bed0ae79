import { minorDigits, type Currency } from '../../domain/shared/money.ts'

// English as the console speaks it; chats speak every language, from the catalogues.

/** An amount of minor units in full: `EUR 1,234.56`. */
export function spokenMoney(minor: number, currency: Currency): string {
  const digits = minorDigits(currency)
  const whole = `${Math.abs(minor)}`.padStart(digits + 1, '0')
  const units = whole.slice(0, whole.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${currency} ${minor < 0 ? '-' : ''}${units}${digits > 0 ? `.${whole.slice(-digits)}` : ''}`
}

/** `a, b and c`, cut where nobody would read on. */
export function list(words: readonly string[]): string {
  const most = 12
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** `1 row`, `2 rows`, `0 entries`. */
export function several(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
