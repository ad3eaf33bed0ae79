import { anInvoice } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before } from '../an-office.ts'

describe('why somebody stands as they do', () => {
  it('is told from the rule to the people, with dates, and what comes next', async () => {
    const office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Wang: why contoso
      Bot: Why: Contoso
           The policy calls for: suspension.
           Rule: suspension from 60 days past due, with CNY 1,000.00 or EUR 100.00 at least.
           Overdue: CNY 48,200.00, oldest 70 days.
           INV-1: CNY 48,200.00 left, due Jan 20, 2025, 70 days ago
           Final notice given Mar 3, 2025 for 1 invoice, deadline Mar 17, 2025; recorded by Mei.
           S-1, for non-payment, was asked for by Mei, Mar 31, 2025, 10:00 AM. Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           Nothing will change by itself within the next year. That is if nothing is paid, invoiced or agreed until then and the ledger is kept up to date.
           What would change it: a payment in the ledger, a promise, a dispute, an exemption, or another final notice.
           Ledger as of Mar 30, 2025 (1 working day old).
           [S-1]
      Wang: why S-1
      Bot: Why: S-1, Contoso
           S-1, for non-payment, was asked for by Mei, Mar 31, 2025, 10:00 AM. Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           It was asked on CNY 48,200.00 overdue, oldest 70 days, when the policy called for: suspension.
           given Mar 3, 2025, deadline Mar 17, 2025; recorded by Mei
           Ledger as of: Mar 30, 2025
           [S-1]
      Wang: why not contoso
      Bot: Why not further: Contoso
           The policy calls for: suspension.
           …
      Wang: next contoso
      Bot: What is next: Contoso
           The policy calls for: suspension.
           Nothing will change by itself within the next year. That is if nothing is paid, invoiced or agreed until then and the ledger is kept up to date.
      Wang: why contoso on 2025-03-31
      Bot: Contoso, as on record on Mar 31, 2025
           Mar 31, 2025, 10:00 AM, Mei: asked for S-1. Then overdue: CNY 48,200.00, oldest 70 days.
           This is from the audit alone. How somebody stood is on record for the moments at which something was decided, and not for the days between.
      Wang: why contoso on 2025-03-30
      Bot: Contoso, as on record on Mar 30, 2025
           Nothing was decided until then.
           This is from the audit alone. How somebody stood is on record for the moments at which something was decided, and not for the days between.
      Wang: why contoso on tomorrow
      Bot: That day is still ahead. Say “next Contoso” for what is to come.
      Wang: why PD-1
      Bot: There is no PD-1.
      `,
    )
  })

  it('names what stands in the way, and what a final notice of today would bring', async () =>
    transcript(
      await anOffice({ notices: [], items: [anInvoice()] }),
      `
      Mei: why not contoso
      Bot: Why not further: Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           No final notice is on record for this debt.
           Rule: final notice from 30 days past due.
           Overdue: CNY 48,200.00, oldest 70 days.
           INV-1: CNY 48,200.00 left, due Jan 20, 2025, 70 days ago
           Nothing will change by itself within the next year. If a final notice were recorded today, then from Apr 15, 2025 on: suspension. That is if nothing is paid, invoiced or agreed until then and the ledger is kept up to date.
           What would change it: a payment in the ledger, a promise, a dispute, an exemption, or another final notice.
           Ledger as of Mar 30, 2025 (1 working day old).
      Mei: next contoso
      Bot: What is next: Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           Nothing will change by itself within the next year. If a final notice were recorded today, then from Apr 15, 2025 on: suspension. That is if nothing is paid, invoiced or agreed until then and the ledger is kept up to date.
      `,
    ))

  it('is told in Chinese too', async () =>
    transcript(
      await anOffice({ notices: [], items: [anInvoice({ due: '2025-03-21' })] }),
      `
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 為什麼 contoso
      Bot: 原因：Contoso
           依催收政策，目前應進行：催款提醒。
           規則：催款提醒，逾期滿 1 天。
           逾期：CNY 48,200.00，最久已逾期 10 天。
           INV-1：尚欠 CNY 48,200.00，2025年3月21日 到期，已逾期 10 天
           催收政策尚未要求暫停服務；目前應進行：催款提醒。
           下一步：2025年4月20日 起，依催收政策應進行：最後催告。以上假設到時沒有付款、新發票或新的約定，且帳款資料持續更新。
           會改變結果的事：帳款資料中的付款、付款承諾、爭議、豁免，或另一次最後催告。
           帳款資料截至 2025年3月30日（已過 1 個工作天）。
      Mei: contoso 的下一步
      Bot: 下一步：Contoso
           依催收政策，目前應進行：催款提醒。
           下一步：2025年4月20日 起，依催收政策應進行：最後催告。以上假設到時沒有付款、新發票或新的約定，且帳款資料持續更新。
      Mei: contoso在2025-03-30的原因
      Bot: Contoso，2025年3月30日 的紀錄
           到那天為止沒有任何決定。
           以上只依據稽核紀錄。只有做出決定的時刻才留有當時的欠款情況，其間的日子沒有紀錄。
      `,
    ))
})
