import type { Currency } from '../../../domain/shared/money.ts'

/** ISO 3166 regions by what is paid there (ISO 4217), as far as partners are billed in it. */
const regions: Readonly<Record<Currency, string>> = {
  EUR: 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  USD: 'US PR',
  AUD: 'AU',
  BRL: 'BR',
  CAD: 'CA',
  CHF: 'CH LI',
  CNY: 'CN',
  CZK: 'CZ',
  DKK: 'DK',
  GBP: 'GB',
  HKD: 'HK',
  INR: 'IN',
  JPY: 'JP',
  KRW: 'KR',
  MXN: 'MX',
  NOK: 'NO',
  NZD: 'NZ',
  PLN: 'PL',
  SEK: 'SE',
  SGD: 'SG',
  TWD: 'TW',
  ZAR: 'ZA',
}

/**
 * What is meant by `currencyLocale`, which older Azure subscriptions have instead of a currency (docs:
 * customer-usage-resources): `fr-FR` is EUR. Null where the region is not known, since an amount in a wrong currency is
 * worse than none.
 */
export function currencyOfLocale(locale: string): Currency | null {
  const region = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})$/i.exec(locale)?.[1]?.toUpperCase()
  if (region === undefined) return null
  return Object.entries(regions).find(([, paid]) => paid.split(' ').includes(region))?.[0] ?? null
}
