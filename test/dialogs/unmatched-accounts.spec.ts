import assert from 'node:assert/strict'
import { aMatch, anAccount, anInvoice, anOperatorCustomer, fabrikam } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'

describe('names', () => {
  let office: Office

  describe('of a ledger account that is matched to nobody', () => {
    beforeEach(async () => {
      office = await anOffice({ matches: [] })
    })

    it('are proposed, confirmed once, and usable from then on', async () => {
      await transcript(
        office,
        `
        Mei: customer K-1001
        Bot: Contoso Ltd
             The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
             This ledger account is matched to no customer at an operator, so nothing can be done there until somebody matches it: “match NAME”.
             CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
             Invoice · Due · Days · Outstanding
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Ledger as of Mar 30, 2025 (1 working day old).
             [Remind] [Final notice was given] [Agreements] [Match]
        Mei: [Match]
        Bot: Contoso Ltd is matched to nobody at an operator yet
             Which of these is it? Confirm the match once; it is remembered.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             [It is Contoso (21Vianet)]
        Mei: [It is Contoso (21Vianet)]
        Bot changes: Recorded: the account belongs to Contoso.
             [Open]
        Mei: [Open]
        Bot: Contoso
             The policy calls for: suspension.
             …
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso for non-payment?
             Contoso owes CNY 48,200.00, the oldest 70 days past due.
             Which subscriptions? Those behind unpaid invoice lines are already selected
             1. (x) Microsoft 365 Business × 25; also suspends its add-on Voicemail
             2. ( ) Voicemail × 25 (add-on)
             3. ( ) Phones × 5
             What it does
             Lose access at once: 25 seats; how many people use them is unknown
             Billed to us meanwhile: unknown
             Can be undone: until May 30, 2025, 60 days from Mar 31, 2025; then 21Vianet deletes all data. Confirm the day with 21Vianet
             Switched off by it: unknown; resuming may not bring everything back
             Administrators can still reach the data.
             Note for the second person:
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        `,
      )
      assert.deepEqual((await office.store.get('match', 'K-1001'))?.value.how, 'confirmed')
      assert.deepEqual(
        (await office.store.auditOf('K-1001')).map(({ by, what }) => `${by} ${what}`),
        ['mei match.confirmed'],
      )
    })

    it('are proposed when somebody wants to act', () =>
      transcript(
        office,
        `
        Mei: suspend K-1001 for non-payment
        Bot: Contoso Ltd is matched to nobody at an operator yet
             Which of these is it? Confirm the match once; it is remembered.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             [It is Contoso (21Vianet)]
        Mei: [It is Contoso (21Vianet)]
        Bot changes: Recorded: the account belongs to Contoso.
             [Open]
        Mei late: [It is Contoso (21Vianet)]
        Bot: It is matched like that already.
        `,
      ))

    it('are left to those who may match', () =>
      transcript(
        office,
        `
        Sam: customer K-1001
        Bot: Contoso Ltd
             The debt is old enough for a suspension, but no final notice is on record: send one, then say “final notice NAME”.
             This ledger account is matched to no customer at an operator, so nothing can be done there until somebody matches it: “match NAME”.
             CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
             Invoice · Due · Days · Outstanding
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Ledger as of Mar 30, 2025 (1 working day old).
        Sam: match K-1001
        Bot: Your role does not allow that, Sam. Two administrators together can change it.
        Sam: suspend K-1001 for fraud
        Bot: Contoso Ltd is matched to nobody at an operator yet
             Which of these is it? Confirm the match once; it is remembered.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             Your role does not allow matching customers. It takes the role of collector, approver, or administrator.
        Otto: match K-1001
        Bot: Contoso Ltd is matched to nobody at an operator yet
             Which of these is it? Confirm the match once; it is remembered.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             [It is Contoso (21Vianet)]
        Otto: [It is Contoso (21Vianet)]
        Bot changes: Recorded: the account belongs to Contoso.
        `,
      ))
  })

  it('are not proposed where none is alike', async () => {
    office = await anOffice({
      accounts: [anAccount({ name: 'Wide World Importers' })],
      matches: [],
      items: [anInvoice()],
    })
    await transcript(
      office,
      `
      Mei: match wide world
      Bot: Wide World Importers is matched to nobody at an operator yet
           No operator customer has a similar name. Check the name in the ledger, or give the account its domain there.
      Mei: match contoso
      Bot: No ledger account is matched to Contoso, and no unmatched one has this name. If one is theirs under another name, give it the domain contoso.cn in the ledger.
      Mei: suspend wide world for non-payment
      Bot: Wide World Importers is matched to nobody at an operator yet
           No operator customer has a similar name. Check the name in the ledger, or give the account its domain there.
      `,
    )
  })

  it('of two accounts of one customer are told apart', async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [{ ...fabrikamCustomer, name: 'Contoso Limited', domain: 'contoso.com' }, []],
      ],
      accounts: [anAccount(), anAccount({ key: 'K-1002', number: 'K-1002', name: 'Contoso Ltd' })],
      matches: [aMatch(), aMatch({ account: 'K-1002' })],
    })
    await transcript(
      office,
      `
      Mei: match contoso.cn
      Bot: Contoso has Contoso Ltd (K-1001) and Contoso Ltd (K-1002) in the ledger
           If that is wrong, which of these is it? Changing the match cancels the requests that are waiting.
           Contoso Limited · contoso.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [K-1001 is Contoso Limited (Partner Center)] [K-1002 is Contoso Limited (Partner Center)]
      Mei: [K-1002 is Contoso Limited (Partner Center)]
      Bot changes: Recorded: the account belongs to Contoso Limited.
           [Open]
      Mei: match K-1001
      Bot: Contoso has Contoso Ltd (K-1001) in the ledger
           If that is wrong, which of these is it? Changing the match cancels the requests that are waiting.
           Contoso Limited · contoso.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [It is Contoso Limited (Partner Center)]
      `,
    )
    assert.equal((await office.store.get('match', 'K-1002'))?.value.tenantId, fabrikam)
  })
})
