import assert from 'node:assert/strict'
import { readAmount, type Unclear } from '../../../dialogs/understanding/read-amount.ts'

type Expected = readonly [minor: number, currency: string] | Unclear | 'no-currency'

const amounts: Readonly<Record<string, readonly (readonly [said: string, expected: Expected])[]>> = {
  en: [
    ['5000 EUR', [500000, 'EUR']],
    ['5000EUR', [500000, 'EUR']],
    ['EUR 5000', [500000, 'EUR']],
    ['eur5000', [500000, 'EUR']],
    ['5,000.00 EUR', [500000, 'EUR']],
    ['1,234,567.89 usd', [123456789, 'USD']],
    ['€5000', [500000, 'EUR']],
    ['£ 5,000', [500000, 'GBP']],
    ['5000 euros', [500000, 'EUR']],
    ['５０００ ＥＵＲ', [500000, 'EUR']],
    ['0.5 EUR', [50, 'EUR']],
    ['0.05 EUR', [5, 'EUR']],
    ['5000 JPY', [5000, 'JPY']],
    ['5.250 KWD', [5250, 'KWD']],
    ['US$5000', [500000, 'USD']],
    ['NT$5,000', [500000, 'TWD']],
    ['$5000 USD', [500000, 'USD']],
    ['¥5000 CNY', [500000, 'CNY']],
    ['5000 RMB', [500000, 'CNY']],
    ['5000', 'no-currency'],
    ['5,000.00', 'no-currency'],
    ['$5000', 'no-currency'],
    ['¥5000', 'no-currency'],
    ['￥5000', 'no-currency'],
    ['5000 dollars', 'no-currency'],
    // A German writes 1234 like this, an Englishman a little more than one; neither writes three decimals of a euro.
    ['1.234 EUR', 'two-ways'],
    ['1.234,50 EUR', 'two-ways'],
    ['5 000 EUR', 'two-ways'],
    ['5,00 EUR', 'two-ways'],
    ['50,00,000 EUR', 'two-ways'],
    ['1,2345 EUR', 'two-ways'],
    ['0,500 EUR', 'two-ways'],
    ['5.000.000 EUR', 'two-ways'],
    ['5,000,00 EUR', 'two-ways'],
    ['5000.005 EUR', 'too-fine'],
    ['5000.00 JPY', 'too-fine'],
    ['5000.999 EUR', 'too-fine'],
    ['5000 ABC', 'unknown-currency'],
    ['5000 and', 'two-ways'],
    ['EUR 5000 USD', 'two-ways'],
    ['€5000 USD', 'two-ways'],
    ['-5000 EUR', 'two-ways'],
    ['5e3 EUR', 'two-ways'],
    ['five thousand EUR', 'two-ways'],
    ['5000. EUR', 'two-ways'],
    ['.50 EUR', 'two-ways'],
    ['', 'two-ways'],
    ['EUR', 'two-ways'],
    ['90071992547409920 EUR', 'too-large'],
    ['5000 EUR or so', 'two-ways'],
  ],
  de: [
    ['1.234 EUR', [123400, 'EUR']],
    ['1.234,50 EUR', [123450, 'EUR']],
    ['5000,5 EUR', [500050, 'EUR']],
    ['1,234.50 EUR', 'two-ways'],
    ['5,000 EUR', 'two-ways'],
  ],
  'de-CH': [['5’000.00 CHF', [500000, 'CHF']]],
  ru: [
    ['5 000,50 RUB', [500050, 'RUB']],
    ['5\u00a0000 ₽', [500000, 'RUB']],
    ['5.000 RUB', 'two-ways'],
    ['1\u202f234,56 руб.', [123456, 'RUB']],
    ['1 234,56 рублей', [123456, 'RUB']],
    ['5000 Рублей', [500000, 'RUB']],
    ['500 евро', [50000, 'EUR']],
    ['500 юаней', [50000, 'CNY']],
    ['500 долларов', 'no-currency'],
    ['500 долларов США', [50000, 'USD']],
    ['500 рублейка', 'two-ways'],
    ['12 34 RUB', 'two-ways'],
  ],
  'pt-BR': [
    ['R$ 5.000,00', [500000, 'BRL']],
    ['1.234,56 reais', [123456, 'BRL']],
    ['1,234.56 reais', 'two-ways'],
    ['5000 dólares', 'no-currency'],
    ['5 mil reais', 'two-ways'],
  ],
  ja: [
    ['5,000円', [5000, 'JPY']],
    ['5000ドル', 'no-currency'],
    ['5000米ドル', [500000, 'USD']],
    ['500ユーロ', [50000, 'EUR']],
    ['5000元', 'no-currency'],
    ['5万円', [50000, 'JPY']],
  ],
  'zh-Hans-CN': [
    ['人民币5,000元', [500000, 'CNY']],
    ['5000元', 'no-currency'],
    ['5000美元', [500000, 'USD']],
    ['5000欧元', [500000, 'EUR']],
    ['5万元', 'no-currency'],
  ],
  'zh-Hant-TW': [
    ['5,000 TWD', [500000, 'TWD']],
    ['新台幣5,000', [500000, 'TWD']],
    ['5000元新臺幣', [500000, 'TWD']],
    ['5000美金', [500000, 'USD']],
    ['人民幣 5000 元', [500000, 'CNY']],
    ['5000日圓', [5000, 'JPY']],
    // In Taipei these are New Taiwan dollars, in Shanghai yuan.
    ['5000元', 'no-currency'],
    ['5000圓', 'no-currency'],
  ],
}

for (const [tag, cases] of Object.entries(amounts)) {
  describe(`an amount typed in ${tag}`, () => {
    for (const [said, expected] of cases) {
      it(`“${said}” is ${typeof expected === 'string' ? expected : expected.join(' ')}`, () => {
        const read = readAmount(said, tag)
        if (typeof expected !== 'string') {
          const [minor, currency] = expected
          assert.deepEqual(read, { kind: 'amount', money: { minor, currency } })
        } else if (expected === 'no-currency') assert.deepEqual(read, { kind: 'no-currency', number: said })
        else assert.deepEqual(read, { kind: 'unclear', said, why: expected })
      })
    }
  })
}
