import assert from 'node:assert/strict'
import { anAccount } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { namesListed, wholeNames } from '../../kit/languages.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice } from '../an-office.ts'

describe('a letter to a customer that a person sends', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ notices: [] })
  })

  it('is copied, and what was sent is on record once', async () => {
    await transcript(
      office,
      `
      Mei: remind contoso
      Bot: Final notice to Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           Subject
           > Final notice: invoice INV-1
           Text in English
           > To Contoso Ltd, accounts payable
           >
           > This is our final notice. According to our books, with payments received up to Mar 30, 2025, this invoice is overdue:
           >
           > - INV-1, due Jan 20, 2025: CNY 48,200.00
           >
           > In total: CNY 48,200.00.
           >
           > Please pay by Apr 14, 2025 at the latest. If we have not received your payment by the end of that day, we may suspend your subscriptions: the people who use them then lose access until the debt is paid.
           >
           > If you have paid in the meantime, please disregard this letter. If you cannot pay in time, or do not agree with an invoice, please tell us now: billing@northwind.example, +49 30 5550 1234.
           >
           > Kind regards
           > Northwind Cloud
           > billing@northwind.example, +49 30 5550 1234
           I send no mail to customers: copy it, send it, and say so here. To have me send it, whoever runs the desk sets SMTP_URL, REMINDERS_FROM and PARTNER_NAME.
           Ledger as of Mar 30, 2025 (1 working day old).
           [I sent it myself] [As a reminder] [Not now]
      Mei: [I sent it myself]
      Bot changes: Final notice to Contoso
           Sent by hand on Mar 31, 2025.
           Recorded as given; the deadline is the end of Apr 14, 2025.
      Mei late: [I sent it myself]
      Mei: write a reminder to contoso
      Bot: Reminder to Contoso
           Final notice given; the customer has until the end of Apr 14, 2025. Suspension is possible after that.
           Subject
           > Payment reminder: invoice INV-1
           …
      Mei: [I sent it myself]
      Bot changes: Reminder to Contoso
           Sent by hand on Mar 31, 2025.
      `,
    )
    assert.equal((await office.store.list('final-notice')).length, 1)
    assert.equal((await office.store.list('reminder')).length, 2)
  })

  it('is in the language of the country, or in the one that was set', async () => {
    office = await anOffice({ notices: [], accounts: [anAccount({ country: 'TW' })] })
    await transcript(
      office,
      `
      Mei: remind contoso
      Bot: Final notice to Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           Subject
           > 最後催告：發票 INV-1
           Text in 繁體中文
           > Contoso Ltd 應付帳款負責人 您好：
           >
           > 此為最後催告。依本公司帳載（已計入 2025年3月30日 以前收到的款項），貴公司下列發票已逾期：
           >
           > - INV-1，到期日 2025年1月20日：CNY 48,200.00
           >
           > 合計：CNY 48,200.00。
           >
           > 敬請最遲於 2025年4月14日 付款。當日結束時若仍未收到款項，本公司得暫停貴公司的訂用帳戶；在欠款付清之前，使用者將無法存取。
           >
           > 若貴公司已於近日付款，請不必理會本通知。若無法如期付款，或對發票有疑問，請立即與我們聯絡：billing@northwind.example, +49 30 5550 1234。
           >
           > 敬祝 商祺
           > Northwind Cloud
           > billing@northwind.example, +49 30 5550 1234
           …
      Mei: language of contoso german
      Bot: Nothing was changed: I do not write in “german”. I write in ${namesListed('en', wholeNames)}. Choose one:
           ${wholeNames.map((name) => `[${name}]`).join(' ')}
      Mei: [English]
      Bot: From now on Contoso is written to in English.
      Mei: which language for contoso
      Bot: Contoso is written to in English.
           ${wholeNames.map((name) => `[${name}]`).join(' ')}
      Mei: write a reminder to contoso
      Bot: Reminder to Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           The policy calls for a final notice; this is a reminder.
           Subject
           > Payment reminder: invoice INV-1
           Text in English
           …
      `,
    )
  })

  it('is shown one to one, to whoever may write to customers', async () => {
    await transcript(
      office,
      `
      Mei in #desk: remind contoso
      Bot: Letters name invoices and sums, so I show them in your own chat with me: say it there.
      Sam: remind contoso
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Sam: address contoso billing@contoso.example
      Bot: Your role does not allow that, Sam. Two administrators together can change it.
      Mei: remind nobody
      Bot: I find no customer “nobody”. Try another spelling, the domain or the account number.
      Mei: remind
      Bot: Which customer? A name, domain, tenant id or account number will do.
      `,
    )
  })

  it('is not written where nothing is overdue', async () => {
    office.setItems([])
    await transcript(
      office,
      `
      Mei: remind contoso
      Bot: Nothing is overdue according to the ledger.
      `,
    )
  })
})
