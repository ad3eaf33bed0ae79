import assert from 'node:assert/strict'
import { anAccount, anInvoice, anOperatorCustomer, eur } from '../kit/builders.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions } from './an-office.ts'

const tailspin = { name: 'Tailspin Toys', domain: 'tailspin.cn' }
const gmbh = anAccount({ key: 'K-7', number: 'K-7', name: 'Tailspin Toys GmbH' })
const owed = anInvoice({ account: 'K-7', ...eur(128_000), due: '2025-02-10' })

/** Tailspin Toys buys from 21Vianet; the ledger calls it otherwise, and nobody has said yet that it is the same. */
function theOffice(...accounts: readonly (typeof gmbh)[]) {
  return anOffice({
    customers: [[anOperatorCustomer(tailspin), contosoSubscriptions]],
    accounts,
    matches: [],
    items: accounts.length === 0 ? [] : [owed],
    notices: [],
  })
}

describe('a customer whom the ledger calls by almost the same name', () => {
  it('is never told to be clear: the account is shown, and one press leads to the match', async () => {
    const office = await theOffice(gmbh)
    await transcript(
      office,
      `
      Mei: customer tailspin toys
      Bot: Tailspin Toys
           No ledger account is matched to this customer, so no stage is known.
           At 21Vianet: Tailspin Toys · tailspin.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: no account is matched to this customer
           The ledger has an account of this name, matched to nobody: Tailspin Toys GmbH (K-7). If it is this customer, it must be matched first.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           [Suspend] [Match] [Ticket]
      Mei: [Match]
      Bot: Tailspin Toys GmbH is matched to nobody at an operator yet
           Which of these is it? Confirm the match once; it is remembered.
           Tailspin Toys · tailspin.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
           [It is Tailspin Toys (21Vianet)]
      Mei: [It is Tailspin Toys (21Vianet)]
      Bot changes: Recorded: the account belongs to Tailspin Toys.
           [Open]
      Mei: [Open]
      Bot: Tailspin Toys
           The policy calls for: final notice.
           At 21Vianet: Tailspin Toys · tailspin.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: Tailspin Toys GmbH (K-7)
           …
      `,
    )
    assert.equal((await office.store.get('match', 'K-7'))?.value.how, 'confirmed')
  })

  it('is led to the match by whoever wants to act on the debt', async () => {
    const office = await theOffice(gmbh)
    await transcript(
      office,
      `
      Mei: suspend tailspin toys for non-payment
      Bot: No ledger account is matched to Tailspin Toys, so the desk knows of no debt.
           The ledger has an account of this name, matched to nobody: Tailspin Toys GmbH (K-7). If it is this customer, it must be matched first.
           A suspension for fraud or misuse is possible without a debt: “suspend Tailspin Toys for fraud”.
           [Match]
      Mei: [Match]
      Bot: Tailspin Toys GmbH is matched to nobody at an operator yet
           …
      Mei: final notice tailspin toys
      Bot: No ledger account is matched to Tailspin Toys, so the desk knows of no debt.
           The ledger has an account of this name, matched to nobody: Tailspin Toys GmbH (K-7). If it is this customer, it must be matched first.
           [Match]
      Otto: match tailspin toys
      Bot: Tailspin Toys GmbH is matched to nobody at an operator yet
           Which of these is it? Confirm the match once; it is remembered.
           Tailspin Toys · tailspin.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
           [It is Tailspin Toys (21Vianet)]
      Mei: 因未付款暫停 tailspin toys 的服務
      Bot: No ledger account is matched to Tailspin Toys, so the desk knows of no debt.
           …
      Mei: 語言 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 因未付款暫停 tailspin toys 的服務
      Bot: 尚無帳款客戶對應到「Tailspin Toys」，因此系統查不到任何欠款。
           應收帳款中有 1 個同名、但尚未對應的帳款客戶：Tailspin Toys GmbH (K-7)。如果就是這家客戶，必須先完成對應。
           因詐騙或濫用而暫停服務，不需要有欠款：「因詐騙暫停Tailspin Toys的服務」。
           [對應客戶]
      `,
    )
    assert.deepEqual(await office.store.list('match'), [])
  })

  it('is shown without the button to somebody who may not match', async () => {
    await transcript(
      await theOffice(gmbh),
      `
      Sam: customer tailspin toys
      Bot: Tailspin Toys
           No ledger account is matched to this customer, so no stage is known.
           At 21Vianet: Tailspin Toys · tailspin.cn
           Tenant id: 5f3c1d6e-0000-4000-8000-00000000c001
           In the ledger: no account is matched to this customer
           The ledger has an account of this name, matched to nobody: Tailspin Toys GmbH (K-7). If it is this customer, it must be matched first.
           3 subscriptions
           Microsoft 365 Business × 25: active
           Voicemail × 25: active
           Phones × 5: active
           [Suspend] [Ticket]
      `,
    )
  })

  it('leaves the choice between several such accounts to the person', async () => {
    const limited = anAccount({ key: 'K-8', number: 'K-8', name: 'TAILSPIN TOYS Ltd.' })
    await transcript(
      await theOffice(gmbh, limited),
      `
      Mei: suspend tailspin toys for non-payment
      Bot: No ledger account is matched to Tailspin Toys, so the desk knows of no debt.
           The ledger has 2 accounts of this name, matched to nobody: Tailspin Toys GmbH (K-7) and TAILSPIN TOYS Ltd. (K-8). If one of them is this customer, it must be matched first.
           A suspension for fraud or misuse is possible without a debt: “suspend Tailspin Toys for fraud”.
           [Match]
      Mei: [Match]
      Bot: Several customers match “Tailspin Toys”. Which one?
           Tailspin Toys GmbH · not matched · K-7
           TAILSPIN TOYS Ltd. · not matched · K-8
           [Tailspin Toys GmbH] [TAILSPIN TOYS Ltd.]
      Mei: [TAILSPIN TOYS Ltd.]
      Bot: TAILSPIN TOYS Ltd. is matched to nobody at an operator yet
           Which of these is it? Confirm the match once; it is remembered.
           Tailspin Toys · tailspin.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
           [It is Tailspin Toys (21Vianet)]
      `,
    )
  })

  it('is told from one whom the ledger really has nothing on: then the ways on are named', async () => {
    await transcript(
      await theOffice(),
      `
      Mei: suspend tailspin toys for non-payment
      Bot: No ledger account is matched to Tailspin Toys, so the desk knows of no debt.
           If an account in the ledger is theirs, say “match NUMBER” with its number. If none is, somebody with the role of collector, approver, or administrator can import a fresh ledger: npm run desk -- import FILE.csv
           A suspension for fraud or misuse is possible without a debt: “suspend Tailspin Toys for fraud”.
      Mei: match tailspin toys
      Bot: No ledger account is matched to Tailspin Toys, and no unmatched one has this name. If one is theirs under another name, give it the domain tailspin.cn in the ledger.
      Mei: suspend tailspin toys for fraud
      Bot: Suspend Tailspin Toys for fraud?
           Which subscriptions?
           …
      `,
    )
  })
})
