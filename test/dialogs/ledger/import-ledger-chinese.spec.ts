import { mei } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { anImportOffice, list, unclear } from './an-import-office.ts'

describe('a list that was sent, in Traditional Chinese', () => {
  let office: Office
  beforeEach(async () => {
    const files = {
      'short.csv': list('Total,,,,,999.00,EUR'),
      'unclear.csv': unclear,
      'bad.csv': list(
        'K-1001,Contoso,contoso.cn,INV-3,soon,50.00,EUR',
        'K-1001,Contoso,contoso.cn,INV-4,2025-01-01,x,EUR',
      ),
    }
    office = await anImportOffice(files, { staff: [{ ...mei, language: 'zh-Hant-TW' }] })
  })

  it('is imported by pressing, with a second yes typed', async () => {
    await transcript(
      office,
      `
        Mei: (sends "short.csv")
        Bot: short.csv 涵蓋帳上的哪一部分？
             請選擇，或直接輸入，例如「公司 contoso」。
             [某家公司] [某家營運商] [某個國家或地區] [先不要]
        Mei: [某家公司]
        Bot changes: 哪一家公司？請依帳上的名稱輸入。
             [先不要]
        Mei: Nimbus
        Bot: 「公司 Nimbus」的未結單據都列在裡面嗎？
             完整清單會把沒列出的單據視為已結清；部分清單只影響列出的單據。
             [全部都在裡面] [只有一部分] [先不要]
        Mei: [全部都在裡面]
        Bot changes: short.csv：讀到的內容，以及匯入後的變化
             範圍: 公司 NIMBUS，完整清單
             帳款資料截至: 2025年3月30日
             欄位: 「Customer Number」（第 1 欄）：客戶編號 · 「Customer Name」（第 2 欄）：客戶名稱 · 「Domain」（第 3 欄）：網域 · 「Invoice Number」（第 4 欄）：單據號碼 · 「Due Date」（第 5 欄）：到期日 · 「Open Amount」（第 6 欄）：未付金額 · 「Currency」（第 7 欄）：幣別
             資料列: 2 列：1 家客戶的 2 張發票、0 筆貸項、0 筆收款
             檔案內容: 2 筆單據共 EUR 90.00
             第 5 列「Total」寫的是 EUR 999.00，但各列加總為 EUR 90.00。
             異動: 新增 2 筆，異動 0 筆，結清 0 筆
             匯入後未結餘額: EUR 90.00
             新增的應暫停客戶: 0
             尚未對應的帳款客戶: 0
             [匯入] [先不要]
        Mei: [匯入]
        Bot changes: 檔案中的總計與各列不符，可能有遺漏。仍然要匯入嗎？
             [仍然匯入] [先不要]
        Mei: 好
        Bot: L-1：匯入應收帳款 short.csv
             已匯入。
             範圍: 公司 NIMBUS，完整清單
             帳款資料截至: 2025年3月30日
             未結餘額: EUR 90.00
             異動: 新增 2 筆，異動 0 筆，結清 0 筆
             新增的應暫停客戶: 0
             尚未對應的帳款客戶: 0
             [撤銷這次匯入]
      `,
    )
  })

  it('is asked about until nothing is open, and typed answers do', async () => {
    await transcript(
      office,
      `
        Mei: (sends "unclear.csv")
        Bot: unclear.csv 涵蓋帳上的哪一部分？
             …
        Mei: 公司 Nimbus
        Bot: 「公司 Nimbus」的未結單據都列在裡面嗎？
             …
        Mei: 部分
        Bot: 未付金額是哪一種幣別？有 2 列沒有寫明，第一筆在第 2 列。
             請輸入幣別代碼，例如 TWD。
             [先不要]
        Mei: TWD
        Bot: 小數點是句點還是逗號？例如第 2 列的「1.234」。
             [句點：1.234] [逗號：1234] [先不要]
        Mei: 句點
        Bot: 日期是依什麼順序寫的？例如第 2 列的「01/02/2025」。
             [日在前：2025年2月1日] [月在前：2025年1月2日] [先不要]
        Mei: 月在前
        Bot: 這份清單是哪一天從帳上取出的？
             請輸入日期，例如 2026-03-31。
             [先不要]
        Mei: 明天
        Bot: 這份清單是哪一天從帳上取出的？
             我不明白這個回答。
             請輸入日期，例如 2026-03-31。
             [先不要]
        Mei: 3月30日
        Bot: 有 2 列無法讀取。要略過這些列，只匯入其他的嗎？
             第 2 列：「1.234」的小數位數超過 TWD 的位數，因為這個檔案的小數點是句點。
             第 3 列：「2.000」的小數位數超過 TWD 的位數，因為這個檔案的小數點是句點。
             [略過這些列] [先不要]
        Mei: 算了
        Bot: 好的，先放下。沒有執行任何動作。
        Mei: (sends "bad.csv")
        Bot: bad.csv 涵蓋帳上的哪一部分？
             …
        Mei: 營運商 世紀互聯
        Bot: 「營運商 世紀互聯」的未結單據都列在裡面嗎？
             …
        Mei: 完整
        Bot: 有 2 列無法讀取。要略過這些列，只匯入其他的嗎？
             第 5 列：「Due Date」欄的「soon」不是日期。
             第 6 列：「Open Amount」欄的「x」不是金額。
             [略過這些列] [先不要]
        Mei: 略過
        Bot: bad.csv：讀到的內容，以及匯入後的變化
             …
      `,
    )
  })
})
