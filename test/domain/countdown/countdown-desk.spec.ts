import assert from 'node:assert/strict'
import type { Outcome } from '../../../domain/shared/outcome.ts'
import { later } from '../../../domain/shared/time.ts'
import type { OperatorSubscription } from '../../../domain/ports/operator-lane.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, ines, mei, otto, phones, sam, seats, wang } from '../../kit/builders.ts'

const day = 24 * 3_600_000

describe('the countdown', () => {
  let its: ADesk
  beforeEach(async () => {
    its = await aDesk()
  })

  const watch = () => its.desk.watch.pass('china', 100)
  /** So many days later the operators were looked at and the cases brought up to date. */
  const days = async (count: number) => {
    its.world.now = later(its.world.now, count * day)
    await watch()
    await its.desk.countdowns.tend()
  }
  const suspend = async (...subscriptions: readonly string[]) => {
    const listed = await its.operator.subscriptions(contoso)
    const ask = { reason: 'non-payment', subscriptions, note: null, override: null } as const
    const asked = await its.desk.suspensions.request(contoso, ask, listed, mei, 'place')
    assert(asked.ok)
    assert((await its.desk.suspensions.approve({ case: asked.value.id, version: 1 }, wang)).ok)
    await its.carryOutDue()
    await watch()
  }
  const countdowns = async () => (await its.store.list('countdown')).map(({ value }) => value)
  const shown = async () =>
    (await countdowns()).map(({ id, status, notch, countedOn, subscriptions }) => [
      id,
      status,
      notch,
      countedOn,
      ...subscriptions.map(
        (one) => `${one.id === seats ? 'seats' : 'phones'} ${one.day}${one.passed ? ' passed' : ''}`,
      ),
    ])
  const version = async (id: string) => (await its.store.get('countdown', id))?.version ?? 0
  const ordered = async (kind: string) => (await its.due()).filter(({ order }) => order.kind === kind).length
  const legacy = (changes: Partial<OperatorSubscription>) =>
    its.operator.change(phones, { model: 'legacy', ...changes })
  const refusal = <T, R>(outcome: Outcome<T, R>) => (outcome.ok ? null : outcome.refusal)

  // Suspended on 31 March; sixty days later is 30 May.
  describe('of what 21Vianet keeps for sixty days', () => {
    beforeEach(() => suspend(seats))

    it('says nothing eight days before, and opens one case seven days before', async () => {
      await days(52)
      assert.deepEqual(await shown(), [])
      await days(1)
      assert.deepEqual(await shown(), [['D-1', 'pending', 7, '2025-05-23', 'seats 2025-05-30']])
      assert.equal(await ordered('post-case'), 1)
      assert.equal(await ordered('escalate-case'), 0)
    })

    it('counts on from day to day in the same case, once a day', async () => {
      await days(53)
      await days(1)
      await its.desk.countdowns.tend()
      await its.desk.countdowns.tend()
      assert.deepEqual(await shown(), [['D-1', 'pending', 7, '2025-05-24', 'seats 2025-05-30']])
      assert.deepEqual(await its.audited('D-1'), ['countdown.opened by desk', 'countdown.counted by desk'])
    })

    it('tells administrators three days and one day before, where nobody has signed', async () => {
      await days(53)
      await days(4)
      assert.equal(await ordered('escalate-case'), 1)
      await days(1)
      assert.equal(await ordered('escalate-case'), 1)
      await days(1)
      assert.equal(await ordered('escalate-case'), 2)
      assert.deepEqual(await its.audited('D-1'), [
        'countdown.opened by desk',
        'countdown.escalated by desk',
        'countdown.counted by desk',
        'countdown.escalated by desk',
      ])
    })

    it('tells them at once where it is late already', async () => {
      await days(58)
      assert.deepEqual(await shown(), [['D-1', 'pending', 3, '2025-05-28', 'seats 2025-05-30']])
      assert.equal(await ordered('escalate-case'), 1)
    })

    it('records that it passed unsigned, once, and does nothing else', async () => {
      await days(53)
      await days(7)
      assert.equal((await shown())[0]?.[1], 'pending', 'the last day itself is a day')
      await days(1)
      assert.deepEqual(await shown(), [['D-1', 'passed', 1, '2025-05-31', 'seats 2025-05-30 passed']])
      assert.equal((await its.audited('D-1')).at(-1), 'countdown.passed by desk')
      await days(1)
      assert.equal((await countdowns()).length, 1)
      assert.deepEqual(
        its.operator.transitions.map(({ to }) => to),
        ['suspended'],
      )
    })

    it('records it also where the desk was down all the while', async () => {
      await days(70)
      assert.deepEqual(await shown(), [['D-1', 'passed', 1, '2025-06-09', 'seats 2025-05-30 passed']])
      await days(1)
      assert.equal((await countdowns()).length, 1)
    })

    it('records it early where the operator let it go before', async () => {
      await days(53)
      its.operator.change(seats, { status: 'deleted' })
      await days(1)
      assert.equal((await shown())[0]?.[1], 'passed')
    })

    it('ends by itself once the hold is lifted', async () => {
      await days(53)
      assert((await its.desk.resumptions.ask(contoso, 'non-payment', mei, 'place')).ok)
      await its.carryOutDue()
      await days(1)
      assert.equal((await shown())[0]?.[1], 'over')
      assert.equal((await its.audited('D-1')).at(-1), 'countdown.ended by desk')
      await days(10)
      assert.equal((await countdowns()).length, 1)
    })

    it('keeps its day while the operator was not asked', async () => {
      await days(53)
      its = its.reopened()
      its.world.now = later(its.world.now, day)
      await its.desk.countdowns.tend()
      assert.deepEqual(await shown(), [['D-1', 'pending', 7, '2025-05-24', 'seats 2025-05-30']])
    })

    it('is let go by an approver with words, and not told of again', async () => {
      await days(53)
      const at = { case: 'D-1', version: await version('D-1') }
      for (const by of [mei, ines, otto, sam])
        assert.deepEqual(refusal(await its.desk.countdowns.letGo(at, 'They left.', by)), { code: 'may-not-let-go' })
      assert.deepEqual(refusal(await its.desk.countdowns.letGo(at, ' ', wang)), { code: 'words-needed' })
      const signed = await its.desk.countdowns.letGo(at, ' They left for good. ', wang)
      assert(signed.ok && signed.value.status === 'let-go')
      assert.deepEqual([signed.value.signedBy, signed.value.because], ['wang', 'They left for good.'])
      const again = await its.desk.countdowns.letGo(at, 'x', wang)
      assert.equal(refusal(again)?.code, 'already-decided')
      await days(1)
      await days(10)
      assert.equal((await countdowns()).length, 1)
      const entry = (await its.store.auditOf('D-1')).at(-1)
      assert.deepEqual(
        [entry?.by, entry?.what, entry?.details?.['because']],
        ['wang', 'countdown.let-go', 'They left for good.'],
      )
    })

    it('stays open for whoever wants it back until it is back, and says so when it was not in time', async () => {
      await days(53)
      const at = { case: 'D-1', version: await version('D-1') }
      for (const by of [otto, sam])
        assert.deepEqual(refusal(await its.desk.countdowns.wantBack(at, by)), { code: 'may-not-want-back' })
      assert((await its.desk.countdowns.wantBack(at, mei)).ok)
      await days(4)
      assert.equal(await ordered('escalate-case'), 1)
      await days(4)
      const [passed] = await countdowns()
      assert.deepEqual([passed?.status, passed?.wanted?.by], ['passed', 'mei'])
    })
  })

  it('is one case for a customer: what comes due later joins it', async () => {
    legacy({ commitmentEnd: '2025-05-31T12:00:00Z' })
    await suspend(seats, phones)
    await days(53)
    await days(1)
    assert.deepEqual(await shown(), [['D-1', 'pending', 7, '2025-05-24', 'seats 2025-05-30', 'phones 2025-05-31']])
    await days(7)
    assert.deepEqual(await shown(), [
      ['D-1', 'pending', 1, '2025-05-31', 'seats 2025-05-30 passed', 'phones 2025-05-31'],
    ])
    await days(1)
    assert.equal((await shown())[0]?.[1], 'passed')
  })

  it('is another case once the first was signed', async () => {
    legacy({ commitmentEnd: '2025-05-31T12:00:00Z' })
    await suspend(seats, phones)
    await days(53)
    assert((await its.desk.countdowns.letGo({ case: 'D-1', version: 1 }, 'Nobody uses it.', wang)).ok)
    await days(1)
    assert.deepEqual((await shown()).at(-1), ['D-2', 'pending', 7, '2025-05-24', 'phones 2025-05-31'])
  })

  it('counts what somebody else suspended from the last day it was seen in service', async () => {
    await watch()
    its.world.now = later(its.world.now, day)
    its.operator.change(seats, { status: 'suspended' })
    await watch()
    const [one] = await its.desk.countdowns.all()
    assert.deepEqual(one?.last, { day: '2025-05-30', ground: '21vianet-sixty-days' })
  })

  it('does not count what is in service, though it is held', async () => {
    await suspend(seats)
    its.operator.change(seats, { status: 'active' })
    await days(53)
    assert.deepEqual(await its.desk.countdowns.all(), [])
    assert.deepEqual(await shown(), [])
  })

  describe('in the digest', () => {
    const digests = async () =>
      (await its.due()).flatMap(({ order }) =>
        order.kind === 'announce-news' && order.news.kind === 'countdown'
          ? [order.news.rows.map(({ subscription, day: on, days: left }) => `${subscription} ${on} ${left}`)]
          : [],
      )
    /** Half past nine, so many days on. */
    const morningAfter = async (count: number) => {
      await days(count)
      await its.desk.countdowns.digest()
    }
    beforeEach(() => suspend(seats))

    it('stands thirty and fourteen days before, once each, and no more within seven', async () => {
      await morningAfter(29)
      assert.deepEqual(await digests(), [])
      await morningAfter(1)
      assert.deepEqual(await digests(), [['Microsoft 365 商业版 2025-05-30 30']])
      await its.desk.countdowns.digest()
      await morningAfter(1)
      assert.equal((await digests()).length, 1)
      await morningAfter(15)
      assert.deepEqual((await digests()).at(-1), ['Microsoft 365 商业版 2025-05-30 14'])
      await morningAfter(8)
      assert.equal((await digests()).length, 2)
    })

    it('leaves to the card what was found within seven days only', async () => {
      await morningAfter(53)
      assert.deepEqual(await digests(), [])
      assert.equal((await countdowns()).length, 1)
    })

    it('waits for a working day and for nine in the morning', async () => {
      // 3 and 4 May are a weekend.
      await morningAfter(33)
      assert.deepEqual(await digests(), [])
      await morningAfter(1)
      assert.deepEqual(await digests(), [])
      its.world.now = later(its.world.now, day - 2 * 3_600_000)
      await its.desk.countdowns.digest()
      assert.deepEqual(await digests(), [], 'it is eight on Monday')
      its.world.now = later(its.world.now, 3_600_000)
      await its.desk.countdowns.digest()
      assert.deepEqual(await digests(), [['Microsoft 365 商业版 2025-05-30 25']])
    })

    it('names once what nobody can date', async () => {
      its.operator.change(phones, { model: 'azure-plan' })
      await suspend(phones)
      await morningAfter(1)
      await morningAfter(1)
      assert.deepEqual(await digests(), [['Phones null null']])
    })
  })
})
