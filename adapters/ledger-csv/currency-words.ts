import type { Currency } from '../../domain/shared/money.ts'

/** What symbols and short forms can mean; several currencies share `$`, `¥` and `kr`, and then it is asked. */
const symbols: Readonly<Record<string, readonly Currency[]>> = {
  '€': ['EUR'],
  EURO: ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD'],
  US$: ['USD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  NZ$: ['NZD'],
  S$: ['SGD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  R$: ['BRL'],
  '¥': ['JPY', 'CNY'],
  円: ['JPY'],
  元: ['CNY'],
  RMB: ['CNY'],
  '₩': ['KRW'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  ZŁ: ['PLN'],
  KR: ['SEK', 'NOK', 'DKK', 'ISK'],
  FR: ['CHF'],
  SFR: ['CHF'],
}

const codes = new Set(Intl.supportedValuesOf('currency'))
const known = new Map<string, readonly Currency[]>()

/** The currencies a code or symbol can mean; empty when it is none. */
export function currenciesOf(text: string): readonly Currency[] {
  let found = known.get(text)
  if (!found) {
    const plain = text.normalize('NFKC').trim().toUpperCase().replace(/\.$/, '')
    // `EUR€` and `US$ USD` say the same thing twice.
    const code = /^([A-Z]{3})/.exec(plain)?.[1] ?? ''
    found = symbols[plain] ?? (plain.length === 3 && codes.has(plain) ? [plain] : [])
    if (found.length === 0 && codes.has(code)) found = (symbols[plain.slice(3).trim()] ?? []).filter((c) => c === code)
    known.set(text, found)
  }
  return found
}

/** Whether it is an ISO 4217 code, in capitals. */
export function isCurrency(text: string): boolean {
  return codes.has(text)
}

/** The one currency that a header or title line names: `Open (EUR)`, `Alle Beträge in EUR`, `Currency: USD`, `in €`. */
export function currencyIn(title: string): Currency | null {
  // East Asian systems write `（TWD）`.
  const text = title.normalize('NFKC')
  const said = [
    ...text.matchAll(/[([]\s*([A-Z]{3})\s*[)\]]/g),
    ...text.matchAll(/\b(?:in|currency|währung|ccy)\b\s*:?\s*([A-Z]{3}|[€£₩₹₽₺])(?![A-Za-z])/gi),
    ...text.matchAll(/([€£₩₹₽₺])/g),
  ].flatMap(([, name = '']) => (name === name.toUpperCase() ? currenciesOf(name) : []))
  const [only, ...others] = new Set(said)
  return only !== undefined && others.length === 0 ? only : null
}
