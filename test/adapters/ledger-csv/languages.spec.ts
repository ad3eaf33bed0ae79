import assert from 'node:assert/strict'
import { toldOf } from '../../kit/in-english.ts'
import { languages } from '../../../adapters/ledger-csv/ledger-words.ts'
import { documents, understand, understood } from './a-ledger.ts'

/** Customer number and name, invoice, issued, due, amount, open amount, currency. */
const headers: Readonly<Record<string, string>> = {
  'traditional Chinese': '客戶編號,客戶名稱,發票號碼,發票日期,到期日,金額,未付金額,幣別',
  'simplified Chinese': '客户编号,客户名称,单据号码,发票日期,到期日,金额,未结金额,币种',
  Japanese: '得意先コード,得意先名,請求書番号,請求日,支払期日,請求金額,未収残高,通貨',
  French: "Code client,Nom du client,N° facture,Date de facture,Date d'échéance,Montant TTC,Reste à payer,Devise",
  Spanish: 'Código de cliente,Razón social,Nº factura,Fecha de factura,Vencimiento,Importe,Importe pendiente,Moneda',
  Italian: 'Codice cliente,Ragione sociale,Numero fattura,Data fattura,Scadenza,Importo,Importo residuo,Valuta',
  Portuguese: 'Código do cliente,Razão social,Nota fiscal,Data de emissão,Vencimento,Valor,Saldo em aberto,Moeda',
  Russian: 'Код клиента,Контрагент,Номер счёта,Дата счёта,Срок оплаты,Сумма,Остаток долга,Валюта',
}

describe('an open list in another language', () => {
  for (const [language, header] of Object.entries(headers)) {
    it(`is understood without a question: ${language}`, () => {
      const list = understood(`${header}\nK1,Contoso,R-1,2026-02-01,2026-03-03,20.00,10.00,EUR\n`, {
        asOf: '2026-03-31',
      })
      assert.deepEqual(documents(list), ['NIMBUS:K1 | invoice | R-1 | 2026-03-03 | EUR | 1000'])
      assert.deepEqual(list.unusedColumns, [])
    })
  }

  it('has its total, its as-of day and its credits', () => {
    const list = understood(
      '截至2026年3月31日\n客戶編號,單據類型,單據編號,到期日,餘額（TWD）\nK1,發票,R-1,2026/3/3,10\nK1,折讓,C-1,2026/3/3,4\n合計,,,,6\n',
    )
    assert.deepEqual(list.notes, [{ code: 'totals-agree', totals: 1 }])
    assert.deepEqual(list.totals, [{ currency: 'TWD', minor: 600, items: 2 }])
  })

  it('without a word we know is told which words would do', () => {
    const [line] = toldOf(understand('Ügyfél;Számla;Határidő;Hátralék\nK1;R1;2026-03-03;1\n'))
    assert.match(line ?? '', /No header row was found.*“Customer No”.*“Rechnungsnummer”.*“到期日”.*“Open Balance”/)
  })

  it('never uses one word for both kinds of amount', () => {
    for (const { headers } of languages) {
      const open = new Set(headers.openAmount?.flat())
      assert.deepEqual(
        headers.originalAmount?.flat().filter((word) => open.has(word)),
        [],
      )
    }
  })
})
