import assert from 'node:assert/strict'
import fc from 'fast-check'
import sinon from 'sinon'
import { refused } from '../../../domain/shared/outcome.ts'
import type { Clock, Instant } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { createAssignmentDesk } from '../../../domain/workday/assignment-desk.ts'
import { createUndoDesk } from '../../../domain/workday/undo-desk.ts'
import type { IncomingLedger } from '../../../domain/receivables/draft-import.ts'
import { aLedgerDesk, imported, importing, incoming, ok, refusalOf } from './a-ledger-desk.ts'
import { anAccount, anInvoice, anOperatorCustomer, aPerson, policy } from './an-import.ts'

const chats = { root: 'teams' } as const
const known = (id: string, ...roles: Staff['roles']): Staff => ({
  ...aPerson(id, ...roles),
  accounts: [{ channel: 'teams', tenant: 't1', user: `aad-${id}` }],
})
const [mei, wang, otto] = [known('mei', 'collector'), known('wang', 'approver'), known('otto')]
/** Known in another chat than the root alone. */
const stray: Staff = { ...aPerson('zoe', 'collector'), accounts: [{ channel: 'slack', tenant: 'T1', user: 'U1' }] }

/** One fresh invoice each, so that nothing of it needs a second person; no owner is an empty cell. */
function naming(
  owners: Readonly<Record<string, string | null>>,
  changes: Partial<IncomingLedger> = {},
): IncomingLedger {
  const accounts = Object.entries(owners).map(([key, owner]) => anAccount(key, owner === null ? {} : { owner }))
  const items = Object.keys(owners).map((key) => anInvoice(key, `R-${key}`, { due: '2026-03-20' }))
  return { ...incoming({ accounts, items }), ...changes }
}

/** One clock for all, a second further at each look; `pass` turns to the next day. */
async function anOffice() {
  let moment = Date.parse('2026-03-31T10:00:00.000Z')
  const now: Clock = () => new Date((moment += 1000)).toISOString() as Instant
  const parts = aLedgerDesk([anOperatorCustomer('t1')], now)
  const { store } = parts
  let ids = 0
  const deciding = { store, policy, chats, now, newId: () => `own-${(ids += 1)}` }
  for (const value of [mei, wang, otto, stray])
    await store.commit({ save: [{ kind: 'staff', id: value.id, value, basedOn: null }] })
  const assignments = createAssignmentDesk(deciding)
  const undo = createUndoDesk({ ...deciding, agreements: { undo: async () => refused({ code: 'not-found' }) } })
  const customer = (key: string) => ({
    id: `account:${key}`,
    name: key,
    lane: null,
    operator: null,
    accounts: [parts.desk.current().accounts.get(key) ?? anAccount(key)],
  })
  return {
    ...parts,
    pass: () => (moment += 86_400_000),
    undo,
    /** By Mei, and with Wang's yes where two must agree. */
    takeBack: async (id: string) => {
      const record = ok(await parts.desk.undo(id, 'console:mei', mei))
      const { version = 0 } = (await store.get('ledger-import', id)) ?? {}
      if (record.status === 'undo-asked') ok(await parts.desk.confirm({ case: id, version }, wang))
    },
    assign: (key: string, owner: Staff | null, by = wang) => assignments.assign(customer(key), owner, by),
    ownerOf: async (key: string) => (await assignments.of(customer(key)))?.owner ?? null,
    listed: async (key: string) => (await assignments.listed(customer(key)))?.id ?? null,
    deeds: async () =>
      (await Array.fromAsync(store.auditTrail())).flatMap(({ what, by, customer: whose, details }) =>
        what.startsWith('assignment.') ? [{ what, by, whose, details }] : [],
      ),
  }
}

describe('a list with a column for who looks after a customer', () => {
  it('gives each to the colleague it names, in its own commit, and says who did it by what', async () => {
    const { desk, ownerOf, deeds, store } = await anOffice()
    const commit = sinon.spy(store, 'commit')
    const record = await imported(desk, naming({ K1: 'MEI', K2: 'aad-wang', K3: null }), mei)
    assert.deepEqual(record.effect.owners, { assigned: 2, leftAlone: 0, disputed: 0, unknown: [], unknownCount: 0 })
    assert.equal(commit.callCount, 1)
    assert.deepEqual([await ownerOf('K1'), await ownerOf('K2'), await ownerOf('K3')], ['mei', 'wang', null])
    assert.deepEqual(await deeds(), [
      {
        what: 'assignment.made',
        by: 'mei',
        whose: 'account:K1',
        details: { owner: 'mei', before: null, import: 'L-1' },
      },
      {
        what: 'assignment.made',
        by: 'mei',
        whose: 'account:K2',
        details: { owner: 'wang', before: null, import: 'L-1' },
      },
    ])
    const [kept] = await store.list('assignment', { customer: 'account:K1' })
    assert.deepEqual([kept?.value.import, kept?.value.by], ['L-1', 'mei'])
  })

  it('tells names that mean no one colleague who may see customers, and changes nothing for theirs', async () => {
    const { desk, ownerOf } = await anOffice()
    await imported(desk, naming({ K1: 'Mei' }))
    const list = naming({ K1: 'Somebody Else', K2: 'otto', K3: 'zoe', K4: 'x'.repeat(500) })
    const record = await imported(desk, list)
    assert.deepEqual(record.effect.owners, {
      assigned: 0,
      leftAlone: 0,
      disputed: 0,
      unknown: ['Somebody Else', 'otto', 'x'.repeat(80), 'zoe'],
      unknownCount: 4,
    })
    assert.deepEqual([await ownerOf('K1'), await ownerOf('K2'), await ownerOf('K3')], ['mei', null, null])
  })

  it('takes nobody away: an empty cell and a list without the column leave everybody where they are', async () => {
    const { desk, ownerOf } = await anOffice()
    await imported(desk, naming({ K1: 'Mei', K2: 'Mei' }))
    assert.equal((await imported(desk, naming({ K1: null, K2: 'Wang' }))).effect.owners?.assigned, 1)
    assert.equal((await imported(desk, naming({ K1: null, K2: null }))).effect.owners, undefined)
    assert.deepEqual([await ownerOf('K1'), await ownerOf('K2')], ['mei', 'wang'])
  })

  it('leaves alone whom a person assigned, says how many, and has them back once a person says nobody', async () => {
    const { desk, assign, ownerOf } = await anOffice()
    await imported(desk, naming({ K1: 'Mei', K2: 'Mei' }))
    await assign('K1', wang)
    const list = naming({ K1: 'mei', K2: 'wang' })
    assert.deepEqual((await imported(desk, list)).effect.owners, {
      ...{ assigned: 1, leftAlone: 1, disputed: 0, unknown: [], unknownCount: 0 },
    })
    assert.equal(await ownerOf('K1'), 'wang')
    await assign('K1', null)
    assert.equal(await ownerOf('K1'), null)
    await imported(desk, list)
    assert.equal(await ownerOf('K1'), 'mei')
  })

  it('leaves alone whom a person gave to the very colleague that a list had named', async () => {
    const { desk, assign, takeBack, ownerOf } = await anOffice()
    const { id } = await imported(desk, naming({ K1: 'Mei' }))
    ok(await assign('K1', mei))
    assert.deepEqual(await assign('K1', mei), refused({ code: 'as-it-is' }))
    await imported(desk, naming({ K1: 'Wang' }))
    assert.equal(await ownerOf('K1'), 'mei')
    await takeBack(id)
    assert.equal(await ownerOf('K1'), 'mei')
  })

  it('does nothing where the accounts of one customer name different colleagues', async () => {
    const { desk, listed, store } = await anOffice()
    const list = naming({ K1: 'Mei', K2: 'Wang', K3: 'Wang' })
    const match = { lane: 'global', tenantId: 't1', how: 'tenant-id' } as const
    for (const account of ['K1', 'K2'])
      await store.commit({ save: [{ kind: 'match', id: account, value: { account, ...match }, basedOn: null }] })
    const record = await imported(desk, list)
    assert.deepEqual(record.effect.owners, { assigned: 1, leftAlone: 0, disputed: 1, unknown: [], unknownCount: 0 })
    assert.deepEqual(await store.list('assignment', { customer: 't1' }), [])
    assert.equal(await listed('K3'), 'wang')
  })

  it('goes by what is assigned when it counts, not when it was shown or asked about', async () => {
    const { desk, assign, ownerOf, store } = await anOffice()
    const shown = ok(await desk.propose(naming({ K1: 'Mei' })))
    await assign('K1', wang)
    const record = ok(await desk.commit(shown, 'mei', mei))
    assert.deepEqual([record.effect.owners?.assigned, record.effect.owners?.leftAlone], [0, 1])
    assert.equal(await ownerOf('K1'), 'wang')

    // Makes two of two customers newly due, so that a second person is asked.
    const due = naming({ K1: 'Mei', K2: 'Mei' })
    const guarded = { ...due, items: due.items.map((item) => ({ ...item, due: '2026-01-01' as const })) }
    const pending = ok(await importing(desk, guarded, mei))
    assert.equal(pending.status, 'pending')
    assert.equal(await ownerOf('K2'), null)
    await assign('K2', wang)
    const { version = 0 } = (await store.get('ledger-import', pending.id)) ?? {}
    const confirmed = ok(await desk.confirm({ case: pending.id, version }, wang))
    assert.deepEqual([confirmed.effect.owners?.assigned, confirmed.effect.owners?.leftAlone], [0, 2])
    assert.equal(await ownerOf('K2'), 'wang')
  })

  it('of books that are read is a change of theirs, also where only a colleague came to be known', async () => {
    const { desk, ownerOf, store } = await anOffice()
    const pulled = { ...naming({ K1: 'Ada' }), pulled: { source: 'business-central', notes: [] } }
    assert.equal(ok(await desk.take(pulled, 'desk', null)).kind, 'imported')
    assert.equal(ok(await desk.take(pulled, 'desk', null)).kind, 'unchanged')
    const ada = known('ada', 'collector')
    await store.commit({ save: [{ kind: 'staff', id: 'ada', value: ada, basedOn: null }] })
    assert.equal(ok(await desk.take(pulled, 'desk', null)).kind, 'imported')
    assert.equal(await ownerOf('K1'), 'ada')
    assert.equal(ok(await desk.take(pulled, 'desk', null)).kind, 'unchanged')
  })

  describe('taken back', () => {
    it('gives customers back to whom the import before named, or to nobody, and says so', async () => {
      const { desk, takeBack, ownerOf, deeds } = await anOffice()
      await imported(desk, naming({ K1: 'Mei' }))
      await imported(desk, naming({ K1: 'Wang', K2: 'Wang' }))
      await takeBack('L-2')
      assert.deepEqual([await ownerOf('K1'), await ownerOf('K2')], ['mei', null])
      assert.deepEqual((await deeds()).slice(-2), [
        { what: 'assignment.undone', by: 'wang', whose: 'account:K1', details: { owner: 'wang', now: 'mei' } },
        { what: 'assignment.undone', by: 'wang', whose: 'account:K2', details: { owner: 'wang', now: null } },
      ])
    })

    it('out of turn leaves what the later list named, and nothing of its own for later', async () => {
      const { desk, takeBack, ownerOf, store } = await anOffice()
      await imported(desk, naming({ K1: 'Mei', K2: 'Mei', K3: 'Mei' }))
      await imported(desk, naming({ K1: 'Wang', K2: 'Mei', K3: null }))
      await takeBack('L-1')
      assert.deepEqual([await ownerOf('K1'), await ownerOf('K2'), await ownerOf('K3')], ['wang', 'mei', null])
      await takeBack('L-2')
      assert.deepEqual([await ownerOf('K1'), await ownerOf('K2')], [null, null])
      assert.deepEqual(await store.list('assignment'), [])
    })

    it('follows a later list that named the same colleague, also where a person had said nobody before both', async () => {
      const { desk, takeBack, assign, ownerOf } = await anOffice()
      await imported(desk, naming({ K1: 'Wang' }))
      await assign('K1', null)
      await imported(desk, naming({ K1: 'Mei' }))
      await imported(desk, naming({ K1: 'Mei' }))
      await takeBack('L-2')
      assert.equal(await ownerOf('K1'), 'mei')
      await takeBack('L-3')
      assert.equal(await ownerOf('K1'), null)
    })

    it('says nothing of a customer whom a person assigned, whatever later lists name', async () => {
      const { desk, takeBack, assign, deeds, ownerOf } = await anOffice()
      await imported(desk, naming({ K1: 'Mei' }))
      await assign('K1', wang)
      await imported(desk, naming({ K1: 'Mei' }))
      const told = (await deeds()).length
      await takeBack('L-1')
      assert.deepEqual([await ownerOf('K1'), (await deeds()).length], ['wang', told])
    })

    it('changes nothing for whom a person assigned since, and comes back by no undo', async () => {
      const { desk, takeBack, assign, ownerOf, undo } = await anOffice()
      await imported(desk, naming({ K1: 'Mei' }))
      await assign('K1', wang)
      await takeBack('L-1')
      assert.equal(await ownerOf('K1'), 'wang')
      ok(await undo.undo(wang))
      assert.equal(await ownerOf('K1'), null)
    })
  })

  describe('and the undo of people', () => {
    it('knows no list as anybody’s own step, and gives the customer back to the list', async () => {
      const { desk, assign, ownerOf, undo } = await anOffice()
      await imported(desk, naming({ K1: 'Mei' }), wang)
      assert.deepEqual(await undo.undo(wang), refused({ code: 'nothing-to-undo' }))
      await assign('K1', wang)
      ok(await undo.undo(wang))
      assert.equal(await ownerOf('K1'), 'mei')
    })

    it('is overtaken by a list that named somebody since', async () => {
      const { desk, assign, undo } = await anOffice()
      await assign('K1', mei)
      await assign('K1', null)
      await imported(desk, naming({ K1: 'Wang' }))
      const refusal = refusalOf(await undo.undo(wang))
      assert.deepEqual([refusal.code, 'list' in refusal && refusal.list], ['overtaken', 'L-1'])
    })
  })

  it('keeps of earlier days only what can come back', async () => {
    const { desk, store, pass } = await anOffice()
    for (let day = 0; day < 5; day += 1) {
      await imported(desk, naming({ K1: day % 2 === 0 ? 'Mei' : 'Wang' }))
      pass()
    }
    const kept = (await store.list('assignment')).map(({ value }) => [value.owner, value.import])
    assert.deepEqual(kept, [
      ['wang', 'L-4'],
      ['mei', 'L-5'],
    ])
  })

  it('never beats a person, never outlives its import, and taken back at once changed nothing', async () => {
    const keys = ['K1', 'K2', 'K3'] as const
    const people = { mei, wang }
    const cell = fc.constantFrom('Mei', 'WANG', 'nobody we know', null)
    const step = fc.oneof(
      fc.record({ do: fc.constant('list' as const), cells: fc.tuple(cell, cell, cell), back: fc.boolean() }),
      fc.record({
        do: fc.constant('assign' as const),
        key: fc.constantFrom(...keys),
        to: fc.constantFrom('mei', 'wang', null),
      }),
      fc.record({ do: fc.constant('take-back' as const), at: fc.nat(9) }),
      fc.record({ do: fc.constant('next-day' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const office = await anOffice()
        const { desk, store, assign, ownerOf } = office
        const owners = () => Promise.all(keys.map(ownerOf))
        const said = new Map<string, string | null>()
        const standing: string[] = []
        const takeBack = async (id: string) => {
          await office.takeBack(id)
          standing.splice(standing.indexOf(id), 1)
        }
        for (const each of steps) {
          if (each.do === 'next-day') office.pass()
          if (each.do === 'assign') {
            const outcome = await assign(each.key, each.to === null ? null : people[each.to])
            if (outcome.ok) said.set(each.key, each.to)
          }
          const old = each.do === 'take-back' ? standing[each.at] : undefined
          if (old !== undefined) await takeBack(old)
          if (each.do === 'list') {
            const before = await owners()
            const cells = Object.fromEntries(keys.map((key, at) => [key, each.cells[at] ?? null]))
            const { id, effect } = await imported(desk, naming(cells))
            standing.push(id)
            const after = await owners()
            for (const [at, key] of keys.entries()) {
              const named = new Map([
                ['Mei', 'mei'],
                ['WANG', 'wang'],
              ]).get(cells[key] ?? '')
              const person = said.get(key) ?? null
              assert.equal(after[at], person ?? named ?? before[at])
            }
            assert.equal(effect.owners?.assigned ?? 0, after.filter((owner, at) => owner !== before[at]).length)
            if (each.back) {
              await takeBack(id)
              assert.deepEqual(await owners(), before)
            }
          }
          for (const [key, owner] of said) if (owner !== null) assert.equal(await ownerOf(key), owner)
          for (const { value } of await store.list('assignment'))
            assert(value.import === undefined || standing.includes(value.import))
        }
        for (const id of [...standing]) await takeBack(id)
        assert.deepEqual(
          await owners(),
          keys.map((key) => said.get(key) ?? null),
        )
      }),
      { numRuns: 60 },
    )
  })
})
