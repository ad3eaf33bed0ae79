import type { Currency } from '../../domain/shared/money.ts'

/**
 * What people write for a currency besides its code. Null says nothing: a $ is four currencies to this trade, a ¥ two,
 * and 元 is another one in Taipei than in Shanghai.
 */
export const currencyMarks: Readonly<Record<string, Currency | null>> = {
  $: null,
  '¥': null,
  元: null,
  圓: null,
  dollar: null,
  dollars: null,
  us$: 'USD',
  nt$: 'TWD',
  hk$: 'HKD',
  r$: 'BRL',
  'cn¥': 'CNY',
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '₹': 'INR',
  '₩': 'KRW',
  euro: 'EUR',
  euros: 'EUR',
  rmb: 'CNY',
  ntd: 'TWD',
  人民幣: 'CNY',
  人民币: 'CNY',
  新台幣: 'TWD',
  新臺幣: 'TWD',
  台幣: 'TWD',
  臺幣: 'TWD',
  美元: 'USD',
  美金: 'USD',
  歐元: 'EUR',
  英鎊: 'GBP',
  港幣: 'HKD',
  港元: 'HKD',
  日圓: 'JPY',
  日幣: 'JPY',
  円: 'JPY',
}

let codes: ReadonlySet<string> | null = null

/** The currency a code or mark names; null when it names none, undefined when nobody knows it. */
export function currencyOf(mark: string): Currency | null | undefined {
  const key = mark.toLowerCase()
  if (Object.hasOwn(currencyMarks, key)) return currencyMarks[key]
  codes ??= new Set(Intl.supportedValuesOf('currency'))
  return codes.has(key.toUpperCase()) ? key.toUpperCase() : undefined
}
