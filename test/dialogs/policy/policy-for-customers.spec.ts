import assert from 'node:assert/strict'
import { nameButtons, namesListed } from '../../kit/languages.ts'
import { transcript } from '../../kit/transcript.ts'
import { anOffice, before } from '../an-office.ts'
import { aPolicyOffice, editedPolicy } from './a-policy-office.ts'

describe('the policy as customers read it', () => {
  it('is a text to copy, in each language, with the ladder of whoever gets it', async () => {
    const office = await aPolicyOffice({
      policyText: editedPolicy.replace('  - { call for: suspension, days past due: 90 }\n', ''),
    })
    await transcript(
      office,
      `
      Mei: policy text
      Bot: Our collections policy, for customers
           To be copied; the desk sends it to nobody. Once it was given, say “policy given” with the customer’s name.
           > What happens when an invoice is not paid in time
           >
           > Days are counted from the due day of an invoice.
           >
           > 1. After 1 day we send you a reminder.
           > 2. After 30 days we send you a final notice. You then have 14 days to pay.
           >
           > Debts up to CNY 5.00 are left alone.
           >
           > If you cannot pay in time, or an invoice is wrong, tell us before the time runs out (accounts@partner.example): we look at it before anything is suspended.
           >
           > Version 1 of our collections policy, in force since Mar 31, 2025.
           ${nameButtons.replace('[English] ', '')}
      Mei: policy text for contoso
      Bot: Our collections policy, for Contoso
           To be copied; the desk sends it to nobody. Once it was given, say “policy given” with the customer’s name.
           > What happens when an invoice is not paid in time
           >
           > Days are counted from the due day of an invoice.
           >
           > 1. After 5 days we send you a reminder. This holds for debts from 2 overdue invoices in one currency.
           > 2. After 40 days we send you a final notice. You then have 14 days to pay. This holds for debts from 2 overdue invoices in one currency.
           …
      Mei: policy text in klingon
      Bot: I speak ${namesListed('en')}. Which one? Choose, or say “language English”.
      `,
    )
  })

  it('tells what a suspension means, and in China on which day data is lost', async () => {
    const office = await aPolicyOffice()
    await transcript(
      office,
      `
      Mei: policy text for contoso
      Bot: Our collections policy, for Contoso
           To be copied; the desk sends it to nobody. Once it was given, say “policy given” with the customer’s name.
           > What happens when an invoice is not paid in time
           >
           > Days are counted from the due day of an invoice.
           >
           > 1. After 1 day we send you a reminder.
           > 2. After 30 days we send you a final notice. You then have 14 days to pay.
           > 3. After 60 days, and once the time in the final notice has run out, we may suspend the subscriptions behind the unpaid invoices. This holds for debts from CNY 1,000.00.
           >
           > Debts up to CNY 5.00 are left alone.
           >
           > While a subscription is suspended, nobody can work with it, and what its term commits you to stays owed. 21Vianet deletes the data of what stays suspended for 60 days.
           >
           > No machine decides that alone: two people of ours agree on each suspension.
           >
           > Once what is overdue was paid, we bring the service back. Some of it may have to be set up again.
           >
           > If you cannot pay in time, or an invoice is wrong, tell whoever you usually speak with at our company before the time runs out: we look at it before anything is suspended.
           >
           > Version 1 of our collections policy, in force since Mar 31, 2025.
           ${nameButtons.replace('[English] ', '')}
      Mei: [繁體中文]
      Bot: Our collections policy, for Contoso
           To be copied; the desk sends it to nobody. Once it was given, say “policy given” with the customer’s name.
           > 發票逾期未付時的處理方式
           >
           > 以下天數自發票到期日起算。
           >
           > 1. 逾期 1 天，我們會寄發催款提醒。
           > 2. 逾期 30 天，我們會寄發最後催告，您自催告日起有 14 天可付款。
           > 3. 逾期 60 天且最後催告的期限已過，我們可能暫停未付發票所涉的訂閱。此步驟適用於下列情形的欠款：金額達 CNY 1,000.00。
           >
           > CNY 5.00 以下的欠款，我們不予處理。
           >
           > 訂閱暫停期間，所有人都無法使用，合約期間的應付款項仍須支付。訂閱暫停滿 60 天後，世紀互聯會刪除其資料。
           …
      `,
    )
  })
})

describe('whom the policy was given to', () => {
  it('is recorded with its version, day and way, shown with the customer, and leaves the list of those without', async () => {
    const office = await aPolicyOffice()
    await transcript(
      office,
      `
      Mei: overdue without policy
      Bot: One overdue customer was never given the policy
           Customer · Overdue · Days
           - Contoso · CNY 48,200.00 · 70
           Say “policy text for” a customer to get what to give them, and “policy given” once it was.
      Mei: policy given contoso on march 3
      Bot: Recorded: Contoso was given the collections policy, version 1 on Mar 3, 2025.
      Mei: policy given contoso on tomorrow by letter
      Bot: Apr 1, 2025 is yet to come; say it once the policy was given.
      Mei: policy given contoso on friday by letter
      Bot: Recorded: Contoso was given the collections policy, version 1 on Mar 28, 2025, by letter.
      Mei: policy given contoso by mail
      Bot: Recorded: Contoso was given the collections policy, version 1 on Mar 31, 2025, by mail.
      Mei: policy given to contoso by e-mail
      Bot: Recorded: Contoso was given the collections policy, version 1 on Mar 31, 2025, by mail.
      Mei: policy given contoso on sometime
      Bot: I cannot tell which day “sometime” is. Write it like 2026-12-05 or 5 December.
      Mei: overdue without policy
      Bot: Everybody who is overdue was given the collections policy
      `,
    )
    const given = await office.store.list('policy-given')
    assert.equal(given.length, 3)
    const audit = await office.store.auditOf(given[0]?.value.customer ?? '')
    assert.deepEqual(audit.map(({ what, by }) => [what, by]).slice(0, 1), [['policy.given', 'mei']])
  })

  it('stands on the customer’s card', async () => {
    const office = await anOffice()
    await before(office, 'Mei: policy given contoso by contract')
    await transcript(
      office,
      `
      Mei: customer contoso
      Bot: Contoso
           The policy calls for: suspension.
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
           Invoice · Due · Days · Outstanding
           - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
           Final notice given Mar 3, 2025, deadline Mar 17, 2025.
           Collections policy given: version 1 on Mar 31, 2025, with the contract.
           …
      `,
    )
  })
})
