import assert from 'node:assert/strict'
import type { LedgerAccount, Match, OperatorCustomer } from '../../../domain/customers/customer.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { lanesOfAccounts, matchAccounts } from '../../../domain/receivables/match-accounts.ts'
import { proposeByName } from '../../../domain/receivables/propose-by-name.ts'
import { anAccount, anInvoice, anOperatorCustomer } from './an-import.ts'

const contoso = anOperatorCustomer('T1', { domain: 'contoso.com', name: 'Contoso Ltd' })
const fabrikam = anOperatorCustomer('t2', { domain: 'fabrikam.cn', lane: 'china' })
const customers: readonly OperatorCustomer[] = [contoso, fabrikam]

function matched(
  account: Partial<LedgerAccount>,
  facts: { stored?: Match; lanes?: readonly Lane[]; customers?: readonly OperatorCustomer[]; called?: string } = {},
): string | null {
  const [match] = matchAccounts([anAccount('K1', account)], {
    customers: facts.customers ?? customers,
    stored: new Map(facts.stored ? [['K1', facts.stored]] : []),
    known: new Map(facts.called === undefined ? [] : [['K1', { name: facts.called }]]),
    lanes: new Map(facts.lanes ? [['K1', new Set(facts.lanes)]] : []),
  })
  return match ? `${match.how} ${match.lane} ${match.tenantId}` : null
}

const stored: Match = { account: 'K1', lane: 'global', tenantId: 'T1', how: 'domain' }

describe('an account', () => {
  it('is matched by the tenant id its ledger carries', () => {
    assert.equal(matched({ tenantId: 't1' }), 'tenant-id global T1')
  })
  it('is matched by a verified domain in any case', () => {
    assert.equal(matched({ domain: 'FABRIKAM.cn' }), 'domain china t2')
  })
  it('is not matched by its name', () => {
    assert.equal(matched({ name: 'Contoso Ltd' }), null)
  })
  it('is not matched by a domain that two customers have, in whatever lanes', () => {
    const twin = anOperatorCustomer('t9', { domain: 'contoso.com', lane: 'us-government' })
    assert.equal(matched({ domain: 'contoso.com' }, { customers: [...customers, twin] }), null)
  })
  it('with a tenant id that nobody has is not matched by its domain', () => {
    assert.equal(matched({ tenantId: 't8', domain: 'contoso.com' }), null)
  })
  it('keeps the match stored with its number', () => {
    assert.equal(matched({}, { stored }), 'domain global T1')
    assert.equal(matched({ domain: 'elsewhere.com' }, { stored }), 'domain global T1')
    assert.equal(matched({ tenantId: 't1' }, { stored, customers: [] }), 'domain global T1')
  })
  it('loses the stored match to a better proof, or to a tenant id against it', () => {
    assert.equal(matched({ domain: 'fabrikam.cn' }, { stored }), 'domain china t2')
    assert.equal(matched({ tenantId: 't8' }, { stored }), null)
  })
  it('keeps the stored match under another spelling of its name', () => {
    for (const [then, now] of [
      ['Delta Dairy', 'DELTA DAIRY S.p.A.'],
      ['Delta Dairy', 'Delta'],
      ['Delta Dairy', 'DeltaDairy'],
      ['株式会社コントソ', 'コントソ'],
      ['Delta Dairy', 'K1'],
    ] as const) {
      const name = `${then} became ${now}`
      assert.equal(matched({ name: now }, { stored: { ...stored, name: then } }), 'domain global T1', name)
      assert.equal(matched({ name: now }, { stored, called: then }), 'domain global T1', name)
    }
  })
  it('loses the stored match to a stranger who was given its number', () => {
    const martin = { name: 'Boulangerie Martin SA' }
    assert.equal(matched(martin, { stored: { ...stored, name: 'Delta Dairy SA' } }), null)
    assert.equal(matched(martin, { stored, called: 'Delta Dairy SA' }), null)
    assert.equal(matched({ ...martin, tenantId: 't1' }, { stored, called: 'Delta Dairy' }), 'tenant-id global T1')
    assert.equal(matched({ ...martin, domain: 'fabrikam.cn' }, { stored, called: 'Delta Dairy' }), 'domain china t2')
  })
  it('is matched in no other lane than its invoices name', () => {
    assert.equal(matched({ domain: 'contoso.com' }, { lanes: ['global'] }), 'domain global T1')
    assert.equal(matched({ domain: 'contoso.com' }, { lanes: ['china'] }), null)
    assert.equal(matched({ domain: 'contoso.com' }, { lanes: ['global', 'china'] }), null)
    assert.equal(matched({}, { stored, lanes: ['china'] }), null)
  })
  it('has the lanes that its items name', () => {
    const lanes = lanesOfAccounts([
      anInvoice('K1', 'R1', { lane: 'china' }),
      anInvoice('K1', 'R2', { lane: 'global' }),
      anInvoice('K2', 'R3'),
    ])
    assert.deepEqual(lanes, new Map([['K1', new Set(['china', 'global'])]]))
  })
})

describe('a name', () => {
  const named = (...names: string[]) => names.map((name, at) => anOperatorCustomer(`t${at}`, { name }))
  const proposals = (name: string, ...names: string[]) =>
    proposeByName(name, named(...names)).map((customer) => customer.name)

  it('proposes customers of the same name, whatever their legal form, case and accents', () => {
    assert.deepEqual(proposals('CONTOSO, Inc.', 'Contoso Ltd', 'Fabrikam'), ['Contoso Ltd'])
    assert.deepEqual(proposals('Müller & Söhne GmbH', 'Muller Sohne'), ['Muller Sohne'])
    assert.deepEqual(proposals('株式会社コントソ', 'コントソ'), ['コントソ'])
    assert.deepEqual(proposals('ООО Ромашка', 'Ромашка'), ['Ромашка'])
  })
  it('proposes the likeliest first and nobody unlike', () => {
    assert.deepEqual(
      proposals('Alpine Ski House', 'Alpine Ski', 'Alpine Ski House AG', 'Alpine Water Works Group', 'Ski'),
      ['Alpine Ski House AG', 'Alpine Ski'],
    )
  })
  it('proposes at most five, and none for a name of legal forms only', () => {
    assert.equal(proposals('Contoso', ...Array.from({ length: 9 }, () => 'Contoso')).length, 5)
    assert.deepEqual(proposals('GmbH & Co. KG', 'GmbH & Co. KG'), [])
  })
  it('looks at one lane only where the lane is known', () => {
    const twins = [contoso, { ...contoso, tenantId: 't3', lane: 'china' as const }]
    assert.deepEqual(
      proposeByName('Contoso', twins, 'china').map(({ tenantId }) => tenantId),
      ['t3'],
    )
  })
})
