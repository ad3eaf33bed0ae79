import assert from 'node:assert/strict'
import type { AgreementAsk } from '../../../domain/agreements/record-agreement.ts'
import { itemKey, type OpenItem } from '../../../domain/receivables/open-item.ts'
import type { Outcome } from '../../../domain/shared/outcome.ts'
import { addDays, later, startOfDay, type Day } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aCalendar,
  aMatch,
  anAccount,
  fabrikam,
  aLedger,
  anInvoice,
  aPayment,
  contoso,
  cny,
  eur,
  mei,
  sam,
  today,
  wang,
} from '../../kit/builders.ts'

const sum = (minor: number, currency = 'CNY') => ({ minor, currency })
const promise = (minor: number, day: Day = '2025-04-04'): AgreementAsk => ({ kind: 'promise', amount: sum(minor), day })
const invoice = itemKey(anInvoice())

describe('the desk of agreements', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  async function record(ask: AgreementAsk, by = mei) {
    const outcome = await office.desk.agreements.record(contoso, ask, by)
    assert(outcome.ok, JSON.stringify(outcome))
    return outcome.value
  }
  const refusal = async (outcome: Promise<Outcome<unknown, { readonly code: string }>>) => {
    const it = await outcome
    return it.ok ? null : it.refusal
  }
  const codeOf = async (ask: AgreementAsk, by = mei) =>
    (await refusal(office.desk.agreements.record(contoso, ask, by)))?.code
  /** A morning of another day, with the books as of then. */
  function on(day: Day, items: readonly OpenItem[] = [anInvoice()], asOf: Day = day) {
    office.world.now = later(startOfDay(day, 'Asia/Shanghai'), 10 * 3_600_000)
    office.world.ledger = { ...aLedger({ items }) }
    const dated = [...office.world.ledger.items].map(
      ([key, all]) => [key, all.map(({ item }) => ({ item, asOf }))] as const,
    )
    office.world.ledger = { ...office.world.ledger, asOf, items: new Map(dated) }
  }
  const state = async (id: string) => (await office.desk.agreements.read(id))?.state.status

  describe('records', () => {
    it('a promise in one commit, and the books know it at once', async () => {
      const agreement = await record(promise(4_820_000))
      assert.deepEqual([agreement.id, agreement.author, agreement.kind], ['A-1', 'mei', 'promise'])
      assert.deepEqual(await office.audited('A-1'), ['promise.recorded by mei'])
      assert.equal((await office.desk.book.today()).of(contoso)?.finding.stage, 'clear')
    })

    it('nothing of somebody without the power', async () => {
      assert.equal(await codeOf(promise(100), sam), 'not-allowed')
      assert.deepEqual(office.commits, [])
    })

    for (const [what, ask, code] of [
      ['a day that is over', promise(100, addDays(today, -1)), 'day-past'],
      ['a day beyond a year', promise(100, addDays(today, 367)), 'day-too-far'],
      ['another currency', { kind: 'promise', amount: sum(100, 'EUR'), day: today }, 'other-currency'],
      ['more than is owed', promise(4_820_001), 'above-debt'],
      ['nothing', promise(0), 'not-above-nothing'],
      ['less than nothing', promise(-5), 'not-above-nothing'],
      ['a dispute without a reason', { kind: 'dispute', invoice, amount: null, reason: ' ' }, 'reason-needed'],
      ['an invoice nobody knows', { kind: 'dispute', invoice: 'x', amount: null, reason: 'r' }, 'unknown-invoice'],
      ['more than the invoice', { kind: 'dispute', invoice, amount: sum(4_820_001), reason: 'r' }, 'above-invoice'],
      [
        'an exemption that is over',
        { kind: 'exemption', of: { what: 'customer' }, until: addDays(today, -1), reason: 'r' },
        'day-past',
      ],
      [
        'instalments out of order',
        {
          kind: 'plan',
          currency: 'CNY',
          instalments: [
            { minor: 1, day: '2025-04-05' },
            { minor: 1, day: '2025-04-05' },
          ],
        },
        'days-out-of-order',
      ],
    ] as const satisfies readonly (readonly [string, AgreementAsk, string])[])
      it(`refuses ${what}`, async () => assert.equal(await codeOf(ask), code))

    it('a promise of today through the end of today, and names every currency where it is another one', async () => {
      assert.equal(await codeOf(promise(1, today)), undefined)
      on(today, [anInvoice(), anInvoice({ number: 'E', ...eur(5) }), anInvoice({ number: 'U', open: sum(5, 'USD') })])
      const asked = { kind: 'promise', amount: sum(1, 'JPY'), day: today } as const
      const refused = await refusal(office.desk.agreements.record(contoso, asked, wang))
      assert.deepEqual(refused, { code: 'other-currency', currencies: ['CNY', 'EUR', 'USD'] })
    })

    it('one promise at a time in a currency, and what is pressed twice once', async () => {
      const first = await record(promise(100_000))
      assert.deepEqual(await record(promise(100_000)), first)
      assert.equal(office.commits.length, 1)
      assert.equal(await codeOf(promise(200_000)), 'agreed-already')
      assert.equal(await codeOf(promise(100_000), wang), 'agreed-already')
    })

    it('one of two people at once', async () => {
      const both = await Promise.all([
        office.desk.agreements.record(contoso, promise(100), mei),
        office.desk.agreements.record(contoso, promise(200), wang),
      ])
      assert.equal(both.filter(({ ok }) => ok).length, 1)
      assert.equal((await office.store.list('agreement')).length, 1)
    })

    it('a third word that something is paid from somebody else only, once two in a row came to nothing', async () => {
      const mark: AgreementAsk = { kind: 'paid-mark', amount: sum(100_000) }
      const inVain = async (by = mei) => {
        const { id } = await record(mark, by)
        office.world.now = later(office.world.now, 7 * 24 * 3_600_000)
        await office.desk.agreements.tend()
        assert.equal(await state(id), 'dropped')
      }
      const slip = await record(mark)
      assert((await office.desk.agreements.undo(slip.id, mei)).ok)
      await inVain()
      await inVain()
      const outcome = await office.desk.agreements.record(contoso, mark, mei)
      assert(!outcome.ok && outcome.refusal.code === 'said-twice')
      assert.deepEqual(
        outcome.refusal.marks.map(({ id, author }) => [id, author]),
        [
          ['A-3', 'mei'],
          ['A-2', 'mei'],
        ],
      )
      assert.equal(await codeOf({ kind: 'paid-mark', amount: sum(100, 'EUR') }), 'other-currency')
      await inVain(wang)
      assert.equal(await codeOf(mark), 'said-twice')
      assert.equal(await codeOf(mark, wang), 'said-twice')
    })

    it('nobody promises what they dispute', async () => {
      await record({ kind: 'dispute', invoice, amount: sum(820_000), reason: 'wrong seats' })
      const refused = await refusal(office.desk.agreements.record(contoso, promise(4_000_001), mei))
      assert.deepEqual(refused, { code: 'above-debt', most: sum(4_000_000) })
    })
  })

  describe('takes back', () => {
    it('what one recorded oneself within a day, and nothing of others', async () => {
      const { id } = await record(promise(4_820_000))
      assert.equal((await refusal(office.desk.agreements.undo(id, wang)))?.code, 'not-yours')
      assert.equal((await refusal(office.desk.agreements.undo(id, mei)))?.code, undefined)
      assert.equal((await refusal(office.desk.agreements.undo(id, mei)))?.code, 'already-over')
      assert.deepEqual(await office.audited(id), ['promise.recorded by mei', 'agreement.undone by mei'])
      assert.equal((await office.desk.book.today()).of(contoso)?.finding.stage, 'suspend')
    })

    it('nothing a day later; ended it can be by whoever may record', async () => {
      const { id } = await record(promise(4_820_000))
      office.world.now = later(office.world.now, 24 * 3_600_000 + 1)
      assert.equal((await refusal(office.desk.agreements.undo(id, mei)))?.code, 'too-late')
      assert.equal((await refusal(office.desk.agreements.end(id, sam)))?.code, 'not-allowed')
      assert.equal((await office.desk.agreements.end(id, wang)).ok, true)
      assert.equal(await state(id), 'ended')
    })
  })

  describe('the next working morning', () => {
    const tend = () => office.desk.agreements.tend()
    const told = async () =>
      (await office.due()).flatMap(({ order }) =>
        order.kind === 'tell-agreement' ? [`${order.agreement} ${order.staff}`] : [],
      )

    for (const [what, paid, status] of [
      ['kept', 2_000_000, 'kept'],
      ['kept, but for less than the tolerance', 1_999_500, 'kept'],
      ['kept in part', 1_999_499, 'part-kept'],
      ['broken', 0, 'broken'],
    ] as const)
      it(`a promise is seen as ${what}, once, and its author is told`, async () => {
        const { id } = await record(promise(2_000_000))
        // A newer debt pays nothing off.
        const items = [anInvoice(cny(4_820_000 - paid)), anInvoice({ number: 'NEW', ...cny(9_000_000) })]
        on('2025-04-05', items, '2025-04-04')
        await tend()
        // Saturday.
        assert.equal(await state(id), 'open')
        on('2025-04-07', items, '2025-04-04')
        await tend()
        assert.equal(await state(id), status)
        assert.deepEqual(await told(), ['A-1 mei'])
        await tend()
        assert.deepEqual(await told(), ['A-1 mei'])
        assert.deepEqual(await office.audited(id), ['promise.recorded by mei', `promise.${status} by desk`])
      })

    it('an account that counts as another customer’s now keeps no promise and settles no mark; a dispute goes with its invoice', async () => {
      const { id } = await record(promise(2_000_000))
      const disputed = await record({ kind: 'dispute', invoice, amount: sum(1_000_000), reason: 'r' })
      const marked = await record({ kind: 'paid-mark', amount: sum(1_000_000) })
      const elsewhere = { account: anAccount().key, lane: 'china', tenantId: fabrikam } as const
      const kinds = async (customer: string) =>
        (await office.desk.book.today()).of(customer)?.agreements.map(({ kind }) => kind)
      assert.deepEqual(await kinds(contoso), ['promise', 'dispute', 'paid-mark'])
      assert((await office.desk.matches.confirm(elsewhere, mei)).ok)
      assert.deepEqual([await kinds(contoso), await kinds(fabrikam)], [['promise', 'paid-mark'], ['dispute']])
      const [owed] = (await office.desk.book.today()).of(fabrikam)?.standing.currencies ?? []
      assert.deepEqual([owed?.overdue, owed?.disputed], [3_820_000, 1_000_000])
      const other = anAccount({ key: 'K-1002', number: 'K-1002' })
      on('2025-04-07')
      const matches = [aMatch(), aMatch({ account: other.key })]
      const { accounts } = aLedger({ accounts: [anAccount(), other] })
      const matched = new Map(matches.map((match) => [match.account, match]))
      office.world.ledger = { ...office.world.ledger, accounts, matches: matched }
      await tend()
      const states = await Promise.all([id, disputed.id, marked.id].map(state))
      assert.deepEqual(states, ['open', 'open', 'open'])
      office.world.ledger = { ...office.world.ledger, items: new Map() }
      await tend()
      const after = await Promise.all([id, disputed.id, marked.id].map(state))
      assert.deepEqual(after, ['open', 'closed', 'open'], 'the invoice is gone, whoever owed it')
    })

    it('by an import that is taken back is judged anew, and told where that comes out otherwise', async () => {
      const kept = await record(promise(2_000_000))
      const disputed = await record({ kind: 'dispute', invoice, amount: sum(1_000_000), reason: 'r' })
      const marked = await record({ kind: 'paid-mark', amount: sum(1_000_000) })
      const exempt = await record({ kind: 'exemption', of: { what: 'customer' }, until: '2025-04-01', reason: 'r' })
      const states = async () => Promise.all([kept, disputed, marked, exempt].map(({ id }) => state(id)))
      on('2025-04-02', [])
      const since = office.world.now
      await tend()
      assert.deepEqual(await states(), ['kept', 'closed', 'settled', 'over'])
      await office.desk.agreements.judgeAnew(since)
      assert.deepEqual(await states(), ['kept', 'closed', 'settled', 'over'], 'the books still say so')

      office.world.now = later(office.world.now, 60_000)
      office.world.ledger = aLedger({ asOf: '2025-03-30' })
      await office.desk.agreements.judgeAnew(later(since, 1))
      assert.deepEqual(await states(), ['kept', 'closed', 'settled', 'over'], 'judged before that import counted')
      await office.desk.agreements.judgeAnew(since)
      assert.deepEqual(await states(), ['open', 'open', 'open', 'over'])
      const told = (await office.due()).flatMap(({ order }) =>
        order.kind === 'tell-agreement' ? [order.agreement] : [],
      )
      for (const { id } of [kept, disputed, marked]) assert.equal(told.filter((one) => one === id).length, 2)
      assert.deepEqual((await office.audited(kept.id)).at(-1), 'promise.judged-anew by desk')
      const commits = office.commits.length
      await office.desk.agreements.judgeAnew(since)
      assert.equal(office.commits.length, commits, 'once')

      on('2025-04-07')
      await tend()
      assert.equal(await state(kept.id), 'broken', 'and then by whatever comes next')
    })

    it('is seen by an unallocated payment as well, and not before work begins', async () => {
      const { id } = await record(promise(2_000_000))
      on('2025-04-02', [anInvoice(), aPayment(2_000_000)])
      office.world.now = later(startOfDay('2025-04-02', 'Asia/Shanghai'), 9 * 3_600_000 - 1)
      await tend()
      assert.equal(await state(id), 'open')
      office.world.now = later(office.world.now, 1)
      await tend()
      assert.equal(await state(id), 'kept')
    })

    it('is not judged by data older than its day', async () => {
      const { id } = await record(promise(2_000_000))
      on('2025-04-07', [anInvoice()], '2025-04-03')
      await tend()
      assert.equal(await state(id), 'open')
    })

    it('a dispute recorded since pays no promise', async () => {
      const { id } = await record(promise(2_000_000))
      await record({ kind: 'dispute', invoice, amount: sum(2_500_000), reason: 'wrong seats' })
      on('2025-04-07')
      await tend()
      assert.equal(await state(id), 'broken')
    })

    it('a plan is broken by the instalment that is missed', async () => {
      const half = { minor: 2_410_000 }
      const instalments = [
        { ...half, day: '2025-04-04' },
        { ...half, day: '2025-04-11' },
      ] as const
      const { id } = await record({ kind: 'plan', currency: 'CNY', instalments })
      on('2025-04-07', [anInvoice(cny(2_410_000))])
      await tend()
      assert.equal(await state(id), 'open')
      on('2025-04-14', [anInvoice(cny(2_400_000))])
      await tend()
      assert.equal(await state(id), 'part-kept')
    })

    it('an exemption’s owner is reminded three working days before it ends, once, and told when it is over', async () => {
      const until = '2025-04-10'
      const { id } = await record({ kind: 'exemption', of: { what: 'customer' }, until, reason: 'pilot' })
      on('2025-04-04')
      await tend()
      assert.deepEqual(await told(), [])
      on('2025-04-07')
      await tend()
      await tend()
      assert.deepEqual(await told(), ['A-1 mei'])
      on('2025-04-11')
      await tend()
      assert.deepEqual(await told(), ['A-1 mei', 'A-1 mei'])
      assert.equal(await state(id), 'over')
    })

    it('a dispute is over once the ledger shows the invoice no longer', async () => {
      const { id } = await record({ kind: 'dispute', invoice, amount: null, reason: 'wrong seats' })
      on('2025-04-01', [anInvoice(), aPayment(4_820_000)])
      await tend()
      assert.equal(await state(id), 'open')
      on('2025-04-02', [anInvoice({ number: 'OTHER' })])
      await tend()
      assert.equal(await state(id), 'closed')
    })
  })

  describe('around midnight, where clocks are changed', () => {
    const berlin = 'Europe/Berlin'
    const end = startOfDay('2025-10-27', berlin)

    beforeEach(async () => {
      office = await aDesk({ policy: { calendar: aCalendar({ timeZone: berlin }) } })
      // Friday; on Sunday, 26 October, clocks go back.
      on('2025-10-24', [anInvoice()], '2025-10-26')
    })

    it('a promise counts until the last moment of its day, which is 25 hours long', async () => {
      await record(promise(4_820_000, '2025-10-26'))
      const stage = async () => (await office.desk.book.today()).of(contoso)?.finding.stage
      office.world.now = later(end, -1)
      assert.equal(await stage(), 'clear')
      office.world.now = end
      assert.equal(await stage(), 'suspend')
    })

    it('today is a day to promise for until it is over there', async () => {
      office.world.now = later(end, -1)
      assert.equal(await codeOf(promise(1, '2025-10-26')), undefined)
      office.world.now = end
      assert.equal(await codeOf(promise(2, '2025-10-26')), 'day-past')
    })

    it('it is judged on Monday when work begins there, and not an hour before', async () => {
      const { id } = await record(promise(4_820_000, '2025-10-26'))
      office.world.now = later(end, 9 * 3_600_000 - 1)
      await office.desk.agreements.tend()
      assert.equal(await state(id), 'open')
      office.world.now = later(end, 9 * 3_600_000)
      await office.desk.agreements.tend()
      assert.equal(await state(id), 'broken')
    })
  })

  describe('a word that somebody has paid', () => {
    const mark: AgreementAsk = { kind: 'paid-mark', amount: sum(4_820_000) }
    const settle = () => office.desk.agreements.tend('marks')

    for (const [what, day, items, asOf, status] of [
      ['is settled by the next import that shows it', '2025-04-01', [], '2025-03-31', 'settled'],
      ['is settled in part', '2025-04-01', [anInvoice(cny(1_000_000))], '2025-03-31', 'settled'],
      ['is dropped by an import that does not', '2025-04-01', [anInvoice()], '2025-03-31', 'dropped'],
      ['stays while the import is of before it was said', '2025-04-01', [anInvoice()], '2025-03-30', 'open'],
      ['stays for three business days', '2025-04-03', [anInvoice()], '2025-03-30', 'open'],
      ['and no longer', '2025-04-04', [anInvoice()], '2025-03-30', 'dropped'],
    ] as const)
      it(what, async () => {
        const { id } = await record(mark)
        on(day, [...items, anInvoice({ number: 'NEW', due: '2025-05-01' })], asOf)
        await settle()
        assert.equal(await state(id), status)
      })
  })
})
