import { anInvoice, eur, wang } from '../../kit/builders.ts'
import { transcript } from '../../kit/transcript.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { before } from '../an-office.ts'
import { aCreditOffice, owed } from './a-credit-office.ts'

const unread = new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' })

describe('credit', () => {
  it('is shown part by part with its source, and what is unknown is called unknown', async () => {
    const { office } = await aCreditOffice()
    await transcript(
      office,
      `
      Mei: credit contoso
      Bot: Credit of Contoso
           No limit was decided for this customer.
           At least EUR 5,523.00 at stake, as not everything is known; no limit was decided in this currency
           Overdue: EUR 4,200.00 (ledger)
           Open, not yet due: EUR 900.00 (ledger)
           Azure used this month: EUR 123.00 (the operator’s estimate, about a day late)
           To be paid until terms end: EUR 300.00 (1 subscription; estimated from invoice lines in the ledger: what the customer is charged, not what we pay)
           Unknown: licences since the operator’s last bill (1 subscription); neither the operator’s bills nor the ledger tell a price.
           What is unknown counts as unknown, never as zero. Sums of different currencies are never added.
           Ledger as of Mar 30, 2025 (1 working day old).
           Change it with: credit Contoso 5000 EUR because they pay well, review 2027-01-15. A second person decides.
           Reason, for the buttons below:
           [Hold new orders] [Open]
      `,
    )
  })

  it('says so where the operator gives no answer', async () => {
    const { office, spending } = await aCreditOffice()
    office.spoilReading({ kind: 'unreachable' })
    spending.spoil(unread)
    await transcript(
      office,
      `
      Mei: credit contoso
      Bot: Credit of Contoso
           No limit was decided for this customer.
           At least EUR 5,100.00 at stake, as not everything is known; no limit was decided in this currency
           Overdue: EUR 4,200.00 (ledger)
           Open, not yet due: EUR 900.00 (ledger)
           Unknown: the Azure use of this month; the operator gave no answer just now.
           Unknown: licences since the operator’s last bill; the operator gave no answer just now.
           Unknown: what we must keep paying until terms end; the operator gave no answer just now.
           …
      `,
    )
  })

  it('has a limit that two people agree on, and the log tells who and why', async () => {
    const { office } = await aCreditOffice()
    await transcript(
      office,
      `
      Wang: credit contoso 5000 eur because they pay well, review 2026-01-15
      Bot: CL-1: credit limit of Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           At Partner Center: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           New limit: EUR 5,000.00
           Until now: none
           To be looked at again: Jan 15, 2026
           Reason: they pay well
           Asked by: Wang, Mar 31, 2025, 10:00 AM
           At stake when it was asked:
           At least EUR 5,523.00 at stake of EUR 5,000.00: EUR 523.00 or more over the limit
           Overdue: EUR 4,200.00 (ledger)
           Open, not yet due: EUR 900.00 (ledger)
           Azure used this month: EUR 123.00 (the operator’s estimate, about a day late)
           To be paid until terms end: EUR 300.00 (1 subscription; estimated from invoice lines in the ledger: what the customer is charged, not what we pay)
           Unknown: licences since the operator’s last bill (1 subscription); neither the operator’s bills nor the ledger tell a price.
           The limit is ours: the desk warns by it and stops nothing.
           Reason for rejecting:
           [Set this limit] [Reject] [Withdraw]
      Bot to Lin: CL-1: credit limit of Contoso
           …
      Mei: credit contoso 6000 eur because I say so
      Bot: CL-1 asks for that already and waits for a second person: say “CL-1” to see it.
      Wang: [Set this limit]
      Bot: You had a hand in this yourself; a different person must decide.
      Lin: [Set this limit]
      Bot changes: CL-1: credit limit of Contoso
           Approved by Lin; the limit counts.
           …
      Bot to Wang: CL-1: credit limit of Contoso
           Approved by Lin; the limit counts.
      Bot changes for Wang: CL-1: credit limit of Contoso
           …
      Mei: credit contoso
      Bot: Credit of Contoso
           At least EUR 5,523.00 at stake of EUR 5,000.00: EUR 523.00 or more over the limit
           Overdue: EUR 4,200.00 (ledger)
           Open, not yet due: EUR 900.00 (ledger)
           Azure used this month: EUR 123.00 (the operator’s estimate, about a day late)
           To be paid until terms end: EUR 300.00 (1 subscription; estimated from invoice lines in the ledger: what the customer is charged, not what we pay)
           Unknown: licences since the operator’s last bill (1 subscription); neither the operator’s bills nor the ledger tell a price.
           What is unknown counts as unknown, never as zero. Sums of different currencies are never added.
           To be looked at again on Jan 15, 2026
           Decisions, newest first
           Mar 31, 2025, 10:00 AM: limit EUR 5,000.00 by Wang, approved by Lin; look again Jan 15, 2026. Reason: they pay well
           …
      Mei: customer contoso
      Bot: Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           At Partner Center: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           EUR: EUR 4,200.00 overdue, oldest 70 days; EUR 5,100.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · EUR 4,200.00
           Credit limit: EUR 5,000.00
           …
      Wang: credit contoso 5000 eur because it stays
      Bot: That is the limit of Contoso already; there is nothing to ask.
      `,
    )
  })

  it('asks about what could be two things, and about what is missing', async () => {
    const { office } = await aCreditOffice()
    await transcript(
      office,
      `
      Mei: credit contoso 1.234 eur because they pay well
      Bot: “1.234 eur” can be read in more than one way. Write the amount like 5000 EUR or 5,000.00 EUR.
      Mei: credit contoso 1,234 eur because they pay well
      Bot: “1,234 eur” can be read in more than one way. Write the amount like 5000 EUR or 5,000.00 EUR.
      Mei: credit contoso 5000 because they pay well
      Bot: In which currency? For example: credit Contoso 5000 EUR because they pay well
      Mei: credit contoso 5000 eur
      Bot: Why EUR 5,000.00? For example: credit Contoso EUR 5,000.00 because they pay well, review 2027-01-15
      Mei: credit contoso 5000 eur because they pay, review 2025-03-01
      Bot: The review day must lie ahead.
      Mei: credit contoso 5000 eur because they pay, review 05/12
      Bot: I cannot tell which day “05/12” is. Write it like 2026-12-05 or 5 December.
      Mei: credit contoso 5000 eur because they pay, review 2031-01-01
      Bot: The review day must not be later than Apr 1, 2027.
      Sam: credit contoso 5000 eur because I like them
      Bot: Your role does not allow answering this. It takes the role of collector or approver.
      Sam: credit hold contoso because I do not like them
      Bot: Your role does not allow answering this. It takes the role of collector, approver, or fraud lead.
      Mei: credit hold contoso
      Bot: Why? For example: credit hold Contoso because two payments bounced
      Mei: credit release contoso because all is well
      Bot: New orders of Contoso are not on hold.
      Mei: credit contoso 5000 eur because of a yearly review
      Bot: CL-1: credit limit of Contoso
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           At Partner Center: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           New limit: EUR 5,000.00
           Until now: none
           To be looked at again: Sep 27, 2025
           Reason: of a yearly review
           …
      Bot to Wang: CL-1: credit limit of Contoso
           …
      Bot to Lin: CL-1: credit limit of Contoso
           …
      `,
    )
  })

  it('holds new orders at one word, says that no operator is told, and takes them again only with a second person', async () => {
    const { office } = await aCreditOffice()
    await transcript(
      office,
      `
      Ines: credit hold contoso because two payments bounced
      Bot: Credit of Contoso
           New orders of Contoso are on hold as of now.
           …
      Wang: credit contoso
      Bot: Credit of Contoso
           No limit was decided for this customer.
           At least EUR 5,523.00 at stake, as not everything is known; no limit was decided in this currency
           Overdue: EUR 4,200.00 (ledger)
           Open, not yet due: EUR 900.00 (ledger)
           Azure used this month: EUR 123.00 (the operator’s estimate, about a day late)
           To be paid until terms end: EUR 300.00 (1 subscription; estimated from invoice lines in the ledger: what the customer is charged, not what we pay)
           Unknown: licences since the operator’s last bill (1 subscription); neither the operator’s bills nor the ledger tell a price.
           What is unknown counts as unknown, never as zero. Sums of different currencies are never added.
           New orders are on hold
           Since Mar 31, 2025, 10:00 AM by Ines: two payments bounced
           It is a note of ours: the desk cannot block orders at Partner Center. Tell whoever places orders; what is bought meanwhile is reported as a suspicious purchase.
           Decisions, newest first
           Mar 31, 2025, 10:00 AM: new orders on hold by Ines. Reason: two payments bounced
           …
      Wang: [Ask to take orders again] words=
      Bot: Say why: it stands in the log.
      Wang: [Ask to take orders again] words=All is paid.
      Bot changes: Credit of Contoso
           …
      Bot: CL-1: take orders of Contoso again
           Waiting for a second person. Expires Apr 1, 2025, 11:59 PM GMT+8.
           At Partner Center: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Reason: All is paid.
           Asked by: Wang, Mar 31, 2025, 10:00 AM
           Since Mar 31, 2025, 10:00 AM by Ines: two payments bounced
           At stake when it was asked:
           At least EUR 5,523.00 at stake, as not everything is known
           …
      Bot to Lin: CL-1: take orders of Contoso again
           …
      Bot to Ines: CL-1: take orders of Contoso again
           …
      Bot to Rosa: CL-1: take orders of Contoso again
           …
      Mei: credit hold contoso because once more
      Bot: New orders of Contoso are on hold already.
      Wang: [Take orders again]
      Bot: You had a hand in this yourself; a different person must decide.
      Ines: [Take orders again]
      Bot changes: CL-1: take orders of Contoso again
           Approved by Ines; new orders are taken again.
           …
      Bot to Wang: CL-1: take orders of Contoso again
           …
      Bot changes for Wang: CL-1: take orders of Contoso again
           …
      Bot changes for Lin: CL-1: take orders of Contoso again
           …
      Bot changes for Rosa: CL-1: take orders of Contoso again
           …
      Mei: credit
      Bot: Credit
           No limit is exceeded, no review is due, and nobody’s orders are on hold.
           Say “credit contoso” to see one customer. Limits are compared each morning and after each import.
      `,
    )
  })

  it('tells once that a limit is exceeded, and the review to whoever decided when its day has come', async () => {
    const { office } = await aCreditOffice()
    await before(office, 'Mei: credit contoso 5000 eur because they pay well, review 2025-04-02')
    await office.desk.credit.approve({ case: 'CL-1', version: 1 }, wang)
    await office.pass(0)
    const look = () => office.desk.credit.tend()
    await look()
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Wang: 1 credit limit is exceeded
           Contoso (Partner Center): at least EUR 5,523.00 at stake of EUR 5,000.00, EUR 523.00 or more over.
           Told once; again only if it ends and returns, or grows by a quarter. Nothing is stopped by it.
           [Contoso]
      Bot to Lin: 1 credit limit is exceeded
           …
      Wang: credit
      Bot: Credit
           1 customer is over a limit
           Contoso: at least EUR 5,523.00 at stake of EUR 5,000.00, as told Mar 31, 2025, 10:00 AM
           Say “credit contoso” to see one customer. Limits are compared each morning and after each import.
           [Contoso]
      Mei: customer contoso
      Bot: Contoso
           The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
           At Partner Center: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           EUR: EUR 4,200.00 overdue, oldest 70 days; EUR 5,100.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · EUR 4,200.00
           Credit limit: EUR 5,000.00
           Credit limit exceeded: EUR 5,523.00 at stake of EUR 5,000.00
           …
      `,
    )
    // Looked at again, also by another process: nothing is said twice.
    await look()
    await office.restart()
    await look()
    await transcript(office, '(24 h pass)')
    // The next import brings more, but not by a quarter; the one after it does.
    office.setItems([...owed, anInvoice({ ...eur(100_000), number: 'INV-3' })])
    await look()
    await transcript(office, '(24 h pass)')
    office.setItems([...owed, anInvoice({ ...eur(200_000), number: 'INV-3' })])
    await look()
    await transcript(
      office,
      `
      (1 min pass)
      Bot to Mei: Credit of Contoso: time to look again
           You decided to look at it again on Apr 2, 2025.
           [Contoso]
      Bot to Wang: Credit of Contoso: time to look again
           …
      Bot to Wang: 1 credit limit is exceeded
           Contoso (Partner Center): at least EUR 7,503.00 at stake of EUR 5,000.00, EUR 2,503.00 or more over. It has grown by a quarter since it was told.
           …
      Bot to Lin: 1 credit limit is exceeded
           …
      `,
    )
    await look()
    await transcript(office, '(24 h pass)')
  })

  it('is decided once a customer is matched to an operator’s', async () => {
    const { office } = await aCreditOffice({ matches: [], customers: [] })
    await transcript(
      office,
      `
      Mei: credit contoso
      Bot: Credit of Contoso Ltd
           Contoso Ltd is matched to no customer of an operator yet; credit is decided once it is.
           [Match]
      Mei: credit contoso 5000 eur because they pay well
      Bot: Contoso Ltd is matched to no customer of an operator yet; credit is decided once it is.
      `,
    )
  })

  it('is spoken in Chinese as well', async () => {
    const { office } = await aCreditOffice({ locales: { Mei: 'zh-TW' } })
    await transcript(
      office,
      `
      Mei: 信用額度 contoso 50000 TWD，因為付款準時，檢視 2026-01-15
      Bot: CL-1：「Contoso」的信用額度
           等待第二人核准。有效期限 2025年4月1日 晚上11:59（GMT+8）。
           合作夥伴中心客戶: Contoso · contoso.cn
           租用戶識別碼: 5f3c1d6e-0000-4000-8000-00000000c001
           應收帳款客戶: Contoso Ltd (K-1001)
           新額度: TWD 50,000.00
           目前額度: 無
           重新檢視日期: 2026年1月15日
           原因: 付款準時
           申請人: Mei，2025年3月31日 上午10:00
           申請時的曝險：
           曝險金額至少 EUR 5,523.00（部分不明）；此幣別尚未訂定額度
           已逾期: EUR 4,200.00（帳本）
           未付、未到期: EUR 900.00（帳本）
           本月 Azure 用量: EUR 123.00（營運商估計，約晚一天）
           合約期滿前仍須支付: EUR 300.00（1 項訂閱；依帳本的發票明細估計：為客戶應付金額，而非我方成本）
           曝險金額至少 TWD 0.00，額度 TWD 50,000.00，尚餘至多 TWD 50,000.00（部分不明）
           不明：營運商上次出帳後的授權費用（1 項訂閱）；營運商帳單與帳本都查不到價格。
           這是我方的額度：本系統僅依此提醒，不會停止任何服務。
           駁回理由:
           [設定此額度] [駁回] [撤回]
      Bot to Wang: CL-1: credit limit of Contoso
           …
      Bot to Lin: CL-1: credit limit of Contoso
           …
      Mei: 停接訂單 contoso，因為兩次付款退回
      Bot: 「Contoso」的信用額度
           即刻起停接「Contoso」的新訂單。
           …
      `,
    )
  })
})
