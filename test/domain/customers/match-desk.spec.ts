import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aLedger,
  anAccount,
  aNotice,
  anInvoice,
  aSubscription,
  contoso,
  fabrikam,
  lin,
  mei,
  morning,
  otto,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'

const here = 'teams:partner/mei'
const toFabrikam = { account: 'K-1001', lane: 'china', tenantId: fabrikam } as const

describe('the match desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const request = async (customer: string, reason: 'non-payment' | 'fraud' = 'non-payment') => {
    const ask = { reason, subscriptions: [seats], note: 'seen', override: null }
    const outcome = await office.desk.suspensions.request(customer, ask, [aSubscription()], mei, here)
    assert(outcome.ok, JSON.stringify(outcome))
  }

  it('confirms whose account it is, in one commit, and the books know it at once', async () => {
    office.world.ledger = aLedger({ matches: [] })
    assert.equal((await office.desk.book.today()).directory.ofAccount('K-1001')?.operator, null)
    const outcome = await office.desk.matches.confirm({ ...toFabrikam, tenantId: contoso }, sam)
    assert.deepEqual(outcome, refused({ code: 'not-allowed' }))
    assert((await office.desk.matches.confirm({ ...toFabrikam, tenantId: contoso }, otto)).ok)
    assert.deepEqual(office.commits, [
      {
        save: [
          {
            kind: 'match',
            id: 'K-1001',
            value: { account: 'K-1001', lane: 'china', tenantId: contoso, how: 'confirmed', name: 'Contoso Ltd' },
            basedOn: null,
          },
        ],
        remove: [],
        audit: [
          {
            at: morning,
            by: 'otto',
            what: 'match.confirmed',
            about: 'K-1001',
            customer: contoso,
            lane: 'china',
            details: { from: 'account:K-1001', to: contoso },
          },
        ],
        outbox: [],
      },
    ])
    assert.equal((await office.desk.book.today()).directory.ofAccount('K-1001')?.id, contoso)
  })

  for (const [what, pair, refusal] of [
    ['an account nobody knows', { ...toFabrikam, account: 'K-9' }, { code: 'unknown-account' }],
    ['a customer nobody lists', { ...toFabrikam, tenantId: 'nobody' }, { code: 'unknown-customer' }],
    ['a customer of another lane', { ...toFabrikam, lane: 'global' }, { code: 'unknown-customer' }],
    ['an account as a customer', { ...toFabrikam, tenantId: 'account:K-1001' }, { code: 'unknown-customer' }],
    ['the customer it belongs to already', { ...toFabrikam, tenantId: contoso }, { code: 'matched-already' }],
  ] as const)
    it(`refuses ${what}`, async () => {
      assert.deepEqual(await office.desk.matches.confirm(pair, mei), refused(refusal))
      assert.deepEqual(office.commits, [])
    })

  it('refuses a customer of another cloud than the one the ledger bills the account in', async () => {
    office.world.ledger = aLedger({ items: [anInvoice({ lane: 'us-government' })] })
    const outcome = await office.desk.matches.confirm(toFabrikam, mei)
    assert.deepEqual(outcome, refused({ code: 'other-lane' }))
    office.world.ledger = aLedger({ items: [anInvoice({ lane: 'china' }), anInvoice({ number: 'INV-2', lane: null })] })
    assert((await office.desk.matches.confirm(toFabrikam, mei)).ok)
  })

  it('a changed pair ends the open requests of both customers in the same commit', async () => {
    const invoice = anInvoice({ account: 'K-2', number: 'INV-2' })
    const notice = aNotice({ id: 'n-2', customer: fabrikam, invoices: ['K-2|invoice|INV-2'] })
    await office.store.commit({ save: [{ kind: 'final-notice', id: 'n-2', value: notice, basedOn: null }] })
    office.world.ledger = aLedger({
      accounts: [anAccount(), anAccount({ key: 'K-2', number: 'K-2' })],
      items: [anInvoice(), invoice],
      matches: [
        { account: 'K-1001', lane: 'china', tenantId: contoso, how: 'domain' },
        { account: 'K-2', lane: 'china', tenantId: fabrikam, how: 'domain' },
      ],
    })
    await request(contoso)
    await request(contoso, 'fraud')
    await request(fabrikam)
    await office.desk.suspensions.question({ case: 'S-3', version: 1 }, 'All of them?', wang)
    const before = office.commits.length
    assert((await office.desk.matches.confirm(toFabrikam, mei)).ok)
    assert.equal(office.commits.length, before + 1)
    for (const id of ['S-1', 'S-2', 'S-3']) {
      const ended = await office.get('suspension', id)
      assert.equal(ended?.status === 'void' && ended.why, 'customer-rematched', id)
      assert.deepEqual((await office.audited(id)).at(-1), 'suspension.voided by mei')
    }
    for (const pointer of [`${contoso}/non-payment`, `${contoso}/fraud`, `${fabrikam}/non-payment`])
      assert.equal(await office.get('open-suspension', pointer), null)
    assert.deepEqual(
      office.commits.at(-1)?.outbox?.map(({ order }) => order),
      ['S-1', 'S-2', 'S-3'].flatMap((id) => [
        { kind: 'update-cards', case: id },
        { kind: 'tell-staff', case: id, staff: 'mei' },
        // The one for fraud may have answered an alert.
        ...(id === 'S-2' ? [{ kind: 'note-act', case: id }] : []),
      ]),
    )
    assert.equal(office.commits.at(-1)?.audit?.[0]?.what, 'match.changed')
  })

  it('may be changed again', async () => {
    await office.desk.matches.confirm(toFabrikam, mei)
    assert((await office.desk.matches.confirm({ ...toFabrikam, tenantId: contoso }, wang)).ok)
    assert.equal((await office.desk.book.today()).directory.ofAccount('K-1001')?.id, contoso)
    assert.deepEqual(await office.audited('K-1001'), ['match.changed by mei', 'match.changed by wang'])
  })

  it('leaves what is being carried out to the look before each call', async () => {
    await request(contoso)
    await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, lin)
    assert((await office.desk.matches.confirm(toFabrikam, mei)).ok)
    assert.equal((await office.get('suspension', 'S-1'))?.status, 'approved')
    await office.carryOutDue()
    const ended = await office.get('suspension', 'S-1')
    assert.equal(ended?.status === 'void' && ended.why, 'customer-rematched')
    assert.deepEqual(office.operator.transitions, [])
  })

  it('a request made while the account changes hands does not survive its approval', async () => {
    const raced = office.reopened({
      store: (store) => ({
        ...store,
        async commit(commit) {
          if (commit.audit?.some(({ what }) => what === 'suspension.requested'))
            await office.desk.matches.confirm(toFabrikam, mei)
          return store.commit(commit)
        },
      }),
    })
    const ask = { reason: 'non-payment', subscriptions: [seats], note: null, override: null } as const
    assert((await raced.desk.suspensions.request(contoso, ask, [aSubscription()], mei, here)).ok)
    const outcome = await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)
    assert(outcome.ok && outcome.value.status === 'void' && outcome.value.why === 'customer-rematched')
  })

  it('an approval in the same instant is not lost behind it: one of the two is asked to look again', async () => {
    await request(contoso)
    const [matched, approved] = await Promise.all([
      office.desk.matches.confirm(toFabrikam, mei),
      office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang),
    ])
    assert.equal([matched.ok, approved.ok].filter(Boolean).length, 1)
    await office.carryOutDue()
    if (matched.ok) assert.deepEqual(office.operator.transitions, [])
  })

  it('of two at the same instant one counts and the other is told', async () => {
    office.world.ledger = aLedger({ matches: [] })
    const outcomes = await Promise.all([
      office.desk.matches.confirm(toFabrikam, mei),
      office.desk.matches.confirm({ ...toFabrikam, tenantId: contoso }, wang),
    ])
    assert.deepEqual(
      outcomes.filter(({ ok }) => !ok),
      [refused({ code: 'changed-since' })],
    )
  })

  it('a debt that changed hands needs a notice of its own', async () => {
    await office.desk.matches.confirm(toFabrikam, mei)
    const { finding } = (await office.desk.book.today()).of(fabrikam) ?? {}
    assert.deepEqual([finding?.stage, finding?.gap], ['final-notice', { code: 'no-final-notice' }])
  })
})
