import assert from 'node:assert/strict'
import type { LedgerAccount, OperatorCustomer } from '../../../domain/customers/customer.ts'
import { joinCustomers, type CustomerDirectory } from '../../../domain/customers/customer-directory.ts'
import { customerFinder, type Found } from '../../../dialogs/understanding/find-customer.ts'

const tenant = (number: number) => `5f3c1d6e-0000-4000-8000-${String(number).padStart(12, '0')}`

function operatorCustomer(number: number, name: string, domain = `c${number}.example`): OperatorCustomer {
  return { lane: 'global', tenantId: tenant(number), name, domain }
}

function account(number: string, name: string, key = number): LedgerAccount {
  return { key, number, name, domain: null, tenantId: null, country: null }
}

function directory(customers: readonly OperatorCustomer[], accounts: readonly LedgerAccount[] = []): CustomerDirectory {
  return joinCustomers(accounts, customers, new Map(), new Map())
}

const known = directory(
  [
    operatorCustomer(1, 'Contoso', 'contoso.com'),
    operatorCustomer(2, 'Contoso Pharma GmbH', 'contoso-pharma.de'),
    operatorCustomer(3, 'Fabrikam, Inc.', 'fabrikam.onmicrosoft.com'),
    operatorCustomer(4, 'O’Neill & Sons', 'oneill.ie'),
    operatorCustomer(5, '台灣大數據股份有限公司', 'tbd.com.tw'),
    operatorCustomer(6, '中國石化', 'sinopec.cn'),
    operatorCustomer(7, '株式会社コントソ', 'contoso.jp'),
    operatorCustomer(8, 'Adatum', 'adatum-one.com'),
    operatorCustomer(9, 'Adatum', 'adatum-two.com'),
    operatorCustomer(10, 'C++ Experts (Asia) [HQ]', 'cpp.example'),
    operatorCustomer(11, '臺灣電力', 'power.tw'),
    operatorCustomer(12, 'Рога и Копыта', 'horns.ru'),
  ],
  [account('K-1001', 'Northwind Traders'), account('4711', 'Tailspin', '10:4711'), account('!!!', '***')],
)

const find = customerFinder()

function names(found: Found): readonly string[] {
  return found.kind === 'none'
    ? []
    : found.kind === 'one'
      ? [found.customer.name]
      : found.customers.map(({ name }) => name)
}

function one(said: string, name: string, among = known): void {
  const found = find(among, said)
  assert.equal(found.kind, 'one', `“${said}” found ${names(found).join(', ') || 'nobody'}`)
  assert.deepEqual(names(found), [name], said)
}

describe('whom a few words mean', () => {
  const exact: readonly (readonly [said: string, name: string])[] = [
    ['Contoso', 'Contoso'],
    ['  CONTOSO ', 'Contoso'],
    ['“Contoso”', 'Contoso'],
    ['ｃｏｎｔｏｓｏ', 'Contoso'],
    ['con\u200btoso', 'Contoso'],
    ['contoso.com', 'Contoso'],
    ['CONTOSO-PHARMA.DE', 'Contoso Pharma GmbH'],
    [tenant(3).toUpperCase(), 'Fabrikam, Inc.'],
    ['K-1001', 'Northwind Traders'],
    ['k‑1001', 'Northwind Traders'],
    ['4711', 'Tailspin'],
    ['10:4711', 'Tailspin'],
    ['account:10:4711', 'Tailspin'],
    ['Fabrikam Inc', 'Fabrikam, Inc.'],
    ["O'Neill & Sons", 'O’Neill & Sons'],
    ['o neill sons', 'O’Neill & Sons'],
    ['(contoso', 'Contoso'],
    ['台灣大數據股份有限公司', '台灣大數據股份有限公司'],
    ['台灣電力', '臺灣電力'],
    ['臺灣大數據股份有限公司', '台灣大數據股份有限公司'],
    // The same in simplified letters, or in some of each.
    ['台湾大数据股份有限公司', '台灣大數據股份有限公司'],
    ['台湾大數据股份有限公司', '台灣大數據股份有限公司'],
    ['рога и копыта', 'Рога и Копыта'],
    ['C++ Experts (Asia) [HQ]', 'C++ Experts (Asia) [HQ]'],
  ]
  for (const [said, name] of exact) it(`“${said}” is ${name}`, () => one(said, name))

  const beginnings: readonly (readonly [said: string, name: string])[] = [
    ['pharma', 'Contoso Pharma GmbH'],
    ['contoso ph', 'Contoso Pharma GmbH'],
    ['gmbh contoso', 'Contoso Pharma GmbH'],
    ['fabri', 'Fabrikam, Inc.'],
    ['大數據', '台灣大數據股份有限公司'],
    ['台灣大', '台灣大數據股份有限公司'],
    ['大数据', '台灣大數據股份有限公司'],
    ['石化', '中國石化'],
    ['コント', '株式会社コントソ'],
    ['копыта', 'Рога и Копыта'],
    ['northwind', 'Northwind Traders'],
  ]
  for (const [said, name] of beginnings) it(`“${said}” begins ${name}`, () => one(said, name))

  it('puts a name in full before longer names that begin with it', () => one('contoso', 'Contoso'))

  it('lets the person pick between two of one name, and between two that begin alike', () => {
    for (const [said, wanted] of [
      ['Adatum', ['Adatum', 'Adatum']],
      ['cont', ['Contoso', 'Contoso Pharma GmbH', '株式会社コントソ']],
      ['灣', ['台灣大數據股份有限公司', '臺灣電力']],
    ] as const) {
      const found = find(known, said)
      assert(found.kind === 'some' && !found.guessed, said)
      assert.deepEqual([...names(found)].sort(), [...wanted].sort(), said)
    }
  })

  const misspelt: readonly (readonly [said: string, name: string])[] = [
    ['Contosso Pharma', 'Contoso Pharma GmbH'],
    ['fabricam', 'Fabrikam, Inc.'],
    ['northwnd traders', 'Northwind Traders'],
    // A Cyrillic о.
    ['Fabrikаm', 'Fabrikam, Inc.'],
    ['台灣大數劇', '台灣大數據股份有限公司'],
  ]
  for (const [said, name] of misspelt) {
    it(`asks whether “${said}” is ${name}, and never takes it for granted`, () => {
      const found = find(known, said)
      assert(found.kind === 'some' && found.guessed, said)
      assert.deepEqual(names(found), [name])
    })
  }

  const nobody = [
    '',
    '   ',
    '!!!!',
    '???',
    '🙏',
    'Woodgrove',
    'contoso woodgrove',
    // Both letters stand in 中國石化, the other way round.
    '國中',
    '化石',
    '.*',
    'contoso|fabrikam',
    '(contoso|fabrikam)?',
    '[a-z]+',
    '\\',
    '$^',
    '*'.repeat(150),
    'contoso '.repeat(500),
    'x'.repeat(10_000),
  ]
  for (const said of nobody)
    it(`finds nobody for “${said.slice(0, 20)}”`, () => assert.deepEqual(find(known, said), { kind: 'none' }))

  it('does not mistake a customer without letters in its name for everybody', () => one('***', '***'))

  it('keeps look-alike names apart', () => {
    const twins = directory([operatorCustomer(1, 'Contoso'), operatorCustomer(2, 'Cоntoso')])
    const found = find(twins, 'Contoso')
    assert(found.kind === 'one')
    assert.equal(found.customer.id, tenant(1))
  })

  describe('in letters of several alphabets', () => {
    const false_ = operatorCustomer(1, 'Cоntoso Pаyments')
    const mixed = directory([
      false_,
      operatorCustomer(2, 'Ромашка'),
      operatorCustomer(3, 'Coco'),
      operatorCustomer(4, 'ООО Ёлка'),
    ])
    const asks = (said: string, name: string) => {
      const found = find(mixed, said)
      assert(found.kind === 'some' && found.guessed, said)
      assert.deepEqual(names(found), [name], said)
    }

    it('is asked about when it only looks like what was typed', () => {
      asks('contoso payments', 'Cоntoso Pаyments')
      // Latin letters in a Russian name, and Russian ones in a Latin name that is too short for a slip.
      asks('Рoмaшка', 'Ромашка')
      asks('сосо', 'Coco')
    })
    it('is taken for granted only in full', () => {
      one('Cоntoso Pаyments', 'Cоntoso Pаyments', mixed)
      asks('Cоnt', 'Cоntoso Pаyments')
    })
    it('is found in every Russian case, and with е for ё', () => {
      for (const said of ['ромашку', 'Ромашки', 'ромашкой']) one(said, 'Ромашка', mixed)
      for (const said of ['елка', 'ооо ёлки', 'ООО Елку']) one(said, 'ООО Ёлка', mixed)
    })
    it('keeps apart two that are one without their dots', () => {
      const two = directory([
        operatorCustomer(1, 'Королёв'),
        operatorCustomer(2, 'Королев'),
        operatorCustomer(3, 'São'),
        operatorCustomer(4, 'Sao'),
      ])
      one('São', 'São', two)
      one('Sao', 'Sao', two)
      assert.equal(find(two, 'Королев').kind, 'some')
    })
  })

  it('finds a number that two companies use twice', () => {
    const found = find(directory([], [account('4711', 'A', '10:4711'), account('4711', 'B', '20:4711')]), '4711')
    assert.equal(found.kind, 'some')
  })

  it('finds a name that is another’s number twice', () => {
    const found = find(directory([operatorCustomer(1, '4711')], [account('4711', 'B')]), '4711')
    assert.equal(found.kind, 'some')
  })

  it('finds an account by either of its names once it is matched', () => {
    const matched = joinCustomers(
      [account('K-1', 'Contoso Taiwan')],
      [operatorCustomer(1, 'CTW Ltd')],
      new Map(),
      new Map([['K-1', { account: 'K-1', lane: 'global', tenantId: tenant(1), how: 'confirmed' }]]),
    )
    for (const said of ['CTW Ltd', 'Contoso Taiwan', 'ctw', 'taiwan', 'k-1']) one(said, 'CTW Ltd', matched)
  })

  it('shows no more than can be read', () => {
    const many = directory(Array.from({ length: 50 }, (_, at) => operatorCustomer(at, `Contoso ${at}`)))
    const found = find(many, 'contoso')
    assert(found.kind === 'some')
    assert.equal(found.customers.length, 8)
  })

  it('knows nobody in an empty directory', () => assert.deepEqual(find(directory([]), 'contoso'), { kind: 'none' }))
})
