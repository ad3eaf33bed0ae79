import assert from 'node:assert/strict'
import { aMatch, anAccount, anInvoice, anOperatorCustomer, aSubscription, fabrikam } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'

const seat = (id: string) => aSubscription({ id: `${id}-seats`, name: `Seats of ${id}` })
const named = (name: string, domain: string) =>
  [anOperatorCustomer({ tenantId: domain, name, domain }), [seat(domain)]] as const

describe('names', () => {
  let office: Office

  describe('of customers that are easily taken for one another', () => {
    beforeEach(async () => {
      office = await anOffice({
        customers: [
          [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
          [{ ...fabrikamCustomer, name: 'Contoso Retail', domain: 'contoso-retail.com' }, [seat('retail')]],
          named('Northwind', 'northwind.cn'),
          named('Northwind', 'northwind-trade.cn'),
        ],
      })
    })

    it('are put to the person when several fit', () =>
      transcript(
        office,
        `
        Mei: suspend conto
        Bot: Several customers match “conto”. Which one?
             Contoso · contoso.cn · 21Vianet · K-1001
             Contoso Retail · contoso-retail.com · Partner Center
             [Contoso (21Vianet)] [Contoso Retail (Partner Center)]
        Mei: [Contoso Retail (Partner Center)]
        Bot changes: Why should Contoso Retail be suspended?
             [non-payment] [fraud] [misuse] [Not now]
        Mei: never mind
        Bot: All right, dropped. Nothing was done.
        Mei: customer northwind
        Bot: Several customers match “northwind”. Which one?
             Northwind · northwind.cn · 21Vianet
             Northwind · northwind-trade.cn · 21Vianet
             [Northwind (northwind.cn)] [Northwind (northwind-trade.cn)]
        Mei: [Northwind (northwind-trade.cn)]
        Bot changes: Northwind
             The policy calls for nothing.
             At 21Vianet: Northwind · northwind-trade.cn
             Tenant id: northwind-trade.cn
             In the ledger: nobody; the ledger does not know this customer
             1 subscription
             Seats of northwind-trade.cn × 25: active
             The ledger says nothing of this customer.
             [Suspend] [Ticket]
        `,
      ))

    it('are put to the person when one is only a guess', () =>
      transcript(
        office,
        `
        Mei: customer northwynd
        Bot: Nobody is called “northwynd”. Did you mean one of these?
             Northwind · northwind.cn · 21Vianet
             Northwind · northwind-trade.cn · 21Vianet
             [Northwind (northwind.cn)] [Northwind (northwind-trade.cn)]
        Mei: northwind-trade.cn
        Bot: Northwind
             The policy calls for nothing.
             …
        Mei: suspend contosso retail for fraud
        Bot: Nobody is called “contosso retail”. Did you mean one of these?
             Contoso Retail · contoso-retail.com · Partner Center
             [Contoso Retail (Partner Center)]
        Mei: [Contoso Retail (Partner Center)]
        Bot changes: Suspend Contoso Retail for fraud?
             Which subscriptions?
             1. ( ) Seats of retail × 25
             What was seen? The second person decides on these words:
             You can also type: “1, 2” or “all” to choose, then your words, then “ask”.
             [Ask a second person] [Not now]
        `,
      ))

    it('can be told again when nobody is called so', () =>
      transcript(
        office,
        `
        Mei: customer tailspin
        Bot: I find no customer “tailspin”. Try another spelling, the domain or the account number.
        Mei: tailwind
        Bot: I find no customer “tailwind”. Try another spelling, the domain or the account number.
        Mei: northwind.cn
        Bot: Northwind
             The policy calls for nothing.
             At 21Vianet: Northwind · northwind.cn
             Tenant id: northwind.cn
             In the ledger: nobody; the ledger does not know this customer
             1 subscription
             Seats of northwind.cn × 25: active
             The ledger says nothing of this customer.
             [Suspend] [Ticket]
        Mei: suspend tailspin for fraud
        Bot: I find no customer “tailspin”. Try another spelling, the domain or the account number.
        Mei: contoso-retail.com
        Bot: Suspend Contoso Retail for fraud?
             Which subscriptions?
             …
        `,
      ))

    it('can be the domain, the account number or the tenant id', () =>
      transcript(
        office,
        `
        Mei: customer contoso.cn
        Bot: Contoso
             The policy calls for: suspension.
             At 21Vianet: Contoso · contoso.cn
             Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
             In the ledger: Contoso Ltd (K-1001)
             CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
             Invoice · Due · Days · Left to pay
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Final notice given Mar 3, 2025, deadline Mar 17, 2025.
             3 subscriptions
             Microsoft 365 Business × 25: active
             Voicemail × 25: active
             Phones × 5: active
             Ledger as of Mar 30, 2025 (1 working day old).
             [Suspend] [Final notice was given] [Ticket]
        Mei: customer K-1001
        Bot: Contoso
             The policy calls for: suspension.
             …
        Mei: customer 5f3c1d6e-0000-4000-8000-00000000c001
        Bot: Contoso
             The policy calls for: suspension.
             …
        Mei: customer Contoso Ltd
        Bot: Contoso
             The policy calls for: suspension.
             …
        `,
      ))
  })

  it('are taken as they are, whatever they look like', async () => {
    office = await anOffice({
      customers: [
        named('suspend', 'suspend.cn'),
        named('<!channel>', 'channel.cn'),
        named('for fraud', 'for-fraud.cn'),
        named('never mind', 'never-mind.cn'),
        named('**Bold** [x](https://evil.example)', 'bold.cn'),
      ],
      accounts: [],
      items: [],
      notices: [],
    })
    await transcript(
      office,
      `
      Mei: suspend suspend for fraud
      Bot: Suspend suspend for fraud?
           Which subscriptions?
           1. ( ) Seats of suspend.cn × 25
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: suspend for fraud for fraud
      Bot: Suspend for fraud for fraud?
           Which subscriptions?
           1. ( ) Seats of for-fraud.cn × 25
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: suspend for fraud
      Bot: Why should for fraud be suspended?
           [non-payment] [fraud] [misuse] [Not now]
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: suspend <!channel> for misuse
      Bot: Suspend <!channel> for misuse?
           Which subscriptions?
           1. ( ) Seats of channel.cn × 25
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: suspend never mind for fraud
      Bot: Suspend never mind for fraud?
           Which subscriptions?
           1. ( ) Seats of never-mind.cn × 25
           …
      Mei: never mind
      Bot: All right, dropped. Nothing was done.
      Mei: customer bold
      Bot: **Bold** [x](https://evil.example)
           The policy calls for nothing.
           At 21Vianet: **Bold** [x](https://evil.example) · bold.cn
           Tenant id: bold.cn
           In the ledger: nobody; the ledger does not know this customer
           1 subscription
           Seats of bold.cn × 25: active
           The ledger says nothing of this customer.
           [Suspend] [Ticket]
      `,
    )
  })

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
             Old enough for a suspension, but no final notice is on record: send one and say “final notice NAME”.
             This ledger account is matched to no customer at an operator, so nothing can be done there until somebody matches it: “match NAME”.
             CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
             Invoice · Due · Days · Left to pay
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Ledger as of Mar 30, 2025 (1 working day old).
             [Final notice was given] [Match]
        Mei: [Match]
        Bot: Contoso Ltd is matched to nobody at an operator yet
             Which of these is it? Confirm the pair once; it is kept.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             [It is Contoso (21Vianet)]
        Mei: [It is Contoso (21Vianet)]
        Bot: Kept: the account belongs to Contoso.
             [Open]
        Mei: [Open]
        Bot: Contoso
             The policy calls for: suspension.
             …
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
             Which of these is it? Confirm the pair once; it is kept.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             [It is Contoso (21Vianet)]
        Mei: [It is Contoso (21Vianet)]
        Bot: Kept: the account belongs to Contoso.
             [Open]
        Mei: [It is Contoso (21Vianet)]
        Bot: That is how it is matched already.
        `,
      ))

    it('are left to those who may match', () =>
      transcript(
        office,
        `
        Sam: customer K-1001
        Bot: Contoso Ltd
             Old enough for a suspension, but no final notice is on record: send one and say “final notice NAME”.
             This ledger account is matched to no customer at an operator, so nothing can be done there until somebody matches it: “match NAME”.
             CNY: CNY 48,200.00 overdue, 70 days at the longest; CNY 48,200.00 open in all
             Invoice · Due · Days · Left to pay
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Ledger as of Mar 30, 2025 (1 working day old).
        Sam: match K-1001
        Bot: Your role does not allow that, Sam. Two administrators together can change it.
        Sam: suspend K-1001 for fraud
        Bot: Contoso Ltd is matched to nobody at an operator yet
             Which of these is it? Confirm the pair once; it is kept.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             Your role does not allow matching customers. A collector, an approver or an administrator can.
        Otto: match K-1001
        Bot: Contoso Ltd is matched to nobody at an operator yet
             Which of these is it? Confirm the pair once; it is kept.
             Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
             [It is Contoso (21Vianet)]
        Otto: [It is Contoso (21Vianet)]
        Bot: Kept: the account belongs to Contoso.
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
      Bot: The ledger has no account for Contoso, so there is nothing to match.
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
           If that is wrong, which of these is it? A changed pair ends the requests that wait.
           Contoso Limited · contoso.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [K-1001 is Contoso Limited (Partner Center)] [K-1002 is Contoso Limited (Partner Center)]
      Mei: [K-1002 is Contoso Limited (Partner Center)]
      Bot: Kept: the account belongs to Contoso Limited.
           [Open]
      Mei: match K-1001
      Bot: Contoso has Contoso Ltd (K-1001) in the ledger
           If that is wrong, which of these is it? A changed pair ends the requests that wait.
           Contoso Limited · contoso.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [It is Contoso Limited (Partner Center)]
      `,
    )
    assert.equal((await office.store.get('match', 'K-1002'))?.value.tenantId, fabrikam)
  })
})
