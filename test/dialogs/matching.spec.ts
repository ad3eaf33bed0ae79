import assert from 'node:assert/strict'
import { anOperatorCustomer, fabrikam, contoso } from '../kit/builders.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, before, contosoSubscriptions, fabrikamCustomer } from './an-office.ts'

const retail = { ...fabrikamCustomer, name: 'Contoso Retail', domain: 'contoso-retail.com' }

describe('whose a ledger account is', () => {
  it('is settled by whoever is first', async () => {
    const office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [retail, []],
      ],
      matches: [],
    })
    await before(office, 'Mei: match K-1001', 'Wang: match K-1001')
    await transcript(
      office,
      `
      Mei and Wang: [It is Contoso (21Vianet)]
      Bot changes for Mei: Recorded: the account belongs to Contoso.
           [Open]
      Bot to Wang: Somebody matched this account at the same moment. Look at it again.
      Lin: match K-1001
      Bot: Contoso has Contoso Ltd (K-1001) in the ledger
           If that is wrong, which of these is it? Changing the match cancels the requests that are waiting.
           Contoso Retail · contoso-retail.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [It is Contoso Retail (Partner Center)]
      `,
    )
    assert.equal((await office.store.get('match', 'K-1001'))?.value.tenantId, contoso)
    assert.equal((await office.store.auditOf('K-1001')).length, 1)
  })

  it('can be put right, which ends what was asked about the wrong one', async () => {
    const office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        [retail, []],
      ],
    })
    await before(office, 'Mei: suspend contoso.cn for non-payment', 'Mei: ask')
    await transcript(
      office,
      `
      Otto: match K-1001
      Bot: Contoso has Contoso Ltd (K-1001) in the ledger
           If that is wrong, which of these is it? Changing the match cancels the requests that are waiting.
           Contoso Retail · contoso-retail.com · Partner Center · 5f3c1d6e-0000-4000-8000-00000000fab1
           [It is Contoso Retail (Partner Center)]
      Otto: [It is Contoso Retail (Partner Center)]
      Bot changes: Recorded: the account belongs to Contoso Retail.
      Bot to Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
      Bot changes for Mei: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
           Reason: non-payment
           …
      Bot changes for Wang: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
           Reason: non-payment
           …
      Bot changes for Lin: S-1: suspension of Contoso
           Cancelled, nothing was suspended: the ledger account was matched to another customer.
           Reason: non-payment
           …
      `,
    )
    assert.equal((await office.store.get('match', 'K-1001'))?.value.tenantId, fabrikam)
    assert.deepEqual(
      (await office.store.auditOf('K-1001')).map(({ by, what }) => `${by} ${what}`),
      ['otto match.changed'],
    )
  })

  it('is settled by those who may, whoever presses', async () => {
    const office = await anOffice({ matches: [] })
    await transcript(
      office,
      `
      Mei in #collections: match K-1001
      Bot: Contoso Ltd is matched to nobody at an operator yet
           Which of these is it? Confirm the match once; it is remembered.
           Contoso · contoso.cn · 21Vianet · 5f3c1d6e-0000-4000-8000-00000000c001
           [It is Contoso (21Vianet)]
      Sam in #collections: [It is Contoso (21Vianet)]
      Bot: Your role does not allow matching customers. It takes the role of collector, approver, or administrator.
      Otto in #collections: [It is Contoso (21Vianet)]
      Bot changes: Recorded: the account belongs to Contoso.
      `,
    )
    assert.deepEqual(
      (await office.store.auditOf('K-1001')).map(({ by, what }) => `${by} ${what}`),
      ['otto match.confirmed'],
    )
  })

  it('is looked up anew, whatever a button says', async () => {
    const office = await anOffice({ matches: [] })
    const by = office.speaker('Mei', { channel: null, chat: 'teams' })
    const press = async (account: string, tenantId: string) => {
      const action = { act: 'match.confirm', account, lane: 'china', tenantId } as const
      return (await office.hear({ kind: 'acted', by, action, inputs: {} })).map(({ reply }) => plain(reply))
    }
    assert.deepEqual(await press('K-9', contoso), ['The ledger no longer has this account.'])
    assert.deepEqual(await press('K-1001', fabrikam), ['The operator no longer lists this customer.'])
    assert.deepEqual(await office.store.list('match'), [])
  })
})
