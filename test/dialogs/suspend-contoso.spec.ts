import assert from 'node:assert/strict'
import { anInvoice, mei, phones, seats } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, voicemail } from './an-office.ts'

describe('Contoso does not pay', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  const suspended = () => office.operators['china']?.transitions.map(({ subscription, to }) => `${subscription} ${to}`)

  it('goes from Mei’s sentence to Wang’s press, and everybody sees how it ended', async () => {
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions? Those behind unpaid invoice lines are chosen
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           Note for the second person:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: [Ask a second person] note=Nobody picks up the telephone.
      Bot changes: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Nobody picks up the telephone.
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           Reason for a no, or a question:
           [Approve] [Reject] [Ask back] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Nobody picks up the telephone.
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: Nobody picks up the telephone.
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Can be undone until May 30, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet.
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      `,
    )
    assert.deepEqual(suspended(), [`${seats} suspended`, `${voicemail} suspended`])
    assert.deepEqual(
      (await office.store.auditOf('S-1')).map(({ by, what }) => `${by} ${what}`),
      ['mei suspension.requested', 'wang suspension.approved', 'desk suspension.sent', 'desk suspension.acted'],
    )
  })

  it('refuses Mei’s own press, from whichever chat', async () => {
    const slack = { channel: 'slack', tenant: 'partner', user: 'mei' } as const
    office = await anOffice({
      staff: [{ ...mei, roles: ['collector', 'approver'], accounts: [...mei.accounts, slack] }],
    })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           This request waits, but nobody who could approve it can be reached: none of them has written to me yet, and no channel is set with “route approvals here”.
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           …
      Mei: [Approve]
      Bot changes: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot: You had a hand in this yourself; a different person must decide.
      Mei on Slack: S-1
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Mei on Slack: [Approve]
      Bot: You had a hand in this yourself; a different person must decide.
      `,
    )
    assert.deepEqual(suspended(), [])
  })

  it('tells a second approver who was late what became of it', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Wang: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; being carried out.
           Microsoft 365 Business: being carried out
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
      Bot to Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Mei: S-1: suspension of Contoso
           Approved by Wang; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Wang; carried out.
           …
      Lin late: [Approve]
      Bot: S-1 was decided already. Approved by Wang; carried out.
      Lin late: [Reject] words=Let us wait.
      Bot: S-1 was decided already. Approved by Wang; carried out.
      `,
    ))

  it('can be typed from the first word to the last', async () => {
    await transcript(
      office,
      `
      Mei: suspend
      Bot: Which customer? A name, domain, tenant id or account number will do.
      Mei: contoso
      Bot: Why should Contoso be suspended?
           [non-payment] [fraud] [misuse] [Not now]
      Mei: because they do not pay
      Bot: Why should Contoso be suspended?
           I did not understand that as an answer.
           [non-payment] [fraud] [misuse] [Not now]
      Mei: non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Mei: 1, 3
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           …
      Mei: 4
      Bot: Suspend Contoso for non-payment?
           I did not understand that as an answer.
           …
      Mei: all
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. (x) Voicemail × 25 (add-on)
           …
      Mei: 3
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           …
      Mei: They promised the money for February.
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. (x) Phones × 5
           Note for the second person: They promised the money for February.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Mei: ask
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           Note: They promised the money for February.
           This subscription, and nothing that is not named here:
           Phones × 5
           …
      Bot to Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      `,
    )
    const asked = await office.store.get('suspension', 'S-1')
    assert.deepEqual(
      asked?.value.subscriptions.map(({ id }) => id),
      [phones],
    )
    assert.equal(asked?.value.note, 'They promised the money for February.')
  })

  it('takes yes for yes', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Mei: Yes, please.
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      `,
    ))

  it('chooses nothing where the ledger does not tell what is unpaid', async () => {
    office.setItems([anInvoice()])
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           The ledger does not tell which subscriptions are unpaid: choose each by name.
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           …
      Mei: [Ask a second person]
      Bot changes: Suspend Contoso for non-payment?
           Choose at least one subscription.
           …
      Mei: [Ask a second person] subscriptions=1,3
      Bot changes: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: non-payment
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Mei, Mar 31, 2025, 10:00 AM
           These 2 subscriptions, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           …
      Bot to Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      `,
    )
  })

  it('offers only what is in service', async () => {
    office.operators['china']?.change(phones, { status: 'deleted' })
    office.operators['china']?.change(voicemail, { status: 'suspended' })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           Which subscriptions? Those behind unpaid invoice lines are chosen
           1. (x) Microsoft 365 Business × 25
           …
      `,
    )
    for (const { id } of contosoSubscriptions) office.operators['china']?.change(id, { status: 'suspended' })
    await transcript(
      office,
      `
      Mei: [Ask a second person]
      Bot changes: Contoso has no active subscription; there is nothing to suspend.
      `,
    )
  })

  it('asks nobody when Mei changes her mind', async () => {
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Mei: [Not now]
      Bot changes: All right, dropped. Nothing was done.
      Mei late: [Not now]
      Bot: We are not in the middle of anything.
      Mei late: [Ask a second person]
      Bot: That button is no longer valid, or it belongs to somebody else’s question. Ask again for a card of your own.
      `,
    )
    assert.deepEqual(await office.desk.suspensions.open(), [])
  })

  it('says so when nobody is there who could approve', async () => {
    office = await anOffice({ alone: true })
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           Contoso owes CNY 48,200.00, 70 days past due at the longest.
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           This request waits, but nobody who could approve it can be reached: none of them has written to me yet, and no channel is set with “route approvals here”.
           …
      Mei: waiting
      Bot: 1 request waits
           S-1 · Contoso: Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           [S-1]
      `,
    )
  })

  it('takes suspicion in words, and tells the second person that money does not lift it', () =>
    transcript(
      office,
      `
      Sam: suspend contoso for fraud
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. ( ) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words:
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: [Ask a second person] subscriptions=1
      Bot changes: Suspend Contoso for fraud?
           Say what was seen: the second person decides on your words.
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           …
      Sam: 40 new machines since midnight, all mining.
      Bot: Suspend Contoso for fraud?
           Which subscriptions?
           1. (x) Microsoft 365 Business × 25; with it falls its add-on Voicemail
           2. ( ) Voicemail × 25 (add-on)
           3. ( ) Phones × 5
           What was seen? The second person decides on these words: 40 new machines since midnight, all mining.
           You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
           [Ask a second person] [Not now]
      Sam: ask
      Bot: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight, all mining.
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Users lose access at once. Administrators can still reach the data.
           21Vianet deletes all data 60 days after the suspension. Confirm the day with 21Vianet. What is billed to us meanwhile is unknown.
           A payment does not lift this hold.
           Reason for a no, or a question:
           [Approve] [Reject] [Ask back] [Withdraw]
      Bot to Wang: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Lin: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Bot to Ines: S-1: suspend Contoso?
           Waits for a second person. Expires Apr 1, 2025, 11:59 PM.
           …
      Ines: [Approve]
      Bot changes: S-1: suspension of Contoso
           Approved by Ines; being carried out.
           Microsoft 365 Business: being carried out
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight, all mining.
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           A payment does not lift this hold.
      Bot to Sam: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
      Bot changes for Sam: S-1: suspension of Contoso
           Approved by Ines; carried out.
           Microsoft 365 Business: suspended, confirmed by 21Vianet Mar 31, 2025, 10:00 AM
           Reason: fraud
           At 21Vianet: Contoso · contoso.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Contoso Ltd (K-1001)
           Overdue when asked: CNY 48,200.00, 70 days at the longest
           Ledger as of: Mar 30, 2025
           Asked by: Sam, Mar 31, 2025, 10:00 AM
           Note: 40 new machines since midnight, all mining.
           This subscription, and nothing that is not named here:
           Microsoft 365 Business × 25; with it falls its add-on Voicemail
           Can be undone until May 30, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet.
           A payment does not lift this hold.
      Bot changes for Wang: S-1: suspension of Contoso
           Approved by Ines; carried out.
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Approved by Ines; carried out.
           …
      Bot changes: S-1: suspension of Contoso
           Approved by Ines; carried out.
           …
      `,
    ))
})
