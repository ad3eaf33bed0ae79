import assert from 'node:assert/strict'
import { isMatched, type LedgerAccount, type Match, type OperatorCustomer } from '../../../domain/customers/customer.ts'
import { joinCustomers, unmatchedId } from '../../../domain/customers/customer-directory.ts'
import { aMatch, anAccount, anOperatorCustomer, contoso, fabrikam } from '../../kit/builders.ts'

const contosoCn = anOperatorCustomer()
const fabrikamCn = anOperatorCustomer({ tenantId: fabrikam, name: 'Fabrikam 中国', domain: 'fabrikam.cn' })

function join({
  accounts = [anAccount()],
  operators = [contosoCn, fabrikamCn],
  imported = [],
  confirmed = [],
}: {
  readonly accounts?: readonly LedgerAccount[]
  readonly operators?: readonly OperatorCustomer[]
  readonly imported?: readonly Match[]
  readonly confirmed?: readonly Match[]
}) {
  const byAccount = (matches: readonly Match[]) => new Map(matches.map((match) => [match.account, match]))
  return joinCustomers(accounts, operators, byAccount(imported), byAccount(confirmed))
}

describe('joining ledger accounts and operator customers', () => {
  it('an account matched to nobody is a customer of its own, which nobody can act upon', () => {
    const alone = join({ operators: [] }).ofAccount('K-1001')
    assert.deepEqual(alone, {
      id: 'account:K-1001',
      name: 'Contoso Ltd',
      lane: null,
      operator: null,
      accounts: [anAccount()],
    })
    assert(alone && !isMatched(alone))
    assert.equal(unmatchedId('K-1001'), 'account:K-1001')
  })

  it('a matched account is the operator’s customer, under the operator’s name', () => {
    const directory = join({ imported: [aMatch()] })
    const customer = directory.ofAccount('K-1001')
    assert.deepEqual(customer, {
      id: contoso,
      name: 'Contoso 中国',
      lane: 'china',
      operator: contosoCn,
      accounts: [anAccount()],
    })
    assert(customer && isMatched(customer))
    assert.equal(directory.byId(contoso), customer)
    assert.equal(directory.byId('account:K-1001'), null)
  })

  it('a customer without an account owes nothing and is known all the same', () => {
    const directory = join({ imported: [aMatch()] })
    assert.deepEqual(directory.byId(fabrikam)?.accounts, [])
    assert.deepEqual(
      directory.all.map(({ id }) => id),
      [contoso, fabrikam],
    )
  })

  it('what a person confirmed goes before what an import found', () => {
    const directory = join({
      imported: [aMatch()],
      confirmed: [aMatch({ tenantId: fabrikam, how: 'confirmed' })],
    })
    assert.equal(directory.ofAccount('K-1001')?.id, fabrikam)
    assert.deepEqual(directory.byId(contoso)?.accounts, [])
  })

  it('a confirmed match whose customer is gone counts for nothing; the import’s guess does not step in', () => {
    const directory = join({
      operators: [contosoCn],
      imported: [aMatch()],
      confirmed: [aMatch({ tenantId: fabrikam, how: 'confirmed' })],
    })
    assert.equal(directory.ofAccount('K-1001')?.id, 'account:K-1001')
    assert.deepEqual(directory.byId(contoso)?.accounts, [])
  })

  it('a match counts no longer once the account is called something else', () => {
    const stranger = { name: 'Boulangerie Martin SA', how: 'confirmed' } as const
    const other = join({ imported: [], confirmed: [aMatch(stranger)] })
    assert.equal(other.ofAccount('K-1001')?.id, 'account:K-1001')
    const certain = join({ imported: [aMatch()], confirmed: [aMatch({ ...stranger, tenantId: fabrikam })] })
    assert.equal(certain.ofAccount('K-1001')?.id, contoso, 'what the list itself proves steps in')
    const same = join({ confirmed: [aMatch({ ...stranger, name: 'CONTOSO Limited' })] })
    assert.equal(same.ofAccount('K-1001')?.id, contoso)
  })

  it('a match to a customer that the operator does not list counts for nothing', () => {
    const directory = join({ operators: [], imported: [aMatch()] })
    assert.equal(directory.ofAccount('K-1001')?.operator, null)
    assert.equal(directory.byId(contoso), null)
  })

  it('a match in another lane counts for nothing: a customer never crosses', () => {
    for (const how of ['imported', 'confirmed'] as const) {
      const directory = join({ [how]: [aMatch({ lane: 'global' })] })
      assert.equal(directory.ofAccount('K-1001')?.id, 'account:K-1001')
      assert.deepEqual(directory.byId(contoso)?.accounts, [])
    }
  })

  it('two accounts may be one customer', () => {
    const second = anAccount({ key: '200:77', number: '77', name: 'Contoso Beijing' })
    const directory = join({
      accounts: [anAccount(), second],
      imported: [aMatch(), aMatch({ account: '200:77' })],
    })
    assert.deepEqual(directory.byId(contoso)?.accounts, [anAccount(), second])
    assert.equal(directory.ofAccount('200:77'), directory.ofAccount('K-1001'))
    assert.equal(directory.all.length, 2)
  })

  it('an account nobody knows belongs to nobody', () => {
    const directory = join({})
    assert.equal(directory.ofAccount('K-9'), null)
    assert.equal(directory.byId('nobody'), null)
  })
})
