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
  块: null,
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
  新台币: 'TWD',
  台币: 'TWD',
  美元: 'USD',
  美金: 'USD',
  歐元: 'EUR',
  欧元: 'EUR',
  英鎊: 'GBP',
  英镑: 'GBP',
  港幣: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  日圓: 'JPY',
  日元: 'JPY',
  日幣: 'JPY',
  円: 'JPY',
}

/** The same of what only ever stands behind a number: in front of one, “Banco Real 500”, such a word is part of a name. */
export const currencyWords: Readonly<Record<string, Currency | null>> = {
  рубль: 'RUB',
  рубля: 'RUB',
  рублей: 'RUB',
  рубли: 'RUB',
  рублям: 'RUB',
  рублях: 'RUB',
  'руб.': 'RUB',
  руб: 'RUB',
  евро: 'EUR',
  юань: 'CNY',
  юаня: 'CNY',
  юаней: 'CNY',
  иена: 'JPY',
  иены: 'JPY',
  иен: 'JPY',
  доллар: null,
  доллара: null,
  долларов: null,
  'долларов сша': 'USD',
  real: 'BRL',
  reais: 'BRL',
  dólar: null,
  dolar: null,
  dólares: null,
  dolares: null,
  'dólares americanos': 'USD',
  iene: 'JPY',
  ienes: 'JPY',
  yuan: 'CNY',
  yuans: 'CNY',
  yen: 'JPY',
  renminbi: 'CNY',
  日本円: 'JPY',
  人民元: 'CNY',
  米ドル: 'USD',
  ドル: null,
  ユーロ: 'EUR',
  ルーブル: 'RUB',
  レアル: 'BRL',
  ポンド: 'GBP',
  新台币: 'TWD',
  台币: 'TWD',
  欧元: 'EUR',
  英镑: 'GBP',
  港币: 'HKD',
  日元: 'JPY',
  卢布: 'RUB',
  盧布: 'RUB',
  雷亚尔: 'BRL',
}

let codes: ReadonlySet<string> | null = null

/** The currency a code or mark names; null when it names none, undefined when nobody knows it. */
export function currencyOf(mark: string): Currency | null | undefined {
  const key = mark.toLowerCase()
  if (Object.hasOwn(currencyMarks, key)) return currencyMarks[key]
  if (Object.hasOwn(currencyWords, key)) return currencyWords[key]
  codes ??= new Set(Intl.supportedValuesOf('currency'))
  return codes.has(key.toUpperCase()) ? key.toUpperCase() : undefined
}
