import assert from 'node:assert/strict'
import { plainList, understood } from './a-ledger.ts'

const two = ['K1,R1,2026-03-03,10.00', 'K2,R2,2026-03-03,5.50'] as const

describe('a total in the file', () => {
  it('that differs from ours is told with both', () => {
    assert.deepEqual(understood(plainList(...two, 'Total,,,15.40')).notes, [
      { code: 'total-differs', line: 5, label: 'Total', stated: 1540, ours: 1550, currency: 'EUR' },
    ])
  })
  it('may be of a part', () => {
    const list = understood(plainList(two[0], 'Subtotal,,,10.00', two[1], 'Subtotal,,,5.50', 'Grand total,,,15.50'))
    assert.deepEqual(list.notes, [{ code: 'totals-agree', totals: 3 }])
    assert.equal(list.counts.invoices, 2)
  })
  it('that cannot be read is told as not compared', () => {
    const header = 'As of 2026-03-31\nCustomer No,Invoice No,Due Date,Amount,Open Amount (EUR)\n'
    const list = understood(`${header}K1,R1,2026-03-03,10.00,10.00\nTotal,,,10.00,`)
    assert.deepEqual(list.notes, [{ code: 'total-not-compared', line: 4, label: 'Total' }])
  })
  it('is not a customer who is called so', () => {
    const list = understood(plainList('Total Energies,R1,2026-03-03,10.00', 'Gesamt GmbH,G1,,-1.00'))
    assert.equal(list.items.length, 2)
    assert.deepEqual(list.notes, [])
  })
  it('is not the payment of a customer who is called so, which may have neither number nor date', () => {
    const typed = (...rows: readonly string[]) =>
      understood(
        ['As of 2026-03-31', 'Customer Name,Type,Invoice No,Due Date,Open Amount (EUR)', ...rows, ''].join('\n'),
      )
    const list = typed(
      'Total Energies,Payment,,,-50.00',
      'Total Oil,Prepayment,,,-4.00',
      'Contoso,,R1,2026-03-03,80.00',
    )
    assert.equal(list.totals[0]?.minor, 26_00)
    assert(!list.notes.some(({ code }) => code.startsWith('total')))
    const summed = typed(
      'Contoso,Payment,,,-50.00',
      'Total,Payment,,,-50.00',
      'Fabrikam,Invoice,R1,2026-03-03,80.00',
      'Summe Fabrikam,S,,,80.00',
      'Total EUR:,Payment,,,30.00',
    )
    assert.deepEqual([summed.items.length, summed.notes.at(-1)], [2, { code: 'totals-agree', totals: 3 }])
  })
})

describe('the customers of a list', () => {
  const identified = (...rows: string[]) =>
    [
      'As of 2026-03-31',
      'Customer No,Customer Name,Domain,Tenant ID,Land,Invoice No,Due Date,Open Amount (EUR)',
      ...rows.map((row, at) => `${row},R${at},2026-03-03,1.00`),
      '',
    ].join('\n')
  const tenant = 'AAAAAAAA-0000-4000-8000-000000000001'

  it('are known by number, name, domain, tenant id and country', () => {
    assert.deepEqual(understood(identified(`K1,Contoso,https://www.Contoso.com/shop,${tenant},Schweiz`)).accounts, [
      {
        key: 'NIMBUS:K1',
        number: 'K1',
        name: 'Contoso',
        domain: 'contoso.com',
        tenantId: tenant.toLowerCase(),
        country: 'CH',
      },
    ])
  })
  it('have no tenant id or domain where the cell holds something else', () => {
    const list = understood(identified('K1,Contoso,none,contoso,', 'K2,Fabrikam,,,', 'K1,Contoso,none,contoso,'))
    const [account] = list.accounts
    assert.deepEqual([account?.domain, account?.tenantId, account?.country], [null, null, null])
    assert.deepEqual(list.notes, [{ code: 'not-tenant-ids', rows: 2, line: 3 }])
  })
  it('are believed in nothing on which their rows differ, and it is told', () => {
    const list = understood(
      identified('K1,Contoso,a.com,,', 'K1,Contoso,b.com,,', 'K2,Fabrikam,c.com,,', 'K2,Fabrikam,,,'),
    )
    assert.deepEqual(
      list.accounts.map(({ domain }) => domain),
      [null, 'c.com'],
    )
    assert.deepEqual(list.notes, [{ code: 'identities-differ', accounts: ['NIMBUS:K1'] }])
  })
  describe('have an e-mail address', () => {
    const mailed = (...cells: readonly (readonly [number: string, email: string])[]) =>
      understood(
        [
          'As of 2026-03-31',
          'Customer No,Billing e-mail,Sales rep e-mail,Invoice No,Due Date,Open Amount (EUR)',
          ...cells.map(([number, email], at) => `${number},"${email}",kim@nimbus.example,R${at},2026-03-03,1.00`),
          '',
        ].join('\n'),
      )

    it('as the desk reads one, and none where the cell is empty', () => {
      const list = mailed(['K1', ' mailto:Billing@Contoso.EXAMPLE '], ['K1', ''], ['K2', ''])
      assert.deepEqual(
        list.accounts.map(({ email }) => email),
        ['Billing@contoso.example', undefined],
      )
      assert.deepEqual(list.notes, [])
    })
    for (const [what, ...cells] of [
      ['is no address', 'ask Ms Okoro'],
      ['holds two', 'a@contoso.example; b@contoso.example'],
      ['holds two in one of the rows', 'a@contoso.example', 'a@contoso.example; b@contoso.example'],
      ['differs from row to row', 'a@contoso.example', 'b@contoso.example'],
    ] as const)
      it(`but none where the cell ${what}, whatever the order, and it is told`, () => {
        for (const order of [cells, cells.toReversed()]) {
          const list = mailed(...order.map((cell) => ['K1', cell] as const), ['K2', 'c@fabrikam.example'])
          assert.deepEqual(
            list.accounts.map(({ email }) => email),
            [undefined, 'c@fabrikam.example'],
          )
          assert.deepEqual(list.notes, [{ code: 'addresses-left-out', accounts: ['NIMBUS:K1'] }])
        }
      })
  })
  describe('are looked after by', () => {
    const owned = (...cells: readonly (readonly [number: string, owner: string])[]) =>
      understood(
        [
          'As of 2026-03-31',
          'Customer No,Account manager,Invoice No,Due Date,Open Amount (EUR)',
          ...cells.map(([number, owner], at) => `${number},"${owner}",R${at},2026-03-03,1.00`),
          '',
        ].join('\n'),
      )

    it('whom the column names, as it is written, and by nobody where the cell is empty', () => {
      const list = owned(['K1', ' Mei  Tanaka '], ['K1', ''], ['K2', ''])
      assert.deepEqual(
        list.accounts.map(({ owner }) => owner),
        ['Mei Tanaka', undefined],
      )
      assert.deepEqual(list.notes, [])
    })

    it('one person however the name is written, the same in any order of the rows', () => {
      const cells = ['MEI TANAKA', 'Ｍｅｉ Tanaka', 'mei tanaka'].map((owner) => ['K1', owner] as const)
      for (const order of [cells, cells.toReversed()]) {
        const list = owned(...order)
        assert.deepEqual([list.accounts[0]?.owner, list.notes], ['MEI TANAKA', []])
      }
    })

    it('nobody where the rows of an account differ, and it is told', () => {
      const cells = ['Mei', 'Wang', 'Mei'].map((owner) => ['K1', owner] as const)
      for (const order of [cells, [...cells, cells[0]].toReversed().flatMap((cell) => (cell ? [cell] : []))]) {
        const list = owned(...order, ['K2', 'Wang'])
        assert.deepEqual(
          list.accounts.map(({ owner }) => owner),
          [undefined, 'Wang'],
        )
        assert.deepEqual(list.notes, [{ code: 'owners-differ', accounts: ['NIMBUS:K1'] }])
      }
    })
  })
  it('go by their names where they have no number, and it is told', () => {
    const list = understood(identified(',Contoso  Ltd,,,', ',CONTOSO Ltd,,,'))
    assert.deepEqual(
      list.accounts.map(({ key, name }) => [key, name]),
      [['NIMBUS:contoso ltd', 'CONTOSO Ltd']],
    )
    assert.deepEqual(list.notes, [{ code: 'numbers-from-names', accounts: 1 }])
  })
  it('are set apart by company, else by the part of the books that the list speaks for', () => {
    const rows = plainList('K1,R1,2026-03-03,10.00,Acme', 'K2,R2,2026-03-03,10.00,').replace(
      'Amount (EUR)',
      'Amount (EUR),Company',
    )
    assert.deepEqual(
      understood(rows, { scope: { kind: 'lane', value: 'china' } }).items.map(({ account }) => account),
      ['ACME:K1', 'lane china:K2'],
    )
    const bare = plainList('K1,R1,2026-03-03,10.00')
    const [item] = understood(bare, { scope: { kind: 'country', value: 'cn' } }).items
    assert.deepEqual([item?.account, item?.country, item?.company], ['country CN:K1', 'CN', null])
  })
  it('stay known when they owe nothing', () => {
    const list = understood(plainList(two[0], 'K9,R9,2026-03-03,0.00'))
    assert.deepEqual(
      list.accounts.map(({ number }) => number),
      ['K1', 'K9'],
    )
  })
})
