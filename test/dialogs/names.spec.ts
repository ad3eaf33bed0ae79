import { anOperatorCustomer, aSubscription } from '../kit/builders.ts'
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
             [Contoso (21Vianet)] [Contoso Retail (Partner Center)] [Not now]
        Mei: [Contoso Retail (Partner Center)]
        Bot changes: Why should Contoso Retail be suspended?
             [non-payment] [fraud] [misuse] [customer request] [Not now]
        Mei: never mind
        Bot: All right, dropped. Nothing was done.
        Mei: customer northwind
        Bot: Several customers match “northwind”. Which one?
             Northwind · northwind.cn · 21Vianet
             Northwind · northwind-trade.cn · 21Vianet
             [Northwind (northwind.cn)] [Northwind (northwind-trade.cn)] [Not now]
        Mei: [Northwind (northwind-trade.cn)]
        Bot changes: Northwind
             No ledger account is matched to this customer, so no stage is known.
             At 21Vianet: Northwind · northwind-trade.cn
             Tenant id: northwind-trade.cn
             In the ledger: no account is matched to this customer
             1 subscription
             Seats of northwind-trade.cn × 25: active
             [Suspend] [Ticket]
        `,
      ))

    it('say how many more fit than can be shown', async () => {
      const shops = ['Bikes', 'Books', 'Cheese', 'Flowers', 'Lamps', 'Paper', 'Shoes', 'Tea', 'Toys', 'Wine']
      office = await anOffice({
        customers: shops.map((shop) => named(`Woodgrove ${shop}`, `${shop}.cn`.toLowerCase())),
      })
      const woodgroves = shops.slice(0, 8)
      await transcript(
        office,
        `
        Mei: customer woodgrove
        Bot: Several customers match “woodgrove”. Which one?
             ${woodgroves.map((shop) => `Woodgrove ${shop} · ${shop.toLowerCase()}.cn · 21Vianet`).join(`\n${' '.repeat(13)}`)}
             2 more fit: add a word of the name, or say the domain or account number.
             ${woodgroves.map((shop) => `[Woodgrove ${shop} (21Vianet)]`).join(' ')} [Not now]
        Mei: wine
        Bot: Woodgrove Wine
             …
        `,
      )
    })

    it('are put to the person when one is only a guess', () =>
      transcript(
        office,
        `
        Mei: customer northwynd
        Bot: Nobody is called “northwynd”. Did you mean one of these?
             Northwind · northwind.cn · 21Vianet
             Northwind · northwind-trade.cn · 21Vianet
             [Northwind (northwind.cn)] [Northwind (northwind-trade.cn)] [Not now]
        Mei: northwind-trade.cn
        Bot: Northwind
             No ledger account is matched to this customer, so no stage is known.
             …
        Mei: suspend contosso retail for fraud
        Bot: Nobody is called “contosso retail”. Did you mean one of these?
             Contoso Retail · contoso-retail.com · Partner Center
             [Contoso Retail (Partner Center)] [Not now]
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
             [Not now]
        Mei: tailwind
        Bot: I find no customer “tailwind”. Try another spelling, the domain or the account number.
             [Not now]
        Mei: northwind.cn
        Bot: Northwind
             No ledger account is matched to this customer, so no stage is known.
             At 21Vianet: Northwind · northwind.cn
             Tenant id: northwind.cn
             In the ledger: no account is matched to this customer
             1 subscription
             Seats of northwind.cn × 25: active
             [Suspend] [Ticket]
        Mei: suspend tailspin for fraud
        Bot: I find no customer “tailspin”. Try another spelling, the domain or the account number.
             [Not now]
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
             CNY: CNY 48,200.00 overdue, oldest 70 days; CNY 48,200.00 open in total
             Invoice · Due · Days · Outstanding
             - INV-1 · Jan 20, 2025 · 70 · CNY 48,200.00
             Final notice given Mar 3, 2025, deadline Mar 17, 2025.
             3 subscriptions
             Microsoft 365 Business × 25: active
             Voicemail × 25: active
             Phones × 5: active
             Ledger as of Mar 30, 2025 (1 working day old).
             [Suspend] [Final notice was given] [Agreements] [Ticket]
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
           [non-payment] [fraud] [misuse] [customer request] [Not now]
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
           No ledger account is matched to this customer, so no stage is known.
           At 21Vianet: **Bold** [x](https://evil.example) · bold.cn
           Tenant id: bold.cn
           In the ledger: no account is matched to this customer
           1 subscription
           Seats of bold.cn × 25: active
           [Suspend] [Ticket]
      `,
    )
  })
})
