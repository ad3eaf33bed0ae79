import assert from 'node:assert/strict'
import { toldOf } from '../../kit/in-english.ts'
import { documents, fixture, understand, understood } from './a-ledger.ts'

const quickBooks = 'Customer,Current,1 - 30,31 - 60,61 - 90,91 and over,Total'
const euros = { asOf: '2026-03-31', currency: 'EUR' } as const

function sums(...rows: readonly string[]): string {
  return [quickBooks, ...rows, ''].join('\n')
}

describe('a list of sums by age', () => {
  it('is one open sum for each customer and age, due on the latest day that puts it there', () => {
    const list = understood(sums('Contoso,10.00,20.00,30.00,40.00,50.00,150.00'), euros)
    assert.deepEqual(documents(list), [
      'NIMBUS:contoso | invoice | 1 - 30 | 2026-03-30 | EUR | 2000',
      'NIMBUS:contoso | invoice | 31 - 60 | 2026-02-28 | EUR | 3000',
      'NIMBUS:contoso | invoice | 61 - 90 | 2026-01-29 | EUR | 4000',
      'NIMBUS:contoso | invoice | 91 and over | 2025-12-30 | EUR | 5000',
      'NIMBUS:contoso | invoice | Current | 2027-04-01 | EUR | 1000',
    ])
    assert(list.items.every((item) => item.summary && (item.kind !== 'invoice' || item.lines.length === 0)))
    assert.deepEqual([list.rows, list.counts.rows, list.counts.zeroRows, list.unusedColumns], [1, 1, 0, []])
    assert.match(toldOf(list).join('\n'), /sums by age and no invoices \(Current, 1 - 30, /)
  })

  it('of QuickBooks, with title lines, blank cells and its own total', () => {
    const list = understood(fixture('aged-summary-quickbooks'), { ...euros, currency: 'USD' })
    assert.deepEqual(documents(list), ['NIMBUS:contoso | invoice | 1 - 30 | 2026-03-30 | USD | 10000'])
    assert(list.notes.some(({ code }) => code === 'totals-agree'))
  })

  it('of Xero, by months: no month is told as longer than the shortest', () => {
    const header = 'As at 31 March 2026\nContact,Current,< 1 Month,1 Month,2 Months,3 Months,Older,Total\n'
    const list = understood(`${header}Contoso,0.00,1.00,2.00,3.00,4.00,5.00,15.00\n`, { currency: 'EUR' })
    assert.deepEqual(documents(list), [
      'NIMBUS:contoso | invoice | 1 Month | 2026-03-03 | EUR | 200',
      'NIMBUS:contoso | invoice | 2 Months | 2026-02-03 | EUR | 300',
      'NIMBUS:contoso | invoice | 3 Months | 2026-01-06 | EUR | 400',
      'NIMBUS:contoso | invoice | < 1 Month | 2026-03-30 | EUR | 100',
      'NIMBUS:contoso | invoice | Older | 2025-12-09 | EUR | 500',
    ])
  })

  it('of Xero, with the day of its books in a title line', () => {
    const list = understood(fixture('aged-summary-xero'), { currency: 'EUR' })
    assert.deepEqual(documents(list), ['NIMBUS:contoso | invoice | < 1 Month | 2026-03-30 | EUR | 10000'])
  })

  it('takes a negative sum for a credit, and a row without anything open for no debt', () => {
    const list = understood(sums('Contoso,(5.00),,20.00,,,15.00', 'Fabrikam,,,,,,0.00'), euros)
    assert.deepEqual(documents(list), [
      'NIMBUS:contoso | invoice | 31 - 60 | 2026-02-28 | EUR | 2000',
      'NIMBUS:contoso | credit | Current |  | EUR | 500',
    ])
    assert.deepEqual([list.counts.rows, list.counts.zeroRows], [2, 1])
    assert(list.items.every(({ summary }) => summary))
  })

  it('says which row does not add up to its own total, and believes neither', () => {
    const file = sums('Contoso,,20.00,30.00,,,51.00', 'Fabrikam,,1.00,,,,1.00')
    const refusal = understand(file, euros)
    assert(refusal.kind === 'refused')
    const reason = { code: 'ages-against-total', stated: 5100, ours: 5000, currency: 'EUR' } as const
    assert.deepEqual(refusal.badRows, [{ line: 2, reason }])
    assert.match(toldOf(refusal).join('\n'), /its ages add up to EUR 50\.00, but its total says EUR 51\.00/)
    const rest = understood(file, { ...euros, leaveOutBadRows: true })
    assert.deepEqual(documents(rest), ['NIMBUS:fabrikam | invoice | 1 - 30 | 2026-03-30 | EUR | 100'])
    assert.deepEqual(rest.kept, [{ account: 'NIMBUS:contoso', number: null }])
  })

  it('leaves a row out as one where a single sum in it cannot be read', () => {
    const refusal = understand(sums('Contoso,,20.00,abc,,,20.00'), euros)
    assert(refusal.kind === 'refused')
    const reason = { code: 'unreadable-amount', column: '31 - 60', text: 'abc' } as const
    assert.deepEqual(refusal.badRows, [{ line: 2, reason }])
  })

  it('keeps the sums of one customer in two currencies apart', () => {
    const header = `Currency,${quickBooks}`
    const list = understood(`${header}\nEUR,Contoso,,1.00,,,,1.00\nUSD,Contoso,,2.00,,,,2.00\n`, { asOf: '2026-03-31' })
    assert.deepEqual(documents(list), [
      'NIMBUS:contoso | invoice | 1 - 30 EUR | 2026-03-30 | EUR | 100',
      'NIMBUS:contoso | invoice | 1 - 30 USD | 2026-03-30 | USD | 200',
    ])
  })

  it('without a total is read by its ages, and a row that owes nothing young is no footer', () => {
    const header = 'Debtor,Current,1-30,31-60,61-90,Over 90'
    const list = understood(`${header}\nContoso,,,,,10.00\n`, euros)
    assert.deepEqual(documents(list), ['NIMBUS:contoso | invoice | Over 90 | 2025-12-30 | EUR | 1000'])
  })

  it('counts a column of all that is overdue for none of its ages', () => {
    const list = understood('Customer,Current,Overdue,1-30,31-60,Total\nContoso,5,3,1,2,8\n', euros)
    assert.deepEqual(list.totals, [{ currency: 'EUR', minor: 800, items: 3 }])
  })

  it('closes what a part of the list shows as paid', () => {
    const list = understood(sums('Contoso,,20.00,,,,20.00'), { ...euros, complete: false })
    assert.deepEqual(
      list.closed.map(({ number }) => number),
      ['31 - 60', '61 - 90', '91 and over', 'Current'],
    )
  })

  it('asks for the currency once a row, and for the day of the books', () => {
    const asked = understand(sums('Contoso,,20.00,30.00,,,50.00'))
    assert(asked.kind === 'questions')
    assert.deepEqual(asked.questions, [
      { kind: 'which-currency', candidates: [], rows: 1, line: 2 },
      { kind: 'which-as-of', candidates: [] },
    ])
  })

  for (const header of [
    'Customer,61-90,31-60,1-30,Current,Total',
    'Customer,Current,0-60,31-90,Over 90,Total',
    'Customer,Current,Over 30,Over 60,Over 90,Total',
  ])
    it(`is refused where its ages overlap or run backwards: ${header}`, () => {
      const refusal = understand(`${header}\nContoso,1,2,3,4,10\n`, euros)
      assert.equal(refusal.kind === 'refused' && refusal.reason.code, 'aged-summary')
    })
})

describe('a list of sums by age in another language', () => {
  for (const [language, file] of Object.entries({
    English:
      'A/R Ageing Summary\nAs of March 31, 2026\n\nCustomer,Current,1 - 30 Days,31 - 60 Days,61 - 90 Days,Older,Total (EUR)\n' +
      'Contoso,"1,200.50",,300.00,,40.00,"1,540.50"\nTotal,"1,200.50",,300.00,,40.00,"1,540.50"\n',
    German:
      'Altersstruktur der Forderungen\nStichtag: 31.03.2026\n\nKunde;Nicht fällig;1 - 30 Tage;31 - 60 Tage;61 - 90 Tage;Über 90 Tage;Gesamt (EUR)\n' +
      'Contoso;1.200,50;;300,00;;40,00;1.540,50\nSumme;1.200,50;;300,00;;40,00;1.540,50\n',
    Portuguese:
      'Contas a receber por idade\nPosição em 31/03/2026\n\nCliente;A vencer;1 a 30 dias;31 a 60 dias;61 a 90 dias;Acima de 90 dias;Total (EUR)\n' +
      'Contoso;1.200,50;;300,00;;40,00;1.540,50\nTotal geral;1.200,50;;300,00;;40,00;1.540,50\n',
    Russian:
      'Задолженность по срокам\nПо состоянию на 31.03.2026\n\nКонтрагент;Не просрочено;1 - 30 дней;31 - 60 дней;61 - 90 дней;Более 90 дней;Итого (EUR)\n' +
      'Contoso;1 200,50;;300,00;;40,00;1 540,50\nИтого;1 200,50;;300,00;;40,00;1 540,50\n',
    Japanese:
      '売掛金年齢表\n基準日：2026年3月31日\n\n得意先名,期日前,1～30日,31～60日,61～90日,90日超,合計（EUR）\n' +
      'Contoso,"1,200.50",,300.00,,40.00,"1,540.50"\n合計,"1,200.50",,300.00,,40.00,"1,540.50"\n',
    'traditional Chinese':
      '應收帳款帳齡彙總\n截至2026年3月31日\n\n客戶名稱,未到期,逾期1-30天,逾期31-60天,逾期61-90天,逾期91天以上,合計（EUR）\n' +
      'Contoso,"1,200.50",,300.00,,40.00,"1,540.50"\n合計,"1,200.50",,300.00,,40.00,"1,540.50"\n',
    'simplified Chinese':
      '应收账款账龄汇总\n截至2026年3月31日\n\n客户名称,未逾期,1至30天,31至60天,61至90天,超过90天,合计（EUR）\n' +
      'Contoso,"1,200.50",,300.00,,40.00,"1,540.50"\n合计,"1,200.50",,300.00,,40.00,"1,540.50"\n',
  }))
    it(`is understood without a question: ${language}`, () => {
      const list = understood(file)
      assert.deepEqual(
        list.items
          .flatMap((item) => (item.kind === 'invoice' ? [`${item.due} ${item.open.currency} ${item.open.minor}`] : []))
          .sort(),
        ['2025-12-30 EUR 4000', '2026-02-28 EUR 30000', '2027-04-01 EUR 120050'],
      )
      assert.deepEqual(
        list.notes.map(({ code }) => code),
        ['sums-by-age', 'numbers-from-names', 'totals-agree'],
      )
      assert.deepEqual(list.unusedColumns, [])
    })
})
